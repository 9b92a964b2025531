/* The rules of the ledger about numbers that are no money of a cell: sums in labels, unit prices, counts and their parts. */
#ifndef PHULUC_CALC_LEDGER_COUNTS_H
#define PHULUC_CALC_LEDGER_COUNTS_H

struct ledger_builder;

/* LEDGER_LABEL_SUM, LEDGER_COUNT_PARTS; a unit price alone is LEDGER_STATED_ONCE. */
void ledger_add_counts(struct ledger_builder *builder);

#endif
