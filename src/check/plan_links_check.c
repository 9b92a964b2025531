#include "check/plan_links_check.h"

#include "base/breadcrumb.h"
#include "base/groups.h"
#include "base/text.h"
#include "model/plan_graph.h"

/* Of the plans of one unit and period so many clashes are told one by one; the others are counted. */
enum { CLASHES_MOST = 20 };

/* What is looked up of a plan that has neighbours: others for the same unit, programme and period. */
struct marks {
    bool *linked;  /* it leads to them, they to it, or both go on from one plan */
    bool *reached; /* for the making of the above */
};

struct checker {
    struct plan_set plans;
    struct plan_graph graph;
    bool *refused;
    struct groups neighbours;
    size_t *first;          /* by place: the first neighbour, as index + 1 */
    size_t *told, *counted; /* by place of the first neighbour: clashes */
    const char **names;     /* by place: its name as it is compared, once it was */
    struct marks marks;
    struct findings *findings;
    struct arena *scratch;
};

/* A plan that both name and that is not in the run. */
static void mark_same_absent(struct checker *checker, size_t at)
{
    const struct plan *plan = checker->plans.items[at];
    for (size_t i = checker->neighbours.before[at]; i; i = checker->neighbours.before[i - 1]) {
        const struct plan *other = checker->plans.items[i - 1];
        for (size_t a = 0; a < plan->relation_count; a++)
            for (size_t b = 0; b < other->relation_count; b++)
                if (strcmp(plan->relations[a].plan, other->relations[b].plan) == 0)
                    checker->marks.linked[i - 1] = true;
    }
}

static void mark_linked(struct checker *checker, size_t at)
{
    size_t count = checker->plans.count;
    struct marks *marks = &checker->marks;
    memset(marks->linked, 0, count);
    memset(marks->reached, 0, count);
    plan_graph_reach(&checker->graph, at, PLANS_CHANGING, marks->linked);
    plan_graph_reach(&checker->graph, at, PLANS_CHANGED, marks->reached);
    for (size_t i = 0; i < count; i++)
        if (marks->reached[i]) {
            marks->linked[i] = true;
            plan_graph_reach(&checker->graph, i, PLANS_CHANGING, marks->linked);
        }
    mark_same_absent(checker, at);
}

static const char *name_of(struct checker *checker, size_t at)
{
    if (!checker->names[at])
        checker->names[at] = text_name_key(checker->scratch, checker->plans.items[at]->decision.plan_name);
    return checker->names[at];
}

/*
 * Neither names its programme, and they are no copies of each other: plans of other names, by other decisions. Both stand then,
 * and somebody has to say what they are.
 */
static bool are_other_programmes(struct checker *checker, size_t at, size_t other)
{
    const struct plan *a = checker->plans.items[at], *b = checker->plans.items[other];
    const struct decision *first = &a->decision, *second = &b->decision;
    bool same_decision = text_equal(first->code_number.text, second->code_number.text) &&
                         text_equal(first->code_notation.text, second->code_notation.text) &&
                         date_equal(first->issued, second->issued);
    return !a->programme && !b->programme && !same_decision && strcmp(name_of(checker, at), name_of(checker, other)) != 0;
}

/* False if so many of these neighbours clash that it is only counted. */
static bool is_told(struct checker *checker, size_t at)
{
    size_t first = checker->first[at] - 1;
    if (checker->told[first] == CLASHES_MOST)
        checker->counted[first]++;
    else
        checker->told[first]++;
    return checker->counted[first] == 0;
}

static void tell_clash(struct checker *checker, size_t at, size_t earlier, bool apart)
{
    const struct plan *plan = checker->plans.items[at], *other = checker->plans.items[earlier];
    if (!is_told(checker, at))
        return;
    if (apart)
        finding_add_about(checker->findings, FINDING_PROGRAMME_UNSAID, plan->place, (struct about){ .plan = plan->id },
                          plan->decision.plan_name, other->decision.plan_name, other->place.file, NULL);
    else
        finding_add(checker->findings, FINDING_SAME_UNIT_PERIOD, plan->place, plan->unit,
                    plan_years(checker->findings->arena, plan), other->place.file, NULL);
}

/* True if the plan cannot stand beside the earlier one. */
static bool check_pair(struct checker *checker, size_t at, size_t earlier)
{
    if (checker->refused[earlier])
        return false;
    breadcrumb_across(checker->plans.items[at]->place.file, checker->plans.items[earlier]->place.file);
    if (checker->marks.linked[earlier])
        return false;
    bool apart = are_other_programmes(checker, at, earlier);
    tell_clash(checker, at, earlier, apart);
    return !apart;
}

/* Plans for one unit, programme and period without a link cannot both be meant. */
static void check_alone(struct checker *checker, size_t at)
{
    if (!checker->neighbours.before[at])
        return;
    struct arena scratch = ARENA_INIT;
    struct plan_neighbours earlier = { 0 };
    mark_linked(checker, at);
    for (size_t i = checker->neighbours.before[at]; i; i = checker->neighbours.before[i - 1]) {
        size_t *added = ARENA_PUSH(&scratch, earlier.items, earlier.count, earlier.capacity);
        *added = i - 1;
    }
    while (earlier.count-- > 0 && !checker->refused[at])
        checker->refused[at] = check_pair(checker, at, earlier.items[earlier.count]);
    arena_release(&scratch);
}

