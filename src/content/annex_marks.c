#include "content/annex_marks.h"

#include "base/text.h"
#include "content/figure_remark.h"

static void find_in_figure(struct annex_marks *marks, const struct ledger *ledger, const struct figure *figure)
{
    marks->dash = marks->dash || figure->state == FIGURE_DASH;
    marks->lost = marks->lost || figure->state == FIGURE_LOST;
    switch (figure_mark(ledger, figure)) {
    case MARK_DIFFERS: marks->differs = true; break;
    case MARK_INCOMPLETE: marks->incomplete = true; break;
    case MARK_NONE: break;
    }
}

/* True if a row fills in a cell that the other one leaves blank. */
static bool fills_more(const struct plan_row *row, const struct plan_row *other)
{
    for (size_t f = 0; f < row->figure_count; f++) {
        const struct figure *figure = &row->figures[f], *same = row_figure(other, figure->source, figure->year);
        if (figure->state == FIGURE_BLANK || !same || same->state == FIGURE_BLANK)
            return true;
    }
    return false;
}

/* Rows that all fill in the same cells leave none blank; a heading without cells has no blank ones, a total may span them. */
static bool leaves_blank(const struct plan_table *table)
{
    const struct plan_row *before = NULL;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        if (!row->figure_count || row->kind == ROW_TOTAL)
            continue;
        if (before && (fills_more(before, row) || fills_more(row, before)))
            return true;
        before = row;
    }
    return false;
}

void annex_find_marks(struct annex_marks *marks, const struct ledger *ledger, const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        for (size_t f = 0; f < row->figure_count; f++)
            find_in_figure(marks, ledger, &row->figures[f]);
        for (size_t f = 0; f < row->keyed_count; f++)
            find_in_figure(marks, ledger, &row->keyed[f]);
    }
    marks->blank = marks->blank || leaves_blank(table);
}

const char *annex_grey_words(const struct annex_marks *marks)
{
    if (marks->differs && marks->incomplete)
        return "số ghi không khớp các số liên quan, hoặc chưa đối chiếu đủ được vì có ô bị mất";
    if (marks->incomplete)
        return "số ghi chưa đối chiếu đủ được vì có ô bị mất";
    return marks->differs ? "số ghi không khớp các số liên quan" : NULL;
}

const char *annex_legend(const struct annex_marks *marks, struct arena *arena)
{
    const char *grey = annex_grey_words(marks);
    const char *parts[] = {
        marks->dash ? "dấu “-” là số không, in như văn bản" : NULL,
        marks->blank ? "ô trống là ô mà văn bản để trống" : NULL,
        marks->lost ? "[…] là số có in nhưng bị mất trong bản chụp" : NULL,
        grey ? arena_printf(arena, "ô có nền xám là %s", grey) : NULL,
    };
    struct text legend = text_in(arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i])
            text_addf(&legend, "%s%s", legend.length ? "; " : "Ký hiệu: ", parts[i]);
    if (!legend.length)
        return NULL;
    text_add(&legend, ".");
    return text_str(&legend);
}
