#include "base/text.h"
#include "output/renderers.h"
#include "output/xlsx_block.h"
#include "output/xlsx_book.h"
#include "output/xlsx_chart.h"
#include "output/xlsx_guard.h"
#include "output/xlsx_page.h"
#include "report/wrap.h"

enum { OPENING_GAP_ROWS = 1 };
enum { ANNEX_SIZE = 14000, TITLE_SIZE = 14000, BASIS_SIZE = 13000, UNIT_SIZE = 12000 };

/* One table on its sheet. */
struct sheet {
    struct book *book;
    const struct report *report;
    size_t index;
    const struct table *table;
    const struct metrics *metrics;
    lxw_worksheet *sheet;
    unsigned next;             /* first row not used yet */
    unsigned *rows, *lines;    /* of each table row: its first row on the sheet, and how many it takes */
    struct xlsx_area area;
    const struct sheet *all;   /* of the workbook, by index in the report: where links lead */
};

/* A place inside a span, counted from its first cell. */
struct part {
    bool first, left, right, top, bottom;
};

static void set_columns(struct sheet *s)
{
    for (size_t c = 0; c < s->table->column_count; c++) {
        unsigned pixels = xlsx_library_pixels(xlsx_column_pixels(s->table, c, s->metrics, s->book->arena));
        book_watch(s->book, worksheet_set_column_pixels(s->sheet, (lxw_col_t)c, (lxw_col_t)c, pixels, NULL));
    }
}

static void set_height(struct sheet *s, unsigned row, mpt height)
{
    book_watch(s->book, worksheet_set_row_pixels(s->sheet, row, xlsx_row_pixels(height), NULL));
}

static void write_text(struct sheet *s, unsigned row, size_t column, const char *text, struct style style)
{
    book_text(s->book, s->sheet, row, column, text, style);
}

static void merge(struct sheet *s, unsigned row, size_t column, unsigned rows, size_t columns, const char *text,
                  struct style style)
{
    book_merge(s->book, s->sheet, (struct cell_ref){ row, (unsigned)column }, rows, columns, text, style);
}

/* A line above or below the grid, over all columns. */
static void add_line(struct sheet *s, const char *text, struct style style)
{
    if (!text || !*text)
        return;
    size_t columns = s->table->column_count;
    mpt width = table_span_width(s->table, 0, (unsigned)columns);
    style.wrap = true;
    set_height(s, s->next, xlsx_text_height(s->metrics, style.face, style.size, width, text, s->book->arena));
    merge(s, s->next++, 0, 1, columns, text, style);
}

/* A heading is broken here: a spreadsheet would leave "– 2025" alone on a line. */
static void add_heading(struct sheet *s, const char *text, struct style style)
{
    if (!text)
        return;
    size_t count;
    struct text broken = text_in(s->book->arena);
    mpt width = table_span_width(s->table, 0, (unsigned)s->table->column_count) - 2 * CELL_PADDING_X;
    const struct line *lines = wrap_text(s->metrics, style.face, style.size, width, text, s->book->arena, &count);
    for (size_t i = 0; i < count; i++) {
        text_add(&broken, i ? "\n" : "");
        text_addn(&broken, lines[i].text, lines[i].length);
    }
    add_line(s, text_str(&broken), style);
}

static void add_banner(struct sheet *s)
{
    const struct table *table = s->table;
    add_heading(s, table->annex, (struct style){ .face = FACE_BOLD, .size = ANNEX_SIZE, .align = ALIGN_CENTRE });
    add_heading(s, table->title, (struct style){ .face = FACE_BOLD, .size = TITLE_SIZE, .align = ALIGN_CENTRE });
    add_heading(s, table->basis, (struct style){ .face = FACE_ITALIC, .size = BASIS_SIZE, .align = ALIGN_CENTRE });
    add_line(s, table->unit, (struct style){ .face = FACE_ITALIC, .size = UNIT_SIZE, .align = ALIGN_RIGHT });
}

/* An empty row keeps the notes out of the region that a spreadsheet sorts and filters. */
static void add_notes(struct sheet *s)
{
    enum { GAP = 6000 };
    if (s->table->note_count)
        set_height(s, s->next++, GAP);
    for (size_t i = 0; i < s->table->note_count; i++)
        add_line(s, s->table->notes[i], (struct style){ .size = s->table->font_size, .top = true });
}

/* A text over several columns of the data is broken here, a line a row: without merging nothing else wraps it. */
static bool is_spread_text(const struct cell *cell)
{
    return !cell->covered && cell->columns > 1 && cell->kind == CELL_TEXT;
}

