#include "report/table_check.h"

#include "base/text.h"
#include "report/chart.h"

/* What table_check() knows while it walks over one table. */
struct check {
    const struct table *table;
    struct findings *findings;
    unsigned char *seen; /* one for each cell, used by one step at a time */
    bool good;
};

static void broken(struct check *check, const char *what)
{
    check->good = false;
    finding_add(check->findings, FINDING_TABLE_BROKEN, check->table->place, check->table->id ? check->table->id : "?", what,
                NULL);
}

static void broken_cell(struct check *check, size_t row, size_t column, const char *what)
{
    broken(check, arena_printf(check->findings->arena, "hàng %zu, cột %zu: %s", row + 1, column + 1, what));
}

static unsigned char *seen(struct check *check, size_t row, size_t column)
{
    return &check->seen[row * check->table->column_count + column];
}

static void clear_seen(struct check *check)
{
    size_t size = check->table->row_count * check->table->column_count;
    if (size)
        memset(check->seen, 0, size);
}

static void check_shape(struct check *check)
{
    const struct table *table = check->table;
    if (!table->id || !table->sheet || !table->column_count || table->font_size <= 0)
        broken(check, "thiếu mã, tên trang tính, cột hoặc cỡ chữ");
    if (table->head_rows > table->row_count || table->key_columns > table->column_count)
        broken(check, "số hàng đầu bảng hoặc số cột lặp lại lớn hơn bảng");
    for (size_t c = 0; c < table->column_count; c++)
        if (table->columns[c].width <= 0)
            broken(check, arena_printf(check->findings->arena, "cột %zu không có độ rộng", c + 1));
    for (size_t r = 0; r < table->row_count; r++)
        if ((table->rows[r].role == ROLE_HEAD) != (r < table->head_rows))
            broken(check, arena_printf(check->findings->arena, "hàng %zu: hàng đầu bảng không đứng đầu", r + 1));
}

static void check_texts(struct check *check)
{
    const struct table *table = check->table;
    const char *texts[] = {
        table->id, table->sheet, table->bookmark, table->annex, table->title, table->basis, table->unit
    };
    bool final = true;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        final = final && text_is_final(texts[i]);
    for (size_t i = 0; i < table->note_count; i++)
        final = final && table->notes[i] && text_is_final(table->notes[i]);
    for (size_t r = 0; r < table->row_count; r++)
        final = final && text_is_final(table->rows[r].bookmark);
    if (!final)
        broken(check, "chữ ngoài ô chưa chuẩn hóa hoặc có ký tự điều khiển");
}

static void check_content(struct check *check, size_t row, size_t column)
{
    const struct cell *cell = table_cell(check->table, row, column);
    bool has_text = cell->text && *cell->text;
    struct dec shown;
    if (!text_is_final(cell->text) || !text_is_final(cell->remark) || !text_is_final(cell->format.suffix))
        broken_cell(check, row, column, "chữ chưa chuẩn hóa hoặc có ký tự điều khiển");
    if (cell->covered && cell->kind != CELL_EMPTY)
        broken_cell(check, row, column, "ô bị ô gộp che mà có nội dung");
    if ((cell->kind == CELL_EMPTY) == has_text)
        broken_cell(check, row, column, "loại ô và chữ của ô không khớp");
    if (cell->kind == CELL_NUMBER && cell->value.units && !dec_rescale(&shown, cell->value, cell->format.decimals) &&
        cell->value.scale > cell->format.decimals)
        broken_cell(check, row, column, "số có nhiều chữ số thập phân hơn định dạng");
    if (cell->link && (cell->link->cell.row >= cell->link->table->row_count ||
                       cell->link->cell.column >= cell->link->table->column_count))
        broken_cell(check, row, column, "liên kết dẫn ra ngoài bảng");
    if (cell->kind != CELL_NUMBER && cell->term_count)
        broken_cell(check, row, column, "ô không phải số mà có số hạng");
}

static bool span_fits(const struct table *table, size_t row, size_t column)
{
    const struct cell *cell = table_cell(table, row, column);
    size_t last = row < table->head_rows ? table->head_rows : table->row_count;
    return cell->rows >= 1 && cell->columns >= 1 && cell->columns <= table->column_count - column &&
           cell->rows <= last - row;
}

