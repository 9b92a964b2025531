/* What of a chain is in force on its day. */
#include "calc/chain_state.h"

#include "calc/chain_amend.h"
#include "calc/chain_repeal.h"

struct date chain_in_force_from(const struct chain_link *link)
{
    return date_later(link->effective, link->plan->decision.issued);
}

bool chain_plan_covers(const struct plan *plan, int year)
{
    return year == ANY_YEAR || plan_covers(plan, year);
}

/* All that was before, if the first plan, or one that replaced all before it, is among what the link replaces. */
static bool replaces_all(const struct chain *chain, const struct chain_link *link)
{
    for (size_t i = 0; i < link->plan->relation_count; i++) {
        const struct relation *relation = &link->plan->relations[i];
        if (!relation->replaces)
            continue;
        if (strcmp(relation->plan, chain->first->id) == 0)
            return true;
        for (const struct chain_link *other = chain->links; other < link; other++)
            if (other->replaces && strcmp(other->plan->id, relation->plan) == 0)
                return true;
    }
    return false;
}

static bool names_as_replaced(const struct plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->relation_count; i++)
        if (plan->relations[i].replaces && strcmp(plan->relations[i].plan, id) == 0)
            return true;
    return false;
}

static void set_states(struct chain *chain, int year)
{
    for (size_t i = 0; i < chain->link_count; i++) {
        struct chain_link *link = &chain->links[i];
        link->replaces = replaces_all(chain, link);
        link->state = date_cmp(chain_in_force_from(link), chain->day) > 0 ? LINK_PENDING
                      : !chain_plan_covers(link->plan, year)              ? LINK_OTHER_YEARS
                                                                          : LINK_IN_FORCE;
        for (size_t j = 0; link->state == LINK_IN_FORCE && j < i; j++)
            if (link->replaces || names_as_replaced(link->plan, chain->links[j].plan->id))
                chain->links[j].state = LINK_REPLACED;
    }
}

bool chain_is_changed(const struct chain *chain)
{
    for (size_t i = 0; i < chain->link_count; i++)
        if (chain->links[i].state == LINK_IN_FORCE)
            return true;
    return false;
}

bool chain_covers(const struct chain *chain, int year)
{
    return chain_plan_covers(chain->now, year);
}

static void add_repeals(struct chain *chain, const struct chain_link *link, const struct relation *relation,
                        struct arena *arena)
{
    for (size_t i = 0; i < relation->repeal_count; i++) {
        struct plan_part part = plan_part(chain->now, relation->repeals[i].ref);
        if (part.kind == PART_NONE)
            continue;
        struct chain_repeal *added = ARENA_PUSH(arena, chain->repeals, chain->repeal_count, chain->repeal_capacity);
        *added = (struct chain_repeal){ link, part };
    }
}

static void apply(struct chain *chain, const struct chain_link *link, struct arena *arena)
{
    if (link->replaces) {
        chain->repeal_count = 0;
        chain->now = link->plan;
        return;
    }
    for (size_t r = 0; r < link->plan->relation_count; r++)
        add_repeals(chain, link, &link->plan->relations[r], arena);
    chain->now = plan_amended(plan_struck(chain->now, link->plan, arena), link->plan, arena);
}

void chain_resolve(struct chain *chain, int year, struct arena *arena)
{
    set_states(chain, year);
    chain->now = chain->first;
    chain->repeals = NULL;
    chain->repeal_count = chain->repeal_capacity = 0;
    for (size_t i = 0; i < chain->link_count; i++)
        if (chain->links[i].state == LINK_IN_FORCE)
            apply(chain, &chain->links[i], arena);
}

void chain_go_on(struct chain *chain, struct arena *arena)
{
    struct chain_link *last = &chain->links[chain->link_count - 1];
    bool takes_back = false;
    last->replaces = replaces_all(chain, last);
    last->state = LINK_IN_FORCE;
    for (const struct chain_link *other = chain->links; other < last && !last->replaces; other++)
        takes_back = takes_back || names_as_replaced(last->plan, other->plan->id);
    if (takes_back)
        chain_resolve(chain, ANY_YEAR, arena);
    else
        apply(chain, last, arena);
}

bool chain_repeals(const struct chain *chain, const char *id)
{
    for (size_t i = 0; i < chain->repeal_count; i++)
        if (strcmp(chain->repeals[i].part.id, id) == 0)
            return true;
    return false;
}