static const struct line *spread_lines(struct sheet *s, size_t column, const struct cell *cell, size_t *count)
{
    mpt width = table_span_width(s->table, column, cell->columns) - 2 * CELL_PADDING_X;
    return wrap_text(s->metrics, cell->face, s->table->font_size, width, cell->text, s->book->arena, count);
}

static unsigned row_lines(struct sheet *s, size_t row)
{
    size_t most = 1;
    for (size_t c = 0; row >= s->table->head_rows && c < s->table->column_count; c++) {
        const struct cell *cell = table_cell(s->table, row, c);
        size_t count = 1;
        if (is_spread_text(cell))
            spread_lines(s, c, cell, &count);
        most = count > most ? count : most;
    }
    return (unsigned)most;
}

static unsigned banner_rows(const struct table *table)
{
    const char *lines[] = { table->annex, table->title, table->basis, table->unit };
    unsigned count = 0;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        count += lines[i] && *lines[i];
    return count;
}

/* Where everything will stand, before anything is written: links lead forwards too. */
static void place_rows(struct sheet *s)
{
    s->next = banner_rows(s->table);
    if (s->table->opening)
        s->next += xlsx_block_rows(s->book, s->table, s->table->opening, s->metrics) + OPENING_GAP_ROWS;
    s->rows = arena_alloc(s->book->arena, s->table->row_count + 1, sizeof *s->rows);
    s->lines = arena_alloc(s->book->arena, s->table->row_count + 1, sizeof *s->lines);
    s->area.head = s->next;
    for (size_t r = 0; r < s->table->row_count; r++) {
        s->rows[r] = s->next;
        s->lines[r] = row_lines(s, r);
        s->next += s->lines[r];
    }
    s->area.data = s->table->head_rows < s->table->row_count ? s->rows[s->table->head_rows] : s->next;
    s->area.end = s->next;
    s->next = 0;
}

/* What the cells of one column need that are not drawn over several rows of the sheet. */
static mpt own_height(struct sheet *s, size_t row, bool tall_only)
{
    mpt highest = xlsx_text_height(s->metrics, FACE_REGULAR, s->table->font_size, PAGE_SHORT, "", s->book->arena);
    for (size_t c = 0; c < s->table->column_count; c++) {
        const struct cell *cell = table_cell(s->table, row, c);
        if (cell->covered || cell->columns > 1 || !cell->text || (tall_only && cell->rows == 1))
            continue;
        mpt height = xlsx_text_height(s->metrics, cell->face, s->table->font_size, s->table->columns[c].width,
                                      cell->text, s->book->arena);
        highest = height > highest ? height : highest;
    }
    return highest;
}

static void set_grid_height(struct sheet *s, unsigned row, mpt height, unsigned level)
{
    enum { DEEPEST = 7 }; /* of an outline in a workbook */
    lxw_row_col_options options = { .level = (uint8_t)(level < DEEPEST ? level : DEEPEST) };
    book_watch(s->book, worksheet_set_row_pixels_opt(s->sheet, row, xlsx_row_pixels(height), NULL, &options));
}

/* In the data a cell over several rows keeps its text in the first of them, which must hold it. */
static void set_heights(struct sheet *s, size_t row)
{
    bool head = row < s->table->head_rows, broken = s->lines[row] > 1;
    mpt height = broken ? 0 : xlsx_row_height(s->table, row);
    mpt own = head ? 0 : own_height(s, row, !broken);
    unsigned level = head ? 0 : s->table->rows[row].level;
    set_grid_height(s, s->rows[row], height > own ? height : own, level);
    for (unsigned line = 1; line < s->lines[row]; line++)
        set_grid_height(s, s->rows[row] + line,
                        xlsx_text_height(s->metrics, FACE_REGULAR, s->table->font_size, PAGE_SHORT, "",
                                         s->book->arena),
                        level);
}

static void write_remark(struct sheet *s, unsigned row, size_t column, const char *remark)
{
    if (!remark || !*remark)
        return;
    enum { WIDTH = 240, TEXT_WIDTH = 165000, SIZE = 10000 }; /* pixels; points of text inside; type */
    mpt height = xlsx_text_height(s->metrics, FACE_REGULAR, SIZE, TEXT_WIDTH, remark, s->book->arena);
    char author[] = "phuluc", font[] = "Times New Roman";
    lxw_comment_options options = {
        .author = author,
        .width = WIDTH,
        .height = (uint16_t)(xlsx_row_pixels(height) + 10),
        .font_name = font,
        .font_size = (double)SIZE / MPT_PER_PT,
        .font_family = 1,
    };
    book_watch(s->book, worksheet_write_comment_opt(s->sheet, row, (lxw_col_t)column, remark, &options));
}

