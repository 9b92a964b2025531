/*
 * Consistency beyond sums: comparisons that are no equalities. Each is a note, never a difference: a label that names a
 * yearly cost beside other cells, classes × people beside a training target, a task listed twice, numbers that jump, a
 * target without a value, the decision cited by another number, a law dated otherwise in another decision.
 */
#ifndef PHULUC_CHECK_OBSERVATIONS_H
#define PHULUC_CHECK_OBSERVATIONS_H

#include "model/plan.h"

void observe_plan(const struct plan *plan, struct findings *findings);

/* Across the plans of one run: the same law or decision with different dates, two plans of one unit for the same years. */
void observe_plans(const struct plan *const *plans, size_t count, struct findings *findings);

/* Reports totals whose attribute of="…" lists other rows than the label names; skips labels that name no rows. */
void observe_totals(const struct plan_table *table, struct findings *findings);

#endif
