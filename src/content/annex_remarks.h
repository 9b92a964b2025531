/*
 * What is to be said about a plan as a whole: lost cells, sums that do not hold, annexes that the copy lacks, what the decision
 * leaves out. Nothing that the reader cannot see in the figures goes without a word.
 */
#ifndef PHULUC_CONTENT_ANNEX_REMARKS_H
#define PHULUC_CONTENT_ANNEX_REMARKS_H

#include "calc/ledger.h"
#include "content/view.h"

/* The page of notes. */
struct view plan_remarks(const struct ledger *ledger, struct arena *arena);

#endif
