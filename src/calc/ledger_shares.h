/* The rule of the ledger about parts per hundred of which nobody states the whole. */
#ifndef PHULUC_CALC_LEDGER_SHARES_H
#define PHULUC_CALC_LEDGER_SHARES_H

struct ledger_builder;

/*
 * LEDGER_SHARES: shares of one row by source, and shares of the rows beside each other. Rows under several groups may be shares
 * of their group or of the table: nothing says which, and nothing is checked.
 */
void ledger_add_shares(struct ledger_builder *builder);

#endif
