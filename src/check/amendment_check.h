/* What an amendment does to the rows of the plan that it amends. */
#ifndef PHULUC_CHECK_AMENDMENT_CHECK_H
#define PHULUC_CHECK_AMENDMENT_CHECK_H

#include "base/finding.h"
#include "calc/chain.h"

/*
 * Reported: a change of a cell that the plan amended does not have, and one that takes off more than there is; and a new row with
 * the number and title of one that the plan amended has under another id, so that both count.
 */
void amendment_check(const struct plan *amendment, struct chain_amendment made, struct findings *findings);

#endif
