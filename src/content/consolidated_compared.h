/* Biểu 4: what the units come to in each indicator: sums where they mean something, the national target, the ends. */
#ifndef PHULUC_CONTENT_CONSOLIDATED_COMPARED_H
#define PHULUC_CONTENT_CONSOLIDATED_COMPARED_H

#include "content/consolidation.h"

struct view consolidated_compared_view(const struct consolidation *all);

#endif
