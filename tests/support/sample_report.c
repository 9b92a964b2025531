#include "sample_report.h"

#include "report/wrap.h"

static int half(const struct metrics *metrics, enum face face, uint32_t codepoint)
{
    (void)metrics, (void)face, (void)codepoint;
    return 500;
}

static bool all(const struct metrics *metrics, enum face face, uint32_t codepoint)
{
    (void)metrics, (void)face, (void)codepoint;
    return true;
}

const struct metrics *sample_metrics(void)
{
    static const struct metrics METRICS = { .advance = half, .covers = all, .ascent = 900, .descent = 250 };
    return &METRICS;
}

struct table *sample_grid(struct arena *arena, size_t rows, size_t columns)
{
    struct table *table = arena_alloc(arena, 1, sizeof *table);
    *table = (struct table){ .id = "grid", .sheet = "Bảng", .font_size = 11000, .column_count = columns,
                             .head_rows = 1, .row_count = rows };
    table->columns = arena_alloc(arena, columns, sizeof *table->columns);
    table->rows = arena_alloc(arena, rows, sizeof *table->rows);
    for (size_t c = 0; c < columns; c++)
        table->columns[c].width = 50000;
    for (size_t r = 0; r < rows; r++) {
        table->rows[r].role = r ? ROLE_BODY : ROLE_HEAD;
        table->rows[r].cells = arena_alloc(arena, columns, sizeof *table->rows[r].cells);
        for (size_t c = 0; c < columns; c++)
            table->rows[r].cells[c] = (struct cell){ .columns = 1, .rows = 1 };
    }
    return table;
}

struct cell *sample_text(struct table *table, size_t row, size_t column, const char *text)
{
    struct cell *cell = table_cell(table, row, column);
    cell->kind = CELL_TEXT;
    cell->text = text;
    return cell;
}

void sample_format(struct cell *cell, struct arena *arena, struct numfmt format)
{
    cell->format = format;
    cell->text = numfmt_print(arena, format, cell->value, &cell->parts);
}

struct cell *sample_number(struct table *table, size_t row, size_t column, struct arena *arena, int64_t units,
                           unsigned scale)
{
    struct cell *cell = table_cell(table, row, column);
    cell->kind = CELL_NUMBER;
    cell->align = ALIGN_RIGHT;
    cell->value = (struct dec){ units, scale };
    sample_format(cell, arena, (struct numfmt){ .decimals = scale, .dash = true });
    return cell;
}

void sample_span(struct table *table, size_t row, size_t column, unsigned rows, unsigned columns)
{
    for (size_t r = row; r < row + rows; r++)
        for (size_t c = column; c < column + columns; c++)
            table_cell(table, r, c)->covered = r != row || c != column;
    table_cell(table, row, column)->rows = rows;
    table_cell(table, row, column)->columns = columns;
}

void sample_terms(struct table *table, size_t row, size_t column, struct arena *arena, size_t count,
                  const struct cell_ref *terms)
{
    struct cell_ref *copy = arena_alloc(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++)
        copy[i] = terms[i];
    table_cell(table, row, column)->terms = copy;
    table_cell(table, row, column)->term_count = (uint32_t)count;
}

#define LINE(words, style, points, length) \
    { .text = (words), .face = (style), .size = (points) * 1000, .align = ALIGN_CENTRE, .rule = (length) }

const struct block *sample_cover(void)
{
    static struct block_row rows[] = {
        { { [SIDE_LEFT] = LINE("UBND TỈNH", FACE_BOLD, 12, RULE_SHORT),
            [SIDE_RIGHT] = LINE("Độc lập", FACE_BOLD, 12, RULE_FULL) }, 0 },
        { { [SIDE_LEFT] = LINE("Số: 01/QĐ-UBND", FACE_REGULAR, 13, RULE_NONE),
            [SIDE_RIGHT] = LINE("ngày 02 tháng 3 năm 2020", FACE_ITALIC, 13, RULE_NONE) }, 12000 },
        { { [SIDE_WHOLE] = LINE("QUYẾT ĐỊNH", FACE_BOLD, 14, RULE_NONE) }, 36000 },
    };
    static const struct block cover = { .bookmark = "Trang đầu", .sheet = "Bìa", .left_percent = 40, .rows = rows,
                                        .count = sizeof rows / sizeof *rows };
    return &cover;
}

const struct block *sample_signature(void)
{
    static struct block_row rows[] = {
        { { [SIDE_RIGHT] = LINE("KT. CHỦ TỊCH", FACE_BOLD, 14, RULE_NONE) }, 34000 },
        { { [SIDE_RIGHT] = LINE("Nguyễn Văn A", FACE_BOLD, 14, RULE_NONE) }, 70000 },
    };
    static const struct block signature = { .left_percent = 50, .rows = rows, .count = sizeof rows / sizeof *rows };
    return &signature;
}

