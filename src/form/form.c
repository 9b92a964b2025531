#include "form/form.h"

#include "base/text.h"
#include "content/report_words.h"
#include "content/words.h"
#include "form/form_rows.h"

const char *const FORM_STATUS[] = { "Chính thức", "Sơ bộ", "Số đặt ra để thử", NULL };
const char *const FORM_STATE[] = { "Chính thức", "Ước, sơ bộ", "Chưa có số liệu", NULL };
const char *const FORM_BASIS[] = { "Riêng kỳ này", "Lũy kế", NULL };
const char *const FORM_OP[] = { "đúng bằng", "từ … trở lên", "hơn",          "không quá", "dưới",
                                "khoảng",    "gần",          "trong khoảng", NULL };

static const struct entry_rule NAME = { .type = ENTRY_TEXT,
                                        .title = "Đơn vị báo cáo",
                                        .hint = "Tên đơn vị điền biểu này, như trong con dấu." };
static const struct entry_rule STATUS = {
    .type = ENTRY_CHOICE, .choices = FORM_STATUS, .title = "Loại số liệu", .hint = "Chọn một mục trong danh sách."
};
static const struct entry_rule BASIS = { .type = ENTRY_CHOICE,
                                         .choices = FORM_BASIS,
                                         .title = "Cách tính",
                                         .hint =
                                             "Riêng kỳ này: số của riêng kỳ. Lũy kế: tiền từ đầu năm, số đếm từ đầu giai "
                                             "đoạn. Chọn một mục trong danh sách." };
static const struct entry_rule DAY = { .type = ENTRY_NUMBER,
                                       .has_least = true,
                                       .has_most = true,
                                       .least = 1,
                                       .most = 31,
                                       .title = "Ngày",
                                       .hint = "Một số từ 1 đến 31." };
static const struct entry_rule MONTH = { .type = ENTRY_NUMBER,
                                         .has_least = true,
                                         .has_most = true,
                                         .least = 1,
                                         .most = 12,
                                         .title = "Tháng",
                                         .hint = "Một số từ 1 đến 12." };
static const struct entry_rule YEAR = { .type = ENTRY_NUMBER,
                                        .has_least = true,
                                        .has_most = true,
                                        .least = 1900,
                                        .most = 2999,
                                        .title = "Năm",
                                        .hint = "Bốn chữ số, ví dụ 2026." };
static const struct entry_rule SUPERSEDES = {
    .type = ENTRY_ID,
    .title = "Đính chính",
    .hint = "Chỉ điền khi báo cáo này thay một báo cáo đã ban hành: mã của báo cáo cũ."
};

void form_put(struct fill_in_cell *cell, enum fill_in_kind kind, const char *text)
{
    cell->kind = kind;
    cell->text = text && *text ? text : NULL;
}

void form_open(struct fill_in_cell *cell, const struct entry_rule *rule)
{
    *cell = (struct fill_in_cell){ .kind = FILL_IN_ENTRY, .rule = rule };
}

void form_put_number(struct fill_in_cell *cell, struct dec number)
{
    *cell = (struct fill_in_cell){ .kind = FILL_IN_KNOWN, .has_number = true, .number = number };
}

void form_add_head(struct fill_in_sheet *sheet, const char *const *words, struct arena *arena)
{
    struct fill_in_cell *cells = fill_in_add_row(sheet, NULL, arena);
    for (size_t i = 0; i < sheet->column_count; i++)
        form_put(&cells[i], FILL_IN_HEAD, words[i]);
    sheet->head_rows = sheet->row_count;
}

int form_choice(const char *const *choices, const char *text)
{
    for (int i = 0; text && choices[i]; i++)
        if (strcmp(choices[i], text) == 0)
            return i;
    return -1;
}

struct fill_in_cell *form_entry(const struct fill_in_book *book, const char *sheet, const char *row, const char *key)
{
    const struct fill_in_sheet *on = fill_in_sheet(book, sheet);
    struct fill_in_row *at = on ? fill_in_row(on, row) : NULL;
    return at ? fill_in_cell(on, at, key) : NULL;
}

static void add_words(struct fill_in_sheet *sheet, enum fill_in_kind kind, const char *text, struct arena *arena)
{
    form_put(&fill_in_add_row(sheet, NULL, arena)[0], kind, text);
}

static void add_question(struct fill_in_sheet *sheet, const char *id, const char *label, const struct entry_rule *rule,
                         struct arena *arena)
{
    struct fill_in_cell *cells = fill_in_add_row(sheet, id, arena);
    form_put(&cells[0], FILL_IN_KNOWN, label);
    form_open(&cells[1], rule);
}

static void add_known(struct fill_in_sheet *sheet, const char *id, const char *label, const char *text, struct arena *arena)
{
    struct fill_in_cell *cells = fill_in_add_row(sheet, id, arena);
    form_put(&cells[0], FILL_IN_KNOWN, label);
    form_put(&cells[1], FILL_IN_KNOWN, text);
}

