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
    if (s->table->rows[row].role != ROLE_GROUP || !xlsx_is_spread(cell) || cell->rows > 1)
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

static void place_rows(struct xlsx_sheet *s)
{
    if (s->table->opening)
        s->table = xlsx_block_room(s, s->table->opening);
    if (s->table->signature)
        s->table = xlsx_block_room(s, s->table->signature);
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
