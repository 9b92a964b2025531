/*
 * The chart of Biểu 4: how far each target is reached, furthest from what it should be first, with its verdict; a line stands
 * where the target is. Its title is the count of the first page.
 */
#ifndef PHULUC_CONTENT_YEAR_TARGET_CHART_H
#define PHULUC_CONTENT_YEAR_TARGET_CHART_H

#include "content/view.h"
#include "content/year_maker.h"

/* The items of the plan's targets are the first of the view's ROLE_BODY, in their order. ahead: something is expected by now. */
void year_target_chart(struct view *view, const struct year_maker *maker, bool ahead);

#endif
