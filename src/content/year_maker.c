#include "content/year_maker.h"

#include "base/text.h"
#include "content/report_facts.h"
#include "model/plan.h"

void year_maker_make(struct year_maker *maker, const struct chain *chain, const struct gaps_context *context,
                     struct arena *arena)
{
    const struct plan *plan = chain->now;
    *maker = (struct year_maker){ .chain = chain, .plan = plan, .context = context, .arena = arena };
    maker->year = context->year;
    maker->list = results_as_of(context->results, plan->id, context->as_of, arena);
    struct findings aside = findings_in(arena);
    if (!totals_compute(&maker->totals, plan, arena, &aside))
        maker->totals.count = 0;
    maker->gaps = gaps_of(plan, context, arena);
    maker->disbursement = disbursement_of(plan, context->results, context->as_of, maker->year, arena);
    maker->money = year_money_of(&maker->disbursement, NULL, NULL, maker->year, arena);
    maker->period = year_money_of(&maker->disbursement, NULL, NULL, 0, arena);
}

enum regime year_regime(const struct year_maker *maker)
{
    enum regime regime = office_regime(maker->context->office, (struct period){ maker->year, 0, 0 });
    for (size_t i = 0; i < maker->list.count; i++)
        if (maker->list.items[i]->period.year == maker->year)
            regime = maker->list.items[i]->regime;
    return regime;
}

const char *year_days_text(const struct year_maker *maker)
{
    struct period period = { maker->year, 0, 0 };
    enum regime regime = year_regime(maker);
    return arena_printf(maker->arena, "từ ngày %s đến ngày %s",
                        date_figures(maker->arena, period_first_day(period, regime)),
                        date_figures(maker->arena, period_last_day(period, regime)));
}

bool year_plan_is_undivided(const struct year_maker *maker)
{
    return spending_has(&maker->money.spending, SPENDING_PERIOD_ONLY);
}

bool year_speaks_of(const struct year_maker *maker, const struct results *results)
{
    struct period year = { .year = maker->year };
    return results->period.year == maker->year && !(results_have(&maker->list, year) && results->period.month);
}

struct value year_fact(const struct year_maker *maker, struct value value, const struct spending *spending,
                       enum spending_figure figure)
{
    return fact_of_spending(value, maker->plan, spending, figure, maker->year, maker->arena);
}

struct value year_reached(const struct year_maker *maker, const struct gap *gap, struct value value)
{
    value = fact_of_actual(value, gap, &maker->list, maker->arena);
    return gap->actual.is_range ? value
                                : fact_of_judged(value, maker->plan, gap, "reached", maker->year, maker->arena);
}

struct value year_spent_value(const struct year_maker *maker, enum phase phase, const struct year_money *money)
{
    const struct spending *spending = &money->spending;
    const struct spent *spent = &spending->reported[phase];
    struct fact_of_money of = { .plan = maker->plan,
                                .list = &maker->list,
                                .source = spending->source,
                                .of = spending->row,
                                .year = spending->year,
                                .period = { .year = spending->year } };
    struct number dong = spent->known && !spent->incomplete ? number_whole(spent->dong) : (struct number){ 0 };
    static const enum spending_figure FIGURES[PHASES] = { [PHASE_CARRIED_IN] = SPENDING_CARRIED_IN,
                                                          [PHASE_ALLOCATED] = SPENDING_ALLOCATED,
                                                          [PHASE_DISBURSED] = SPENDING_DISBURSED };
    struct value value = fact_of_spent(reported_value(money, spent), &of, phase, dong, maker->arena);
    return year_fact(maker, value, spending, FIGURES[phase]);
}
