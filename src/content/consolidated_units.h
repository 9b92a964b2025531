/* Biểu 1 and 2: the units as decided, and as now organised. */
#ifndef PHULUC_CONTENT_CONSOLIDATED_UNITS_H
#define PHULUC_CONTENT_CONSOLIDATED_UNITS_H

#include "content/consolidation.h"

struct view consolidated_decided_view(const struct consolidation *all);
struct view consolidated_current_view(const struct consolidation *all);

#endif
