#include "calc/chain.h"

#include "base/breadcrumb.h"
#include "base/map.h"
#include "base/text.h"
#include "calc/chain_state.h"
#include "model/catalogue.h"
#include "model/office.h"

struct resolver {
    const struct gaps_context *context;
    struct map places;         /* of the context's plans, by id: place + 1 */
    const struct plan **first; /* by place: the first plan of its chain */
    bool *alone;               /* by place: it is in a circle, or goes on from one */
    struct arena *arena;
};

/* ---- who is linked to whom ---- */

/* A unit's code means nothing without a date. */
static bool is_same_unit(const struct gaps_context *context, const struct plan *a, const struct plan *b)
{
    return catalogue_is_same_unit(context->catalogue, a->unit, a->decision.issued, b->unit, b->decision.issued);
}

enum { NOWHERE = 0 };

/* The plan of the run that a relation goes on from, as place + 1; NOWHERE if it is not in the run, or ends there. */
static size_t continued(const struct resolver *resolver, const struct plan *plan, const struct relation *relation)
{
    const struct gaps_context *context = resolver->context;
    const size_t *place = map_find(&resolver->places, relation->plan);
    const struct plan *other = place ? context->plans[*place - 1] : NULL;
    return other && other != plan && (!relation->replaces || is_same_unit(context, plan, other)) ? *place : NOWHERE;
}

static size_t before(const struct resolver *resolver, const struct plan *plan)
{
    size_t place = NOWHERE;
    for (size_t i = 0; i < plan->relation_count && !place; i++)
        place = continued(resolver, plan, &plan->relations[i]);
    return place;
}

/* Those that name each other in a circle, and those that go on from them, stand alone, each a first one. */
static void find_first(struct resolver *resolver, size_t at, size_t *way)
{
    const struct plan *const *plans = resolver->context->plans;
    static const struct plan on_the_way = { 0 };
    size_t steps = 0, place = at + 1;
    for (; place && !resolver->first[place - 1]; place = before(resolver, plans[place - 1])) {
        resolver->first[place - 1] = &on_the_way;
        way[steps++] = place - 1;
    }
    bool circle = place && (resolver->first[place - 1] == &on_the_way || resolver->alone[place - 1]);
    const struct plan *first = !steps ? NULL : place ? resolver->first[place - 1] : plans[way[steps - 1]];
    for (size_t i = 0; i < steps; i++) {
        resolver->alone[way[i]] = circle;
        resolver->first[way[i]] = circle ? plans[way[i]] : first;
    }
}

static struct resolver resolver_of(const struct gaps_context *context, struct arena *arena)
{
    struct resolver resolver = { .context = context, .places = map_of_texts(arena), .arena = arena };
    size_t *way = arena_alloc(arena, context->plan_count, sizeof *way);
    resolver.first = arena_alloc(arena, context->plan_count, sizeof *resolver.first);
    resolver.alone = arena_alloc(arena, context->plan_count, sizeof *resolver.alone);
    for (size_t i = 0; i < context->plan_count; i++) {
        size_t *place = map_at(&resolver.places, context->plans[i]->id);
        *place = *place ? *place : i + 1;
    }
    for (size_t i = 0; i < context->plan_count; i++)
        find_first(&resolver, i, way);
    return resolver;
}

static const struct relation *relation_into(const struct resolver *resolver, const struct plan *plan,
                                            const struct plan *first)
{
    for (size_t i = 0; i < plan->relation_count; i++) {
        size_t place = continued(resolver, plan, &plan->relations[i]);
        if (place && resolver->first[place - 1] == first)
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
    const struct relation *relation = relation_into(resolver, plan, chain->first);
    if (!relation)
        return;
    struct chain_link link = { .plan = plan, .effective = relation->effective };
    size_t at = chain->link_count++;
    for (; at > 0 && date_cmp(chain_in_force_from(&chain->links[at - 1]), chain_in_force_from(&link)) > 0; at--)
        chain->links[at] = chain->links[at - 1];
    chain->links[at] = link;
}

/* Without what is in force. */
static struct chain links_from(struct resolver *resolver, const struct plan *first)
{
    const struct gaps_context *context = resolver->context;
    struct chain chain = { .first = first, .now = first };
    size_t members = 0;
    for (size_t i = 0; i < context->plan_count; i++)
        members += resolver->first[i] == first;
    chain.links = arena_alloc(resolver->arena, members, sizeof *chain.links);
    for (size_t i = 0; members > 1 && i < context->plan_count; i++)
        if (context->plans[i] != first && resolver->first[i] == first)
            add_link(resolver, &chain, context->plans[i]);
    return chain;
}

static struct chain chain_from(struct resolver *resolver, const struct plan *first)
{
    struct chain chain = links_from(resolver, first);
    chain.day = day_of(resolver, &chain);
    chain_resolve(&chain, resolver->context->year, resolver->arena);
    return chain;
}

struct date chain_end(const struct chain *chain, const struct gaps_context *context, int year)
{
    struct date end = { 0 };
    for (size_t i = 0; i < context->plan_count; i++) {
        const struct plan *plan = context->plans[i];
        if (!plan->relation_count || !chain_plan_covers(plan, year) || is_same_unit(context, plan, chain->first))
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
    struct resolver resolver = resolver_of(context, arena);
    struct results_list *results = arena_alloc(arena, 1, sizeof *results);
    const struct plan **plans = arena_alloc(arena, context->plan_count, sizeof *plans);
    struct chains chains = { .context = *context };
    chains.items = arena_alloc(arena, context->plan_count, sizeof *chains.items);
    results->items = arena_alloc(arena, context->results->count, sizeof *results->items);
    for (size_t i = 0; i < context->plan_count; i++) {
        breadcrumb_across(context->plans[i]->place.file, NULL);
        if (resolver.first[i] != context->plans[i])
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

/*
 * What stands after each link, as if nothing came after it. A link that replaces one of those before, but not all, takes back what
 * that one did: then all is made up again.
 */
static void amendments_of(struct resolver *resolver, struct chain chain, struct chain_amendment *out)
{
    size_t count = chain.link_count;
    for (size_t at = 0; at < count; at++) {
        const struct chain_link *link = &chain.links[at];
        const struct plan *earlier = chain.now;
        breadcrumb_across(link->plan->place.file, NULL);
        chain.day = chain_in_force_from(link);
        chain.link_count = at + 1;
        chain_go_on(&chain, resolver->arena);
        if (!link->replaces)
            out[*map_find(&resolver->places, link->plan->id) - 1] = (struct chain_amendment){ earlier, chain.now };
    }
}

struct chain_amendment *chain_amendments_of(const struct gaps_context *context, struct arena *arena)
{
    struct resolver resolver = resolver_of(context, arena);
    struct chain_amendment *out = arena_alloc(arena, context->plan_count, sizeof *out);
    size_t *members = arena_alloc(arena, context->plan_count, sizeof *members);
    for (size_t i = 0; i < context->plan_count; i++)
        if (resolver.first[i] != context->plans[i])
            members[*map_find(&resolver.places, resolver.first[i]->id) - 1]++;
    for (size_t i = 0; i < context->plan_count; i++)
        if (members[i])
            amendments_of(&resolver, links_from(&resolver, context->plans[i]), out);
    return out;
}
