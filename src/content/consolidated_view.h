/*
 * All units side by side: as the plans decided, and as the country is organised now.
 *
 * Units are told apart by code and date (catalogue), never by name. A plan that others of the run
 * amend or replace counts once, as it is in force on the day (calc/chain.h). Totals of both tables are the same. Of indicators only those are added that the catalogue lets add.
 */
#ifndef PHULUC_CONTENT_CONSOLIDATED_VIEW_H
#define PHULUC_CONTENT_CONSOLIDATED_VIEW_H

#include "calc/chain.h"
#include "content/view.h"

struct unit;

/* Of the chains given; of: the unit as now organised that all of them belong to, or NULL. */
struct views consolidated_views(const struct chains *chains, const struct unit *of, struct arena *arena);

#endif
