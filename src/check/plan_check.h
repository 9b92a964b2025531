/* All that can be found about one plan alone. */
#ifndef PHULUC_CHECK_PLAN_CHECK_H
#define PHULUC_CHECK_PLAN_CHECK_H

#include "base/finding.h"
#include "model/office.h"
#include "model/plan.h"

/* Absent annexes, numbers not printed, no amounts; then sums, the ledger, observations. */
void plan_check(const struct plan *plan, const struct office *office, struct findings *findings);

#endif
