/* Where a target starts from: zero for a cumulative count, else the past result or the last actual before the period. */
#ifndef PHULUC_CALC_GAPS_BASELINE_H
#define PHULUC_CALC_GAPS_BASELINE_H

#include "calc/gap_builder.h"

void gap_add_baseline(struct gap_builder *builder);

#endif
