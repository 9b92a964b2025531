#include "content/annex_marks.h"

#include "base/text.h"
#include "content/annex_prose.h"
#include "content/figure_remark.h"

static void find_in_figure(struct annex_marks *marks, const struct ledger *ledger, const struct figure *figure)
{
    marks->dash = marks->dash || (figure->state == FIGURE_DASH && !figure->printed);
    marks->lost = marks->lost || figure->state == FIGURE_LOST;
    marks->unstated = marks->unstated || figure_is_unstated(figure);
    switch (figure_mark(ledger, figure)) {
    case MARK_DIFFERS: marks->differs = true; break;
    case MARK_INCOMPLETE: marks->incomplete = true; break;
    case MARK_NONE: break;
    }
}

/* The figure of another row in the same column: of a row of one source, or of one year, the column is of none in particular. */
static const struct figure *in_same_column(const struct figure *figure, const struct plan_row *row,
                                           const struct plan_row *other)
{
    bool own_source = row->source && figure->source == row->source, own_year = row->of_year && figure->year == row->of_year;
    return row_figure(other, own_source ? other->source : figure->source, own_year ? other->of_year : figure->year);
}

/* True if a row fills in a cell that the other one leaves blank. */
static bool fills_more(const struct plan_row *one, const struct plan_row *other)
{
    for (size_t f = 0; f < one->figure_count; f++) {
        const struct figure *figure = &one->figures[f], *same = in_same_column(figure, one, other);
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

void annex_find_prose_marks(struct annex_marks *marks, const struct ledger *ledger)
{
    const struct plan *plan = ledger->plan;
    for (size_t p = 0; p < plan->prose_count; p++)
        for (size_t f = 0; f < plan->prose[p].figure_count; f++)
            find_in_figure(marks, ledger, &plan->prose[p].figures[f]);
}

struct annex_marks annex_all_marks(const struct ledger *ledger)
{
    struct annex_marks marks = { 0 };
    if (annex_has_prose(ledger->plan))
        annex_find_prose_marks(&marks, ledger);
    for (size_t t = 0; t < ledger->plan->table_count; t++)
        annex_find_marks(&marks, ledger, &ledger->plan->tables[t]);
    return marks;
}

/* Words of grey cells by why a sum is incomplete: a part of it is lost, or the decision says no number of one. */
#define DIFFERS "số ghi không khớp các số liên quan"
#define OPEN "chưa đối chiếu đủ được vì có "
#define OF_LOST OPEN "ô bị mất"
#define OF_UNSTATED OPEN "khoản không nêu số"
#define OF_BOTH OPEN "ô bị mất, có khoản không nêu số"

const char *annex_grey_words(const struct annex_marks *marks)
{
    static const char *const ALONE[] = { "số ghi " OF_LOST, "số ghi " OF_UNSTATED, "số ghi " OF_BOTH };
    static const char *const BESIDE[] = { DIFFERS ", hoặc " OF_LOST, DIFFERS ", hoặc " OF_UNSTATED,
                                          DIFFERS ", hoặc " OF_BOTH };
    if (marks->incomplete)
        return (marks->differs ? BESIDE : ALONE)[marks->unstated ? 1 + marks->lost : 0];
    return marks->differs ? DIFFERS : NULL;
}

size_t annex_list_marks(struct view_mark **list, const struct annex_marks *marks, struct arena *arena)
{
    const struct view_mark all[] = {
        { "dấu “-”", marks->dash ? "số không, in như văn bản" : NULL },
        { "ô trống", marks->blank ? "ô mà văn bản để trống" : NULL },
        { "[…]", marks->lost ? "số có in nhưng bị mất trong bản chụp" : NULL },
        { "ô có nền xám", annex_grey_words(marks) },
    };
    enum { MARKS = sizeof all / sizeof *all };
    size_t count = 0;
    *list = arena_alloc(arena, MARKS, sizeof **list);
    for (size_t i = 0; i < MARKS; i++)
        if (all[i].means)
            (*list)[count++] = all[i];
    return count;
}

const char *annex_legend(const struct annex_marks *marks, struct arena *arena)
{
    struct view_mark *list;
    size_t count = annex_list_marks(&list, marks, arena);
    struct text legend = text_in(arena);
    for (size_t i = 0; i < count; i++)
        text_addf(&legend, "%s%s là %s", i ? "; " : "Ký hiệu: ", list[i].mark, list[i].means);
    if (!count)
        return NULL;
    text_add(&legend, ".");
    return text_str(&legend);
}
