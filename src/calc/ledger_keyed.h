/* The rules of the ledger about figures of other measures and phases, and sums that a label does for its row. */
#ifndef PHULUC_CALC_LEDGER_KEYED_H
#define PHULUC_CALC_LEDGER_KEYED_H

struct ledger_builder;

/* LEDGER_ROWS_GROUP, LEDGER_GROUPS_TOTAL of money; LEDGER_MEASURE_SUM of quantities and shares. */
void ledger_add_keyed(struct ledger_builder *builder);

/* LEDGER_LABEL_ROW, LEDGER_LABEL_QUANTITY, LEDGER_QUANTITY_PRICE. */
void ledger_add_products(struct ledger_builder *builder);

#endif
