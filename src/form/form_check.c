/* What of the filled cells of a form does not go together. */
#include "base/text.h"
#include "form/form_answer.h"

/* A row of a form that is looked at. */
struct row {
    struct form_answer *answer;
    struct fill_in_sheet *sheet;
    struct fill_in_row *row;
    struct arena *arena;
    struct findings *findings;
};

static struct fill_in_cell *cell_of(const struct row *r, const char *key)
{
    return fill_in_cell(r->sheet, r->row, key);
}

static void fault(const struct row *r, const char *key, const char *vi, const char *todo, const char *en)
{
    struct fill_in_cell *cell = cell_of(r, key);
    if (cell->remark) /* told already what is wrong with it */
        return;
    form_remark(cell,
                finding_add(r->findings, FINDING_FORM_INCOMPLETE, form_place(r->answer, cell),
                            form_where(r->sheet, r->row, cell, r->arena), vi, todo, en, NULL),
                r->arena);
}

static void check_target(const struct row *r)
{
    const struct target *target = plan_target(r->answer->request.plan, r->row->id);
    int state = form_choice(FORM_STATE, cell_of(r, "state")->text), op = form_choice(FORM_OP, cell_of(r, "op")->text);
    bool value = fill_in_is_filled(cell_of(r, "value")), high = fill_in_is_filled(cell_of(r, "high"));
    bool in_words = !target->measure.has_low && fill_in_is_filled(cell_of(r, "note"));
    if (state == FORM_STATE_NOT_REPORTED) {
        if (value || high)
            fault(r, "state", "chọn “Chưa có số liệu” mà vẫn điền số", "xóa số, hoặc chọn tình trạng khác",
                  "“Chưa có số liệu” (no figure) is chosen beside a figure");
        return;
    }
    if (op == OP_RANGE && !(value && high))
        fault(r, value ? "high" : "value", "chọn “trong khoảng” mà thiếu một đầu", "điền cả hai cột Giá trị và Đến",
              "a range has only one end");
    else if (high && op != OP_RANGE)
        fault(r, "high", "điền cột Đến mà không chọn “trong khoảng”", "chọn “trong khoảng” ở cột Cách ghi, hoặc xóa ô này",
              "an upper end without a range");
    else if (!value && !in_words)
        fault(r, "value", "dòng có điền mà thiếu giá trị", "điền giá trị, hoặc chọn “Chưa có số liệu” ở cột Tình trạng",
              "the row has no value");
}

static void check_money(const struct row *r)
{
    int state = form_choice(FORM_STATE, cell_of(r, "state")->text);
    bool disbursed = fill_in_is_filled(cell_of(r, "disbursed"));
    bool any = disbursed || fill_in_is_filled(cell_of(r, "carriedIn")) || fill_in_is_filled(cell_of(r, "allocated"));
    if (state == FORM_STATE_NOT_REPORTED && disbursed)
        fault(r, "state", "chọn “Chưa có số liệu” mà vẫn điền số đã giải ngân", "xóa số, hoặc chọn tình trạng khác",
              "“Chưa có số liệu” (no figure) is chosen beside what was disbursed");
    else if (state != FORM_STATE_NOT_REPORTED && !any)
        fault(r, "disbursed", "dòng có điền mà thiếu số tiền", "điền số tiền, hoặc chọn “Chưa có số liệu”",
              "the row has no amount");
}

/* The row of one source of the same work in which that amount is filled in; NULL: none. */
static struct fill_in_row *row_of_one_source(const struct row *all, const char *phase)
{
    size_t length = strlen(all->row->id);
    for (size_t i = 0; i < all->sheet->row_count; i++) {
        struct fill_in_row *row = &all->sheet->rows[i];
        if (row->id && row != all->row && strncmp(row->id, all->row->id, length) == 0 &&
            fill_in_is_filled(fill_in_cell(all->sheet, row, phase)))
            return row;
    }
    return NULL;
}