static void tell_counted(struct checker *checker, size_t first)
{
    struct arena *arena = checker->findings->arena;
    const struct plan *plan = checker->plans.items[first];
    if (checker->counted[first])
        finding_add(checker->findings, FINDING_MORE_CLASHES, plan->place, plan->unit, plan_years(arena, plan),
                    arena_printf(arena, "%zu", checker->counted[first]), NULL);
}

static void find_neighbours(struct checker *checker)
{
    checker->neighbours = groups_of(checker->plans.count, checker->scratch);
    for (size_t i = 0; i < checker->plans.count; i++) {
        const struct plan *plan = checker->plans.items[i];
        groups_add(&checker->neighbours,
                   arena_printf(checker->scratch, "%s %d-%d %s", plan->unit, plan->first_year, plan->last_year,
                                plan->programme ? plan->programme : ""),
                   i);
        size_t before = checker->neighbours.before[i];
        checker->first[i] = before ? checker->first[before - 1] : i + 1;
    }
}

static void check_known(struct checker *checker, const struct plan *plan)
{
    for (size_t r = 0; r < plan->relation_count; r++)
        if (!plan_graph_plan(&checker->graph, plan->relations[r].plan))
            finding_add(checker->findings, FINDING_UNKNOWN_RELATED_PLAN, plan->relations[r].place, plan->relations[r].plan,
                        NULL);
    for (size_t c = 0; c < plan->carries_out_count; c++)
        if (!plan_graph_plan(&checker->graph, plan->carries_out[c].plan))
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
    if (!checker->graph.changed[at].count)
        return;
    memset(checker->marks.reached, 0, checker->plans.count);
    plan_graph_reach(&checker->graph, at, PLANS_CHANGED, checker->marks.reached);
    if (!checker->marks.reached[at])
        return;
    finding_add_about(checker->findings, FINDING_CIRCULAR_PLANS, plan->relations[0].place,
                      (struct about){ .plan = plan->id }, plan->id, plan->relations[0].plan, NULL);
    checker->refused[at] = true;
}

static size_t place_of(const struct checker *checker, const char *id)
{
    const size_t *place = map_find(&checker->graph.places, id);
    return place ? *place - 1 : checker->plans.count;
}

/*
 * What is amended is the plan named as it stands by then: with what the plans that it goes on from say, and those that amended
 * it before. Into `linked`.
 */
static void mark_amended(struct checker *checker, size_t at, size_t amended)
{
    struct marks *marks = &checker->marks;
    size_t count = checker->plans.count;
    memset(marks->linked, 0, count);
    memset(marks->reached, 0, count);
    plan_graph_reach(&checker->graph, amended, PLANS_CHANGING, marks->linked);
    plan_graph_reach(&checker->graph, at, PLANS_CHANGING, marks->reached);
    for (size_t i = 0; i < count; i++)
        marks->linked[i] = marks->linked[i] && i != at && !marks->reached[i];
    plan_graph_reach(&checker->graph, amended, PLANS_CHANGED, marks->linked);
    marks->linked[amended] = true;
}

static bool is_part(const struct checker *checker, const char *id)
{
    for (size_t i = 0; i < checker->plans.count; i++)
        if (checker->marks.linked[i] && plan_part(checker->plans.items[i], id).kind != PART_NONE)
            return true;
    return false;
}

static void check_repeals(struct checker *checker, size_t at, const struct relation *relation)
{
    const struct plan *plan = checker->plans.items[at];
    size_t amended = place_of(checker, relation->plan);
    if (amended == checker->plans.count || !relation->repeal_count)
        return;
    mark_amended(checker, at, amended);
    for (size_t i = 0; i < relation->repeal_count; i++) {
        const struct repeal *repeal = &relation->repeals[i];
        if (is_part(checker, repeal->ref))
            continue;
        finding_add_about(checker->findings, FINDING_REPEAL_UNKNOWN, repeal->place,
                          (struct about){ .plan = plan->id, .subject = repeal->ref }, repeal->ref, relation->plan, NULL);
        checker->refused[at] = true;
    }
}

static struct checker checker_of(struct plan_set plans, bool *refused, struct arena *scratch, struct findings *findings)
{
    return (struct checker){ .plans = plans,
                             .graph = plan_graph_of(plans, scratch),
                             .refused = refused,
                             .first = arena_alloc(scratch, plans.count, sizeof(size_t)),
                             .told = arena_alloc(scratch, plans.count, sizeof(size_t)),
                             .counted = arena_alloc(scratch, plans.count, sizeof(size_t)),
                             .names = arena_alloc(scratch, plans.count, sizeof(const char *)),
                             .marks = { arena_alloc(scratch, plans.count, 1), arena_alloc(scratch, plans.count, 1) },
                             .findings = findings,
                             .scratch = scratch };
}

void plan_links_check(struct plan_set plans, bool *refused, struct findings *findings)
{
    struct arena scratch = ARENA_INIT;
    struct checker checker = checker_of(plans, refused, &scratch, findings);
    find_neighbours(&checker);
    for (size_t i = 0; i < plans.count; i++) {
        breadcrumb_across(plans.items[i]->place.file, NULL);
        check_alone(&checker, i);
    }
    for (size_t i = 0; i < plans.count; i++)
        tell_counted(&checker, i);
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
    arena_release(&scratch);
}
