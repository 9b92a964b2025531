/* What the tables of a year lack: counted over the rows that they print. */
#ifndef PHULUC_CONTENT_YEAR_MISSING_H
#define PHULUC_CONTENT_YEAR_MISSING_H

#include "content/page_one.h"
#include "content/year_maker.h"

/* Adds the heading and a line for each table that lacks something; nothing at all if none does. */
void year_add_missing(struct items *list, const struct year_maker *maker, const struct view *tables, size_t count);

#endif
