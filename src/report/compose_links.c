#include "report/compose_links.h"

#include "base/map.h"
#include "base/text.h"

struct linker {
    struct report *report;
    const struct views *views;
    struct map *items; /* of each view: its items by the id of their row, as index + 1 */
    struct arena *arena;
};

/* Words that follow a row are no row of their own. */
static struct map items_by_id(const struct view *view, struct arena *arena)
{
    struct map items = map_of_texts(arena);
    for (size_t i = 0; i < view->item_count; i++)
        if (view->items[i].id && view->items[i].role != ITEM_WORDS) {
            size_t *item = map_at(&items, view->items[i].id);
            *item = *item ? *item : i + 1;
        }
    return items;
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
static bool find_in_view(const struct linker *linker, size_t index, const struct item_cell *cell, struct link *found)
{
    const struct view *view = &linker->views->items[index];
    const size_t *item = map_find(&linker->items[index], cell->row);
    size_t sources[] = { view_source(view, cell->key.source), ALL_SOURCES };
    int year = cell->key.period.year;
    if (!item)
        return false;
    for (size_t step = cell->has_key ? 0 : 2; step <= 2; step++)
        for (size_t t = 0; t < linker->report->table_count; t++) {
            const struct table *table = &linker->report->tables[t];
            if (!table->annex || !text_equal(table->id, view->id))
                continue;
            size_t row = table->head_rows + *item - 1;
            if (step < 2 ? find_figure(table, row, sources[step], year, found) : find_label(table, row, found))
                return true;
        }
    return false;
}

static void link_row(const struct linker *linker, struct table *table, size_t row, const struct item_cell *cell)
{
    struct link *to = arena_alloc(linker->arena, 2, sizeof *to), *back = to + 1;
    bool found = false;
    for (size_t v = 0; v < linker->views->count && !found; v++)
        found = find_in_view(linker, v, cell, to);
    if (!found || !find_label(table, row, back))
        return;
    table_cell(table, row, back->cell.column)->link = to;
    struct cell *figure = table_cell(to->table, to->cell.row, to->cell.column);
    if (!figure->link)
        figure->link = back;
}

static void link_rows(const struct linker *linker, const struct view *view)
{
    for (size_t t = 0; t < linker->report->table_count; t++) {
        struct table *table = &linker->report->tables[t];
        for (size_t i = 0; text_equal(table->id, view->id) && i < view->item_count; i++)
            if (view->items[i].about)
                link_row(linker, table, table->head_rows + i, view->items[i].about);
    }
}

void compose_links(struct report *report, const struct views *views, struct arena *arena)
{
    struct linker linker = { report, views, arena_alloc(arena, views->count, sizeof *linker.items), arena };
    for (size_t v = 0; v < views->count; v++)
        linker.items[v] = items_by_id(&views->items[v], arena);
    for (size_t v = 0; v < views->count; v++)
        link_rows(&linker, &views->items[v]);
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