static void add_instructions(struct fill_in_sheet *sheet, struct arena *arena)
{
    static const char *const LINES[] = {
        "1. Chỉ điền vào các ô trắng có khung; ô nền xám là nội dung của kế hoạch, đã khóa.",
        "2. Số gõ là số, không gõ kèm đơn vị. Tiền tính bằng triệu đồng.",
        "3. Đã đếm mà không có thì điền 0. Chưa có số thì chọn “Chưa có số liệu” ở cột Tình trạng, không điền 0. Dòng không "
        "thuộc đơn vị mình thì để trống.",
        "4. Không thêm, xóa, gộp hay chuyển dòng, cột, trang; không đặt công thức; không dán đè lên ô khóa. Chép số từ tệp khác thì "
        "dùng Dán đặc biệt, Chỉ giá trị (Paste Special, Values).",
        "5. Lưu dưới dạng sổ tính Excel (.xlsx), giữ nguyên tên các trang, rồi gửi lại cho nơi đã gửi biểu. Ô nào điền chưa đúng, biểu "
        "được trả lại với lời nhắc ngay tại ô ấy.",
    };
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        add_words(sheet, FILL_IN_WORDS, LINES[i], arena);
}

static void add_cover(struct fill_in_book *book, const struct form_request *request, struct arena *arena)
{
    static const struct fill_in_column COLUMNS[] = { { "question", 62 }, { "answer", 44 } };
    struct fill_in_sheet *sheet = fill_in_add_sheet(book, FORM_COVER, COLUMNS, 2, arena);
    const struct plan *plan = request->plan;
    enum regime regime = office_regime(request->office, request->period);
    add_words(sheet, FILL_IN_TITLE, "BIỂU THU THẬP SỐ LIỆU", arena);
    add_words(sheet, FILL_IN_WORDS, book->title, arena);
    add_words(sheet, FILL_IN_NOTHING, NULL, arena);
    add_instructions(sheet, arena);
    add_words(sheet, FILL_IN_NOTHING, NULL, arena);
    add_known(sheet, "plan", "Kế hoạch", plan->decision.plan_name, arena);
    add_known(sheet, "decision", "Ban hành theo", citation_words(arena, plan), arena);
    add_known(sheet, "unit", "Địa bàn",
              unit_short_words(arena, request->catalogue, plan->unit, plan->decision.issued, plan->decision.issued), arena);
    add_known(sheet, "period", "Kỳ báo cáo",
              arena_printf(arena, "%s, từ ngày %s đến ngày %s", period_in_words(arena, request->period),
                           date_figures(arena, period_first_day(request->period, regime)),
                           date_figures(arena, period_last_day(request->period, regime))),
              arena);
    if (request->body)
        add_known(sheet, "body", "Hoạt động do đơn vị này chủ trì", request->body, arena);
    add_question(sheet, "respondent", "Đơn vị báo cáo (bắt buộc)", &NAME, arena);
    add_question(sheet, "status", "Loại số liệu (bắt buộc)", &STATUS, arena);
    add_question(sheet, "basis", "Số liệu tính riêng kỳ này hay lũy kế (bắt buộc)", &BASIS, arena);
    add_question(sheet, "day", "Ngày ban hành báo cáo: ngày (bắt buộc)", &DAY, arena);
    add_question(sheet, "month", "Ngày ban hành báo cáo: tháng (bắt buộc)", &MONTH, arena);
    add_question(sheet, "year", "Ngày ban hành báo cáo: năm (bắt buộc)", &YEAR, arena);
    add_question(sheet, "supersedes", "Mã báo cáo cũ mà báo cáo này thay (để trống nếu không phải đính chính)", &SUPERSEDES,
                 arena);
}

static void add_facts(struct fill_in_book *book, const struct form_request *request, struct arena *arena)
{
    char digest[SHA256_TEXT_SIZE];
    fill_in_digest(digest, book);
    fill_in_add_fact(book, "form", FORM_VERSION);
    fill_in_add_fact(book, "plan", request->plan->id);
    fill_in_add_fact(book, "period", period_text(arena, request->period));
    fill_in_add_fact(book, "body", request->body ? request->body : "");
    fill_in_add_fact(book, "digest", arena_string(arena, digest));
}

struct fill_in_book *form_make(const struct form_request *request, struct arena *arena, struct findings *findings)
{
    struct fill_in_book *book = arena_alloc(arena, 1, sizeof *book);
    const char *organ = request->office->reporter.organ_name;
    book->title = arena_printf(arena, "Kết quả thực hiện %s, %s", request->plan->decision.plan_name,
                               period_in_words(arena, request->period));
    book->author = organ ? organ : request->plan->decision.organ_name;
    add_cover(book, request, arena);
    if (!request->body)
        form_add_targets(book, request, arena);
    if (!form_add_money(book, request, arena, findings))
        return NULL;
    form_add_words(book, arena);
    add_facts(book, request, arena);
    return book;
}
