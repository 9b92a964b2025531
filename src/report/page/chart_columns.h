/* Bars that stand, for time: it runs from left to right. Private to chart_draw.c. */
#ifndef PHULUC_REPORT_PAGE_CHART_COLUMNS_H
#define PHULUC_REPORT_PAGE_CHART_COLUMNS_H

#include "report/page/chart_category.h"

/*
 * Draws the whole chart at painter->y, and moves that. False with nothing drawn if it is wider than the page or higher than
 * the room, so that its bars have to lie.
 */
bool chart_columns(struct painter *painter, mpt room);

#endif
