#include "form/form_answer.h"

#include "base/cell_name.h"
#include "base/text.h"
#include "content/words.h"
#include "form/form_match.h"

const char *form_where(const struct fill_in_sheet *sheet, const struct fill_in_row *row, const struct fill_in_cell *cell,
                       struct arena *arena)
{
    return arena_printf(arena, "%s!%s", sheet->name,
                        cell_name(arena, (size_t)(cell->line - 1), (size_t)(cell - row->cells) + 1));
}

void form_remark(struct fill_in_cell *cell, const struct finding *finding, struct arena *arena)
{
    if (!cell->remark)
        cell->remark = arena_printf(arena, "%s. Cần làm: %s.", finding_what(arena, finding, LANGUAGE_VI),
                                    finding_remedy(arena, finding, LANGUAGE_VI));
}

struct place form_place(const struct form_answer *answer, const struct fill_in_cell *cell)
{
    return (struct place){ answer->path, cell->line };
}

bool form_row_is_filled(const struct fill_in_sheet *sheet, const struct fill_in_row *row)
{
    for (size_t c = 0; c < sheet->column_count; c++)
        if (fill_in_is_filled(&row->cells[c]))
            return true;
    return false;
}

/* The value beside a name in the first column of the hidden sheet. */
static const char *fact(const struct workbook_sheet *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->cell_count; i++) {
        const struct workbook_cell *cell = &sheet->cells[i];
        const struct workbook_cell *value = workbook_cell(sheet, cell->row, 1);
        if (cell->column == 0 && strcmp(cell->text, name) == 0)
            return value ? value->text : NULL;
    }
    return NULL;
}

static void refuse(struct form_answer *answer, const char *vi, const char *en, struct findings *findings)
{
    answer->wrong = true;
    finding_add(findings, FINDING_FORM_NOT_ONE, (struct place){ answer->path, 0 }, vi, en, NULL);
}

void form_answer_open(struct form_answer *answer, const struct workbook *workbook, struct findings *findings)
{
    const struct workbook_sheet *facts = workbook_sheet(workbook, FILL_IN_FACTS_SHEET);
    const char *version = facts ? fact(facts, "form") : NULL;
    answer->sent = workbook;
    if (!facts) {
        refuse(answer, "trang ẩn «" FILL_IN_FACTS_SHEET "»", "the hidden sheet \"" FILL_IN_FACTS_SHEET "\"", findings);
        return;
    }
    if (version && strcmp(version, FORM_VERSION) != 0) {
        answer->wrong = true;
        finding_add(findings, FINDING_FORM_VERSION_OTHER, (struct place){ answer->path, 0 }, version, FORM_VERSION, NULL);
        return;
    }
    answer->plan = fact(facts, "plan");
    answer->period = fact(facts, "period");
    answer->body = fact(facts, "body");
    answer->digest = fact(facts, "digest");
    if (!version || !answer->plan || !answer->period || !answer->digest)
        refuse(answer, "mã biểu, kế hoạch, kỳ hoặc mã đối chiếu ở trang ẩn «" FILL_IN_FACTS_SHEET "»",
               "version, plan, period or digest on the hidden sheet \"" FILL_IN_FACTS_SHEET "\"", findings);
}

static const char *digest_of(const struct fill_in_book *book)
{
    for (size_t i = 0; i < book->fact_count; i++)
        if (strcmp(book->facts[i].name, "digest") == 0)
            return book->facts[i].value;
    return "";
}

static bool has_all_sheets(const struct form_answer *answer)
{
    for (size_t i = 0; i < answer->book->sheet_count; i++)
        if (!workbook_sheet(answer->sent, answer->book->sheets[i].name))
            return false;
    return true;
}

/* What stands on a sheet that the form does not have would be lost; beside a missing one, told already, it is that renamed. */
static void find_added_sheets(const struct form_answer *answer, struct arena *arena, struct findings *findings)
{
    if (!has_all_sheets(answer))
        return;
    for (size_t i = 0; i < answer->sent->sheet_count; i++) {
        const struct workbook_sheet *sheet = &answer->sent->sheets[i];
        bool known = strcmp(sheet->name, FILL_IN_FACTS_SHEET) == 0 || fill_in_sheet(answer->book, sheet->name);
        if (known || !sheet->cell_count)
            continue;
        const struct workbook_cell *first = &sheet->cells[0];
        finding_add(findings, FINDING_FORM_SHEET_ADDED, (struct place){ answer->path, (long)first->row + 1 }, sheet->name,
                    cell_name(arena, first->row, first->column), NULL);
    }
}

void form_answer_take(struct form_answer *answer, struct arena *arena, struct findings *findings)
{
    size_t before = findings->count;
    struct fill_in_book *book = form_make(&answer->request, arena, findings);
    if (book && strcmp(digest_of(book), answer->digest) != 0) {
        finding_add(findings, FINDING_FORM_OLDER, (struct place){ answer->path, 0 }, answer->plan, NULL);
    } else if (book) {
        struct form_match match = { answer, book, arena, findings };
        answer->book = book;
        for (size_t i = 0; i < book->sheet_count; i++)
            form_match_sheet(&match, &book->sheets[i]);
        find_added_sheets(answer, arena, findings);
        const struct fill_in_cell *name = form_entry(book, FORM_COVER, "respondent", "answer");
        answer->respondent = name->text;
    }
    answer->wrong = answer->wrong || findings_have_error_since(findings, before);
}
