/* Indicators that results report although the plan has no target for them. */
#ifndef PHULUC_CALC_GAPS_OTHERS_H
#define PHULUC_CALC_GAPS_OTHERS_H

#include "calc/gaps.h"
#include "model/results.h"

/* Those of the year's documents, each once, in the order in which they are reported: actual and the nation's goal only. */
void gaps_add_others(struct gaps *gaps, const struct plan *plan, const struct gaps_context *context,
                     const struct results_list *list, struct arena *arena);

#endif
