#include "report/reading.h"

#include "report/chart.h"
#include "report/wrap.h"

struct reader {
    const struct report *from; /* without lists */
    struct table *tables;      /* what is made of them */
    struct arena *arena;
};

static bool joins_any(const struct table *table)
{
    bool any = false;
    for (size_t c = 0; c < table->column_count; c++)
        any = any || table->columns[c].joins;
    return any;
}

/* How many of these columns go into the next one. */
static unsigned joining(const struct table *table, size_t first, size_t end)
{
    unsigned count = 0;
    for (size_t c = first; c < end; c++)
        count += table->columns[c].joins;
    return count;
}

/* Where what stands in a column is found in the table as it is read. */
static size_t read_column(const struct table *table, size_t column)
{
    return column - joining(table, 0, column);
}

/* "≥" and "55" as one cell, which is the number's: its value, its origin, what is to be said of it. */
static struct cell joined_cell(const struct cell *sign, const struct cell *number, struct arena *arena)
{
    struct cell both = *number;
    if (sign->kind == CELL_EMPTY)
        return both;
    if (number->kind == CELL_EMPTY) {
        both = *sign;
        both.columns = number->columns;
        return both;
    }
    uint32_t before = (uint32_t)(strlen(sign->text) + strlen(JOINT));
    both.text = arena_printf(arena, "%s%s%s", sign->text, JOINT, number->text);
    both.parts.tail += before;
    both.parts.end += before;
    both.marked = number->marked || sign->marked;
    both.remark = number->remark ? number->remark : sign->remark;
    both.link = number->link ? number->link : sign->link;
    return both;
}

/* The cell that is the sign's and the number's, or that stands over one of them and more. */
static struct cell pair_cell(const struct cell *sign, const struct cell *number, struct arena *arena)
{
    if (sign->columns > 1)
        return *sign;
    return sign->covered || number->covered ? *number : joined_cell(sign, number, arena);
}

static struct cell read_cell(const struct reader *reader, const struct table *table, size_t row, size_t column)
{
    const struct cell *own = table_cell(table, row, column);
    bool second = column > 0 && table->columns[column - 1].joins;
    struct cell cell = second ? pair_cell(own - 1, own, reader->arena) : *own;
    size_t first = second && own[-1].columns > 1 ? column - 1 : column;
    if (cell.columns > 1)
        cell.columns -= joining(table, first, first + cell.columns);
    cell.joins = false;
    cell.terms = NULL; /* formulas are for workbooks */
    cell.formula = NULL;
    cell.term_count = cell.formula_count = 0;
    cell.lines = NULL;
    return cell;
}

static void read_rows(const struct reader *reader, const struct table *from, struct table *to)
{
    to->column_count = from->column_count - joining(from, 0, from->column_count);
    to->columns = arena_alloc(reader->arena, to->column_count, sizeof *to->columns);
    to->rows = arena_alloc(reader->arena, from->row_count, sizeof *to->rows);
    for (size_t c = 0; c < from->column_count; c++)
        if (!from->columns[c].joins)
            to->columns[read_column(from, c)].width = joins_any(from) ? from->columns[c].read : from->columns[c].width;
    for (size_t r = 0; r < from->row_count; r++) {
        to->rows[r] = from->rows[r];
        to->rows[r].cells = arena_alloc(reader->arena, to->column_count, sizeof *to->rows[r].cells);
        for (size_t c = 0; c < from->column_count; c++)
            if (!from->columns[c].joins)
                to->rows[r].cells[read_column(from, c)] = read_cell(reader, from, r, c);
    }
    to->key_columns -= joining(from, 0, from->key_columns);
}

static const struct cell_ref *read_refs(const struct reader *reader, const struct table *from, const struct cell_ref *refs,
                                        size_t count)
{
    struct cell_ref *read = arena_alloc(reader->arena, count, sizeof *read);
    for (size_t i = 0; i < count; i++)
        read[i] = (struct cell_ref){ refs[i].row, (unsigned)read_column(from, refs[i].column) };
    return read;
}

static void read_charts(const struct reader *reader, const struct table *from, struct table *to)
{
    struct chart *charts = arena_alloc(reader->arena, from->chart_count, sizeof *charts);
    for (size_t i = 0; i < from->chart_count; i++) {
        const struct chart *chart = &from->charts[i];
        struct chart_series *series = arena_alloc(reader->arena, chart->series_count, sizeof *series);
        for (size_t s = 0; s < chart->series_count; s++)
            series[s] = (struct chart_series){ chart->series[s].name,
                                               read_refs(reader, from, chart->series[s].cells, chart->category_count) };
        charts[i] = *chart;
        charts[i].series = series;
        charts[i].categories = read_refs(reader, from, chart->categories, chart->category_count);
    }
    to->charts = charts;
}

/* Links to tables of the report lead to the same cells as they are read. */
static void read_links(const struct reader *reader, struct table *to)
{
    for (size_t r = 0; r < to->row_count; r++)
        for (size_t c = 0; c < to->column_count; c++) {
            struct cell *cell = table_cell(to, r, c);
            size_t index = report_link_table(reader->from, cell->link);
            if (index == reader->from->table_count)
                continue;
            struct link *link = arena_alloc(reader->arena, 1, sizeof *link);
            size_t column = read_column(&reader->from->tables[index], cell->link->cell.column);
            *link = (struct link){ &reader->tables[index], { cell->link->cell.row, (unsigned)column } };
            cell->link = link;
        }
}

struct report report_for_reading(const struct report *report, const struct metrics *metrics, struct arena *arena)
{
    struct report from = *report, read;
    bool any = false;
    while (from.table_count && from.tables[from.table_count - 1].is_list)
        from.table_count--;
    for (size_t i = 0; i < from.table_count; i++)
        any = any || joins_any(&from.tables[i]);
    read = from;
    if (!any)
        return read;
    struct reader reader = { &from, arena_alloc(arena, from.table_count, sizeof *reader.tables), arena };
    for (size_t i = 0; i < from.table_count; i++) {
        reader.tables[i] = from.tables[i];
        read_rows(&reader, &from.tables[i], &reader.tables[i]);
        read_charts(&reader, &from.tables[i], &reader.tables[i]);
    }
    for (size_t i = 0; i < from.table_count; i++) {
        read_links(&reader, &reader.tables[i]);
        table_measure(&reader.tables[i], metrics, arena);
    }
    read.tables = reader.tables;
    return read;
}
