/* All that can be found about one plan alone. */
#ifndef PHULUC_CHECK_PLAN_CHECK_H
#define PHULUC_CHECK_PLAN_CHECK_H

#include "calc/ledger.h"

/* Absent annexes, numbers not printed, no amounts; then the ledger, observations. */
void plan_check(const struct ledger *ledger, struct findings *findings);

#endif
