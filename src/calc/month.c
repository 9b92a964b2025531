#include "calc/month.h"

#include "calc/month_builder.h"
#include "calc/month_money.h"
#include "calc/month_target.h"
#include "model/office.h"

/* As the month's own documents say, else the latest before it, else the office. */
static enum regime regime_of(const struct results_list *list, const struct office *office)
{
    return list->count ? list->items[list->count - 1]->regime : office->regime;
}

static void add_missing(struct month_builder *builder, struct period period)
{
    struct month *month = builder->out;
    if (!results_have(&builder->list, period))
        month->missing[month->missing_count++] = period;
}

static void add_all_missing(struct month_builder *builder)
{
    enum { MOST = 14 };
    struct period period = builder->request->period, before = period_before(period);
    builder->out->missing = arena_alloc(builder->arena, MOST, sizeof *builder->out->missing);
    add_missing(builder, period_year_before(period));
    if (before.year != period.year)
        add_missing(builder, before);
    for (int month = 1; month <= period.month; month++)
        add_missing(builder, (struct period){ period.year, month });
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
    month.regime = regime_of(&builder.list, request->office);
    month.first_day = period_first_day(month.period, month.regime);
    month.cut_off = period_last_day(month.period, month.regime);
    month.reported = results_have(&builder.list, month.period);
    add_all_missing(&builder);
    month_add_targets(&builder);
    month_add_money(&builder);
    return month;
}
