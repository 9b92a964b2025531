/* What the parts of adding.c share. Private to calc/adding*.c. */
#ifndef PHULUC_CALC_ADDING_PARTS_H
#define PHULUC_CALC_ADDING_PARTS_H

#include "calc/adding.h"

/* Of each row of the table: 1, -1 or 0 for money of the source (NULL: undivided). */
const signed char *adding_signs(const struct adding_table *adding, const struct source *source, struct arena *arena);

/* What the table prints for its whole: its last total row that is one, else its only line of the source; NULL if neither. */
const struct figure *stated_in_table(const struct adding_table *adding, const struct source *source, int year,
                                     struct arena *arena);

#endif
