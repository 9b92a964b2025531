#include "base/text.h"
#include "output/renderers.h"
#include "output/xlsx_block.h"
#include "output/xlsx_chart.h"
#include "output/xlsx_guard.h"
#include "output/xlsx_sheet.h"

enum { ANNEX_SIZE = 14000, TITLE_SIZE = 14000, BASIS_SIZE = 13000, UNIT_SIZE = 12000 };

static void set_columns(struct xlsx_sheet *s)
{
    for (size_t c = 0; c < s->table->column_count; c++) {
        unsigned pixels = xlsx_library_pixels(xlsx_column_pixels(s->table, c, s->metrics, s->book->arena));
        book_watch(s->book, worksheet_set_column_pixels(s->sheet, (lxw_col_t)c, (lxw_col_t)c, pixels, NULL));
    }
}

static void set_height(struct xlsx_sheet *s, unsigned row, mpt height)
{
    book_watch(s->book, worksheet_set_row_pixels(s->sheet, row, xlsx_row_pixels(height), NULL));
}

/* A line above or below the grid, over all columns. */
static void add_line(struct xlsx_sheet *s, const char *text, struct style style)
{
    if (!text || !*text)
        return;
    size_t columns = s->table->column_count;
    mpt width = table_span_width(s->table, 0, (unsigned)columns);
    style.wrap = true;
    set_height(s, s->next, xlsx_text_height(s->metrics, style.face, style.size, width, text, s->book->arena));
    book_merge(s->book, s->sheet, (struct cell_ref){ s->next++, 0 }, 1, columns, text, style);
}

/* A heading is broken here: a spreadsheet would leave "– 2025" alone on a line. */
static void add_heading(struct xlsx_sheet *s, const char *text, struct style style)
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

static void add_banner(struct xlsx_sheet *s)
{
    const struct table *table = s->table;
    add_heading(s, table->annex, (struct style){ .face = FACE_BOLD, .size = ANNEX_SIZE, .align = ALIGN_CENTRE });
    add_heading(s, table->title, (struct style){ .face = FACE_BOLD, .size = TITLE_SIZE, .align = ALIGN_CENTRE });
    add_heading(s, table->basis, (struct style){ .face = FACE_ITALIC, .size = BASIS_SIZE, .align = ALIGN_CENTRE });
    add_line(s, table->unit, (struct style){ .face = FACE_ITALIC, .size = UNIT_SIZE, .align = ALIGN_RIGHT });
}

/* An empty row keeps the notes out of the region that a spreadsheet sorts and filters. */
static void add_notes(struct xlsx_sheet *s)
{
    enum { GAP = 6000 };
    if (s->table->note_count)
        set_height(s, s->next++, GAP);
    for (size_t i = 0; i < s->table->note_count; i++)
        add_line(s, s->table->notes[i], (struct style){ .size = s->table->font_size, .top = true });
}

/* Rows of one height are kept free for it: what a chart covers on the sheet is known only from them. */
static void add_chart(struct xlsx_sheet *s, const struct chart *chart)
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

static void define_name(struct xlsx_sheet *s)
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

static void add_table(const struct xlsx_sheet *placed)
{
    struct xlsx_sheet s = *placed;
    struct book *book = s.book;
    const struct report *report = s.report;
    const struct table *table = s.table;
    s.sheet = book_sheet(book, table->sheet);
    if (!s.sheet)
        return;
    set_columns(&s);
    if (table->opening)
        s.next = xlsx_add_block(book, s.sheet, table, table->opening, s.metrics, s.next) + XLSX_OPENING_GAP_ROWS;
    add_banner(&s);
    xlsx_add_grid(&s);
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

bool render_xlsx(const struct report *report, const char *path, struct render_context *context)
{
    struct book book;
    if (!xlsx_guard(report, path, context->findings) || !book_open(&book, report, path, context))
        return false;
    if (report->cover)
        xlsx_add_cover(&book, report, context->metrics);
    const struct xlsx_sheet *sheets = xlsx_place_sheets(&book, report, context->metrics);
    for (size_t i = 0; i < report->table_count && !book.failed; i++)
        add_table(&sheets[i]);
    return book_close(&book);
}
