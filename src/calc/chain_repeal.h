/* A plan without what an amendment repeals. */
#ifndef PHULUC_CALC_CHAIN_REPEAL_H
#define PHULUC_CALC_CHAIN_REPEAL_H

#include "model/plan.h"

/* The plan without what another repeals. */
const struct plan *plan_struck(const struct plan *plan, const struct plan *amendment, struct arena *arena);

#endif
