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
           (view->items[item].role == ROLE_WORDS || !text_equal(view->items[item].id, subject)))
        item++;
    return item;
}

static size_t source_index(const struct view *view, const char *source)
{
    for (size_t s = 0; source && s < view->source_count; s++)
        if (text_equal(view->sources[s], source))
            return s;
    return ALL_SOURCES;
}

/* The cell of an item that shows its figure of that key. */
static bool find_figure(const struct table *table, const struct view *view, size_t item, struct fact_key key, struct link *found)
{
    const struct item *subject = &view->items[item];
    for (size_t f = 0; f < subject->fact_count; f++) {
        struct fact_ref of = { item, subject->facts[f].fact, key };
        if (!fact_key_equal(subject->facts[f].key, key) || fact_get(of.fact)->kind != KIND_MONEY)
            continue;
        found->table = table;
        if (table_find(table, &(struct origin){ table->view, of }, &found->cell))
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
    size_t item = find_item(view, line->subject), index = (size_t)(view - linker->views->items), row;
    const struct fact_key keys[] = { fact_key_of(line->year, source_index(view, line->source)),
                                     fact_key_of(line->year, ALL_SOURCES) };
    if (item == view->item_count)
        return false;
    for (size_t step = 0; step <= 2; step++)
        for (size_t t = 0; t < linker->report->table_count; t++) {
            const struct table *table = &linker->report->tables[t];
            if (!table_find_item(table, index, item, &row))
                continue;
            if (step < 2 ? find_figure(table, view, item, keys[step], found) : find_label(table, row, found))
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

/* The item with that id, or the first one for NULL; its row's cell that has a text. */
static bool find_row(const struct linker *linker, const char *view_id, const char *id, struct link *found)
{
    for (size_t t = 0; t < linker->report->table_count; t++) {
        const struct table *table = &linker->report->tables[t];
        size_t row;
        if (table->view == NO_VIEW || strcmp(linker->views->items[table->view].id, view_id) != 0)
            continue;
        const struct view *view = &linker->views->items[table->view];
        for (size_t i = 0; i < view->item_count; i++)
            if ((!id || text_equal(view->items[i].id, id)) && table_find_item(table, table->view, i, &row) &&
                find_label(table, row, found))
                return true;
    }
    return false;
}

static void link_cell(const struct linker *linker, struct cell *cell)
{
    if (cell->origin.view == NO_VIEW || cell->covered || cell->kind == CELL_EMPTY)
        return;
    const struct value *value = view_value(&linker->views->items[cell->origin.view], &cell->origin.of);
    struct link *link = arena_alloc(linker->arena, 1, sizeof *link);
    if (value->see_view && find_row(linker, value->see_view, value->see_item, link))
        cell->link = link;
}

void compose_references(struct report *report, const struct views *views, struct arena *arena)
{
    const struct linker linker = { report, views, arena };
    for (size_t t = 0; t < report->table_count; t++)
        for (size_t r = 0; r < report->tables[t].row_count; r++)
            for (size_t c = 0; c < report->tables[t].column_count; c++)
                link_cell(&linker, table_cell(&report->tables[t], r, c));
}
