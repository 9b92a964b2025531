#include "check/results_stopped.h"

#include "check/observe_stopped.h"
#include "check/results_plans.h"
#include "content/words.h"

/* As the calendar has it: a stop after 2023 is not reached by 15 December 2023. */
static struct date first_day(const struct results_checker *checker)
{
    return period_first_day(checker->results->period, REGIME_CALENDAR);
}

static bool has_ended(const struct results_checker *checker, const char *organ, const struct body **body)
{
    struct arena *arena = checker->context->findings->arena;
    *body = catalogue_body(checker->context->catalogue, organ, arena);
    return *body && (*body)->to.year && body_is_alone(*body, organ, arena) && date_cmp((*body)->to, first_day(checker)) < 0;
}

/* One of several that still exists may have done the work. */
static void check_leads(struct results_checker *checker, const struct result_money *money, const struct plan_row *row)
{
    const struct body *body = NULL;
    for (size_t i = 0; i < row->lead_count; i++)
        if (!has_ended(checker, row->leads[i], &body))
            return;
    if (body)
        results_tell(checker, FINDING_LEAD_ENDED, money->place, row->id, row->title, row->leads[row->lead_count - 1],
                     date_words(checker->context->findings->arena, body->to));
}

void results_check_stopped(struct results_checker *checker, const struct result_money *money)
{
    struct arena *arena = checker->context->findings->arena;
    if (!money->of || !money->reported || !money->dong || !checker->results->period.year)
        return;
    const struct plan *plan = results_plan_of_row(checker, money->of);
    const struct plan_table *table;
    const struct plan_row *row = plan ? plan_row(plan, money->of, &table) : NULL;
    if (!row)
        return;
    struct date stopped = stopped_after(plan, money->of);
    if (begins_after(first_day(checker), stopped))
        results_tell(checker, FINDING_AFTER_STOP, money->place, row->id,
                     arena_printf(arena, "%s, %s", row->title, result_money_token(money)), stopped_words(arena, stopped));
    check_leads(checker, money, row);
}
