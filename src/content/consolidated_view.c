#include "content/consolidated_view.h"

#include "base/text.h"
#include "content/consolidated_compared.h"
#include "content/consolidated_indicators.h"
#include "content/consolidated_summary.h"
#include "content/notes_view.h"
#include "content/reported_notes.h"
#include "content/report_view.h"
#include "model/catalogue.h"

enum { VIEWS = 6 };

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

/* " phát triển thương mại điện tử": the programme that all plans are of; "" if they differ, or one does not say. */
static const char *programme_words(const struct consolidation *all)
{
    const char *code = all->count ? all->makers[0].plan->programme : NULL;
    for (size_t i = 0; i < all->count; i++)
        if (!text_equal(all->makers[i].plan->programme, code))
            return "";
    const struct programme *programme = code ? catalogue_programme(all->context->catalogue, code) : NULL;
    return programme ? arena_printf(all->arena, " %s", text_with_small(all->arena, programme->name)) : "";
}

/* " giai đoạn 2021-2025" if it is that of all plans, else "". */
static const char *span_words(const struct consolidation *all)
{
    const struct plan *first = all->count ? all->makers[0].plan : NULL;
    if (!first || first->first_year == first->last_year)
        return "";
    for (size_t i = 0; i < all->count; i++) {
        const struct plan *plan = all->makers[i].plan;
        if (plan->first_year != first->first_year || plan->last_year != first->last_year)
            return "";
    }
    return arena_printf(all->arena, " giai đoạn %d-%d", first->first_year, first->last_year);
}

/* "Tổng hợp kết quả thực hiện năm 2025 các kế hoạch phát triển thương mại điện tử giai đoạn 2021-2025 của các đơn vị cấp tỉnh" */
static const char *subject_of(const struct consolidation *all, const struct unit *of)
{
    return arena_printf(all->arena, "Tổng hợp kết quả thực hiện năm %d các kế hoạch%s%s của %s", all->context->year,
                        programme_words(all), span_words(all), whose_words(of, all->arena));
}

static void add_line(struct note_lines *notes, const char *line, struct arena *arena)
{
    const char **added = ARENA_PUSH(arena, notes->items, notes->count, notes->capacity);
    *added = line;
}

static const char *plan_of_unit(const void *maker, const struct target *target)
{
    (void)maker;
    (void)target;
    return "kế hoạch của đơn vị";
}

/* Notes of the reports of the year, and what they estimate; what they say of single figures is among the lines already. */
static void add_reported_notes(struct note_lines *notes, const struct consolidation *all, size_t index)
{
    const struct year_maker *maker = &all->makers[index];
    const char *unit = consolidated_unit_name(all, index);
    const struct results *last = NULL;
    for (size_t i = 0; i < maker->list.count; i++) {
        const struct results *results = maker->list.items[i];
        if (!year_speaks_of(maker, results))
            continue;
        last = results;
        for (size_t n = 0; n < results->note_count; n++)
            add_line(notes, arena_printf(all->arena, "%s: %s", unit, results->notes[n]), all->arena);
    }
    struct reported_notes ahead = { .plan = maker->plan,
                                    .catalogue = all->context->catalogue,
                                    .table = plan_of_unit,
                                    .arena = all->arena };
    if (last)
        reported_notes_add_estimates(&ahead, last, reported_is_ahead);
    for (size_t i = 0; i < ahead.count; i++)
        add_line(notes, arena_printf(all->arena, "%s: %s", unit, ahead.lines[i]), all->arena);
}

/* Returns how many views there are. */
static size_t add_views(struct view *views, const struct consolidation *all, struct note_lines *notes)
{
    size_t count = 1;
    if (assessment_view(&views[count], consolidated_assessed(all), all->count, (struct period){ .year = all->context->year },
                        all->arena))
        count++;
    const struct view *decided = &views[count];
    views[count++] = consolidated_decided_view(all);
    views[count++] = consolidated_current_view(all);
    views[count++] = consolidated_indicators_view(all, notes);
    views[count++] = consolidated_compared_view(all);
    views[0] = consolidated_summary_view(all, decided);
    for (size_t i = 0; i < all->count; i++)
        add_reported_notes(notes, all, i);
    return count;
}

struct views consolidated_views(const struct chains *chains, const struct unit *of, struct arena *arena)
{
    const struct gaps_context *context = &chains->context;
    struct consolidation all = consolidation_of(chains, arena);
    struct date day = latest_day(&all);
    struct view *views = arena_alloc(arena, VIEWS, sizeof *views);
    struct note_lines notes = { 0 };
    size_t count = add_views(views, &all, &notes);
    struct report_frame frame = { .views = views,
                                  .view_count = count,
                                  .id = of ? of->code : arena_printf(arena, "%d", context->year),
                                  .subject = subject_of(&all, of),
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
    for (size_t i = 0; i < all.count; i++)
        report_put_of(&frame, FACT_UNIT_HEAD, (struct figure_key){ .unit = all.makers[i].plan->id },
                      value_text(consolidated_unit_head(&all, i)));
    struct views made = report_finish(&frame);
    if (notes.count)
        views_add_notes(&made, notes.items, notes.count, arena);
    return made;
}
