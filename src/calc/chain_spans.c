/* What of a chain is in force from when to when. */
#include "calc/chain_state.h"

struct spanner {
    struct chain chain; /* only what is known */
    const struct gaps_context *context;
    struct date end;
    struct date *days; /* from which something else is in force, in order */
    size_t count;
    struct arena *arena;
};

static bool is_known(const struct spanner *spanner, const struct plan *plan)
{
    struct date day = spanner->context->as_of;
    return !day.year || date_cmp(plan->decision.issued, day) <= 0;
}

static void add_day(struct spanner *spanner, struct date day)
{
    size_t at = spanner->count;
    for (size_t i = 0; i < spanner->count; i++)
        if (date_equal(spanner->days[i], day))
            return;
    for (spanner->count++; at > 0 && date_cmp(spanner->days[at - 1], day) > 0; at--)
        spanner->days[at] = spanner->days[at - 1];
    spanner->days[at] = day;
}

static void find_end(struct spanner *spanner)
{
    struct gaps_context known = *spanner->context;
    const struct plan **plans = arena_alloc(spanner->arena, known.plan_count, sizeof *plans);
    known.plan_count = 0;
    for (size_t i = 0; i < spanner->context->plan_count; i++)
        if (is_known(spanner, spanner->context->plans[i]))
            plans[known.plan_count++] = spanner->context->plans[i];
    known.plans = plans;
    spanner->end = chain_end(&spanner->chain, &known, ANY_YEAR);
    if (spanner->end.year)
        add_day(spanner, spanner->end);
}

static void find_days(struct spanner *spanner, const struct chain *chain)
{
    struct chain *known = &spanner->chain;
    known->links = arena_alloc(spanner->arena, chain->link_count, sizeof *known->links);
    known->link_count = 0;
    for (size_t i = 0; i < chain->link_count; i++)
        if (is_known(spanner, chain->links[i].plan)) {
            known->links[known->link_count++] = chain->links[i];
            add_day(spanner, chain_in_force_from(&chain->links[i]));
        }
    find_end(spanner);
}

/* A day with year 0 comes before all others. */
static const struct plan *plan_on(struct spanner *spanner, struct date day)
{
    if (spanner->end.year && date_cmp(day, spanner->end) >= 0)
        return NULL;
    spanner->chain.day = day;
    chain_resolve(&spanner->chain, ANY_YEAR, spanner->arena);
    return spanner->chain.now;
}

struct chain_spans chain_spans_of(const struct chain *chain, const struct gaps_context *context, struct arena *arena)
{
    struct spanner spanner = { .chain = *chain, .context = context, .arena = arena };
    spanner.days = arena_alloc(arena, chain->link_count + 1, sizeof *spanner.days);
    find_days(&spanner, chain);
    struct chain_spans spans = { arena_alloc(arena, spanner.count + 1, sizeof *spans.items), spanner.count + 1 };
    struct date none = { 0 };
    for (size_t i = 0; i < spans.count; i++) {
        struct date from = i ? spanner.days[i - 1] : none;
        spans.items[i] = (struct chain_span){ plan_on(&spanner, from), from, i < spanner.count ? spanner.days[i] : none };
    }
    return spans;
}
