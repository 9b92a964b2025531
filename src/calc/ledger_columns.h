/* The rule of the ledger about number rows: what a column claims to come from, cell by cell. */
#ifndef PHULUC_CALC_LEDGER_COLUMNS_H
#define PHULUC_CALC_LEDGER_COLUMNS_H

struct ledger_builder;
struct layouts;

/*
 * LEDGER_COLUMN_FORMULA: of the tables with columns of their own, and of those that one of the layouts prints (NULL: of none).
 * An amendment that leaves a cell out says nothing of it: its claims are held against the plan in force.
 */
void ledger_add_columns(struct ledger_builder *builder, const struct layouts *layouts);

#endif
