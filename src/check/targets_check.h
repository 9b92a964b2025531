/* Targets that cannot be meant as they are keyed, or that nothing can be held against. */
#ifndef PHULUC_CHECK_TARGETS_CHECK_H
#define PHULUC_CHECK_TARGETS_CHECK_H

#include "base/finding.h"
#include "model/catalogue.h"
#include "model/plan.h"

/*
 * A unit other than the catalogue's, a rank that is not said to be one, a year outside the plan's period, a part that is more
 * than its whole, a past result that may be of one target as well as of another.
 */
void targets_check(const struct plan *plan, const struct catalogue *catalogue, struct findings *findings);

#endif
