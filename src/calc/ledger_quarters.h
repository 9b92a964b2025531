/*
 * Parts of a year within a row: four quarters, or two halves, and their year; two quarters and their half. Of the table's own
 * money only: what a quarter counts of other things may be what there is at its end, which does not add up.
 */
#ifndef PHULUC_CALC_LEDGER_QUARTERS_H
#define PHULUC_CALC_LEDGER_QUARTERS_H

struct ledger_builder;

void ledger_add_quarters(struct ledger_builder *builder);

#endif
