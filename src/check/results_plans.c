#include "check/results_plans.h"

#include "model/plan_links.h"

static struct plan_set plans_of(const struct results_checker *checker)
{
    return (struct plan_set){ checker->context->plans, checker->context->plan_count };
}

static bool is_linked(const struct results_checker *checker, const struct plan *other)
{
    struct plan_set plans = plans_of(checker);
    struct arena *arena = checker->context->findings->arena;
    return other == checker->plan || plan_leads_to(plans, other, checker->plan, arena) ||
           plan_leads_to(plans, checker->plan, other, arena);
}

const struct target *results_target(const struct results_checker *checker, const char *id)
{
    const struct target *target = plan_target(checker->plan, id);
    for (size_t i = 0; i < checker->context->plan_count && !target; i++)
        if (is_linked(checker, checker->context->plans[i]))
            target = plan_target(checker->context->plans[i], id);
    return target;
}

bool results_has_row(const struct results_checker *checker, const char *id)
{
    if (plan_part(checker->plan, id).kind == PART_ROW)
        return true;
    for (size_t i = 0; i < checker->context->plan_count; i++)
        if (plan_part(checker->context->plans[i], id).kind == PART_ROW && is_linked(checker, checker->context->plans[i]))
            return true;
    return false;
}

const struct plan *results_plan_of_row(const struct results_checker *checker, const char *id)
{
    const struct plan_table *table;
    const struct plan *found = plan_row(checker->plan, id, &table) ? checker->plan : NULL;
    for (size_t i = 0; i < checker->context->plan_count; i++) {
        const struct plan *plan = checker->context->plans[i];
        const struct plan_row *row = plan_row(plan, id, &table);
        if (row && (!found || row->stopped.year) && is_linked(checker, plan))
            found = plan;
    }
    return found;
}

bool results_has_source(const struct results_checker *checker, const char *id)
{
    if (plan_source(checker->plan, id))
        return true;
    for (size_t i = 0; i < checker->context->plan_count; i++)
        if (plan_source(checker->context->plans[i], id) && is_linked(checker, checker->context->plans[i]))
            return true;
    return false;
}

void results_check_repealed(struct results_checker *checker, struct place place, const char *id)
{
    struct arena *arena = checker->context->findings->arena;
    const struct plan *repealer;
    const struct relation *relation = plan_repealed_by(plans_of(checker), checker->plan, id, &repealer, arena);
    if (!relation)
        return;
    struct date from = date_later(relation->effective, repealer->decision.issued);
    if (date_cmp(from, checker->results->cut_off) <= 0)
        results_tell(checker, FINDING_RESULT_REPEALED, place, id, id, repealer->id, date_token(arena, from));
}
