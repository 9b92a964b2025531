/*
 * Tables as text. A column is as wide as its longest line, at most LINE_WIDTH. Where a table is wider than TEXT_TABLE_WIDTH then,
 * its heads give way first, then its rows, down to their longest words. Numbers stand comma under comma, as on pages.
 */
#include "render/text/render_text.h"
#include "report/table.h"

enum { LINE_WIDTH = 40, SHORT = 16, SEPARATOR_WIDTH = 3, INDENT_WIDTH = 2 };

/* A table with what its columns need. */
struct text_grid {
    const struct table *table;
    size_t *widths;
    size_t *tails; /* of each column the longest part of a number behind its integer digits */
    struct arena *arena;
};

static bool is_aligned(const struct cell *cell)
{
    return cell->kind == CELL_NUMBER && cell->align == ALIGN_RIGHT && !cell->covered && cell->columns == 1 && cell->text;
}

static size_t tail_width(const struct cell *cell)
{
    const char *tail = cell->text + cell->parts.tail;
    return text_display_width(tail, strlen(tail));
}

static void measure_tails(struct text_grid *grid)
{
    const struct table *table = grid->table;
    for (size_t r = table->head_rows; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++) {
            const struct cell *cell = table_cell(table, r, c);
            if (is_aligned(cell) && tail_width(cell) > grid->tails[c])
                grid->tails[c] = tail_width(cell);
        }
}

/* The number with blanks for the decimals that others of its column have and it has not. */
static const char *aligned(const struct text_grid *grid, size_t column, const struct cell *cell)
{
    return arena_printf(grid->arena, "%s%*s", cell->text, (int)(grid->tails[column] - tail_width(cell)), "");
}

/* ---- how wide ---- */

static size_t longest_word(const char *text)
{
    size_t longest = 0;
    for (size_t length; text && *text; text += length + (text[length] != '\0')) {
        length = strcspn(text, " \n");
        size_t width = text_display_width(text, length);
        longest = width > longest ? width : longest;
    }
    return longest;
}

