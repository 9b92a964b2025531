/*
 * Balances within a row: what there was + what came − what went = what is left, and what a year begins with = what the year
 * before it left. A phase says which of these it is (`flow` in the catalogue, or where the plan declares the phase).
 */
#ifndef PHULUC_CALC_LEDGER_BALANCE_H
#define PHULUC_CALC_LEDGER_BALANCE_H

struct ledger_builder;

void ledger_add_balances(struct ledger_builder *builder);

#endif
