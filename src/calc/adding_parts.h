/* What the parts of adding.c share. Private to calc/adding*.c. */
#ifndef PHULUC_CALC_ADDING_PARTS_H
#define PHULUC_CALC_ADDING_PARTS_H

#include "calc/adding.h"

/* Of each row of the table: 1, -1 or 0 for money of the source (NULL: undivided). */
const signed char *adding_signs(const struct adding_table *table, const struct source *source, struct arena *arena);

#endif
