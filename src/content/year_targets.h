/* Biểu 4 and 5: targets against results, and results against the national goals. */
#ifndef PHULUC_CONTENT_YEAR_TARGETS_H
#define PHULUC_CONTENT_YEAR_TARGETS_H

#include "content/view.h"
#include "content/year_maker.h"

struct view year_targets_view(const struct year_maker *maker);
struct view year_national_view(const struct year_maker *maker);

#endif
