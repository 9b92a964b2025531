#include "render/xlsx/xlsx_page.h"

#include "report/wrap.h"

enum { POINTS_AN_INCH = 72, PIXELS_AN_INCH = 96, HIGHEST_ROW = 408750 /* 545 pixels */ };

static unsigned pixels(int64_t length, int percent)
{
    int64_t scale = (int64_t)POINTS_AN_INCH * MPT_PER_PT * 100;
    return (unsigned)((length * percent * PIXELS_AN_INCH + scale - 1) / scale);
}

static unsigned one_line_pixels(const struct table *table, const struct cell *cell, const struct metrics *metrics,
                                mpt behind)
{
    enum { SCREEN_PERCENT = 108, PADDING = 7 };
    mpt width = metrics_width(metrics, cell->face, table->font_size, cell->text, strlen(cell->text));
    return pixels(width + behind, SCREEN_PERCENT) + PADDING;
}

/* Width at which the cell's text is no higher than a row of a sheet can be. */
static mpt width_for(const struct table *table, const struct cell *cell, mpt width, const struct metrics *metrics,
                     struct arena *arena)
{
    enum { WIDEST = 1200 * MPT_PER_PT }; /* a sheet's limit is 255 digits */
    while (width < WIDEST &&
           xlsx_text_height(metrics, cell->face, table->font_size, width, cell->text, arena) > HIGHEST_ROW)
        width += width / 16;
    return width;
}

/* The width that print has, and more where a row of a sheet would cut off the end of a text. */
static mpt text_width(const struct table *table, size_t column, const struct metrics *metrics, struct arena *arena)
{
    mpt width = table->columns[column].width;
    for (size_t r = table->head_rows; r < table->row_count; r++) {
        const struct cell *cell = table_cell(table, r, column);
        bool tall = table->rows[r].height > HIGHEST_ROW / 2; /* others are not worth measuring */
        if (tall && cell->kind == CELL_TEXT && !cell->covered && cell->columns == 1 && cell->rows == 1)
            width = width_for(table, cell, width, metrics, arena);
    }
    return width;
}

/*
 * LibreOffice prints the text of a link on one line, whatever the format says. Where all links of a column nearly fit,
 * it is widened for them; where they are long, it is not: Excel breaks them.
 */
static unsigned widened_for_links(unsigned widest, unsigned links)
{
    return links > widest && links <= widest + widest / 4 ? links : widest;
}

bool xlsx_is_text_column(const struct table *table, size_t column)
{
    bool any = false;
    for (size_t r = table->head_rows; r < table->row_count; r++) {
        const struct cell *cell = table_cell(table, r, column);
        if (cell->covered || cell->columns > 1 || cell->kind == CELL_EMPTY)
            continue;
        if (cell->kind == CELL_NUMBER || cell->align != ALIGN_LEFT)
            return false;
        any = true;
    }
    return any;
}

/* What the numbers of a column leave free behind them; 0 if none of them is marked. */
static mpt mark_width(const struct table *table, size_t column, const struct metrics *metrics)
{
    for (size_t r = table->head_rows; r < table->row_count; r++) {
        const struct cell *cell = table_cell(table, r, column);
        if (cell->columns == 1 && cell_is_marked_figure(cell))
            return metrics_width(metrics, FACE_BOLD, table->font_size, CELL_MARK, strlen(CELL_MARK));
    }
    return 0;
}

/* A unit behind a number has no room behind other numbers. */
static bool is_aligned(const struct cell *cell)
{
    return cell_is_comma_aligned(cell) && !cell->format.suffix;
}

static mpt tail_width(const struct table *table, const struct cell *cell, const struct metrics *metrics)
{
    const char *tail = cell->text + cell->parts.tail;
    return metrics_width(metrics, cell->face, table->font_size, tail, strlen(tail));
}

/* The widest part behind the integer digits of numbers whose commas stand under each other. */
static mpt widest_tail(const struct table *table, size_t column, const struct metrics *metrics)
{
    mpt widest = 0;
    for (size_t r = table->head_rows; r < table->row_count; r++) {
        const struct cell *cell = table_cell(table, r, column);
        mpt width = is_aligned(cell) ? tail_width(table, cell, metrics) : 0;
        widest = width > widest ? width : widest;
    }
    return widest;
}

enum { SCREEN_PERCENT = 104 }; /* as wide as a screen draws texts that paper has as 100 */

