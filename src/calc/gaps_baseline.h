/*
 * Where a target starts from: zero for a cumulative count, else its past result, else the last final figure before the period
 * of the plan, else the first in it. What may be of another target is none.
 */
#ifndef PHULUC_CALC_GAPS_BASELINE_H
#define PHULUC_CALC_GAPS_BASELINE_H

#include "calc/gap_builder.h"

void gap_add_baseline(struct gap_builder *builder);

#endif