/* Marks the cells of one span; any that is marked already or is not covered is at fault. */
static void take_span(struct check *check, size_t row, size_t column)
{
    const struct cell *cell = table_cell(check->table, row, column);
    for (size_t r = row; r < row + cell->rows; r++) {
        for (size_t c = column; c < column + cell->columns; c++) {
            bool origin = r == row && c == column;
            if (*seen(check, r, c) || (!origin && !table_cell(check->table, r, c)->covered))
                broken_cell(check, r, c, "các ô gộp chồng lên nhau");
            *seen(check, r, c) = 1;
        }
    }
}

static void check_spans(struct check *check)
{
    const struct table *table = check->table;
    clear_seen(check);
    for (size_t r = 0; r < table->row_count; r++) {
        for (size_t c = 0; c < table->column_count; c++) {
            if (table_cell(table, r, c)->covered)
                continue;
            if (span_fits(table, r, c))
                take_span(check, r, c);
            else
                broken_cell(check, r, c, "ô gộp vượt ra ngoài bảng hoặc ngoài phần đầu bảng");
        }
    }
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            if (table_cell(table, r, c)->covered && !*seen(check, r, c))
                broken_cell(check, r, c, "ô ghi là bị che nhưng không ô gộp nào che");
}

/* A blank cell counts as 0, on paper and in a spreadsheet. */
static bool is_number(const struct table *table, struct cell_ref ref)
{
    return ref.row < table->row_count && ref.column < table->column_count && table_at(table, ref)->kind != CELL_TEXT &&
           !table_at(table, ref)->covered;
}

/* False if a term is none; then nothing more can be said of the sum. */
static bool check_terms(struct check *check, size_t row, size_t column)
{
    const struct cell *cell = table_cell(check->table, row, column);
    struct dec sum = dec_of(0);
    bool exact = true;
    for (size_t i = 0; i < cell->term_count; i++) {
        struct cell_ref ref = cell->terms[i];
        if (!is_number(check->table, ref) || (ref.row == row && ref.column == column)) {
            broken_cell(check, row, column, "số hạng không phải một ô số khác trong bảng");
            return false;
        }
        exact = exact && dec_add(&sum, sum, table_at(check->table, ref)->value);
    }
    if (cell->term_count && (!exact || dec_cmp(sum, cell->value) != 0))
        broken_cell(check, row, column, "tổng các số hạng khác giá trị của ô");
    return true;
}

enum { UNVISITED, OPEN, DONE };

/* Depth-first over the terms: a spreadsheet refuses to compute cells that need one another. */
static bool has_cycle(struct check *check, size_t row, size_t column)
{
    const struct cell *cell = table_cell(check->table, row, column);
    unsigned char *state = seen(check, row, column);
    if (*state != UNVISITED)
        return *state == OPEN;
    *state = OPEN;
    for (size_t i = 0; i < cell->term_count; i++)
        if (has_cycle(check, cell->terms[i].row, cell->terms[i].column))
            return true;
    *state = DONE;
    return false;
}

static void check_sums(struct check *check)
{
    const struct table *table = check->table;
    bool sound = true;
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            if (table_cell(table, r, c)->kind == CELL_NUMBER)
                sound = check_terms(check, r, c) && sound;
    if (!sound)
        return;
    clear_seen(check);
    for (size_t r = 0; r < table->row_count; r++) {
        for (size_t c = 0; c < table->column_count; c++) {
            if (table_cell(table, r, c)->kind == CELL_NUMBER && has_cycle(check, r, c)) {
                broken_cell(check, r, c, "các tổng cộng lẫn nhau thành vòng");
                return;
            }
        }
    }
}

bool table_check(const struct table *table, struct findings *findings)
{
    struct check check = { .table = table, .findings = findings, .good = true };
    check_shape(&check);
    if (!check.good)
        return false; /* the steps below walk the grid and need its shape */
    check.seen = arena_alloc(findings->arena, table->row_count * table->column_count + 1, 1);
    check_texts(&check);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            check_content(&check, r, c);
    check_spans(&check);
    check_sums(&check);
    for (size_t i = 0; i < table->chart_count; i++) {
        const char *fault = chart_fault(&table->charts[i], table);
        if (fault)
            broken(&check, fault);
    }
    return check.good;
}
