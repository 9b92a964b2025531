/* Cells that an amendment changes by a difference. */
#ifndef PHULUC_CHECK_AMENDMENT_CHECK_H
#define PHULUC_CHECK_AMENDMENT_CHECK_H

#include "base/finding.h"
#include "calc/chain.h"

/* Told: a change of a cell that the plan amended does not have, and one that takes off more than there is. */
void amendment_check(const struct plan *amendment, struct chain_amendment made, struct findings *findings);

#endif
