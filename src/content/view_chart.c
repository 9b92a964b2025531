#include "content/view_chart.h"

#include "base/text.h"

static bool has_number(const struct view *view, const struct view_chart *chart, enum fact_id fact)
{
    for (size_t i = 0; i < chart->item_count; i++) {
        struct fact_ref ref = { chart->items[i], fact, figure_key_of(0, NULL) };
        if (view_lookup(view, &ref)->kind == VALUE_NUMBER)
            return true;
    }
    return false;
}

void view_draw(struct view *view, struct view_chart chart, struct arena *arena)
{
    struct chart_fact *kept = arena_alloc(arena, chart.series_count, sizeof *kept);
    struct text empty = text_in(arena);
    size_t count = 0;
    for (size_t s = 0; s < chart.series_count; s++) {
        if (has_number(view, &chart, chart.series[s].fact))
            kept[count++] = chart.series[s];
        else
            text_addf(&empty, "%s“%s”", empty.length ? ", " : "", chart.series[s].name);
    }
    if (!chart.item_count)
        return;
    if (!count) {
        view_note(view, "Không vẽ biểu đồ: chưa có số nào để vẽ.", arena);
        return;
    }
    if (empty.length)
        view_note(view, arena_printf(arena, "Biểu đồ không vẽ %s: cả cột không có số nào.", text_str(&empty)), arena);
    struct view_chart *drawn = arena_alloc(arena, 1, sizeof *drawn);
    *drawn = chart;
    drawn->series = kept;
    drawn->series_count = count;
    view->charts = drawn;
    view->chart_count = 1;
}
