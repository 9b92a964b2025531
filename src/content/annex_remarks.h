/*
 * What is to be said in the documents about a figure or a plan: lost cells, sums that do not hold, annexes that
 * the copy lacks, what the decision leaves out. Nothing that the reader cannot see in the figures goes without a word.
 */
#ifndef PHULUC_CONTENT_ANNEX_REMARKS_H
#define PHULUC_CONTENT_ANNEX_REMARKS_H

#include "calc/ledger.h"

/* Remarks about the plan as a whole, for its page of notes. */
const char **plan_remarks(const struct ledger *ledger, struct arena *arena, size_t *count);

/* Each way in which a figure does not hold by the ledger; NULL if it holds or nothing is implied about it. */
const char *figure_remark(const struct ledger *ledger, const struct figure *figure, struct arena *arena);

/* Of a sum that the decision leaves blank over parts that are not; NULL of any other line. */
const char *blank_remark(const struct ledger_line *line, struct arena *arena);

const char *lost_remark(void);

#endif
