#include "check/plan_links_check.h"

#include "base/breadcrumb.h"
#include "base/text.h"

struct checker {
    struct plan_set plans;
    bool *refused;
    struct findings *findings;
    struct arena *arena;
};

/* Both go on from one plan, which need not be in the run. */
static bool go_on_from_one(const struct checker *checker, const struct plan *a, const struct plan *b)
{
    for (size_t i = 0; i < a->relation_count; i++)
        for (size_t j = 0; j < b->relation_count; j++)
            if (strcmp(a->relations[i].plan, b->relations[j].plan) == 0)
                return true;
    for (size_t i = 0; i < checker->plans.count; i++)
        if (plan_leads_to(checker->plans, a, checker->plans.items[i], checker->arena) &&
            plan_leads_to(checker->plans, b, checker->plans.items[i], checker->arena))
            return true;
    return false;
}

/*
 * Neither names its programme, and they are no copies of each other: plans of other names, by other decisions. Both stand then,
 * and somebody has to say what they are.
 */
static bool are_other_programmes(const struct checker *checker, const struct plan *a, const struct plan *b)
{
    const struct decision *first = &a->decision, *second = &b->decision;
    bool same_decision = text_equal(first->code_number.text, second->code_number.text) &&
                         text_equal(first->code_notation.text, second->code_notation.text) &&
                         date_cmp(first->issued, second->issued) == 0;
    return !a->programme && !b->programme && !same_decision &&
           !text_same_name(checker->arena, first->plan_name, second->plan_name);
}

/* Plans for one unit, programme and period without a link cannot both be meant. */
static void check_alone(struct checker *checker, size_t at)
{
    const struct plan *plan = checker->plans.items[at];
    for (size_t i = 0; i < at && !checker->refused[at]; i++) {
        const struct plan *other = checker->plans.items[i];
        bool same = !checker->refused[i] && strcmp(other->unit, plan->unit) == 0 && other->first_year == plan->first_year &&
                    other->last_year == plan->last_year && text_equal(other->programme, plan->programme);
        if (same)
            breadcrumb_across(plan->place.file, other->place.file);
        if (!same || plan_leads_to(checker->plans, plan, other, checker->arena) ||
            plan_leads_to(checker->plans, other, plan, checker->arena) || go_on_from_one(checker, plan, other))
            continue;
        if (are_other_programmes(checker, plan, other)) {
            finding_add_about(checker->findings, FINDING_PROGRAMME_UNSAID, plan->place, (struct about){ .plan = plan->id },
                              plan->decision.plan_name, other->decision.plan_name, other->place.file, NULL);
            continue;
        }
        finding_add(checker->findings, FINDING_SAME_UNIT_PERIOD, plan->place, plan->unit, plan_years(checker->arena, plan),
                    other->place.file, NULL);
        checker->refused[at] = true;
    }
}

static void check_known(struct checker *checker, const struct plan *plan)
{
    for (size_t r = 0; r < plan->relation_count; r++)
        if (!plan_in(checker->plans, plan->relations[r].plan))
            finding_add(checker->findings, FINDING_UNKNOWN_RELATED_PLAN, plan->relations[r].place, plan->relations[r].plan,
                        NULL);
    for (size_t c = 0; c < plan->carries_out_count; c++)
        if (!plan_in(checker->plans, plan->carries_out[c].plan))
            finding_add(checker->findings, FINDING_UNKNOWN_RELATED_PLAN, plan->carries_out[c].place,
                        plan->carries_out[c].plan, NULL);
}

/* A plan that carries itself out would be added nowhere. */
static void check_own(struct checker *checker, size_t at)
{
    const struct plan *plan = checker->plans.items[at];
    for (size_t c = 0; c < plan->carries_out_count; c++) {
        if (strcmp(plan->carries_out[c].plan, plan->id) != 0)
            continue;
        finding_add_about(checker->findings, FINDING_CIRCULAR_PLANS, plan->carries_out[c].place,
                          (struct about){ .plan = plan->id }, plan->id, plan->id, NULL);
        checker->refused[at] = true;
    }
}

/* Which of plans that change each other in a circle is in force nobody can say: none of them is used. */
static void check_circle(struct checker *checker, size_t at)
{
    const struct plan *plan = checker->plans.items[at];
    if (!plan_leads_to(checker->plans, plan, plan, checker->arena))
        return;
    finding_add_about(checker->findings, FINDING_CIRCULAR_PLANS, plan->relations[0].place,
                      (struct about){ .plan = plan->id }, plan->id, plan->relations[0].plan, NULL);
    checker->refused[at] = true;
}

/*
 * What is amended is the plan named as it stands by then: with what the plans that it goes on from say, and those that amended
 * it before.
 */
static bool is_part(const struct checker *checker, const struct plan *plan, const struct plan *amended, const char *id)
{
    for (size_t i = 0; i < checker->plans.count; i++) {
        const struct plan *other = checker->plans.items[i];
        bool before = plan_leads_to(checker->plans, amended, other, checker->arena);
        bool beside = plan_leads_to(checker->plans, other, amended, checker->arena) && other != plan &&
                      !plan_leads_to(checker->plans, other, plan, checker->arena);
        if ((other == amended || before || beside) && plan_part(other, id).kind != PART_NONE)
            return true;
    }
    return false;
}

static void check_repeals(struct checker *checker, size_t at, const struct relation *relation)
{
    const struct plan *plan = checker->plans.items[at], *amended = plan_in(checker->plans, relation->plan);
    for (size_t i = 0; amended && i < relation->repeal_count; i++) {
        const struct repeal *repeal = &relation->repeals[i];
        if (is_part(checker, plan, amended, repeal->ref))
            continue;
        finding_add_about(checker->findings, FINDING_REPEAL_UNKNOWN, repeal->place,
                          (struct about){ .plan = plan->id, .subject = repeal->ref }, repeal->ref, relation->plan, NULL);
        checker->refused[at] = true;
    }
}

void plan_links_check(struct plan_set plans, bool *refused, struct findings *findings)
{
    struct checker checker = { plans, refused, findings, findings->arena };
    for (size_t i = 0; i < plans.count; i++) {
        breadcrumb_across(plans.items[i]->place.file, NULL);
        check_alone(&checker, i);
    }
    for (size_t i = 0; i < plans.count; i++) {
        breadcrumb_across(plans.items[i]->place.file, NULL);
        if (refused[i])
            continue;
        check_known(&checker, plans.items[i]);
        check_circle(&checker, i);
        check_own(&checker, i);
    }
    for (size_t i = 0; i < plans.count; i++) {
        breadcrumb_across(plans.items[i]->place.file, NULL);
        for (size_t r = 0; r < plans.items[i]->relation_count && !refused[i]; r++)
            check_repeals(&checker, i, &plans.items[i]->relations[r]);
    }
}
