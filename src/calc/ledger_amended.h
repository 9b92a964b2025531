/*
 * The ledger of an amendment: its figures are held against the plan in force from the day of the amendment on, not against
 * the few rows that it states. What stands only in the amendment, a total of the rows that it changes for one, is checked
 * within it. Terms of a line may be figures of the plan in force, which has to live as long as the ledger.
 */
#ifndef PHULUC_CALC_LEDGER_AMENDED_H
#define PHULUC_CALC_LEDGER_AMENDED_H

#include "calc/ledger.h"

const struct ledger *ledger_amended(const struct plan *amendment, const struct plan *in_force, const struct office *office,
                                    const struct layouts *layouts, struct arena *arena);

#endif
