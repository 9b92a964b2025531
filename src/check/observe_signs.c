#include "check/observe_signs.h"

#include "content/words.h"

void observe_signs(const struct plan *plan, const struct plan_table *table, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        for (size_t f = 0; f < row->figure_count; f++) {
            const struct figure *figure = &row->figures[f];
            if (figure->state == FIGURE_NUMBER && figure->dong < 0)
                finding_add_about(findings, FINDING_AMOUNT_BELOW_NOTHING, figure->place, ABOUT(row->id),
                                  figure_name(arena, plan, row, figure), money_words(arena, figure->dong, figure->unit), NULL);
        }
    }
}
