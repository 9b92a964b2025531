/* Which tables of a plan add up, found out once for a plan. */
#ifndef PHULUC_CALC_ADDING_TABLES_H
#define PHULUC_CALC_ADDING_TABLES_H

#include "calc/adding.h"

/* Linear in rows × sources. */
struct adding adding_of(const struct plan *plan, struct arena *arena);

#endif
