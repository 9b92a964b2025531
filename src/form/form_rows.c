#include "form/form_rows.h"

#include "base/text.h"
#include "calc/totals.h"
#include "content/words.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct entry_rule STATE = {
    .type = ENTRY_CHOICE,
    .choices = FORM_STATE,
    .title = "Tình trạng",
    .hint = "Để trống: như Loại số liệu ở trang đầu. Chưa có số thì chọn “Chưa có số liệu” "
            "và không điền số."
};
static const struct entry_rule OP = {
    .type = ENTRY_CHOICE,
    .choices = FORM_OP,
    .title = "Cách ghi",
    .hint = "Để trống: đúng bằng. Một khoảng: chọn “trong khoảng”, điền cả hai cột Giá trị và Đến."
};
static const struct entry_rule LEVEL = { .type = ENTRY_NUMBER,
                                         .has_least = true,
                                         .decimals = 6,
                                         .title = "Giá trị",
                                         .hint = "Một số không âm, theo đơn vị tính của dòng." };
static const struct entry_rule GROWTH = {
    .type = ENTRY_NUMBER, .decimals = 6, .title = "Giá trị", .hint = "Tốc độ tăng của riêng năm ấy; giảm thì điền số âm."
};
static const struct entry_rule OUT_OF = { .type = ENTRY_NUMBER,
                                          .has_least = true,
                                          .least = 1,
                                          .title = "Xếp trên tổng số",
                                          .hint = "Số đơn vị được xếp hạng, số nguyên." };
static const struct entry_rule BASIS = {
    .type = ENTRY_CHOICE, .choices = FORM_BASIS, .title = "Cách tính", .hint = "Chỉ chọn khi khác với trang đầu."
};
static const struct entry_rule MONEY = { .type = ENTRY_NUMBER,
                                         .has_least = true,
                                         .decimals = 6,
                                         .title = "Số tiền",
                                         .hint = "Triệu đồng, không âm, nhiều nhất 6 số lẻ (đến từng đồng)." };
static const struct entry_rule SOURCE = { .type = ENTRY_TEXT,
                                          .title = "Nguồn số liệu",
                                          .hint = "Số lấy từ đâu, ví dụ: Cục Thống kê." };
static const struct entry_rule NOTE = {
    .type = ENTRY_TEXT,
    .title = "Giải thích",
    .hint = "Để trống nếu không có gì cần nói. Mục tiêu không có số thì ghi kết quả bằng lời."
};
static const struct entry_rule PARAGRAPH = { .type = ENTRY_TEXT,
                                             .title = "Lời báo cáo",
                                             .hint = "Mỗi ô một đoạn; thiếu ô thì gộp các đoạn vào một ô. In nguyên văn." };

static void put_goal(struct fill_in_cell *cell, const struct target *target, struct arena *arena)
{
    form_put(cell, FILL_IN_KNOWN, goal_words(arena, &target->measure));
}

static void add_target(struct fill_in_sheet *sheet, const struct target *target, size_t number, struct arena *arena)
{
    struct fill_in_cell *cells = fill_in_add_row(sheet, target->id, arena);
    const struct measure *measure = &target->measure;
    form_put(&cells[0], FILL_IN_KNOWN, arena_printf(arena, "%zu", number));
    form_put(&cells[1], FILL_IN_KNOWN, target->text);
    form_put(&cells[2], FILL_IN_KNOWN, measure->unit);
    put_goal(&cells[3], target, arena);
    form_put(&cells[4], FILL_IN_KNOWN, measure->year ? arena_printf(arena, "%d", measure->year) : NULL);
    form_open(&cells[5], &STATE);
    form_open(&cells[6], &OP);
    form_open(&cells[7], measure->kind == MEASURE_GROWTH ? &GROWTH : &LEVEL);
    form_open(&cells[8], measure->kind == MEASURE_GROWTH ? &GROWTH : &LEVEL);
    if (measure->kind == MEASURE_RANK)
        form_open(&cells[9], &OUT_OF);
    else
        form_put(&cells[9], FILL_IN_KNOWN, NULL);
    form_open(&cells[10], &BASIS);
    form_open(&cells[11], &SOURCE);
    form_open(&cells[12], &NOTE);
}

