#include "model/plan_links.h"

#include "base/text.h"

const struct plan *plan_in(struct plan_set plans, const char *id)
{
    for (size_t i = 0; i < plans.count; i++)
        if (strcmp(plans.items[i]->id, id) == 0)
            return plans.items[i];
    return NULL;
}

static bool leads_to(struct plan_set plans, const struct plan *from, const struct plan *to, bool *seen)
{
    for (size_t r = 0; r < from->relation_count; r++)
        for (size_t i = 0; i < plans.count; i++) {
            if (strcmp(plans.items[i]->id, from->relations[r].plan) != 0)
                continue;
            if (plans.items[i] == to)
                return true;
            bool new = !seen[i];
            seen[i] = true;
            if (new &&leads_to(plans, plans.items[i], to, seen))
                return true;
        }
    return false;
}

bool plan_leads_to(struct plan_set plans, const struct plan *from, const struct plan *to, struct arena *arena)
{
    return from->relation_count && leads_to(plans, from, to, arena_alloc(arena, plans.count, sizeof(bool)));
}

const struct relation *plan_amends_absent(struct plan_set plans, const struct plan *plan)
{
    for (size_t i = 0; i < plan->relation_count; i++)
        if (!plan->relations[i].replaces && !plan_in(plans, plan->relations[i].plan))
            return &plan->relations[i];
    return NULL;
}

const struct relation *plan_repealed_by(struct plan_set plans, const struct plan *plan, const char *id,
                                        const struct plan **repealer, struct arena *arena)
{
    for (size_t i = 0; i < plans.count; i++) {
        const struct plan *other = plans.items[i];
        for (size_t r = 0; r < other->relation_count; r++) {
            if (!relation_repeals(&other->relations[r], id) || !plan_leads_to(plans, other, plan, arena))
                continue;
            *repealer = other;
            return &other->relations[r];
        }
    }
    return NULL;
}
