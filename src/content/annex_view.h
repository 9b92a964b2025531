/*
 * The annexes of a decision: its tables, its targets, its sources of funds, as views.
 *
 * The decision's own annexes come first, then the tables of its body, then sources without amounts, then targets.
 */
#ifndef PHULUC_CONTENT_ANNEX_VIEW_H
#define PHULUC_CONTENT_ANNEX_VIEW_H

#include "content/view.h"

struct ledger;

/* Which side an annex prints where the decision states a sum: the stated figure, or what its parts come to. */
enum figures_shown { FIGURES_STATED, FIGURES_COMPUTED };

/* Everything there is to show of the plan of a ledger; then its notes, and the ledger itself. */
struct views annex_views(const struct ledger *ledger, enum figures_shown figures, struct arena *arena);

#endif
