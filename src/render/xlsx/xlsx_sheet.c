/* Where everything of a table stands on its sheet. */
#include "render/xlsx/xlsx_sheet.h"

#include "render/xlsx/xlsx_block.h"

bool xlsx_is_spread(const struct cell *cell)
{
    return !cell->covered && cell->columns > 1 && cell->kind == CELL_TEXT;
}

const struct line *xlsx_spread_lines(const struct xlsx_sheet *s, size_t column, const struct cell *cell, size_t *count)
{
    return wrap_cell(s->table, column, cell, cell->text, s->metrics, s->book->arena, count);
}

bool xlsx_is_merged(const struct xlsx_sheet *s, size_t row, size_t column)
{
    size_t count = 0;
    const struct cell *cell = table_cell(s->table, row, column);
    if (!xlsx_is_spread(cell) || cell->rows > 1)
        return false;
    if (s->is_parted && column + cell->columns == s->table->column_count)
        return true;
    if (s->table->rows[row].role != ROLE_GROUP)
        return false;
    xlsx_spread_lines(s, column, cell, &count);
    return count > 1;
}

static unsigned row_lines(struct xlsx_sheet *s, size_t row)
{
    size_t most = 1;
    for (size_t c = 0; row >= s->table->head_rows && c < s->table->column_count; c++) {
        const struct cell *cell = table_cell(s->table, row, c);
        size_t count = 1;
        if (xlsx_is_spread(cell) && !xlsx_is_merged(s, row, c))
            xlsx_spread_lines(s, c, cell, &count);
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

static bool has_sides(const struct block *block)
{
    bool any = false;
    for (size_t r = 0; r < block->count; r++)
        any = any || block->rows[r].lines[SIDE_RIGHT].text;
    return any;
}

/* The cells of a row with one more at the end, which belongs to the cell before it. */
static struct cell *parted_cells(const struct table *table, size_t row, struct arena *arena)
{
    size_t count = table->column_count, last = count - 1;
    struct cell *cells = arena_alloc(arena, count + 1, sizeof *cells);
    memcpy(cells, table->rows[row].cells, count * sizeof *cells);
    cells[count] = (struct cell){ .covered = true, .columns = 1, .rows = 1 };
    while (last > 0 && cells[last].covered)
        last--;
    cells[last].columns++;
    cells[last].lines = NULL; /* of another width */
    return cells;
}

/*
 * A number and a text beside it leave no column for a side. The text's is parted where the sides part: on the sheet it is two
 * columns, over which all its cells lie.
 */
static const struct table *parted(const struct table *table, const struct block *block, struct arena *arena)
{
    size_t count = table->column_count;
    mpt width = table_span_width(table, 0, (unsigned)count), split = block_side_x(block, SIDE_RIGHT, width);
    if (count != 2 || !xlsx_is_text_column(table, 1) || !has_sides(block) || split <= table->columns[0].width)
        return table;
    struct table *out = arena_alloc(arena, 1, sizeof *out);
    struct row *rows = arena_alloc(arena, table->row_count, sizeof *rows);
    struct column *columns = arena_alloc(arena, count + 1, sizeof *columns);
    columns[0] = table->columns[0];
    columns[1].width = split - columns[0].width + XLSX_INDENT - CELL_PADDING_X; /* its texts are set in */
    columns[2].width = width - split;
    for (size_t r = 0; r < table->row_count; r++) {
        rows[r] = table->rows[r];
        rows[r].cells = parted_cells(table, r, arena);
    }
    *out = *table;
    out->rows = rows;
    out->columns = columns;
    out->column_count = count + 1;
    return out;
}

static void make_room(struct xlsx_sheet *s, const struct block *block)
{
    if (!block)
        return;
    const struct table *whole = s->table;
    s->table = parted(whole, block, s->book->arena);
    s->is_parted = s->is_parted || s->table != whole;
    s->table = xlsx_block_room(s, block);
}

static void place_rows(struct xlsx_sheet *s)
{
    make_room(s, s->table->opening);
    make_room(s, s->table->signature);
    s->next = banner_rows(s->table);
    if (s->table->opening)
        s->next += xlsx_block_rows(s, s->table->opening) + XLSX_OPENING_GAP_ROWS;
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

const struct xlsx_sheet *xlsx_place_sheets(struct book *book, const struct report *report, const struct metrics *metrics)
{
    struct xlsx_sheet *sheets = arena_alloc(book->arena, report->table_count, sizeof *sheets);
    for (size_t i = 0; i < report->table_count; i++) {
        sheets[i] = (struct xlsx_sheet){ .book = book,
                                         .report = report,
                                         .index = i,
                                         .table = &report->tables[i],
                                         .metrics = metrics,
                                         .chart_sheets = arena_alloc(book->arena, 1, sizeof *sheets->chart_sheets),
                                         .all = sheets };
        place_rows(&sheets[i]);
    }
    return sheets;
}

/* As the row of the chart's table, and as high as its own texts need. */
static struct row chart_row(const struct xlsx_sheet *contents, const struct xlsx_chart_sheet *sheet, const struct row *like)
{
    struct row row = *like;
    size_t columns = contents->table->column_count, most = 1;
    row.cells = arena_alloc(contents->book->arena, columns, sizeof *row.cells);
    for (size_t c = 0; c < columns; c++) {
        size_t count;
        row.cells[c] = like->cells[c];
        row.cells[c].link = NULL;
        row.cells[c].text = c ? sheet->holds : sheet->name;
        xlsx_spread_lines(contents, c, &row.cells[c], &count);
        most = count > most ? count : most;
    }
    row.height = (mpt)most * metrics_line_height(contents->table->font_size) + 2 * CELL_PADDING_Y;
    return row;
}

const struct xlsx_sheet *xlsx_place_contents(const struct xlsx_sheet *contents)
{
    struct arena *arena = contents->book->arena;
    const struct table *from = contents->table;
    size_t most = from->row_count, count = 0;
    for (size_t i = 0; i < contents->index; i++)
        most += contents->all[i].chart_sheets->count;
    struct table *table = arena_alloc(arena, 1, sizeof *table);
    const char **leads = arena_alloc(arena, most, sizeof *leads);
    struct row *rows = arena_alloc(arena, most, sizeof *rows);
    for (size_t r = 0; r < from->row_count; r++) {
        rows[count++] = from->rows[r];
        size_t index = r - from->head_rows; /* of the table that the row leads to */
        if (r < from->head_rows || index >= contents->index)
            continue;
        const struct xlsx_chart_sheets *charts = contents->all[index].chart_sheets;
        for (size_t i = 0; i < charts->count; i++) {
            leads[count] = charts->items[i].name;
            rows[count++] = chart_row(contents, &charts->items[i], &from->rows[r]);
        }
    }
    *table = *from;
    table->rows = rows;
    table->row_count = count;
    struct xlsx_sheet *placed = arena_alloc(arena, 1, sizeof *placed);
    *placed = *contents;
    placed->table = table;
    placed->leads = leads;
    place_rows(placed);
    return placed;
}