/* True for a text that a screen needs more room for than print: more lines, or a line that runs out of its cells. */
static bool is_tight(const struct table *table, size_t column, const struct cell *cell, const struct metrics *metrics,
                     struct arena *arena)
{
    mpt room = table_span_width(table, column, cell->columns) - 2 * CELL_PADDING_X - (mpt)cell->indent * CELL_INDENT;
    mpt least = (mpt)((int64_t)room * 100 / SCREEN_PERCENT);
    size_t printed, drawn;
    const struct line *lines = wrap_text(metrics, cell->face, table->font_size, room, cell->text, arena, &printed);
    if (cell->columns > 1 && wrap_widest(lines, printed) > least)
        return true;
    wrap_text(metrics, cell->face, table->font_size, least, cell->text, arena, &drawn);
    return drawn > printed;
}

/* Of its texts, and of those over several columns that lie on it, too. Numbers have their own measure. */
static bool has_tight_text(const struct table *table, size_t column, const struct metrics *metrics, struct arena *arena)
{
    for (size_t r = 0; r < table->row_count; r++) {
        size_t first = column;
        while (first > 0 && table_cell(table, r, first)->covered)
            first--;
        const struct cell *cell = table_cell(table, r, first);
        bool lies = !cell->covered && first + cell->columns > column && cell->text && cell->kind != CELL_NUMBER;
        if (lies && is_tight(table, first, cell, metrics, arena))
            return true;
    }
    return false;
}

unsigned xlsx_column_pixels(const struct table *table, size_t column, bool tight, const struct metrics *metrics,
                            struct arena *arena)
{
    enum { GRID_LINE = 1 };
    mpt indent = xlsx_is_text_column(table, column) ? XLSX_INDENT - CELL_PADDING_X : 0;
    int percent = tight && !has_tight_text(table, column, metrics, arena) ? 100 : SCREEN_PERCENT;
    unsigned widest = pixels(text_width(table, column, metrics, arena) + indent, percent) + GRID_LINE, links = 0;
    mpt mark = mark_width(table, column, metrics), tail = widest_tail(table, column, metrics);
    mpt blank = metrics_width(metrics, FACE_BOLD, table->font_size, " ", 1); /* between a number and the border */
    for (size_t r = table->head_rows; r < table->row_count; r++) {
        const struct cell *cell = table_cell(table, r, column);
        bool number = cell->kind == CELL_NUMBER;
        if ((!number && (!cell->link || column < table->key_columns)) || cell->covered || cell->columns > 1 || !cell->text)
            continue;
        mpt behind = is_aligned(cell) ? tail - tail_width(table, cell, metrics) : 0;
        unsigned need = one_line_pixels(table, cell, metrics, number ? behind + mark + blank : 0);
        widest = number && need > widest ? need : widest;
        links = !number && need > links ? need : links;
    }
    return widened_for_links(widest, links);
}

/*
 * A file holds a width W in digits of the default font, and Excel shows trunc((256 W + trunc(128 / D)) / 256 * D)
 * pixels where D is a digit's width: 8 in Times New Roman 12. The library takes D to be 7, as in Calibri 11, and
 * writes W = pixels / 7.
 */
unsigned xlsx_library_pixels(unsigned wanted)
{
    return (wanted * 7 + 7) / 8;
}

/*
 * Measured in Excel's automatic heights of Times New Roman 10 to 14: 1.2 times the size and two pixels, which hold the room
 * above and below the text, too.
 */
static mpt line_height(mpt size)
{
    return size * 6 / 5 + 1500;
}

/* What so much text without padding takes: as much as Excel needs, and no less than in print. */
static mpt height_of(int64_t text, mpt size)
{
    mpt needed = (mpt)(text * line_height(size) / metrics_line_height(size)), printed = (mpt)text + 2 * CELL_PADDING_Y;
    return needed > printed ? needed : printed;
}

mpt xlsx_row_height(const struct table *table, size_t row)
{
    return height_of(table->rows[row].height - 2 * CELL_PADDING_Y, table->font_size);
}

mpt xlsx_text_height(const struct metrics *metrics, enum face face, mpt size, mpt width, const char *text,
                     struct arena *arena)
{
    size_t lines;
    wrap_text(metrics, face, size, width - 2 * CELL_PADDING_X, text, arena, &lines);
    return height_of((int64_t)lines * metrics_line_height(size), size);
}

const char *xlsx_broken(const struct metrics *metrics, enum face face, mpt size, mpt width, const char *text,
                        struct arena *arena)
{
    size_t count;
    const struct line *lines = wrap_balanced(metrics, face, size, width * 19 / 20, text, arena, &count);
    return wrap_joined(lines, count, arena);
}

unsigned xlsx_row_pixels(mpt height)
{
    return pixels(height < HIGHEST_ROW ? height : HIGHEST_ROW, 100);
}

unsigned xlsx_length_pixels(mpt length)
{
    return pixels(length, 100);
}
