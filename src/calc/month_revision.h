/* How often a month was reported. */
#ifndef PHULUC_CALC_MONTH_REVISION_H
#define PHULUC_CALC_MONTH_REVISION_H

#include "calc/month_request.h"

/* When the month was reported first; year 0 if it was not. */
struct date month_first_issue(const struct results_list *all, const char *plan, struct period month);

/*
 * How often the report of the month had to be made again by the day asked about: days on which figures of the month or of
 * those before it were issued after the month's own first document.
 */
int month_revision(const struct plan *plan, const struct month_request *request, struct arena *arena);

#endif