void form_add_targets(struct fill_in_book *book, const struct form_request *request, struct arena *arena)
{
    static const struct fill_in_column COLUMNS[] = { { "no", 5 },    { "text", 46 },  { "measure", 12 },
                                                     { "goal", 12 }, { "due", 7 },    { "state", 14 },
                                                     { "op", 13 },   { "value", 12 }, { "high", 10 },
                                                     { "outOf", 9 }, { "basis", 12 }, { "dataSource", 20 },
                                                     { "note", 30 } };
    static const char *const HEAD[] = { "TT",         "Chỉ tiêu",      "Đơn vị tính", "Mục tiêu", "Đến năm",
                                        "Tình trạng", "Cách ghi",      "Giá trị",     "Đến",      "Xếp trên tổng số",
                                        "Cách tính",  "Nguồn số liệu", "Giải thích" };
    const struct plan *plan = request->plan;
    if (!plan->target_count)
        return;
    struct fill_in_sheet *sheet = fill_in_add_sheet(book, FORM_TARGETS, COLUMNS, COUNT(COLUMNS), arena);
    sheet->landscape = true;
    form_add_head(sheet, HEAD, arena);
    for (size_t i = 0; i < plan->target_count; i++)
        add_target(sheet, &plan->targets[i], i + 1, arena);
}

bool form_is_led_by(const struct plan_row *row, const char *body, struct arena *arena)
{
    for (size_t i = 0; i < row->lead_count; i++)
        if (text_same_name(arena, row->leads[i], body))
            return true;
    return false;
}

/* What a row of money is about; row and source NULL: the whole plan, all sources. */
struct subject {
    const char *row, *no, *title;
    const struct source *source;
    bool has_planned, has_whole;
    struct dec planned, whole;
};

static struct dec in_millions(int64_t dong)
{
    enum { MILLION = 6 };
    return dec_from_whole(dong, MILLION, 0);
}

static void add_amounts(struct fill_in_sheet *sheet, const struct subject *subject, struct arena *arena)
{
    const char *source = subject->source ? subject->source->id : "";
    const char *id = arena_printf(arena, "%s/%s", subject->row ? subject->row : "", source);
    struct fill_in_cell *cells = fill_in_add_row(sheet, id, arena);
    form_put(&cells[0], FILL_IN_KNOWN, subject->no);
    form_put(&cells[1], FILL_IN_KNOWN, subject->title);
    form_put(&cells[2], FILL_IN_KNOWN, subject->source ? subject->source->name : "Mọi nguồn (chỉ khi không tách được)");
    form_put(&cells[3], FILL_IN_KNOWN, NULL);
    form_put(&cells[4], FILL_IN_KNOWN, NULL);
    if (subject->has_planned)
        form_put_number(&cells[3], subject->planned);
    if (subject->has_whole)
        form_put_number(&cells[4], subject->whole);
    form_open(&cells[5], &MONEY);
    form_open(&cells[6], &MONEY);
    form_open(&cells[7], &MONEY);
    form_open(&cells[8], &STATE);
}

static void take_total(struct subject *subject, const struct totals *totals, int year)
{
    for (size_t i = 0; i < totals->count; i++) {
        const struct total *total = &totals->items[i];
        if (total->source != subject->source || !total->whole || total->unsettled)
            continue;
        if (total->year == year) {
            subject->has_planned = true;
            subject->planned = in_millions(total->computed);
        } else if (!total->year) {
            subject->has_whole = true;
            subject->whole = in_millions(total->computed);
        }
    }
}

static bool add_plan(struct fill_in_sheet *sheet, const struct form_request *request, struct arena *arena,
                     struct findings *findings)
{
    const struct plan *plan = request->plan;
    struct totals totals;
    if (!totals_compute(&totals, plan, arena, findings))
        return false;
    for (size_t i = 0; i <= plan->source_count; i++) {
        struct subject subject = { .title = "Cả kế hoạch" };
        subject.source = i < plan->source_count ? &plan->sources[i] : NULL;
        take_total(&subject, &totals, request->period.year);
        add_amounts(sheet, &subject, arena);
    }
    return true;
}

/* A number as the plan states it. */
static bool known_money(const struct plan_row *row, const struct source *source, int year, struct dec *money)
{
    const struct figure *figure = row_figure(row, source, year);
    if (!figure || figure->state != FIGURE_NUMBER || figure->op != FIGURE_EXACT)
        return false;
    *money = in_millions(figure->dong);
    return true;
}

static bool row_has_source(const struct plan_row *row, const struct source *source)
{
    for (size_t i = 0; i < row->figure_count; i++)
        if (row->figures[i].source == source && row->figures[i].state != FIGURE_BLANK)
            return true;
    return false;
}

