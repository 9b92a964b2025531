/* What the makers of the consolidated views share. Private to content/consolidated_view*.c. */
#ifndef PHULUC_CONTENT_CONSOLIDATED_PARTS_H
#define PHULUC_CONTENT_CONSOLIDATED_PARTS_H

#include "content/year_parts.h"

struct consolidation {
    const struct gaps_context *context;
    struct year_maker *makers; /* one for each plan that counts */
    size_t count;
    struct date last_day;      /* of the year: which units there are */
    struct arena *arena;
};

/* Money and targets of a plan, for the last item. */
void consolidated_put(struct report_items *list, const struct year_maker *maker);

/*
 * The row of totals; rows are the items of the plans, in the order of the makers. Returns what is to be said of them if some
 * plans have no figure, or NULL.
 */
const char *consolidated_total(struct report_items *list, const struct consolidation *all, const size_t *rows);

struct view consolidated_decided_view(const struct consolidation *all);
struct view consolidated_current_view(const struct consolidation *all);
struct view consolidated_indicators_view(const struct consolidation *all);

#endif
