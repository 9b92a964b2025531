#include "check/adding_check.h"

#include "content/words.h"

static const char *total_words(const struct adding *adding, const struct plan_table *table, struct arena *arena)
{
    struct leaf_sum sum = leaves_of(&adding->tables[table - adding->plan->tables], LEAVES_OF_ALL, NULL, 0);
    return money_words(arena, sum.dong, table->unit);
}

static void check_table(const struct adding *adding, const struct adding_table *table, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const struct plan_table *own = table->table, *other = table->alike;
    if (other)
        finding_add_about(findings, FINDING_TABLE_UNSETTLED, own->place, ABOUT(own->id), own->id,
                          total_words(adding, own, arena), other->id, total_words(adding, other, arena), NULL);
}

/* What the row alone comes to, of the money that no total takes in. */
static const char *left_words(const struct adding_table *table, size_t row, struct arena *arena)
{
    struct leaf_sum sum = leaves_left_out(table, row);
    return sum.overflow ? "…" : money_words(arena, sum.dong, table->table->unit);
}

static void check_rows(const struct adding_table *table, struct findings *findings)
{
    for (size_t r = 0; r < table->table->row_count; r++) {
        const struct plan_row *row = &table->table->rows[r];
        if (left_out_of(table, r, NULL))
            finding_add_about(findings, FINDING_ROW_LEFT_OUT, row->place, ABOUT(row->id), row->title,
                              left_words(table, r, findings->arena), NULL);
    }
}

/* A part "trong đó" against the same cell of the row it is a part of. */
static void check_part(const struct plan_table *table, const struct plan_row *row, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t f = 0; row->of_which && row->parent != NO_ROW && f < row->figure_count; f++) {
        const struct plan_row *whole = &table->rows[row->parent];
        const struct figure *part = &row->figures[f], *of = row_figure_at(whole, part->key);
        if (of && of->state == FIGURE_NUMBER && part->state == FIGURE_NUMBER && part->dong > of->dong)
            finding_add_about(findings, FINDING_OF_WHICH_BEYOND, part->place, ABOUT(row->id), row->title,
                              money_words(arena, part->dong, part->unit), whole->title,
                              money_words(arena, of->dong, of->unit), NULL);
    }
}

void adding_check(const struct adding *adding, struct findings *findings)
{
    for (size_t t = 0; t < adding->plan->table_count; t++) {
        const struct plan_table *table = &adding->plan->tables[t];
        check_table(adding, &adding->tables[t], findings);
        for (size_t r = 0; r < table->row_count; r++)
            check_part(table, &table->rows[r], findings);
        if (adds_up(&adding->tables[t]))
            check_rows(&adding->tables[t], findings);
    }
}
