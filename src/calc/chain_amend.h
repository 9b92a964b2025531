/* A plan with what an amendment says put into it. */
#ifndef PHULUC_CALC_CHAIN_AMEND_H
#define PHULUC_CALC_CHAIN_AMEND_H

#include "model/plan.h"

/* The plan as amended by another; with the id of the first. */
const struct plan *plan_amended(const struct plan *plan, const struct plan *amendment, struct arena *arena);

#endif
