/*
 * Reported parts beside what they are parts of: in one document, of one phase, year and source, the groups and activities beside
 * the group or the whole plan, and the sources beside all of them together. Parts may be fewer than there are, so that less is
 * no fault; more is.
 */
#ifndef PHULUC_CHECK_RESULTS_PARTS_H
#define PHULUC_CHECK_RESULTS_PARTS_H

#include "base/finding.h"
#include "model/plan.h"
#include "model/results.h"

void results_check_parts(const struct plan *plan, const struct results *results, struct findings *findings);

#endif
