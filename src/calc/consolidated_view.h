/*
 * All units side by side: as the plans decided, and as the country is organised now.
 *
 * Units are told apart by code and date (catalogue), never by name. A plan that another one of the run replaces is not
 * counted. Totals of both tables are the same. Of indicators only those are added that the catalogue lets add.
 */
#ifndef PHULUC_CALC_CONSOLIDATED_VIEW_H
#define PHULUC_CALC_CONSOLIDATED_VIEW_H

#include "calc/gaps.h"
#include "calc/view.h"

struct views consolidated_views(const struct gaps_context *context, struct arena *arena);

/* True if the plan has a place in it: its period holds the year and no other plan replaces it. */
bool is_consolidated(const struct plan *plan, const struct gaps_context *context);

#endif