/* An amount of all sources beside that of one of them: whether the one is in the other nobody says. */
static void check_all_sources(const struct row *r)
{
    static const char *const PHASES[] = { "carriedIn", "allocated", "disbursed" };
    if (r->row->id[strlen(r->row->id) - 1] != '/')
        return;
    for (size_t p = 0; p < sizeof PHASES / sizeof *PHASES; p++) {
        struct fill_in_cell *cell = cell_of(r, PHASES[p]);
        struct fill_in_row *other = fill_in_is_filled(cell) && !cell->remark ? row_of_one_source(r, PHASES[p]) : NULL;
        if (!other)
            continue;
        const char *where = form_where(r->sheet, other, fill_in_cell(r->sheet, other, PHASES[p]), r->arena);
        form_remark(cell,
                    finding_add(r->findings, FINDING_FORM_ALL_AND_ONE, form_place(r->answer, cell),
                                form_where(r->sheet, r->row, cell, r->arena), where, NULL),
                    r->arena);
    }
}

static void check_cover(const struct row *r)
{
    const char *id = r->row->id;
    if (cell_of(r, "answer")->kind == FILL_IN_ENTRY && strcmp(id, "supersedes") != 0 &&
        !fill_in_is_filled(cell_of(r, "answer")))
        fault(r, "answer", "bắt buộc điền mà để trống", "điền theo lời nhắc của ô", "it must be filled in");
}

static int number_of(const struct form_answer *answer, const char *row)
{
    const struct fill_in_cell *cell = form_entry(answer->book, FORM_COVER, row, "answer");
    return cell->has_number && !cell->number.scale && !cell->remark ? (int)cell->number.units : 0;
}

/* The day, month and year make a day; one that does not exist is told at the day. */
static void check_date(struct form_answer *answer, struct arena *arena, struct findings *findings)
{
    struct fill_in_sheet *sheet = fill_in_sheet(answer->book, FORM_COVER);
    struct row r = { answer, sheet, fill_in_row(sheet, "day"), arena, findings };
    int day = number_of(answer, "day"), month = number_of(answer, "month"), year = number_of(answer, "year");
    if (day && month && year && day > date_month_days(year, month))
        fault(&r, "answer", "tháng ấy không có ngày này", "sửa ngày ban hành", "that month has no such day");
}

static bool is_empty(const struct form_answer *answer)
{
    for (size_t s = 0; s < answer->book->sheet_count; s++) {
        const struct fill_in_sheet *sheet = &answer->book->sheets[s];
        for (size_t i = 0; strcmp(sheet->name, FORM_COVER) != 0 && i < sheet->row_count; i++)
            if (form_row_is_filled(sheet, &sheet->rows[i]))
                return false;
    }
    return true;
}

static void check_row(const struct row *r)
{
    if (strcmp(r->sheet->name, FORM_COVER) == 0)
        check_cover(r);
    else if (!form_row_is_filled(r->sheet, r->row))
        return;
    else if (strcmp(r->sheet->name, FORM_TARGETS) == 0)
        check_target(r);
    else if (strcmp(r->sheet->name, FORM_MONEY) == 0) {
        check_money(r);
        check_all_sources(r);
    }
}

void form_answer_check(struct form_answer *answer, struct arena *arena, struct findings *findings)
{
    size_t before = findings->count;
    if (is_empty(answer) && !answer->wrong) {
        finding_add(findings, FINDING_FORM_EMPTY, (struct place){ answer->path, 0 }, NULL);
        answer->wrong = true;
        return;
    }
    for (size_t s = 0; s < answer->book->sheet_count; s++)
        for (size_t i = 0; i < answer->book->sheets[s].row_count; i++) {
            struct row r = { answer, &answer->book->sheets[s], &answer->book->sheets[s].rows[i], arena, findings };
            if (r.row->id && r.row->cells[0].line) /* one that is lost has been told */
                check_row(&r);
        }
    check_date(answer, arena, findings);
    answer->wrong = answer->wrong || findings->count != before;
}
