/*
 * A rate of growth that the decision states, beside the compound yearly rate of the row of a table that it names (`series`).
 * A rate in words is rounded and may leave out years of a bad one: no equality, a note.
 */
#ifndef PHULUC_CHECK_OBSERVE_GROWTH_H
#define PHULUC_CHECK_OBSERVE_GROWTH_H

#include "model/plan.h"

void observe_growth(const struct plan *plan, struct findings *findings);

#endif
