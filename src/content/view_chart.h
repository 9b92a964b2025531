/* Charts of views: what may be drawn, and what is said of the rest. For the makers of views only. */
#ifndef PHULUC_CONTENT_VIEW_CHART_H
#define PHULUC_CONTENT_VIEW_CHART_H

#include "content/view.h"

/*
 * Gives the view its chart, without the series that have no number in any of its items; a note below the view names them. A
 * chart with no series left is not drawn, and a note says that.
 */
void view_draw(struct view *view, struct view_chart chart, struct arena *arena);

#endif
