/* Which targets are furthest from what the plan wants, by one measure for all of them. */
#ifndef PHULUC_CONTENT_YEAR_WORST_H
#define PHULUC_CONTENT_YEAR_WORST_H

#include "content/page_one.h"
#include "content/year_maker.h"

/*
 * Adds the heading and the lines, furthest first; targets: the table of them. What counts is how much is lacking in % of the
 * target, whatever its unit, for targets that are missed, behind, or cannot be judged and lie short of it.
 */
void year_add_worst(struct items *list, const struct year_maker *maker, const struct view *targets);

#endif
