/* What the parts of month.c share. Private to calc/month*.c. */
#ifndef PHULUC_CALC_MONTH_PARTS_H
#define PHULUC_CALC_MONTH_PARTS_H

#include "calc/actuals.h"
#include "calc/month.h"
#include "model/plan.h"

struct month_builder {
    const struct plan *plan;
    const struct month_request *request;
    struct results_list list; /* what counts on the day asked about, up to the month */
    struct month *out;
    struct arena *arena;
};

/* When the month was reported first; year 0 if it was not. */
struct date month_first_issue(const struct results_list *all, const char *plan, struct period month);

struct month_line *month_add(struct month_builder *builder, struct month_line line);

struct month_value month_blank(enum month_reason reason);

void month_add_targets(struct month_builder *builder);
void month_add_money(struct month_builder *builder);

/* Changes and percentages, once the values are there. A unit in % has changes only. */
void month_compare(struct month_line *line);
void month_compare_outlook(struct month_line *line);

/*
 * The gaps of a plan from the documents up to a month that were issued by a day: as judged at its end, or at the end of the
 * year that it lies in.
 */
struct gaps month_gaps(const struct plan *plan, const struct month_request *request, struct period month, struct date as_of,
                       bool at_year_end, struct arena *arena);

#endif
