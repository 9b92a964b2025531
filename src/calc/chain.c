#include "calc/chain.h"

#include "base/breadcrumb.h"
#include "base/text.h"
#include "calc/chain_state.h"
#include "model/catalogue.h"
#include "model/office.h"
#include "model/plan_links.h"

struct resolver {
    const struct gaps_context *context;
    struct arena *arena;
};

/* ---- who is linked to whom ---- */

/* A unit's code means nothing without a date. */
static bool is_same_unit(const struct gaps_context *context, const struct plan *a, const struct plan *b)
{
    return catalogue_is_same_unit(context->catalogue, a->unit, a->decision.issued, b->unit, b->decision.issued);
}

/* The plan of the run that a relation goes on from; NULL if it is not in the run, or ends there. */
static const struct plan *continued(const struct gaps_context *context, const struct plan *plan,
                                    const struct relation *relation)
{
    struct plan_set plans = { context->plans, context->plan_count };
    const struct plan *other = plan_in(plans, relation->plan);
    return other && other != plan && (!relation->replaces || is_same_unit(context, plan, other)) ? other : NULL;
}

static const struct plan *before(const struct gaps_context *context, const struct plan *plan)
{
    for (size_t i = 0; i < plan->relation_count; i++) {
        const struct plan *other = continued(context, plan, &plan->relations[i]);
        if (other)
            return other;
    }
    return NULL;
}

/* Plans that name each other in a circle stand alone, each a first one. */
static const struct plan *first_of(const struct gaps_context *context, const struct plan *plan)
{
    const struct plan *first = plan;
    for (size_t steps = 0; steps <= context->plan_count; steps++) {
        const struct plan *other = before(context, first);
        if (!other)
            return first;
        first = other;
    }
    return plan;
}

static const struct relation *relation_into(const struct gaps_context *context, const struct plan *plan,
                                            const struct plan *first)
{
    for (size_t i = 0; i < plan->relation_count; i++) {
        const struct plan *other = continued(context, plan, &plan->relations[i]);
        if (other && first_of(context, other) == first)
            return &plan->relations[i];
    }
    return NULL;
}

/* ---- days ---- */

static bool is_member(const struct chain *chain, const char *id)
{
    for (size_t i = 0; i < chain->link_count; i++)
        if (strcmp(chain->links[i].plan->id, id) == 0)
            return true;
    return strcmp(chain->first->id, id) == 0;
}

static struct date day_of(const struct resolver *resolver, const struct chain *chain)
{
    const struct gaps_context *context = resolver->context;
    struct date day = context->as_of;
    struct period asked = { context->year, context->month, 0 };
    struct date end = period_last_day(asked, office_regime(context->office, asked));
    if (day.year)
        return day;
    day = chain->first->decision.issued;
    for (size_t i = 0; i < chain->link_count; i++)
        if (date_cmp(chain_in_force_from(&chain->links[i]), end) <= 0)
            day = date_later(day, chain_in_force_from(&chain->links[i]));
    struct results_list until = results_until(context->results, asked, resolver->arena);
    for (size_t i = 0; i < until.count; i++)
        if (is_member(chain, until.items[i]->plan))
            day = date_later(day, until.items[i]->issued);
    return day;
}

/* ---- what is in force ---- */

static void add_link(struct resolver *resolver, struct chain *chain, const struct plan *plan)
{
    const struct relation *relation = relation_into(resolver->context, plan, chain->first);
    if (!relation)
        return;
    struct chain_link link = { .plan = plan, .effective = relation->effective };
    size_t at = chain->link_count++;
    for (; at > 0 && date_cmp(chain_in_force_from(&chain->links[at - 1]), chain_in_force_from(&link)) > 0; at--)
        chain->links[at] = chain->links[at - 1];
    chain->links[at] = link;
}

static struct chain chain_from(struct resolver *resolver, const struct plan *first)
{
    const struct gaps_context *context = resolver->context;
    struct chain chain = { .first = first, .now = first };
    chain.links = arena_alloc(resolver->arena, context->plan_count, sizeof *chain.links);
    for (size_t i = 0; i < context->plan_count; i++)
        if (context->plans[i] != first && first_of(context, context->plans[i]) == first)
            add_link(resolver, &chain, context->plans[i]);
    chain.day = day_of(resolver, &chain);
    chain_resolve(&chain, context->year, resolver->arena);
    return chain;
}

