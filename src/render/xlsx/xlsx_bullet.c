#include "render/xlsx/xlsx_bullet.h"

#include "base/text.h"
#include "render/xlsx/xlsx_chart_data.h"
#include "render/xlsx/xlsx_guard.h"
#include "render/xlsx/xlsx_page.h"

enum { NAME_COLUMN = 1, FIRST_SERIES, NAME_PIXELS = 420, VALUE_PIXELS = 110, SIZE = 10000 }; /* columns after a free one */

/* The block: a row for the head, then one for each category. */
struct block_of {
    struct book *book;
    const struct chart *chart;
    const struct table *table;
    const struct xlsx_chart_place *place;
};

static unsigned column_of(const struct block_of *block, size_t index)
{
    return (unsigned)(block->table->column_count + index);
}

static size_t line_column(const struct block_of *block)
{
    return FIRST_SERIES + block->chart->series_count;
}

static unsigned row_of(const struct block_of *block, size_t category)
{
    return block->place->row + 1 + (unsigned)category;
}

static struct style plain(enum face face, enum align align)
{
    return (struct style){ .face = face, .size = SIZE, .align = align, .edges = EDGE_ALL };
}

static void put_text(const struct block_of *block, unsigned row, size_t column, const char *text, enum face face)
{
    book_text(block->book, block->place->sheet, row, column_of(block, column), text, plain(face, ALIGN_LEFT));
}

static void put_head(const struct block_of *block)
{
    const struct chart *chart = block->chart;
    unsigned row = block->place->row;
    put_text(block, row, NAME_COLUMN, "Số liệu của biểu đồ", FACE_BOLD);
    for (size_t s = 0; s < chart->series_count; s++)
        put_text(block, row, FIRST_SERIES + s, chart->series[s].name, FACE_BOLD);
    put_text(block, row, line_column(block), chart->line.name, FACE_BOLD);
}

/* "='Mục tiêu'!J12": what the table shows there; a cell that is no number there has none here. */
static void put_value(const struct block_of *block, size_t series, size_t category)
{
    struct cell_ref ref = block->chart->series[series].cells[category];
    const struct cell *cell = table_at(block->table, ref);
    char name[LXW_MAX_CELL_NAME_LENGTH];
    double number;
    struct style style = plain(FACE_REGULAR, ALIGN_RIGHT);
    unsigned row = row_of(block, category), column = column_of(block, FIRST_SERIES + series);
    if (cell->kind != CELL_NUMBER || !xlsx_number(&number, cell->value)) {
        book_text(block->book, block->place->sheet, row, column, NULL, style);
        return;
    }
    style.pattern = xlsx_pattern(block->book->arena, cell, &(struct xlsx_room){ .decimals = cell->format.decimals });
    lxw_rowcol_to_cell(name, block->place->rows[ref.row], (lxw_col_t)ref.column);
    book_watch(block->book, worksheet_write_formula_num(
                                block->place->sheet, row, (lxw_col_t)column,
                                arena_printf(block->book->arena, "=%s!%s", block->place->cells->quoted_name, name),
                                book_format(block->book, style), number));
}

static void put_rows(const struct block_of *block)
{
    const struct chart *chart = block->chart;
    for (size_t i = 0; i < chart->category_count; i++) {
        put_text(block, row_of(block, i), NAME_COLUMN, chart_name(chart, block->table, i), FACE_REGULAR);
        for (size_t s = 0; s < chart->series_count; s++)
            put_value(block, s, i);
        if (chart->line.name)
            book_watch(block->book,
                       worksheet_write_number(block->place->sheet, row_of(block, i),
                                              (lxw_col_t)column_of(block, line_column(block)), (double)chart->line.at,
                                              book_format(block->book, plain(FACE_REGULAR, ALIGN_RIGHT))));
    }
}

static void put_block(const struct block_of *block)
{
    static const unsigned WIDTHS[] = { VALUE_PIXELS, NAME_PIXELS };
    for (size_t c = NAME_COLUMN; c <= line_column(block); c++) {
        lxw_col_t column = (lxw_col_t)column_of(block, c);
        bool text = c == NAME_COLUMN;
        book_watch(block->book, worksheet_set_column_pixels(block->place->sheet, column, column,
                                                            xlsx_library_pixels(WIDTHS[text]), NULL));
    }
    put_head(block);
    put_rows(block);
}

/* ---- the series ---- */

/* "='Mục tiêu'!$S$40:$S$55": a column of the block. */
static const char *range_of(const struct block_of *block, size_t column)
{
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_col_t at = (lxw_col_t)column_of(block, column);
    lxw_rowcol_to_range_abs(range, row_of(block, 0), at, row_of(block, block->chart->category_count - 1), at);
    return arena_printf(block->book->arena, "=%s!%s", block->place->sheet->quoted_name, range);
}

/*
 * The words of a label are text: LibreOffice shows no label that is a cell. They stand at the bar where it goes beyond the line, else at the
 * line: it would go through them.
 */
static bool is_at_line(const struct block_of *block, size_t category)
{
    int64_t value, at = chart_line_value(&block->chart->line, &block->place->scale);
    return block->chart->line.name &&
           (!chart_value(&value, block->chart, block->table, &block->place->scale, 0, category) || value <= at);
}