static void fill_head(struct table *table)
{
    static const struct { unsigned row, column, rows, columns; const char *text; } HEADS[] = {
        { 0, 0, 2, 1, "STT" },  { 0, 1, 2, 1, "Nội dung, nhiệm vụ" }, { 0, 2, 1, 2, "Năm 2021" },
        { 0, 4, 1, 2, "Năm 2022" }, { 0, 6, 2, 1, "Tổng cộng" },      { 1, 2, 1, 1, "NSTW" },
        { 1, 3, 1, 1, "NSĐP" }, { 1, 4, 1, 1, "NSTW" },               { 1, 5, 1, 1, "NSĐP" },
    };
    table->head_rows = 2;
    table->rows[1].role = ROLE_HEAD;
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        struct cell *cell = sample_text(table, HEADS[i].row, HEADS[i].column, HEADS[i].text);
        cell->face = FACE_BOLD;
        cell->align = ALIGN_CENTRE;
        sample_span(table, HEADS[i].row, HEADS[i].column, HEADS[i].rows, HEADS[i].columns);
    }
}

static void fill_numbers(struct table *table, struct arena *arena)
{
    static const struct cell_ref FIRST[] = { { SAMPLE_FIRST, 2 }, { SAMPLE_FIRST, 3 }, { SAMPLE_FIRST, 4 },
                                             { SAMPLE_FIRST, 5 } };
    static const struct cell_ref LOST[] = { { SAMPLE_LOST, 3 }, { SAMPLE_LOST, 5 } };
    static const struct cell_ref GROUP[] = { { SAMPLE_FIRST, 4 }, { SAMPLE_LOST, 4 } };
    sample_number(table, SAMPLE_FIRST, 2, arena, 19245, 1);
    sample_number(table, SAMPLE_FIRST, 3, arena, 0, 0);
    sample_number(table, SAMPLE_FIRST, 4, arena, -80, 0);
    sample_number(table, SAMPLE_FIRST, 5, arena, 4555, 1);
    sample_number(table, SAMPLE_FIRST, 6, arena, 23000, 1);
    sample_terms(table, SAMPLE_FIRST, 6, arena, 4, FIRST);
    sample_number(table, SAMPLE_LOST, 3, arena, 100, 0);
    sample_number(table, SAMPLE_LOST, 4, arena, 1377, 0);
    sample_number(table, SAMPLE_LOST, 5, arena, 9438726037, 0);
    sample_number(table, SAMPLE_LOST, 6, arena, 9438726137, 0);
    sample_terms(table, SAMPLE_LOST, 6, arena, 2, LOST);
    sample_number(table, SAMPLE_GROUP, 4, arena, 1297, 0);
    sample_terms(table, SAMPLE_GROUP, 4, arena, 2, GROUP);
    sample_number(table, SAMPLE_SPREAD, 2, arena, 12345, 1);
    sample_span(table, SAMPLE_SPREAD, 2, 1, 2);
    sample_number(table, SAMPLE_TALL, 2, arena, 7, 0);
    sample_number(table, SAMPLE_TALL + 1, 2, arena, 8, 0);
}

static void fill_texts(struct table *table)
{
    struct cell *cell = sample_text(table, SAMPLE_LOST, 2, "[…]");
    cell->align = ALIGN_RIGHT;
    cell->marked = true;
    cell->remark = "Ô bị mất trong bản quét.";
    sample_text(table, SAMPLE_GROUP, 0, "I")->face = FACE_BOLD;
    sample_text(table, SAMPLE_GROUP, 1, "Tuyên truyền, phổ biến, đào tạo nguồn nhân lực")->face = FACE_BOLD;
    sample_text(table, SAMPLE_FIRST, 0, "1")->align = ALIGN_CENTRE;
    sample_text(table, SAMPLE_FIRST, 1, "Triển khai phổ biến pháp luật về thương mại điện tử (50 triệu/lớp/năm) cho "
                                        "cán bộ, doanh nghiệp và người dân trên địa bàn tỉnh");
    sample_text(table, SAMPLE_LOST, 0, "2")->align = ALIGN_CENTRE;
    sample_text(table, SAMPLE_LOST, 1, "=Hỗ trợ «A & B» <xây dựng>");
    sample_text(table, SAMPLE_SPREAD, 1, "Kinh phí chung cả hai nguồn");
    sample_text(table, SAMPLE_NOTE, 0,
                "Kinh phí của các nhiệm vụ trên được cân đối trong dự toán ngân sách hằng năm của các sở, ngành, địa "
                "phương và huy động từ các nguồn hợp pháp khác theo quy định của pháp luật hiện hành.")->face = FACE_ITALIC;
    table->rows[SAMPLE_NOTE].role = ROLE_NOTE;
    sample_span(table, SAMPLE_NOTE, 0, 1, SAMPLE_COLUMNS);
    sample_text(table, 7, 0, "II. Phát triển hạ tầng")->face = FACE_BOLD;
    sample_span(table, 7, 0, 1, SAMPLE_COLUMNS);
    sample_text(table, SAMPLE_TALL, 1, "Một nội dung đứng chung cho hai hàng liền nhau của bảng");
    sample_span(table, SAMPLE_TALL, 1, 2, 1);
}

