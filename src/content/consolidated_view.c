#include "content/consolidated_view.h"

#include "base/text.h"
#include "content/consolidated_indicators.h"
#include "content/consolidated_units.h"
#include "content/notes_view.h"
#include "content/report_view.h"
#include "model/catalogue.h"

enum { VIEWS = 3 };

static struct date latest_day(const struct consolidation *all)
{
    struct date latest = { 0 };
    for (size_t i = 0; i < all->count; i++) {
        struct date day = all->makers[i].chain->day;
        if (!latest.year || date_cmp(day, latest) > 0)
            latest = day;
    }
    return latest;
}

static bool any_illustrative(const struct consolidation *all)
{
    bool any = false;
    for (size_t i = 0; i < all->count; i++)
        any = any || all->makers[i].gaps.illustrative;
    return any;
}

/* "các đơn vị cấp tỉnh", "tỉnh Phú Thọ (từ 01/07/2025)" */
static const char *whose_words(const struct unit *of, struct arena *arena)
{
    if (!of)
        return "các đơn vị cấp tỉnh";
    const char *since = of->from.year ? arena_printf(arena, " (từ %s)", date_figures(arena, of->from)) : "";
    return arena_printf(arena, "%s %s%s", of->is_city ? "thành phố" : "tỉnh", of->name, since);
}

/* Notes of the reports of the year; what they say of single figures stands beside those. */
static void add_reported_notes(struct views *views, const struct consolidation *all)
{
    const char **lines = NULL;
    size_t count = 0, capacity = 0;
    for (size_t m = 0; m < all->count; m++) {
        const struct year_maker *maker = &all->makers[m];
        for (size_t i = 0; i < maker->list.count; i++) {
            const struct results *results = maker->list.items[i];
            for (size_t n = 0; n < results->note_count; n++)
                if (period_cmp(results->period, (struct period){ .year = maker->year }) == 0) {
                    const char **line = ARENA_PUSH(all->arena, lines, count, capacity);
                    *line = arena_printf(all->arena, "%s: %s", maker->plan->decision.plan_name, results->notes[n]);
                }
        }
    }
    if (count)
        views_add_notes(views, lines, count, all->arena);
}

struct views consolidated_views(const struct chains *chains, const struct unit *of, struct arena *arena)
{
    const struct gaps_context *context = &chains->context;
    struct consolidation all = consolidation_of(chains, arena);
    struct date day = latest_day(&all);
    struct view *views = arena_alloc(arena, VIEWS, sizeof *views);
    views[0] = consolidated_decided_view(&all);
    views[1] = consolidated_current_view(&all);
    views[2] = consolidated_indicators_view(&all);
    struct report_frame frame = { .views = views,
                                  .view_count = VIEWS,
                                  .id = of ? of->code : arena_printf(arena, "%d", context->year),
                                  .subject = arena_printf(arena, "Tổng hợp kết quả thực hiện năm %d các kế hoạch của %s",
                                                          context->year, whose_words(of, arena)),
                                  .basis = arena_printf(arena, "Số liệu năm %d; cập nhật đến %s", context->year,
                                                        date_words(arena, day)),
                                  .author = "phuluc",
                                  .office = context->office,
                                  .as_of = day,
                                  .made = day,
                                  .period_end = all.last_day,
                                  .illustrative = any_illustrative(&all),
                                  .arena = arena };
    report_put(&frame, FACT_REPORT_YEAR, value_year(context->year));
    struct views made = report_finish(&frame);
    add_reported_notes(&made, &all);
    return made;
}
