/* What an amendment or a replacement and the plan that it names say of each other. */
#ifndef PHULUC_CHECK_RELATION_CHECK_H
#define PHULUC_CHECK_RELATION_CHECK_H

#include "base/finding.h"
#include "model/catalogue.h"
#include "model/plan_links.h"

/*
 * Reported: that a plan was issued or takes effect before the plan that it amends or replaces was issued; that it amends a plan
 * of another unit, which its unit has not taken the place of; and that another plan amends the same cell or target from the
 * same day, and says something else: which of the two counts is only a matter of their order in the run.
 */
void relation_check(struct plan_set plans, size_t at, const struct catalogue *catalogue, struct findings *findings);

#endif
