#include "report/compose_links.h"

#include "base/map.h"
#include "base/text.h"

struct linker {
    struct report *report;
    const struct views *views;
    struct map *items; /* of each view: its items by their ids, as index + 1 */
    struct arena *arena;
};

static struct map items_by_id(const struct view *view, struct arena *arena)
{
    struct map items = map_of_texts(arena);
    for (size_t i = 0; i < view->item_count; i++)
        if (view->items[i].id) {
            size_t *item = map_at(&items, view->items[i].id);
            *item = *item ? *item : i + 1;
        }
    return items;
}

/* The cell of an item that shows its figure of that key. */
static bool find_figure(const struct linker *linker, const struct table *table, size_t item, struct figure_key key,
                        struct link *found)
{
    const struct item *subject = &linker->views->items[table->view].items[item];
    for (size_t f = 0; f < subject->fact_count; f++) {
        const struct view_fact *fact = &subject->facts[f];
        struct origin origin = { table->view, { item, fact->fact, key } };
        if (!figure_key_equal(fact->key, key) || fact_get(fact->fact)->kind != KIND_MONEY ||
            !table_find(table, &origin, &found->cell))
            continue;
        found->table = table;
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
static bool find_in_view(const struct linker *linker, size_t view, const struct item_cell *cell, struct link *found)
{
    const size_t *item = map_find(&linker->items[view], cell->item);
    struct figure_key keys[] = { cell->key, cell->key };
    keys[1].source = NULL;
    if (!item)
        return false;
    for (size_t step = cell->has_key ? 0 : 2; step <= 2; step++)
        for (size_t t = 0; t < linker->report->table_count; t++) {
            const struct table *table = &linker->report->tables[t];
            size_t row;
            if (!table_find_item(table, view, *item - 1, &row))
                continue;
            if (step < 2 ? find_figure(linker, table, *item - 1, keys[step], found) : find_label(table, row, found))
                return true;
        }
    return false;
}

static void link_row(const struct linker *linker, struct table *table, size_t row, const struct item_cell *cell)
{
    struct link *to = arena_alloc(linker->arena, 2, sizeof *to), *back = to + 1;
    bool found = false;
    for (size_t v = 0; v < linker->views->count && !found; v++)
        found = text_equal(linker->views->items[v].id, cell->view) && find_in_view(linker, v, cell, to);
    if (!found || !find_label(table, row, back))
        return;
    table_cell(table, row, back->cell.column)->link = to;
    struct cell *figure = table_cell(to->table, to->cell.row, to->cell.column);
    if (!figure->link)
        figure->link = back;
}

static void link_rows(const struct linker *linker, struct table *table)
{
    const struct view *view = &linker->views->items[table->view];
    for (size_t row = table->head_rows; row < table->row_count; row++) {
        const struct item_cell *about = view->items[table->rows[row].item].about;
        if (about)
            link_row(linker, table, row, about);
    }
}

/* ---- from a view to an item of another ---- */

/* In one table: the item with that id, or the first one that has a label for NULL; the cell of its row that has a text. */
static bool find_row(const struct linker *linker, const struct table *table, const char *id, struct link *found)
{
    const size_t *item = id ? map_find(&linker->items[table->view], id) : NULL;
    size_t row = table->head_rows;
    if (id)
        return item && table_find_item(table, table->view, *item - 1, &row) && find_label(table, row, found);
    while (row < table->row_count && !find_label(table, row, found))
        row++;
    return row < table->row_count;
}

static void link_cell(const struct linker *linker, struct cell *cell)
{
    if (cell->origin.view == NO_VIEW || cell->covered || cell->kind == CELL_EMPTY)
        return;
    const struct cell_origin *origin = &cell->origin;
    const struct fact_ref of = { origin->item, origin->fact, *origin->key };
    const struct value *value = view_lookup(&linker->views->items[origin->view], &of);
    if (!value->see_view)
        return;
    struct link *link = arena_alloc(linker->arena, 1, sizeof *link);
    for (size_t t = 0; t < linker->report->table_count && !cell->link; t++) {
        const struct table *table = &linker->report->tables[t];
        if (text_equal(linker->views->items[table->view].id, value->see_view) &&
            find_row(linker, table, value->see_item, link))
            cell->link = link;
    }
}

static void link_references(const struct linker *linker, struct table *table)
{
    for (size_t r = table->head_rows; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            link_cell(linker, table_cell(table, r, c));
}

/* ---- sums over another view ---- */

/* The cell that shows a figure of another view. */
static bool find_elsewhere(const struct linker *linker, const struct value_elsewhere *from, struct formula_piece *piece)
{
    for (size_t t = 0; t < linker->report->table_count; t++) {
        const struct table *table = &linker->report->tables[t];
        bool same = table->view != NO_VIEW && text_equal(linker->views->items[table->view].id, from->view);
        const size_t *item = same ? map_find(&linker->items[table->view], from->item) : NULL;
        struct origin origin = { table->view, { item ? *item - 1 : 0, from->fact, from->key } };
        if (item && table_find(table, &origin, &piece->cell)) {
            piece->table = table;
            return true;
        }
    }
    return false;
}

/* "first+second": only if every figure stands in a cell. */
static void put_sum(const struct linker *linker, struct cell *cell, const struct value *value)
{
    struct formula_piece *pieces = arena_alloc(linker->arena, 2 * value->add_count, sizeof *pieces);
    size_t count = 0;
    for (size_t i = 0; i < value->add_count; i++) {
        if (i)
            pieces[count++] = (struct formula_piece){ .text = "+" };
        if (!find_elsewhere(linker, &value->adds[i], &pieces[count++]))
            return;
    }
    cell->formula = pieces;
    cell->formula_count = (uint32_t)count;
}

static void add_sums(const struct linker *linker, struct table *table)
{
    for (size_t r = table->head_rows; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++) {
            struct cell *cell = table_cell(table, r, c);
            const struct cell_origin *origin = &cell->origin;
            if (origin->view == NO_VIEW || cell->covered || cell->kind != CELL_NUMBER)
                continue;
            const struct fact_ref of = { origin->item, origin->fact, *origin->key };
            const struct value *value = view_lookup(&linker->views->items[origin->view], &of);
            if (value->add_count)
                put_sum(linker, cell, value);
        }
}

void compose_links(struct report *report, const struct views *views, struct arena *arena)
{
    struct linker linker = { report, views, arena_alloc(arena, views->count, sizeof *linker.items), arena };
    for (size_t v = 0; v < views->count; v++)
        linker.items[v] = items_by_id(&views->items[v], arena);
    for (size_t t = 0; t < report->table_count; t++) {
        link_rows(&linker, &report->tables[t]);
        link_references(&linker, &report->tables[t]);
        add_sums(&linker, &report->tables[t]);
    }
}
