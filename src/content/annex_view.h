/*
 * The annexes of a decision: its tables, its targets, its sources of funds, as views.
 *
 * The decision's own annexes come first, then the tables of its body, then sources without amounts, then targets.
 */
#ifndef PHULUC_CONTENT_ANNEX_VIEW_H
#define PHULUC_CONTENT_ANNEX_VIEW_H

#include "content/annex_figures.h"
#include "content/view.h"

/* Everything there is to show of the plan of a ledger; then its notes, and the ledger itself. */
struct views annex_views(const struct ledger *ledger, enum figures_shown figures, struct arena *arena);

/*
 * The same with the items of the tables, which take more memory than all else, in an arena of their own: a report that is composed
 * points only to their texts.
 */
struct views annex_views_apart(const struct ledger *ledger, struct annex_choice choice, struct arena *arena,
                               struct arena *lists);

#endif
