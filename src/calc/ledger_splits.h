/*
 * Two ways to split one amount (by purpose, by source): each fills what is split, cell by cell; where nobody states that, one
 * fills as much as the other.
 */
#ifndef PHULUC_CALC_LEDGER_SPLITS_H
#define PHULUC_CALC_LEDGER_SPLITS_H

struct ledger_builder;

void ledger_add_splits(struct ledger_builder *builder);

#endif