/* Of its longest line, where lines are no longer than that. */
static size_t wrapped_width(const char *text, size_t most, struct arena *arena)
{
    struct text_lines lines = text_wrap(text, most, arena);
    size_t widest = 0;
    for (size_t i = 0; i < lines.count; i++) {
        size_t width = text_display_width(lines.items[i], strlen(lines.items[i]));
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* What a cell would like to have. */
static size_t natural_width(const struct text_grid *grid, size_t column, const struct cell *cell)
{
    if (is_aligned(cell)) {
        size_t digits = text_display_width(cell->text, cell->parts.tail);
        return digits + grid->tails[column];
    }
    return wrapped_width(cell->text, LINE_WIDTH, grid->arena);
}

static size_t span_width(const struct text_grid *grid, size_t column, unsigned columns)
{
    size_t width = (columns - 1) * (size_t)SEPARATOR_WIDTH;
    for (unsigned i = 0; i < columns; i++)
        width += grid->widths[column + i];
    return width;
}

/* Plain cells first; then a spanning cell widens its last column by what it still lacks. */
static void measure_columns(struct text_grid *grid)
{
    const struct table *table = grid->table;
    for (int spanning = 0; spanning <= 1; spanning++)
        for (size_t r = 0; r < table->row_count; r++)
            for (size_t c = 0; c < table->column_count; c++) {
                const struct cell *cell = table_cell(table, r, c);
                if (cell->covered || (cell->columns > 1) != (spanning == 1))
                    continue;
                size_t need = natural_width(grid, c, cell), have = span_width(grid, c, cell->columns);
                if (need > have)
                    grid->widths[c + cell->columns - 1] += need - have;
            }
}

/* A short text, as "tăng 15" or a date, is one line. */
static size_t unbroken_width(const struct text_grid *grid, size_t column, const struct cell *cell)
{
    size_t whole = natural_width(grid, column, cell);
    return cell->kind == CELL_NUMBER || whole <= SHORT ? whole : longest_word(cell->text);
}

/*
 * What a column cannot do without: its numbers and short texts in one line, no word broken. With `whole` the rows keep what they would like to
 * have, and only the head gives way.
 */
static size_t least_width(const struct text_grid *grid, size_t column, bool whole)
{
    size_t least = 1;
    for (size_t r = 0; r < grid->table->row_count; r++) {
        const struct cell *cell = table_cell(grid->table, r, column);
        if (cell->covered || cell->columns > 1)
            continue;
        size_t need = r < grid->table->head_rows ? longest_word(cell->text)
                      : whole                    ? natural_width(grid, column, cell)
                                                 : unbroken_width(grid, column, cell);
        need += (size_t)INDENT_WIDTH * cell->indent;
        least = need > least ? need : least;
    }
    return least;
}

/* The longest text in the rows of a column, in one line: how many lines a width makes of it. */
static size_t longest_text(const struct text_grid *grid, size_t column)
{
    size_t longest = 0;
    for (size_t r = grid->table->head_rows; r < grid->table->row_count; r++) {
        const struct cell *cell = table_cell(grid->table, r, column);
        size_t width = cell->covered || cell->columns > 1 || !cell->text ? 0
                                                                         : text_display_width(cell->text, strlen(cell->text));
        longest = width > longest ? width : longest;
    }
    return longest;
}

/* What bears it best to be narrower: the column whose longest text has the fewest lines. The column count if none may be. */
static size_t easiest_of(const struct text_grid *grid, const size_t *least, const size_t *longest)
{
    size_t count = grid->table->column_count, easiest = count;
    for (size_t c = 0; c < count; c++)
        if (grid->widths[c] > least[c] &&
            (easiest == count || longest[c] * grid->widths[easiest] < longest[easiest] * grid->widths[c]))
            easiest = c;
    return easiest;
}

/* Heads give way before rows do. */
static void narrow(struct text_grid *grid)
{
    size_t count = grid->table->column_count, total = 1;
    size_t *least = arena_alloc(grid->arena, count, sizeof *least), *longest = arena_alloc(grid->arena, count, sizeof *longest);
    for (size_t c = 0; c < count; c++) {
        longest[c] = longest_text(grid, c);
        total += grid->widths[c] + SEPARATOR_WIDTH;
    }
    for (int rows = 0; rows <= 1; rows++) {
        for (size_t c = 0; c < count; c++)
            least[c] = least_width(grid, c, !rows);
        for (size_t c; total > TEXT_TABLE_WIDTH && (c = easiest_of(grid, least, longest)) < count; total--)
            grid->widths[c]--;
    }
}

static struct text_grid grid_of(const struct table *table, struct arena *arena)
{
    struct text_grid grid = { .table = table,
                              .widths = arena_alloc(arena, table->column_count, sizeof *grid.widths),
                              .tails = arena_alloc(arena, table->column_count, sizeof *grid.tails),
                              .arena = arena };
    for (size_t c = 0; c < table->column_count; c++)
        grid.widths[c] = 1;
    measure_tails(&grid);
    measure_columns(&grid);
    narrow(&grid);
    return grid;
}

/* ---- drawing ---- */

static void add_rule(struct text *out, const struct text_grid *grid)
{
    for (size_t c = 0; c < grid->table->column_count; c++) {
        text_add(out, "+");
        for (size_t i = 0; i < grid->widths[c] + 2; i++)
            text_add(out, "-");
    }
    text_add(out, "+\n");
}

/* The cells drawn in one row: those that start in it, and empty ones under a cell of a row above. */
static unsigned drawn_columns(const struct table *table, size_t row, size_t column)
{
    const struct cell *cell = table_cell(table, row, column);
    return cell->covered ? 1 : cell->columns;
}

static struct text_lines cell_lines(const struct text_grid *grid, size_t column, const struct cell *cell, size_t width)
{
    size_t indent = (size_t)INDENT_WIDTH * cell->indent;
    struct text_lines lines =
        text_wrap(cell->covered ? NULL : cell->text, width > indent ? width - indent : 1, grid->arena);
    if (is_aligned(cell) && lines.count == 1)
        lines.items[0] = aligned(grid, column, cell);
    for (size_t i = 0; indent && i < lines.count; i++)
        lines.items[i] = arena_printf(grid->arena, "%*s%s", (int)indent, "", lines.items[i]);
    return lines;
}

static void add_row(struct text *out, const struct text_grid *grid, size_t row)
{
    const struct table *table = grid->table;
    struct text_lines *cells = arena_alloc(out->arena, table->column_count, sizeof *cells);
    size_t height = 1;
    for (size_t c = 0; c < table->column_count; c += drawn_columns(table, row, c)) {
        cells[c] = cell_lines(grid, c, table_cell(table, row, c), span_width(grid, c, drawn_columns(table, row, c)));
        height = cells[c].count > height ? cells[c].count : height;
    }
    for (size_t line = 0; line < height; line++) {
        for (size_t c = 0; c < table->column_count; c += drawn_columns(table, row, c)) {
            text_add(out, "| ");
            text_add_padded(out, line < cells[c].count ? cells[c].items[line] : "",
                            span_width(grid, c, drawn_columns(table, row, c)), table_cell(table, row, c)->align);
            text_add(out, " ");
        }
        text_add(out, "|\n");
    }
}

void text_add_grid(struct text *out, const struct table *table)
{
    struct text_grid grid = grid_of(table, out->arena);
    add_rule(out, &grid);
    for (size_t r = 0; r < table->row_count; r++) {
        add_row(out, &grid, r);
        if (r + 1 == table->head_rows || r + 1 == table->row_count)
            add_rule(out, &grid);
    }
}