struct date chain_end(const struct chain *chain, const struct gaps_context *context, int year)
{
    struct date end = { 0 };
    for (size_t i = 0; i < context->plan_count; i++) {
        const struct plan *plan = context->plans[i];
        if (is_same_unit(context, plan, chain->first) || !chain_plan_covers(plan, year))
            continue;
        for (size_t r = 0; r < plan->relation_count; r++) {
            struct date day = date_later(plan->relations[r].effective, plan->decision.issued);
            if (plan->relations[r].replaces && is_member(chain, plan->relations[r].plan) &&
                (!end.year || date_cmp(day, end) < 0))
                end = day;
        }
    }
    return end;
}

static bool has_ended(const struct chain *chain, const struct gaps_context *context)
{
    struct date end = chain_end(chain, context, context->year);
    return end.year && date_cmp(end, chain->day) <= 0;
}

/* ---- results name the plan in force ---- */

/* Results for repealed targets are dropped. */
static void take_values(struct results *copy, const struct results *results, const struct chain *chain, struct arena *arena)
{
    copy->values = arena_alloc(arena, results->value_count, sizeof *copy->values);
    copy->value_count = 0;
    for (size_t i = 0; i < results->value_count; i++) {
        const char *target = results->values[i].target;
        if (!target || !chain_repeals(chain, target) || plan_target(chain->now, target))
            copy->values[copy->value_count++] = results->values[i];
    }
}

static void add_results(struct results_list *out, const struct results_list *all, const char *id, const struct chain *chain,
                        struct arena *arena)
{
    for (size_t i = 0; i < all->count; i++) {
        if (strcmp(all->items[i]->plan, id) != 0)
            continue;
        struct results *copy = arena_alloc(arena, 1, sizeof *copy);
        *copy = *all->items[i];
        copy->plan = chain->now->id;
        take_values(copy, all->items[i], chain, arena);
        out->items[out->count++] = copy;
    }
}

/* Orders two documents on one period by the plans that they name: the one with the later plan comes last and counts. */
static void add_results_of(struct results_list *out, const struct results_list *all, const struct chain *chain,
                           struct arena *arena)
{
    add_results(out, all, chain->first->id, chain, arena);
    for (size_t i = 0; i < chain->link_count; i++)
        add_results(out, all, chain->links[i].plan->id, chain, arena);
}

static struct chains all_chains(const struct gaps_context *context, bool with_ended, struct arena *arena)
{
    struct resolver resolver = { context, arena };
    struct results_list *results = arena_alloc(arena, 1, sizeof *results);
    const struct plan **plans = arena_alloc(arena, context->plan_count, sizeof *plans);
    struct chains chains = { .context = *context };
    chains.items = arena_alloc(arena, context->plan_count, sizeof *chains.items);
    results->items = arena_alloc(arena, context->results->count, sizeof *results->items);
    for (size_t i = 0; i < context->plan_count; i++) {
        breadcrumb_across(context->plans[i]->place.file, NULL);
        if (first_of(context, context->plans[i]) != context->plans[i])
            continue;
        struct chain chain = chain_from(&resolver, context->plans[i]);
        if (!with_ended && has_ended(&chain, context))
            continue;
        add_results_of(results, context->results, &chain, arena);
        plans[chains.count] = chain.now;
        chains.items[chains.count++] = chain;
    }
    chains.context.plans = plans;
    chains.context.plan_count = chains.count;
    chains.context.results = results;
    return chains;
}

struct chains chains_of(const struct gaps_context *context, struct arena *arena)
{
    return all_chains(context, false, arena);
}

struct chains chains_with_ended(const struct gaps_context *context, struct arena *arena)
{
    return all_chains(context, true, arena);
}

struct chain_amendment chain_amendment_of(const struct gaps_context *context, const struct plan *plan, struct arena *arena)
{
    struct resolver resolver = { context, arena };
    const struct plan *first = first_of(context, plan);
    struct chain_amendment none = { 0 };
    if (first == plan)
        return none;
    struct chain chain = chain_from(&resolver, first);
    size_t at = 0;
    while (at < chain.link_count && chain.links[at].plan != plan)
        at++;
    if (at == chain.link_count)
        return none;
    chain.day = chain_in_force_from(&chain.links[at]);
    chain.link_count = at;
    chain_resolve(&chain, ANY_YEAR, arena);
    struct chain_amendment amendment = { .before = chain.now };
    chain.link_count = at + 1;
    chain_resolve(&chain, ANY_YEAR, arena);
    amendment.after = chain.now;
    return chain.links[at].replaces ? none : amendment;
}
