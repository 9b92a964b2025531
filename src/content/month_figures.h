/* Biểu 1 to 3: money by source, by group and activity; indicators. */
#ifndef PHULUC_CONTENT_MONTH_FIGURES_H
#define PHULUC_CONTENT_MONTH_FIGURES_H

#include "content/month_maker.h"
#include "content/view.h"

struct view month_money_view(const struct month_maker *maker);
struct view month_works_view(const struct month_maker *maker);
struct view month_targets_view(const struct month_maker *maker);

#endif
