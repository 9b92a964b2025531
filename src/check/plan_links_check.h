/* Plans of a run against those that they amend or replace. */
#ifndef PHULUC_CHECK_PLAN_LINKS_CHECK_H
#define PHULUC_CHECK_PLAN_LINKS_CHECK_H

#include "base/finding.h"
#include "model/plan_links.h"

/*
 * Reported: a plan that is named and is not in the set. Refused and marked: the second of two plans for one unit and period that
 * nothing links; plans that lead to each other in a circle; those that repeal what the plan that they amend does not have.
 */
void plan_links_check(struct plan_set plans, bool *refused, struct findings *findings);

#endif