static void add_head_cell(struct sheet *s, size_t row, size_t column, const struct cell *cell)
{
    struct style style = { .face = cell->face,
                           .size = s->table->font_size,
                           .align = cell->align,
                           .edges = EDGE_ALL,
                           .wrap = true,
                           .filled = cell->marked };
    merge(s, s->rows[row], column, cell->rows, cell->columns, cell->text, style);
    write_remark(s, s->rows[row], column, cell->remark);
}

static unsigned edges_of(struct part part)
{
    return (part.left ? EDGE_LEFT : 0u) | (part.right ? EDGE_RIGHT : 0u) | (part.top ? EDGE_TOP : 0u) |
           (part.bottom ? EDGE_BOTTOM : 0u);
}

/* Text at the left runs on over the empty cells beside it; all else is centred across them. */
static struct style data_style(const struct sheet *s, const struct cell *cell, struct part part)
{
    bool spread = cell->columns > 1;
    return (struct style){ .face = cell->face,
                           .size = s->table->font_size,
                           .align = cell->align,
                           .edges = edges_of(part),
                           .wrap = !spread && cell->kind == CELL_TEXT,
                           .across = spread && (cell->kind == CELL_NUMBER || cell->align != ALIGN_LEFT),
                           .top = cell->rows > 1,
                           .filled = cell->marked };
}

static void write_number(struct sheet *s, unsigned row, size_t column, const struct cell *cell, struct style style)
{
    double number;
    if (!xlsx_number(&number, cell->value)) {
        finding_add(s->book->findings, FINDING_NUMBER_TOO_LONG, s->table->place, cell->text, s->table->sheet, NULL);
        write_text(s, row, column, cell->text, style);
        return;
    }
    style.pattern = xlsx_pattern(s->book->arena, cell);
    lxw_format *format = book_format(s->book, style);
    const char *formula = xlsx_formula(s->book->arena, s->table, cell, s->rows);
    book_watch(s->book, formula
                            ? worksheet_write_formula_num(s->sheet, row, (lxw_col_t)column, formula, format, number)
                            : worksheet_write_number(s->sheet, row, (lxw_col_t)column, number, format));
}

