/* What the parts of chains share. Private to calc/chain*.c. */
#ifndef PHULUC_CALC_CHAIN_PARTS_H
#define PHULUC_CALC_CHAIN_PARTS_H

#include "calc/chain.h"

enum { ANY_YEAR = 0 };

/* True if the plan speaks of the year. */
bool chain_plan_covers(const struct plan *plan, int year);

/* Before a decision is issued nobody can keep to it. */
struct date chain_in_force_from(const struct chain_link *link);

/* Sets the states of the links on the day of the chain, and what is in force then. */
void chain_resolve(struct chain *chain, int year, struct arena *arena);

/* The day from which a plan that speaks of the year has taken the place of the chain for another unit; year 0: none has. */
struct date chain_end(const struct chain *chain, const struct gaps_context *context, int year);

/* The plan without what another repeals. */
const struct plan *plan_struck(const struct plan *plan, const struct plan *amendment, struct arena *arena);

/* The plan as amended by another; with the id of the first. */
const struct plan *plan_amended(const struct plan *plan, const struct plan *amendment, struct arena *arena);

#endif