static void fill_total(struct table *table, struct arena *arena)
{
    struct cell *label = sample_text(table, SAMPLE_TOTAL, 0, "Tổng cộng: (I+II)"), *total;
    label->face = FACE_BOLD;
    label->align = ALIGN_CENTRE;
    sample_span(table, SAMPLE_TOTAL, 0, 1, 2);
    total = sample_number(table, SAMPLE_TOTAL, 6, arena, 1717, 0);
    total->face = FACE_BOLD;
    total->marked = true;
    total->text = "1.717 (*)";
    total->remark = "Quyết định ghi 1.717; cộng các dòng được 9.438.728.437, chênh 9.438.726.720.";
    table->rows[SAMPLE_TOTAL].role = ROLE_TOTAL;
}

static struct table *targets(struct arena *arena)
{
    struct table *table = sample_grid(arena, 3, 2);
    table->id = "chi-tieu";
    table->sheet = "Chỉ tiêu";
    table->title = "CHỈ TIÊU ĐẾN NĂM 2025";
    sample_text(table, 0, 0, "Chỉ tiêu")->align = ALIGN_CENTRE;
    sample_text(table, 0, 1, "Năm")->align = ALIGN_CENTRE;
    sample_text(table, 1, 0, "Dân số mua sắm trực tuyến");
    sample_format(sample_number(table, 1, 1, arena, 2025, 0), arena, (struct numfmt){ .plain = true });
    sample_text(table, 2, 0, "Tỷ lệ");
    sample_format(sample_number(table, 2, 1, arena, 55, 0), arena, (struct numfmt){ .suffix = "%" });
    table->columns[0].width = MM(120);
    table->columns[1].width = MM(30);
    return table;
}

static struct table *budget(struct arena *arena)
{
    static const char *NOTES[] = { "(*) Số ghi trong quyết định không bằng tổng các dòng; số ghi được giữ nguyên.",
                                   "[…] Số bị mất trong bản quét của quyết định, không đọc được và không suy đoán; "
                                   "cần đối chiếu với bản gốc trước khi sử dụng." };
    struct table *table = sample_grid(arena, SAMPLE_ROWS, SAMPLE_COLUMNS);
    table->id = "pl1-kinh-phi";
    table->sheet = "PL1";
    table->annex = "Phụ lục I";
    table->title = "TỔNG HỢP KINH PHÍ THỰC HIỆN KẾ HOẠCH PHÁT TRIỂN THƯƠNG MẠI ĐIỆN TỬ TỈNH THÁI BÌNH GIAI ĐOẠN 2021 - "
                   "2025";
    table->basis = "(Kèm theo Quyết định số 3192/QĐ-UBND ngày 18 tháng 11 năm 2020 của Ủy ban nhân dân tỉnh Thái Bình)";
    table->unit = "Đơn vị tính: triệu đồng";
    table->key_columns = 2;
    table->columns[0].width = MM(10);
    table->columns[1].width = MM(50);
    for (size_t c = 2; c < SAMPLE_COLUMNS; c++)
        table->columns[c].width = MM(20);
    table->notes = NOTES;
    table->note_count = 2;
    fill_head(table);
    fill_numbers(table, arena);
    fill_texts(table);
    fill_total(table, arena);
    return table;
}

struct report *sample_report(struct arena *arena, const struct metrics *metrics)
{
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    *report = (struct report){ .id = "mau",
                               .title = "Phụ lục \"mẫu\" <1 & 2>",
                               .author = "Sở Công Thương",
                               .subject = "Quyết định số 3192/QĐ-UBND",
                               .language = "vi",
                               .as_of = { 2020, 11, 18 },
                               .control_line = "1 & 2: mã kiểm tra 0a1b2c3d",
                               .table_count = 2 };
    report->tables = arena_alloc(arena, 2, sizeof *report->tables);
    report->tables[0] = *budget(arena);
    report->tables[1] = *targets(arena);
    for (size_t i = 0; i < report->table_count; i++)
        table_measure(&report->tables[i], metrics, arena);
    return report;
}
