#include "report/compose_links.h"

#include "base/text.h"

struct linker {
    struct report *report;
    const struct views *views;
    struct arena *arena;
};

/* The item that the line is about; the item count if there is none in this view. */
static size_t find_item(const struct view *view, const char *subject)
{
    size_t item = 0;
    while (item < view->item_count &&
           (view->items[item].role == ITEM_WORDS || !text_equal(view->items[item].id, subject)))
        item++;
    return item;
}

static size_t source_index(const struct view *view, const struct source *source)
{
    for (size_t s = 0; source && s < view->source_count; s++)
        if (view->sources[s] == source)
            return s;
    return ALL_SOURCES;
}

/* True if the column shows a figure of that source and year, or a part of it. */
static bool lies_under(const struct column *column, size_t source, int year)
{
    return column->money && (source == ALL_SOURCES || column->source == source) && (year == 0 || column->year == year);
}

/* The cell of a row that shows the figure: in its own column, or spread over the columns of its parts. */
static bool find_figure(const struct table *table, size_t row, size_t source, int year, struct link *found)
{
    for (size_t c = 0; c < table->column_count; c++) {
        const struct column *column = &table->columns[c];
        const struct cell *cell = table_cell(table, row, c);
        bool own = column->money && column->source == source && column->year == year;
        bool spread = cell->columns > 1 && lies_under(column, source, year);
        if ((!own && !spread) || cell->covered || cell->kind == CELL_EMPTY)
            continue;
        *found = (struct link){ table, { (unsigned)row, (unsigned)c } };
        return true;
    }
    return false;
}

static bool find_label(const struct table *table, size_t row, struct link *found)
{
    for (size_t c = table->key_columns; c-- > 0;) {
        const struct cell *cell = table_cell(table, row, c);
        if (cell->covered || cell->kind == CELL_EMPTY)
            continue;
        *found = (struct link){ table, { (unsigned)row, (unsigned)c } };
        return true;
    }
    return false;
}

/* In the parts of one view: the figure for its source, else for all sources (a row that is one source itself). */
static bool find_in_view(const struct linker *linker, const struct view *view, const struct ledger_row *line,
                         struct link *found)
{
    size_t item = find_item(view, line->subject), sources[] = { source_index(view, line->source), ALL_SOURCES };
    if (item == view->item_count)
        return false;
    for (size_t step = 0; step <= 2; step++)
        for (size_t t = 0; t < linker->report->table_count; t++) {
            const struct table *table = &linker->report->tables[t];
            if (!table->annex || !text_equal(table->id, view->id))
                continue;
            size_t row = table->head_rows + item;
            if (step < 2 ? find_figure(table, row, sources[step], line->year, found) : find_label(table, row, found))
                return true;
        }
    return false;
}

static void link_line(const struct linker *linker, struct table *ledger, size_t row, const struct ledger_row *line)
{
    struct link *to = arena_alloc(linker->arena, 2, sizeof *to), *back = to + 1;
    bool found = false;
    for (size_t v = 0; v < linker->views->count && !found; v++)
        found = find_in_view(linker, &linker->views->items[v], line, to);
    if (!found)
        return;
    table_cell(ledger, row, LEDGER_NAME)->link = to;
    struct cell *figure = table_cell(to->table, to->cell.row, to->cell.column);
    *back = (struct link){ ledger, { (unsigned)row, LEDGER_NAME } };
    if (!figure->link)
        figure->link = back;
}

void compose_links(struct report *report, const struct views *views, struct table *ledger, struct arena *arena)
{
    const struct linker linker = { report, views, arena };
    for (size_t i = 0; i < views->ledger.count; i++)
        if (views->ledger.rows[i].subject)
            link_line(&linker, ledger, ledger->head_rows + i, &views->ledger.rows[i]);
}

/* ---- from a view to a row of another ---- */

static bool is_named(const struct table *table, size_t row, const char *name)
{
    for (size_t c = 0; c < table->column_count && c < 2; c++)
        if (text_equal(table_cell(table, row, c)->text, name))
            return true;
    return false;
}

/* The row of that number or name, else the first one; the cell of it that has a text. */
static bool find_row(const struct report *report, const char *view, const char *name, struct link *found)
{
    for (size_t t = 0; t < report->table_count; t++) {
        const struct table *table = &report->tables[t];
        for (size_t r = table->head_rows; strcmp(table->id, view) == 0 && r < table->row_count; r++)
            if ((!name || is_named(table, r, name)) && find_label(table, r, found))
                return true;
    }
    return false;
}

static void link_value(const struct report *report, struct table *table, size_t row, const struct value *value,
                       struct arena *arena)
{
    struct link *link = arena_alloc(arena, 1, sizeof *link);
    if (!value->see_view || !find_row(report, value->see_view, value->see_row, link))
        return;
    for (size_t c = 0; c < table->column_count; c++)
        if (table_cell(table, row, c)->text == value->text)
            table_cell(table, row, c)->link = link;
}

void compose_references(struct report *report, const struct views *views, struct arena *arena)
{
    for (size_t v = 0; v < views->count; v++)
        for (size_t t = 0; t < report->table_count; t++) {
            const struct view *view = &views->items[v];
            struct table *table = &report->tables[t];
            for (size_t i = 0; strcmp(table->id, view->id) == 0 && i < view->item_count; i++)
                for (size_t f = 0; f < view->items[i].fact_count; f++)
                    link_value(report, table, table->head_rows + i, &view->items[i].facts[f].value, arena);
        }
}
