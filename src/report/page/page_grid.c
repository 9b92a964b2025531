/* A table on its way to pages: which cell shows where, what is measured once, what a repeated heading says. */
#include "report/page/pager.h"

static const char CONTINUED[] = " (tiếp theo)";

/* Which cell shows at each place: the one itself, or the one whose span covers it. */
static size_t *find_owners(const struct table *table, struct arena *arena)
{
    size_t columns = table->column_count;
    size_t *owners = arena_alloc(arena, table->row_count * columns, sizeof *owners);
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t column = 0; column < columns; column++) {
            const struct cell *cell = table_cell(table, row, column);
            if (cell->covered)
                continue;
            for (size_t down = 0; down < cell->rows; down++)
                for (size_t right = 0; right < cell->columns; right++)
                    owners[(row + down) * columns + column + right] = row * columns + column;
        }
    return owners;
}

bool grid_is_number(const struct cell *cell)
{
    return cell->kind == CELL_NUMBER && cell->align == ALIGN_RIGHT && !cell->covered && cell->text;
}

mpt grid_tail_width(const struct grid *grid, const struct cell *cell)
{
    const char *tail = cell->text + cell->parts.tail;
    return metrics_width(grid->pen.metrics, cell->face, grid->table->font_size, tail, strlen(tail));
}

static void measure_tails(struct grid *grid)
{
    const struct table *table = grid->table;
    for (size_t row = table->head_rows; row < table->row_count; row++)
        for (size_t column = 0; column < table->column_count; column++) {
            const struct cell *cell = table_cell(table, row, column);
            if (!grid_is_number(cell) || cell->columns > 1)
                continue;
            mpt width = grid_tail_width(grid, cell);
            if (width > grid->tails[column])
                grid->tails[column] = width;
        }
}

const struct line *grid_lines(const struct grid *grid, size_t column, const struct cell *cell, const char *text,
                              struct arena *arena, size_t *count)
{
    return wrap_cell(grid->table, column, cell, text, grid->pen.metrics, arena, count);
}

static void find_spans(struct grid *grid)
{
    const struct table *table = grid->table;
    for (size_t row = grid->head_rows; row < table->row_count; row++)
        for (size_t column = 0; column < table->column_count; column++) {
            const struct cell *cell = table_cell(table, row, column);
            if (cell->covered || cell->rows < 2)
                continue;
            struct spanning *span = ARENA_PUSH(grid->pen.arena, grid->spans, grid->span_count, grid->span_capacity);
            *span = (struct spanning){ .row = row, .column = column, .end = row + cell->rows };
            if (cell->text)
                grid_lines(grid, column, cell, cell->text, grid->pen.arena, &span->line_count);
        }
}

struct grid grid_of(const struct table *table, const struct metrics *metrics, struct arena *arena)
{
    struct grid grid = { .table = table, .pen = { metrics, arena } };
    mpt paper = table->landscape ? PAGE_SHORT : PAGE_LONG;
    grid.page_room = paper - MARGIN_TOP - MARGIN_BOTTOM;
    grid.edges = arena_alloc(arena, table->column_count + 1, sizeof *grid.edges);
    grid.tails = arena_alloc(arena, table->column_count, sizeof *grid.tails);
    for (size_t column = 0; column < table->column_count; column++)
        grid.edges[column + 1] = grid.edges[column] + table->columns[column].width;
    grid.x = MARGIN_LEFT + (table_page_width(table) - grid.edges[table->column_count]) / 2;
    int64_t head_height = 0;
    for (size_t row = 0; row < table->head_rows; row++)
        head_height += table->rows[row].height;
    if (head_height <= grid.page_room / 2)
        grid.head_rows = table->head_rows;
    grid.owners = find_owners(table, arena);
    measure_tails(&grid);
    find_spans(&grid);
    return grid;
}

/* The cell that names a group: the widest text of its row. */
static size_t label_column(const struct grid *grid, size_t row)
{
    size_t label = 0;
    mpt widest = -1;
    for (size_t column = 0; column < grid->table->column_count; column++) {
        const struct cell *cell = table_cell(grid->table, row, column);
        mpt width = grid->edges[column + cell->columns] - grid->edges[column];
        if (cell->kind == CELL_TEXT && !cell->covered && cell->text && cell->rows == 1 && width > widest) {
            widest = width;
            label = column;
        }
    }
    return label;
}

/* What a cell of a repeated heading shows: that it goes on, and no figures. NULL for nothing. */
const char *grid_repeated_text(const struct grid *grid, size_t row, size_t column)
{
    const struct cell *cell = table_cell(grid->table, row, column);
    if (cell->covered || cell->kind != CELL_TEXT || !cell->text || cell->rows > 1)
        return NULL; /* a cell over several rows goes on below by itself */
    if (column != label_column(grid, row))
        return cell->text;
    return arena_printf(grid->pen.arena, "%s%s", cell->text, CONTINUED);
}

size_t repeated_line_count(const struct grid *grid, size_t row)
{
    size_t most = 1;
    for (size_t column = 0; column < grid->table->column_count; column++) {
        const char *text = grid_repeated_text(grid, row, column);
        size_t count = 0;
        if (text)
            grid_lines(grid, column, table_cell(grid->table, row, column), text, grid->pen.arena, &count);
        if (count > most)
            most = count;
    }
    return most;
}
