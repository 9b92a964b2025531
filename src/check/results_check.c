#include "check/results_check.h"

#include "base/breadcrumb.h"
#include "base/text.h"
#include "check/results_links.h"
#include "check/results_money.h"
#include "check/results_values.h"

static const struct plan *find_plan(const struct results_context *context, const char *id)
{
    for (size_t i = 0; i < context->plan_count; i++)
        if (strcmp(context->plans[i]->id, id) == 0)
            return context->plans[i];
    return NULL;
}

static const char *plan_ids(const struct results_context *context)
{
    struct text list = text_in(context->findings->arena);
    for (size_t i = 0; i < context->plan_count; i++)
        text_addf(&list, "%s%s", i ? ", " : "", context->plans[i]->id);
    return list.length ? text_str(&list) : "–";
}

static void check_head(struct results_checker *checker)
{
    const struct results *results = checker->results;
    const struct plan *plan = checker->plan;
    const struct office *office = checker->context->office;
    struct arena *arena = checker->context->findings->arena;
    if (strlen(results->unit) == strlen(plan->unit) && strcmp(results->unit, plan->unit) != 0)
        results_tell(checker, FINDING_RESULTS_UNIT, results->place, results->id, results->unit, plan->unit);
    if (results->period.year && (results->period.year < plan->first_year || results->period.year > plan->last_year))
        results_tell(checker, FINDING_RESULTS_OUTSIDE_PERIOD, results->place, results->id,
                     period_text(arena, results->period), plan_years(arena, plan));
    if (office->place.file && office_regime(office, results->period) != results->regime)
        results_tell(checker, FINDING_OTHER_REGIME, results->place, results->id, regime_token(results->regime),
                     regime_token(office_regime(office, results->period)), office->place.file);
}

static bool check_document(struct results *results, const struct results_context *context)
{
    struct results_checker checker = { context, results, find_plan(context, results->plan), !results->faulty };
    if (!checker.plan) {
        if (*results->plan) /* else the schema has told */
            results_tell(&checker, FINDING_UNKNOWN_RESULTS_PLAN, results->place, results->id, results->plan,
                         plan_ids(context));
        return false;
    }
    check_head(&checker);
    results_check_values(&checker);
    results_check_money(&checker);
    return checker.ok;
}

static void sweep(struct results_list *list, const bool *drop)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (!drop[i])
            list->items[kept++] = list->items[i];
    list->count = kept;
}

void results_check(struct results_list *list, const struct results_context *context)
{
    struct arena *arena = context->findings->arena;
    bool *drop = arena_alloc(arena, list->count, sizeof *drop);
    for (size_t i = 0; i < list->count; i++) {
        breadcrumb_alone(list->items[i]->place.file);
        drop[i] = !check_document(list->items[i], context);
    }
    results_check_links(list, context, drop);
    sweep(list, drop);
}
