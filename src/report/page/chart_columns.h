/* Bars that stand, for time: it runs from left to right. Private to chart_draw.c. */
#ifndef PHULUC_REPORT_PAGE_CHART_COLUMNS_H
#define PHULUC_REPORT_PAGE_CHART_COLUMNS_H

#include "report/page/chart_category.h"

/*
 * Draws the whole chart at painter->y, and moves that; its plot is lower where the room asks for it. False with nothing drawn
 * if it is wider than the page, so that its bars have to lie, or needs more than the room at its least height.
 */
bool chart_columns(struct painter *painter, mpt room);

/* Its least height; 0 if it is wider than the page. */
mpt chart_columns_least(const struct painter *painter);

#endif