static void put_labels(const struct block_of *block, lxw_chart_series *series, bool of_line)
{
    struct arena *arena = block->book->arena;
    const struct chart *chart = block->chart;
    lxw_chart_font font = xlsx_chart_font(false, XLSX_LABEL_SIZE);
    lxw_chart_data_label *labels = arena_alloc(arena, chart->category_count, sizeof *labels);
    lxw_chart_data_label **list = arena_alloc(arena, chart->category_count + 1, sizeof(lxw_chart_data_label *));
    for (size_t i = 0; i < chart->category_count; i++) {
        labels[i] = (lxw_chart_data_label){ .hide = is_at_line(block, i) != of_line };
        if (!labels[i].hide) {
            labels[i].value = arena_string(arena, chart->ends[i]);
            labels[i].font = &font;
        }
        list[i] = &labels[i];
    }
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &font);
    book_watch(block->book, chart_series_set_labels_custom(series, list));
}

static lxw_chart_series *add_series(const struct block_of *block, lxw_chart *native, size_t column, const char *name)
{
    lxw_chart_series *series = chart_add_series(native, range_of(block, NAME_COLUMN), range_of(block, column));
    if (!series)
        book_watch(block->book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    else
        chart_series_set_name(series, name);
    return series;
}

static void add_values(const struct block_of *block, lxw_chart *native, size_t index)
{
    lxw_chart_series *series = add_series(block, native, FIRST_SERIES + index, block->chart->series[index].name);
    if (!series)
        return;
    xlsx_chart_look(series, block->chart->kind, index);
    xlsx_chart_cache(block->book, series, block->chart, index, block->table);
    if (index == 0 && block->chart->ends)
        put_labels(block, series, false);
}

static void add_line(const struct block_of *block, lxw_chart *native)
{
    lxw_chart_series *series = add_series(block, native, line_column(block), block->chart->line.name);
    if (!series)
        return;
    lxw_chart_fill no_fill = { .none = LXW_TRUE };
    lxw_chart_line no_line = { .none = LXW_TRUE }, line = { .color = LXW_COLOR_BLACK, .width = 1.5F };
    chart_series_set_fill(series, &no_fill);
    chart_series_set_line(series, &no_line);
    chart_series_set_trendline(series, LXW_CHART_TRENDLINE_TYPE_LINEAR, 0);
    chart_series_set_trendline_forecast(series, 0.5, 0.5); /* from edge to edge */
    chart_series_set_trendline_name(series, block->chart->line.name);
    chart_series_set_trendline_line(series, &line);
    xlsx_chart_line_cache(block->book, series, block->chart, block->table);
    if (block->chart->ends)
        put_labels(block, series, true);
}

/* The legend has no use for bars that nobody sees, and LibreOffice counts its entries backwards: the line is in the middle. */
static void set_legend(const struct block_of *block, lxw_chart *native)
{
    int16_t unseen[] = { 1, 3, -1 }; /* the series of the line, and its trend behind all three */
    if (block->chart->series_count < 2)
        chart_legend_set_position(native, LXW_CHART_LEGEND_NONE);
    else if (block->chart->line.name)
        book_watch(block->book, chart_legend_delete_series(native, unseen));
}

/* Pixels of the longest of the texts, by the mean width of a letter: only the share of the chart that it takes is wanted. */
static unsigned longest(const char *const *texts, size_t count)
{
    enum { TENTHS_OF_LETTER = 58, PADDING = 16 };
    size_t most = 0;
    for (size_t i = 0; texts && i < count; i++)
        most = utf8_length(texts[i]) > most ? utf8_length(texts[i]) : most;
    return (unsigned)(most * TENTHS_OF_LETTER / 10) + PADDING;
}

struct chart_scale xlsx_bullet_scale(const struct chart *chart, const struct xlsx_chart_place *place)
{
    enum { LEAST_PLOT = 100 };
    struct chart_scale scale = place->scale;
    unsigned names = longest(chart->names, chart->category_count), ends = longest(chart->ends, chart->category_count);
    unsigned most = place->width * 2 / 5, left = names < most ? names : most;
    if (chart->ends && place->width > left + ends + LEAST_PLOT)
        while (scale.high < INT64_MAX / 2 / LEAST_PLOT &&
               place->scale.high * (place->width - left) > scale.high * (place->width - left - ends))
            scale.high += scale.step;
    return scale;
}

void xlsx_bullet(struct book *book, lxw_chart *native, const struct chart *chart, const struct table *table,
                 const struct xlsx_chart_place *place)
{
    enum { OVER_EACH_OTHER = 100, HALF = 50 };
    struct block_of block = { book, chart, table, place };
    put_block(&block);
    add_values(&block, native, 0);
    if (chart->line.name)
        add_line(&block, native);
    for (size_t s = 1; s < chart->series_count; s++)
        add_values(&block, native, s);
    set_legend(&block, native);
    chart_set_series_overlap(native, chart->series_count == 1 ? OVER_EACH_OTHER : HALF);
}
