/* Plans of a run that amend or replace each other. */
#ifndef PHULUC_MODEL_PLAN_LINKS_H
#define PHULUC_MODEL_PLAN_LINKS_H

#include "model/plan.h"

struct plan_set {
    const struct plan *const *items;
    size_t count;
};

/* NULL if it is not in the set. */
const struct plan *plan_in(struct plan_set plans, const char *id);

/* True if `from` amends or replaces `to`, directly or through other plans. A plan leads to itself only in a circle. */
bool plan_leads_to(struct plan_set plans, const struct plan *from, const struct plan *to, struct arena *arena);

/* The relation by which the plan amends one that is not in the set; NULL if there is none. */
const struct relation *plan_amends_absent(struct plan_set plans, const struct plan *plan);

/* The relation that repeals the part of a plan, in *repealer; NULL if nothing of the set repeals it. */
const struct relation *plan_repealed_by(struct plan_set plans, const struct plan *plan, const char *id,
                                        const struct plan **repealer, struct arena *arena);

#endif
