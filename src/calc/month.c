#include "calc/month.h"

#include "calc/month_builder.h"
#include "calc/month_money.h"
#include "calc/month_target.h"
#include "model/office.h"

/*
 * As the period's own documents say; else of a month as the latest before it, of a quarter, a half and nine months as the office
 * asks for them.
 */
static enum regime regime_of(const struct results_list *list, const struct office *office, struct period period)
{
    for (size_t i = list->count; i-- > 0;)
        if (period_cmp(list->items[i]->period, period) == 0)
            return list->items[i]->regime;
    bool own = period_is_span(period) && office->reports[report_kind_of(period)].declared;
    return !own && list->count ? list->items[list->count - 1]->regime : office_regime(office, period);
}

/* It has a document of its own, or all of its months have. */
static bool is_covered(const struct results_list *list, struct period period)
{
    if (results_have(list, period))
        return true;
    struct period month = period_month_before(period);
    bool all = period_is_span(period);
    for (month.month++; all && month.month <= period.month; month.month++)
        all = results_have(list, month);
    return all;
}

static void add_missing(struct month_builder *builder, struct period period)
{
    struct month *month = builder->out;
    if (!is_covered(&builder->list, period))
        month->missing[month->missing_count++] = period;
}

/* Of a quarter, a half or nine months those of its kind since the year began. */
static void add_all_missing(struct month_builder *builder)
{
    enum { MOST = 14 };
    struct period period = builder->request->period, before = period_before(period);
    builder->out->missing = arena_alloc(builder->arena, MOST, sizeof *builder->out->missing);
    add_missing(builder, period_year_before(period));
    if (before.year != period.year && period_cmp(before, period_year_before(period)) != 0)
        add_missing(builder, before);
    struct period at = period;
    while (period_before(at).year == period.year)
        at = period_before(at);
    for (; period_cmp(at, period) <= 0; at = period_after(at))
        add_missing(builder, at);
}

struct month month_of(const struct plan *plan, const struct month_request *request, struct arena *arena)
{
    struct month month = { .plan = plan->id,
                           .unit = plan->unit,
                           .period = request->period,
                           .illustrative = plan->illustrative };
    struct results_list issued = results_as_of(request->results, plan->id, request->as_of, arena);
    struct month_builder builder = { plan, request, results_until(&issued, request->period, arena), &month, arena };
    for (size_t i = 0; i < builder.list.count; i++)
        month.illustrative = month.illustrative || builder.list.items[i]->illustrative;
    month.regime = regime_of(&builder.list, request->office, request->period);
    month.first_day = period_first_day(month.period, month.regime);
    month.cut_off = period_last_day(month.period, month.regime);
    month.reported = is_covered(&builder.list, month.period);
    add_all_missing(&builder);
    month_add_targets(&builder);
    month_add_money(&builder);
    return month;
}
