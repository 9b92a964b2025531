/* A table that a layout could be filled with: every column has something of its kind, so that the layout can be looked at. */
#ifndef PHULUC_CONTENT_SAMPLE_VIEW_H
#define PHULUC_CONTENT_SAMPLE_VIEW_H

#include "content/view.h"

/* Two years, two sources, a group with two rows; texts say which fact they stand for. The numbers are invented. */
struct views sample_views(const struct layout *layout, struct arena *arena);

#endif
