/* Biểu 3: the same indicator in all units, added only where adding means something. */
#ifndef PHULUC_CONTENT_CONSOLIDATED_INDICATORS_H
#define PHULUC_CONTENT_CONSOLIDATED_INDICATORS_H

#include "content/consolidation.h"

struct view consolidated_indicators_view(const struct consolidation *all);

#endif
