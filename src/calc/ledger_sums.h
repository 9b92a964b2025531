/* The rules of the ledger within a table: sums down and across, totals beside each other, sums that are left blank. */
#ifndef PHULUC_CALC_LEDGER_SUMS_H
#define PHULUC_CALC_LEDGER_SUMS_H

struct ledger_builder;

/*
 * LEDGER_CELLS_ROW, LEDGER_ROWS_GROUP, LEDGER_GROUPS_TOTAL, LEDGER_TOTAL_ROWS. The lines of one figure follow each other,
 * downward before across.
 */
void ledger_add_sums(struct ledger_builder *builder);

#endif
