/* Forms of one plan and period beside each other. */
#include "base/text.h"
#include "form/form_results.h"

static bool same_cell(const struct fill_in_cell *a, const struct fill_in_cell *b)
{
    if (fill_in_is_filled(a) != fill_in_is_filled(b))
        return false;
    return a->has_number == b->has_number && (!a->has_number || dec_cmp(a->number, b->number) == 0) &&
           text_equal(a->text, b->text);
}

/* The first open cell of two rows of one id that differs; NULL if none does. */
static struct fill_in_cell *first_difference(const struct fill_in_sheet *sheet, const struct fill_in_row *row,
                                             const struct fill_in_row *other)
{
    for (size_t c = 0; c < sheet->column_count; c++)
        if (row->cells[c].kind == FILL_IN_ENTRY && !same_cell(&row->cells[c], &other->cells[c]))
            return &row->cells[c];
    return NULL;
}

/* Words are everybody's own, and so is the name. */
static bool is_compared(const struct fill_in_sheet *sheet, const struct fill_in_row *row)
{
    return row->id && strcmp(sheet->name, FORM_WORDS) != 0 && strcmp(row->id, "respondent") != 0;
}

struct pair {
    struct form_answer *earlier, *later;
    struct arena *arena;
    struct findings *findings;
};

static void compare_row(const struct pair *pair, struct fill_in_sheet *sheet, struct fill_in_row *row)
{
    const struct fill_in_sheet *there = fill_in_sheet(pair->earlier->book, sheet->name);
    const struct fill_in_row *other = there && is_compared(sheet, row) ? fill_in_row(there, row->id) : NULL;
    if (!other)
        return;
    bool cover = strcmp(sheet->name, FORM_COVER) == 0;
    if (!cover && !(form_row_is_filled(sheet, row) && form_row_is_filled(there, other)))
        return;
    struct fill_in_cell *cell = first_difference(sheet, row, other);
    if (!cell)
        return;
    pair->later->wrong = true;
    form_remark(cell,
                finding_add(pair->findings, FINDING_FORM_ANSWERS_DIFFER, form_place(pair->later, cell),
                            form_where(sheet, row, cell, pair->arena), pair->later->respondent,
                            arena_printf(pair->arena, "%s (%s)", pair->earlier->path, pair->earlier->respondent), row->id,
                            NULL),
                pair->arena);
}

static void compare(const struct pair *pair)
{
    struct fill_in_book *book = pair->later->book;
    for (size_t s = 0; s < book->sheet_count; s++)
        for (size_t r = 0; r < book->sheets[s].row_count; r++)
            compare_row(pair, &book->sheets[s], &book->sheets[s].rows[r]);
}

static bool is_same_book(const struct fill_in_book *a, const struct fill_in_book *b)
{
    if (a->sheet_count != b->sheet_count)
        return false;
    for (size_t s = 0; s < a->sheet_count; s++) {
        if (a->sheets[s].row_count != b->sheets[s].row_count)
            return false;
        for (size_t r = 0; r < a->sheets[s].row_count; r++)
            if (first_difference(&a->sheets[s], &a->sheets[s].rows[r], &b->sheets[s].rows[r]))
                return false;
    }
    return true;
}

static void tell_double(const struct pair *pair)
{
    bool same = text_equal(pair->earlier->body, pair->later->body) && is_same_book(pair->earlier->book, pair->later->book);
    struct fill_in_cell *cell = form_entry(pair->later->book, FORM_COVER, "respondent", "answer");
    pair->later->wrong = true;
    form_remark(cell,
                finding_add(pair->findings, FINDING_FORM_DOUBLED, form_place(pair->later, cell), pair->later->respondent,
                            pair->earlier->path, same ? "giống hệt" : "trả lời khác",
                            same ? "is the same" : "answers differently", NULL),
                pair->arena);
}

void form_group_check(struct form_group *group, struct arena *arena, struct findings *findings)
{
    for (size_t i = 0; i < group->count; i++)
        group->wrong = group->wrong || group->answers[i]->wrong;
    for (size_t i = 0; i < group->count; i++)
        for (size_t j = 0; j < i; j++) {
            struct pair pair = { group->answers[j], group->answers[i], arena, findings };
            if (pair.earlier->wrong || pair.later->wrong) /* the faults come first */
                continue;
            size_t before = findings->count;
            if (text_same_name(arena, pair.earlier->respondent, pair.later->respondent) &&
                text_equal(pair.earlier->body, pair.later->body))
                tell_double(&pair);
            else
                compare(&pair);
            group->wrong = group->wrong || findings->count != before;
        }
}
