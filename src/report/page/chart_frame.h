/* What stands around the bars of a chart: title, legend, the numbers of the axis. Private to chart_draw.c and chart_columns.c. */
#ifndef PHULUC_REPORT_PAGE_CHART_FRAME_H
#define PHULUC_REPORT_PAGE_CHART_FRAME_H

#include "report/page/chart_category.h"

/* Both are drawn at painter->y, and move that. */
void chart_title(struct painter *painter, bool more);
void chart_legend(struct painter *painter);

/* What both of them take. */
mpt chart_frame_height(const struct painter *painter);

/* A value of the axis without needless decimals. */
const char *chart_tick_text(const struct painter *painter, int64_t value);

#endif
