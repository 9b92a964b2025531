#include "base/text.h"
#include "render/renderers.h"
#include "render/xlsx/xlsx_block.h"
#include "render/xlsx/xlsx_chart.h"
#include "render/xlsx/xlsx_guard.h"
#include "render/xlsx/xlsx_sheet.h"

enum { ANNEX_SIZE = 14000, TITLE_SIZE = 14000, BASIS_SIZE = 13000, UNIT_SIZE = 12000 };

/* Takes the widths of all columns; nothing is written. */
static void measure_columns(struct xlsx_sheet *s, bool tight, unsigned *widths)
{
    s->is_tight = tight;
    s->width = 0;
    for (size_t c = 0; c < s->table->column_count; c++) {
        widths[c] = xlsx_column_pixels(s->table, c, tight, s->metrics, s->book->arena);
        s->width += widths[c];
    }
}

static struct xlsx_print print_of(const struct xlsx_sheet *s)
{
    return (struct xlsx_print){ .landscape = xlsx_is_landscape(s->table->landscape, s->width),
                                .is_tight = s->is_tight,
                                .width = s->width,
                                .last_column = s->table->column_count - 1,
                                .area = { s->area.head, s->area.data, s->area.end, s->next ? s->next - 1 : 0 },
                                .size = s->table->font_size,
                                .footer = xlsx_footer(s->book->arena, s->report->control_line) };
}

static void set_columns(struct xlsx_sheet *s)
{
    unsigned *widths = arena_alloc(s->book->arena, s->table->column_count, sizeof *widths);
    measure_columns(s, false, widths);
    struct xlsx_print print = print_of(s);
    if (xlsx_is_small(&print))
        measure_columns(s, true, widths);
    for (size_t c = 0; c < s->table->column_count; c++) {
        unsigned pixels = xlsx_library_pixels(widths[c]);
        s->drawn += pixels;
        book_watch(s->book, worksheet_set_column_pixels(s->sheet, (lxw_col_t)c, (lxw_col_t)c, pixels, NULL));
    }
}

