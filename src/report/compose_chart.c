#include "report/compose_chart.h"

#include "report/chart.h"

struct binder {
    const struct table *table;
    const struct view_chart *from;
    struct arena *arena;
};

/* The cells that show a fact of the chart's items; NULL if the layout has no column for it. */
static const struct cell_ref *cells_of(const struct binder *binder, enum fact_id fact)
{
    struct cell_ref *cells = arena_alloc(binder->arena, binder->from->item_count, sizeof *cells);
    for (size_t i = 0; i < binder->from->item_count; i++) {
        struct fact_ref of = { binder->from->items[i], fact, figure_key_of(0, NULL) };
        if (!table_find(binder->table, &(struct origin){ binder->table->view, of }, &cells[i]))
            return NULL;
    }
    return cells;
}

static bool has_number(const struct binder *binder, const struct cell_ref *cells)
{
    bool any = false;
    for (size_t i = 0; i < binder->from->item_count; i++)
        any = any || table_at(binder->table, cells[i])->kind == CELL_NUMBER;
    return any;
}

/* False if there is nothing to draw. */
static bool bind(struct chart *chart, const struct binder *binder)
{
    const struct view_chart *from = binder->from;
    struct chart_series *series = arena_alloc(binder->arena, from->series_count, sizeof *series);
    *chart = (struct chart){ .kind = from->kind,
                             .title = from->title,
                             .unit = from->unit,
                             .categories = cells_of(binder, from->label),
                             .category_count = from->item_count,
                             .series = series,
                             .names = from->names,
                             .ends = from->ends,
                             .line = from->line };
    bool any = false;
    for (size_t s = 0; s < from->series_count; s++) {
        const struct cell_ref *cells = cells_of(binder, from->series[s].fact);
        if (!cells)
            continue;
        series[chart->series_count++] = (struct chart_series){ from->series[s].name, cells };
        any = any || has_number(binder, cells);
    }
    return any && chart->categories;
}

void compose_charts(struct table *table, const struct view *view, struct arena *arena)
{
    struct chart *charts = arena_alloc(arena, view->chart_count, sizeof *charts);
    for (size_t i = 0; i < view->chart_count; i++) {
        struct binder binder = { table, &view->charts[i], arena };
        table->chart_count += bind(&charts[table->chart_count], &binder);
    }
    table->charts = charts;
}
