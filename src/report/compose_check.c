#include "report/compose_check.h"

#include "base/digest.h"
#include "base/text.h"
#include "report/block.h"
#include "report/grid.h"
#include "report/table_check.h"
#include "report/wrap.h"

/* A number broken over two lines would be read as two: it must fit its column. */
static void check_numbers(const struct table *table, const struct metrics *metrics, struct findings *findings)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++) {
            const struct cell *cell = table_cell(table, r, c);
            if (cell->kind != CELL_NUMBER)
                continue;
            mpt width = number_width(metrics, cell->face, table->font_size, cell->text);
            if (width > table_span_width(table, c, cell->columns) - 2 * CELL_PADDING_X)
                finding_add(findings, FINDING_NUMBER_TOO_WIDE, table->place, table->id, cell->text, NULL);
        }
}

/* One line per figure with where it stands, digested: equal codes mean equal figures in equal places. */
const char *compose_control_code(const struct report *report, struct arena *arena)
{
    struct arena passing = ARENA_INIT;
    struct text figures = text_in(&passing);
    text_addf(&figures, "%s\n", report->id);
    for (size_t t = 0; t < report->table_count; t++) {
        const struct table *table = &report->tables[t];
        for (size_t r = table->head_rows; r < table->row_count; r++)
            for (size_t c = 0; c < table->column_count; c++)
                if (table->rows[r].cells[c].kind == CELL_NUMBER)
                    text_addf(&figures, "%s|%zu|%zu|%s\n", table->sheet, r, c, table->rows[r].cells[c].text);
    }
    char digest[SHA256_TEXT_SIZE];
    digest_text(digest, text_str(&figures));
    arena_release(&passing);
    return arena_printf(arena, "%.4s-%.4s-%.4s-%.4s", digest, digest + 4, digest + 8, digest + 12);
}

bool compose_check(struct report *report, const struct metrics *metrics, struct arena *arena, struct findings *findings)
{
    bool ok = !report->cover || block_check(report->cover, findings);
    for (size_t i = 0; i < report->table_count; i++) {
        struct table *table = &report->tables[i];
        ok = table_check(table, findings) && ok;
        if (table->opening)
            ok = block_check(table->opening, findings) && ok;
        if (table->signature)
            ok = block_check(table->signature, findings) && ok;
        table_measure(table, metrics, arena);
        check_numbers(table, metrics, findings);
    }
    return ok;
}
