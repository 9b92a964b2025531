/*
 * Targets and results of one plan beside each other: one indicator said twice with other values, and a rank that does not
 * say of how many. None is an equality: each is a note.
 */
#ifndef PHULUC_CHECK_OBSERVE_TARGETS_H
#define PHULUC_CHECK_OBSERVE_TARGETS_H

#include "model/plan.h"

void observe_targets(const struct plan *plan, struct findings *findings);

#endif