static void set_height(struct xlsx_sheet *s, unsigned row, mpt height)
{
    xlsx_set_height(&s->heights, row, height, 0);
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

static void add_heading(struct xlsx_sheet *s, const char *text, struct style style)
{
    mpt width = table_span_width(s->table, 0, (unsigned)s->table->column_count) - 2 * CELL_PADDING_X;
    if (text)
        add_line(s, xlsx_broken(s->metrics, style.face, style.size, width, text, s->book->arena), style);
}

static void add_banner(struct xlsx_sheet *s)
{
    const struct table *table = s->table;
    add_heading(s, table->annex, (struct style){ .face = FACE_BOLD, .size = ANNEX_SIZE, .align = ALIGN_CENTRE });
    add_heading(s, table->title, (struct style){ .face = FACE_BOLD, .size = TITLE_SIZE, .align = ALIGN_CENTRE });
    add_heading(s, table->basis, (struct style){ .face = FACE_ITALIC, .size = BASIS_SIZE, .align = ALIGN_CENTRE });
    add_line(s, table->unit, (struct style){ .face = FACE_ITALIC, .size = UNIT_SIZE, .align = ALIGN_RIGHT });
}

/*
 * An empty row keeps the notes out of the region that a spreadsheet sorts and filters. In print the last row goes with them: under
 * a repeated head they would look like a table without rows.
 */
static void add_notes(struct xlsx_sheet *s)
{
    enum { GAP = 6000 };
    if (!s->table->note_count && !s->table->mark_note)
        return;
    unsigned first = s->next;
    set_height(s, s->next++, GAP);
    for (size_t i = 0; i < s->table->note_count; i++)
        add_line(s, s->table->notes[i], (struct style){ .size = s->table->font_size, .top = true });
    add_line(s, s->table->mark_note, (struct style){ .size = s->table->font_size, .top = true });
    xlsx_keep(&s->heights, first, s->next, GLUE_TOTAL);
}

enum { CHART_ROW_PIXELS = 24, CHART_GAP = 9000, CHART_GAP_PIXELS = 12 };

static mpt of_pixels(unsigned pixels)
{
    enum { A_PIXEL = 750 };
    return (mpt)pixels * A_PIXEL;
}

/*
 * A chart, no higher than there is room for: its bars get narrower. Rows of known heights are kept free for it: what a chart
 * covers on the sheet is known only from them.
 */
static void add_chart(struct xlsx_sheet *s, const struct chart *chart, struct chart_scale scale, unsigned room,
                      lxw_worksheet *cells)
{
    unsigned wanted = xlsx_chart_height(chart), height = wanted < room ? wanted : room;
    unsigned rows = height / CHART_ROW_PIXELS;
    set_height(s, s->next, CHART_GAP);
    for (unsigned row = 1; row <= rows; row++)
        set_height(s, s->next + row, of_pixels(CHART_ROW_PIXELS + (row == rows ? height % CHART_ROW_PIXELS : 0)));
    xlsx_keep(&s->heights, s->next + 1, s->next + rows + 1, GLUE_WHOLE);
    enum { EDGE = 4 }; /* pixels: its border stays inside the last column */
    struct xlsx_chart_place place = { s->sheet, cells, s->rows, s->next + 1, s->drawn - EDGE, height, scale };
    xlsx_add_chart(s->book, chart, s->table, &place);
    s->next += rows + 1;
}

/* A row above a chart is free, so that it does not touch what stands there. */
static unsigned below_gap(unsigned room)
{
    return room > CHART_GAP_PIXELS ? room - CHART_GAP_PIXELS : 0;
}

/*
 * The room on the next page for a chart that stands there with the last row and the notes of its table: a page has a repeated
 * head, and a head with nothing below it but a chart looks like a table without rows. 0 if they leave too little.
 */
static unsigned room_with_rows(struct xlsx_sheet *s, unsigned room, unsigned least)
{
    unsigned last = s->area.end > s->area.data ? s->area.end - 1 : s->next;
    while (last > s->area.data && last < s->next && xlsx_glue(&s->heights, last) != GLUE_NONE)
        last--; /* a group's heading goes with its last row */
    unsigned above = xlsx_rows_pixels(&s->heights, last, s->next);
    if (above + least > room)
        return 0;
    xlsx_keep(&s->heights, last + 1, s->next + 1, GLUE_TOTAL);
    return room - above;
}

/* The chart on the sheet, in parts if it is too high for a page; each begins on a page of its own. */
static void add_parts(struct xlsx_sheet *s, const struct chart *chart, lxw_worksheet *cells)
{
    struct chart_scale scale = chart_scale_of(chart, s->table);
    for (size_t first = 0; first < chart->category_count;) {
        struct xlsx_print print = print_of(s);
        unsigned room = below_gap(xlsx_page_room(&s->heights, &print)),
                 here = below_gap(xlsx_page_left(&s->heights, &print));
        struct chart part = xlsx_chart_part(chart, first, room, s->book->arena);
        add_chart(s, &part, scale, xlsx_chart_least(&part) <= here ? here : room, cells);
        first += part.category_count;
    }
}

static bool is_taken(const struct xlsx_sheet *s, const char *name)
{
    const char *upper = utf8_upper(s->book->arena, name);
    for (size_t i = 0; i < s->report->table_count; i++) {
        const struct xlsx_chart_sheets *charts = s->all[i].chart_sheets;
        if (s->report->tables[i].sheet && strcmp(utf8_upper(s->book->arena, s->report->tables[i].sheet), upper) == 0)
            return true;
        for (size_t c = 0; c < charts->count; c++)
            if (strcmp(utf8_upper(s->book->arena, charts->items[c].name), upper) == 0)
                return true;
    }
    return false;
}

/* So many characters at most, and no part of a word that has a blank before it. */
static const char *whole_words(const char *name, size_t most, struct arena *arena)
{
    if (utf8_length(name) <= most)
        return name;
    const char *cut = xlsx_shortened(arena, name, most), *end = strrchr(cut, ' ');
    while (end && end > cut && strchr(" .,;:-", end[-1]))
        end--;
    return end && end > cut ? arena_copy(arena, cut, (size_t)(end - cut)) : cut;
}

/* "Biểu 2. Kinh phí (biểu đồ)", "Biểu 2. Kinh phí (biểu đồ 2)": names of sheets are unique without regard to case. */
static const char *chart_sheet_name(const struct xlsx_sheet *s)
{
    struct arena *arena = s->book->arena;
    for (unsigned number = 1;; number++) {
        const char *suffix = number == 1 ? " (biểu đồ)" : arena_printf(arena, " (biểu đồ %u)", number);
        size_t left = XLSX_SHEET_CHARACTERS - utf8_length(suffix);
        const char *name = arena_printf(arena, "%s%s", whole_words(s->table->sheet, left, arena), suffix);
        if (!is_taken(s, name))
            return name;
    }
}

/*
 * A chart that no page holds together with rows of its table has a sheet of its own behind the table's: below the table a head
 * would be repeated over it.
 */
static void add_chart_sheet(struct xlsx_sheet *table, const struct chart *chart)
{
    struct arena *arena = table->book->arena;
    const char *name = chart_sheet_name(table), *annex = table->table->annex;
    struct xlsx_chart_sheets *sheets = table->chart_sheets;
    struct xlsx_chart_sheet *added = ARENA_PUSH(arena, sheets->items, sheets->count, sheets->capacity);
    *added = (struct xlsx_chart_sheet){ name, arena_printf(arena, "%s%sBiểu đồ: %s", annex ? annex : "", annex ? ". " : "",
                                                           chart->title) };
    struct xlsx_sheet s = *table;
    s.sheet = book_sheet(s.book, name);
    if (!s.sheet)
        return;
    s.heights = (struct xlsx_rows){ .book = s.book, .sheet = s.sheet };
    s.next = s.width = s.drawn = 0;
    s.area = (struct xlsx_area){ 0 };
    set_columns(&s);
    add_heading(&s, s.table->annex, (struct style){ .face = FACE_BOLD, .size = ANNEX_SIZE, .align = ALIGN_CENTRE });
    add_heading(&s, s.table->basis, (struct style){ .face = FACE_ITALIC, .size = BASIS_SIZE, .align = ALIGN_CENTRE });
    add_parts(&s, chart, table->sheet);
    s.area.last = s.next - 1;
    struct xlsx_print print = print_of(&s);
    xlsx_set_print(&s.heights, &print);
    add_line(table, arena_printf(arena, "Biểu đồ ở trang tính “%s”.", name),
             (struct style){ .size = table->table->font_size, .top = true });
}

/* A chart stands on the page with what is above it if it can, else on the next with the last row of its table. */
static void add_charts(struct xlsx_sheet *s)
{
    for (size_t i = 0; i < s->table->chart_count; i++) {
        const struct chart *chart = &s->table->charts[i];
        struct xlsx_print print = print_of(s);
        unsigned least = xlsx_chart_least(chart), here = below_gap(xlsx_page_left(&s->heights, &print));
        unsigned room = below_gap(xlsx_page_room(&s->heights, &print));
        if (least > here)
            here = room_with_rows(s, room, least);
        if (here)
            add_chart(s, chart, chart_scale_of(chart, s->table), here, s->sheet);
        else
            add_chart_sheet(s, chart);
    }
}

/* In print the last two rows above it go with it: alone it would look like a sheet without a text. */
static void add_signature(struct xlsx_sheet *s)
{
    if (s->next > 0)
        xlsx_keep(&s->heights, s->next - 1, s->next + 1, GLUE_HEADING);
    xlsx_add_block(s, s->table->signature);
}

static void define(const struct xlsx_sheet *s, const char *name, struct cell_ref first, struct cell_ref last)
{
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range_abs(range, first.row, (lxw_col_t)first.column, last.row, (lxw_col_t)last.column);
    const char *formula = arena_printf(s->book->arena, "=%s!%s", s->sheet->quoted_name, range);
    if (strlen(formula) <= XLSX_DEFINED_BYTES)
        book_watch(s->book, workbook_define_name(s->book->workbook, name, formula));
}

/* The rows of the table, and the figures of each row of totals. */
static void define_names(const struct xlsx_sheet *s)
{
    const struct table *table = s->table;
    unsigned last = (unsigned)(table->column_count - 1), keys = table->key_columns;
    if (s->area.data >= s->area.end)
        return;
    define(s, xlsx_name(s->book->arena, s->report, s->index), (struct cell_ref){ s->area.data, 0 },
           (struct cell_ref){ s->area.end - 1, last });
    for (size_t r = table->head_rows; r < table->row_count; r++)
        if (table->rows[r].role == ROLE_TOTAL && keys <= last)
            define(s, xlsx_total_name(s->book->arena, s->report, s->index, r), (struct cell_ref){ s->rows[r], keys },
                   (struct cell_ref){ s->rows[r], last });
}

/* Excel flags what it takes for slips with green corners: ordinals kept as text, totals that leave out a neighbour. */
static void quieten(const struct xlsx_sheet *s)
{
    static const uint8_t KINDS[] = { LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_RANGE,
                                     LXW_IGNORE_FORMULA_DIFFERS };
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range(range, s->area.head, 0, s->area.last, (lxw_col_t)(s->table->column_count - 1));
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        book_watch(s->book, worksheet_ignore_errors(s->sheet, KINDS[i], range));
}

static void add_rows(struct xlsx_sheet *s)
{
    if (s->table->opening) {
        xlsx_add_block(s, s->table->opening);
        s->next += XLSX_OPENING_GAP_ROWS;
    }
    add_banner(s);
    xlsx_add_grid(s);
    add_notes(s);
    add_charts(s);
    if (s->table->signature)
        add_signature(s);
    s->area.last = s->next ? s->next - 1 : 0;
}

static void set_print(const struct xlsx_sheet *s)
{
    struct xlsx_print print = print_of(s);
    xlsx_set_print(&s->heights, &print);
    /* Of a screen of 768 pixels a frozen head takes a third at most, or it does not freeze. */
    enum { MOST_FROZEN = 768 / 3 };
    bool low = xlsx_rows_pixels(&s->heights, 0, s->area.data) <= MOST_FROZEN;
    if (s->table->key_columns < s->table->column_count)
        worksheet_freeze_panes(s->sheet, low ? s->area.data : 0, (lxw_col_t)s->table->key_columns);
    if (s->table->is_list && !s->table->is_contents && s->area.data > s->area.head && s->area.data < s->area.end)
        book_watch(s->book, worksheet_autofilter(s->sheet, s->area.data - 1, 0, s->area.end - 1,
                                                 (lxw_col_t)(s->table->column_count - 1)));
}

static void add_table(const struct xlsx_sheet *placed, lxw_worksheet *sheet)
{
    struct xlsx_sheet s = *placed;
    s.sheet = sheet;
    if (!s.sheet)
        return;
    s.heights = (struct xlsx_rows){ .book = s.book, .sheet = s.sheet };
    set_columns(&s);
    add_rows(&s);
    set_print(&s);
    quieten(&s);
    define_names(&s);
    bool first = s.index == 0 && !s.report->tables[s.report->table_count - 1].is_contents;
    if ((first || s.table->is_contents) && !s.report->cover)
        worksheet_activate(s.sheet);
}

bool render_xlsx(const struct report *report, const char *path, struct render_context *context)
{
    struct book book;
    if (!xlsx_guard(report, render_place(context, path), context->findings) || !book_open(&book, report, path, context))
        return false;
    if (report->cover)
        xlsx_add_cover(&book, report, context->metrics);
    const struct xlsx_sheet *sheets = xlsx_place_sheets(&book, report, context->metrics);
    size_t count = report->table_count, contents = count && report->tables[count - 1].is_contents;
    /* The contents stand before what they are of, and are written when it is known which sheets there are. */
    lxw_worksheet *first = contents ? book_sheet(&book, report->tables[count - 1].sheet) : NULL;
    for (size_t i = 0; i < count - contents && !book.failed; i++)
        add_table(&sheets[i], book_sheet(&book, report->tables[i].sheet));
    if (contents && !book.failed)
        add_table(xlsx_place_contents(&sheets[count - 1]), first);
    return book_close(&book);
}