/* The row of each source that it has money of, and one of all sources unless there is a single source. */
static void add_row(struct fill_in_sheet *sheet, const struct form_request *request, const struct plan_row *row,
                    struct arena *arena)
{
    const struct plan *plan = request->plan;
    size_t sources = 0;
    for (size_t i = 0; i <= plan->source_count; i++) {
        const struct source *source = i < plan->source_count ? &plan->sources[i] : NULL;
        bool asked = source || !sources ? row_has_source(row, source) : sources > 1;
        if (!asked)
            continue;
        struct subject subject = { .row = row->id, .no = row->no, .title = row->title, .source = source };
        subject.has_planned = known_money(row, source, request->period.year, &subject.planned);
        subject.has_whole = known_money(row, source, 0, &subject.whole);
        add_amounts(sheet, &subject, arena);
        sources++;
    }
}

static bool asks_of(const struct plan_table *table, const struct plan_row *row)
{
    return (row->kind == ROW_GROUP || row->kind == ROW_ACTIVITY) && !row->repealed && row->figure_count &&
           !table->repeat_count;
}

bool form_add_money(struct fill_in_book *book, const struct form_request *request, struct arena *arena,
                    struct findings *findings)
{
    static const struct fill_in_column COLUMNS[] = { { "no", 6 },         { "text", 46 },      { "source", 22 },
                                                     { "planned", 14 },   { "whole", 14 },     { "carriedIn", 14 },
                                                     { "allocated", 14 }, { "disbursed", 14 }, { "state", 15 } };
    const char *const head[] = { "TT",
                                 "Nội dung",
                                 "Nguồn vốn",
                                 arena_printf(arena, "Kế hoạch năm %d (triệu đồng)", request->period.year),
                                 "Kế hoạch cả giai đoạn (triệu đồng)",
                                 "Năm trước chuyển sang (triệu đồng)",
                                 "Dự toán giao trong năm (triệu đồng)",
                                 "Đã giải ngân (triệu đồng)",
                                 "Tình trạng" };
    const struct plan *plan = request->plan;
    struct fill_in_sheet *sheet = fill_in_add_sheet(book, FORM_MONEY, COLUMNS, COUNT(COLUMNS), arena);
    sheet->landscape = true;
    form_add_head(sheet, head, arena);
    if (!request->body && !add_plan(sheet, request, arena, findings))
        return false;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            if (asks_of(&plan->tables[t], row) && (!request->body || form_is_led_by(row, request->body, arena)))
                add_row(sheet, request, row, arena);
        }
    return true;
}

static bool is_named(const char *const *names, size_t count, const char *name, struct arena *arena)
{
    for (size_t i = 0; i < count; i++)
        if (text_same_name(arena, names[i], name))
            return true;
    return false;
}

const char **form_bodies(const struct plan *plan, size_t *count, struct arena *arena)
{
    const char **bodies = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            for (size_t i = 0; asks_of(&plan->tables[t], row) && i < row->lead_count; i++) {
                if (is_named(bodies, *count, row->leads[i], arena))
                    continue;
                const char **added = ARENA_PUSH(arena, bodies, *count, capacity);
                *added = row->leads[i];
            }
        }
    return bodies;
}

void form_add_words(struct fill_in_book *book, struct arena *arena)
{
    static const struct fill_in_column COLUMNS[] = { { "kind", 30 }, { "text", 90 } };
    static const char *const HEAD[] = { "Phần", "Nội dung" };
    static const struct {
        const char *id, *words;
        int cells;
    } PARTS[] = { { "general", "Đánh giá chung", 4 },
                  { "shortcoming", "Tồn tại, hạn chế", 4 },
                  { "cause", "Nguyên nhân", 4 },
                  { "proposal", "Kiến nghị, đề xuất", 4 },
                  { "note", "Ghi chú", 3 } };
    struct fill_in_sheet *sheet = fill_in_add_sheet(book, FORM_WORDS, COLUMNS, COUNT(COLUMNS), arena);
    sheet->landscape = true;
    form_add_head(sheet, HEAD, arena);
    for (size_t i = 0; i < COUNT(PARTS); i++)
        for (int n = 1; n <= PARTS[i].cells; n++) {
            struct fill_in_cell *cells = fill_in_add_row(sheet, arena_printf(arena, "%s.%d", PARTS[i].id, n), arena);
            form_put(&cells[0], FILL_IN_KNOWN, PARTS[i].words);
            form_open(&cells[1], &PARAGRAPH);
            sheet->rows[sheet->row_count - 1].lines = 3;
        }
}