/* "internal:'Phụ lục I'!C5"; NULL for no link, or beyond the number of links that Excel reads. */
static const char *link_address(struct sheet *s, const struct cell *cell)
{
    enum { MOST_LINKS = 65530 };
    size_t index = report_link_table(s->report, cell->link);
    if (index == s->report->table_count || s->sheet->hlink_count >= MOST_LINKS)
        return NULL;
    const struct sheet *to = &s->all[index];
    char name[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(name, to->rows[cell->link->cell.row], (lxw_col_t)cell->link->cell.column);
    return arena_printf(s->book->arena, "internal:%s!%s", xlsx_quoted(s->book->arena, to->table->sheet), name);
}

/* The library writes the address as the cell's text; what the cell shows is written over it. */
static void write_link(struct sheet *s, unsigned row, size_t column, const struct cell *cell)
{
    const char *address = link_address(s, cell);
    if (address)
        book_watch(s->book, worksheet_write_url(s->sheet, row, (lxw_col_t)column, address, NULL));
}

/* One row of the sheet inside a span: the text, or one line of it, at the left, and blank cells beside it. */
static void add_data_line(struct sheet *s, unsigned row, size_t column, const struct cell *cell, struct part part,
                          const char *text)
{
    for (unsigned c = 0; c < cell->columns; c++) {
        part.left = c == 0;
        part.right = c == cell->columns - 1;
        struct style style = data_style(s, cell, part);
        if (c == 0 && part.first)
            write_link(s, row, column, cell);
        if (c == 0 && part.first && cell->kind == CELL_NUMBER)
            write_number(s, row, column, cell, style);
        else
            write_text(s, row, column + c, c == 0 ? text : NULL, style);
    }
}

static void add_data_cell(struct sheet *s, size_t row, size_t column, const struct cell *cell)
{
    size_t count = 0;
    const struct line *lines = is_spread_text(cell) ? spread_lines(s, column, cell, &count) : NULL;
    unsigned first = s->rows[row], last = s->rows[row + cell->rows - 1] + s->lines[row + cell->rows - 1] - 1;
    for (unsigned at = first; at <= last; at++) {
        struct part part = { .first = at == first, .top = at == first, .bottom = at == last };
        size_t line = at - first;
        const char *text = line < count ? arena_copy(s->book->arena, lines[line].text, lines[line].length)
                           : !line      ? cell->text
                                        : NULL;
        add_data_line(s, at, column, cell, part, text);
    }
    write_remark(s, first, column, cell->remark);
}

/* Rows fold under the heading of their group, which stands above them. */
static void add_grid(struct sheet *s)
{
    worksheet_outline_settings(s->sheet, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
    for (size_t r = 0; r < s->table->row_count; r++) {
        set_heights(s, r);
        for (size_t c = 0; c < s->table->column_count; c++) {
            const struct cell *cell = table_cell(s->table, r, c);
            if (cell->covered)
                continue;
            if (r < s->table->head_rows)
                add_head_cell(s, r, c, cell);
            else
                add_data_cell(s, r, c, cell);
        }
    }
    s->next = s->area.end;
}

/* Rows of one height are kept free for it: what a chart covers on the sheet is known only from them. */
static void add_chart(struct sheet *s, const struct chart *chart)
{
    enum { ROW_PIXELS = 24 };
    unsigned width = 0, height = xlsx_chart_height(chart), rows = (height + ROW_PIXELS - 1) / ROW_PIXELS;
    for (size_t c = 0; c < s->table->column_count; c++)
        width += xlsx_library_pixels(xlsx_column_pixels(s->table, c, s->metrics, s->book->arena));
    for (unsigned row = 0; row <= rows; row++)
        book_watch(s->book, worksheet_set_row_pixels(s->sheet, s->next + row, ROW_PIXELS, NULL));
    struct xlsx_chart_place place = { s->sheet, s->rows, s->next + 1, width, rows * ROW_PIXELS };
    xlsx_add_chart(s->book, chart, s->table, &place);
    s->next += rows + 1;
}

static void define_name(struct sheet *s)
{
    if (s->area.data >= s->area.end)
        return;
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range_abs(range, s->area.data, 0, s->area.end - 1, (lxw_col_t)(s->table->column_count - 1));
    const char *formula = arena_printf(s->book->arena, "=%s!%s", s->sheet->quoted_name, range);
    if (strlen(formula) <= XLSX_DEFINED_BYTES)
        book_watch(s->book, workbook_define_name(s->book->workbook, xlsx_name(s->book->arena, s->report, s->index),
                                                 formula));
}

static void add_table(const struct sheet *placed)
{
    struct sheet s = *placed;
    struct book *book = s.book;
    const struct report *report = s.report;
    const struct table *table = s.table;
    s.sheet = book_sheet(book, table->sheet);
    if (!s.sheet)
        return;
    set_columns(&s);
    if (table->opening)
        s.next = xlsx_add_block(book, s.sheet, table, table->opening, s.metrics, s.next) + OPENING_GAP_ROWS;
    add_banner(&s);
    add_grid(&s);
    add_notes(&s);
    for (size_t i = 0; i < table->chart_count; i++)
        add_chart(&s, &table->charts[i]);
    if (table->signature)
        s.next = xlsx_add_block(book, s.sheet, table, table->signature, s.metrics, s.next);
    s.area.last = s.next ? s.next - 1 : 0;
    xlsx_set_page(book, s.sheet, table, &s.area, xlsx_footer(book->arena, report->control_line));
    define_name(&s);
    if (s.index == 0 && !report->cover)
        worksheet_activate(s.sheet);
}

static const struct sheet *place_sheets(struct book *book, const struct report *report, const struct metrics *metrics)
{
    struct sheet *sheets = arena_alloc(book->arena, report->table_count, sizeof *sheets);
    for (size_t i = 0; i < report->table_count; i++) {
        sheets[i] = (struct sheet){ .book = book, .report = report, .index = i, .table = &report->tables[i],
                                    .metrics = metrics, .all = sheets };
        place_rows(&sheets[i]);
    }
    return sheets;
}

bool render_xlsx(const struct report *report, const char *path, struct render_context *context)
{
    struct book book;
    if (!xlsx_guard(report, path, context->findings) || !book_open(&book, report, path, context))
        return false;
    if (report->cover)
        xlsx_add_cover(&book, report, context->metrics);
    const struct sheet *sheets = place_sheets(&book, report, context->metrics);
    for (size_t i = 0; i < report->table_count && !book.failed; i++)
        add_table(&sheets[i]);
    return book_close(&book);
}
