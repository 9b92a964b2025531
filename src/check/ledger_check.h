/* What the ledger finds fault with. */
#ifndef PHULUC_CHECK_LEDGER_CHECK_H
#define PHULUC_CHECK_LEDGER_CHECK_H

#include "calc/ledger.h"

/*
 * A finding for every line that differs, a note where the difference is not material. A lost cell is worth a word only where
 * no other sum explains the figure, and only of a sum: an amount above lost cells is the more exact of the two.
 */
void ledger_check(const struct ledger *ledger, struct findings *findings);

#endif
