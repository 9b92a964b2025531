/* Biểu 1 to 3a: money by source, by group and activity; indicators, and those without a new figure. */
#ifndef PHULUC_CONTENT_MONTH_FIGURES_H
#define PHULUC_CONTENT_MONTH_FIGURES_H

#include "content/month_maker.h"
#include "content/view.h"

struct view month_money_view(const struct month_maker *maker);
struct view month_works_view(const struct month_maker *maker);
struct view month_targets_view(const struct month_maker *maker);

/* Only if month_parts_pending(). */
struct view month_pending_view(const struct month_maker *maker);

#endif
