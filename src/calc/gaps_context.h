/* What the gaps of all plans of a run are made from: shared by them. */
#ifndef PHULUC_CALC_GAPS_CONTEXT_H
#define PHULUC_CALC_GAPS_CONTEXT_H

#include "base/date.h"
#include "model/results.h"

struct plan;
struct catalogue;
struct office;
struct ledger_set;

struct gaps_context {
    const struct plan *const *plans;
    size_t plan_count;
    const struct results_list *results; /* after results_check() */
    const struct catalogue *catalogue;
    const struct office *office;
    struct date as_of; /* only documents issued by then; year 0: all */
    int year;
    int month;                        /* at the end of that month of the year; 0 or 12: of the year */
    int months;                       /* of a quarter, a half or nine months that end with it; else 0 */
    const struct ledger_set *ledgers; /* those that are made already (calc/ledger.h), or NULL */
};

#endif
