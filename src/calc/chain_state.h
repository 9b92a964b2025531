/* What of a chain is in force on its day. For the other files of chains only. */
#ifndef PHULUC_CALC_CHAIN_STATE_H
#define PHULUC_CALC_CHAIN_STATE_H

#include "calc/chain.h"

enum { ANY_YEAR = 0 };

/* True if the plan speaks of the year. */
bool chain_plan_covers(const struct plan *plan, int year);

/* Before a decision is issued nobody can keep to it. */
struct date chain_in_force_from(const struct chain_link *link);

/* Sets the states of the links on the day of the chain, and what is in force then. */
void chain_resolve(struct chain *chain, int year, struct arena *arena);

/* The same, for any year, of a chain that is resolved but for its last link, the latest. */
void chain_go_on(struct chain *chain, struct arena *arena);

#endif
