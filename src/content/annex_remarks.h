/*
 * What is to be said in the documents about a table, a figure or a plan: lost cells, sums that do not hold, annexes that
 * the copy lacks, what the decision leaves out. Nothing that the reader cannot see in the figures goes without a word.
 */
#ifndef PHULUC_CONTENT_ANNEX_REMARKS_H
#define PHULUC_CONTENT_ANNEX_REMARKS_H

#include "calc/ledger.h"
#include "content/view.h"

/* Lines under a table. */
const char **table_notes(const struct view *view, struct arena *arena, size_t *count);

/* Remarks about the plan as a whole: its page of notes. */
struct view plan_remarks(const struct ledger *ledger, const struct item_fact *facts, size_t fact_count,
                         struct arena *arena);

#endif
