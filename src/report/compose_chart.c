#include "report/compose_chart.h"

#include "report/chart.h"

struct binder {
    const struct table *table;
    const struct part *part;
    const struct view_chart *from;
    struct arena *arena;
};

/* The column that shows a fact; the column count if the layout has none. */
static size_t column_of(const struct binder *binder, enum fact_id fact)
{
    size_t column = 0;
    while (column < binder->part->count && binder->part->leaves[column].node->fact != fact)
        column++;
    return column;
}

/* The cells of the chart's items in the column of a fact; NULL if the layout has none. */
static const struct cell_ref *cells_of(const struct binder *binder, enum fact_id fact)
{
    size_t column = column_of(binder, fact);
    if (column == binder->part->count)
        return NULL;
    struct cell_ref *cells = arena_alloc(binder->arena, binder->from->item_count, sizeof *cells);
    for (size_t i = 0; i < binder->from->item_count; i++)
        cells[i] = (struct cell_ref){ (unsigned)(binder->table->head_rows + binder->from->items[i]), (unsigned)column };
    return cells;
}

static bool has_number(const struct binder *binder, const struct cell_ref *cells)
{
    bool any = false;
    for (size_t i = 0; i < binder->from->item_count; i++)
        any = any || table_cell(binder->table, cells[i].row, cells[i].column)->kind == CELL_NUMBER;
    return any;
}

/* False if there is nothing to draw. */
static bool bind(struct chart *chart, const struct binder *binder)
{
    static const enum chart_kind KINDS[] = { [BARS_CLUSTERED] = CHART_CLUSTERED, [BARS_STACKED] = CHART_STACKED,
                                             [BARS_BULLET] = CHART_BULLET };
    const struct view_chart *from = binder->from;
    struct chart_series *series = arena_alloc(binder->arena, from->series_count, sizeof *series);
    *chart = (struct chart){ .kind = KINDS[from->bars], .title = from->title, .unit = from->unit,
                             .categories = cells_of(binder, from->label), .category_count = from->item_count,
                             .series = series };
    bool any = false;
    for (size_t s = 0; s < from->series_count; s++) {
        const struct cell_ref *cells = cells_of(binder, from->series[s].fact);
        if (!cells)
            continue;
        series[chart->series_count++] = (struct chart_series){ from->series[s].name, cells };
        any = any || has_number(binder, cells);
    }
    if (chart->kind == CHART_BULLET && chart->series_count == 1)
        chart->kind = CHART_CLUSTERED;
    return any && chart->categories;
}

void compose_charts(struct table *table, const struct part *part, const struct view *view, struct arena *arena)
{
    struct chart *charts = arena_alloc(arena, view->chart_count, sizeof *charts);
    for (size_t i = 0; i < view->chart_count; i++) {
        struct binder binder = { table, part, &view->charts[i], arena };
        table->chart_count += bind(&charts[table->chart_count], &binder);
    }
    table->charts = charts;
}
