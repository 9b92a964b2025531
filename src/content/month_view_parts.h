/* What the makers of the monthly views share. Private to content/month_view*.c. */
#ifndef PHULUC_CONTENT_MONTH_VIEW_PARTS_H
#define PHULUC_CONTENT_MONTH_VIEW_PARTS_H

#include "content/month_view.h"
#include "content/report_items.h"

struct month_maker {
    const struct month_input *input;
    struct month month;
    struct month_changes changes;
    struct date day;
    struct arena *arena;
};

/* "tháng 7/2024", "năm 2023" */
const char *period_name(struct arena *arena, struct period period);

/* The figure, or in a word why there is none. Money in triệu đồng. */
struct value month_value_shown(const struct month_maker *maker, const struct month_line *line,
                               const struct month_value *value);
struct value month_money_shown(struct number dong);

/* What the plan has for a cell, or that it states nothing. */
struct value month_planned_shown(const struct month_line *line, struct number planned);

/* In %, or in points where figures are in % themselves. */
struct value month_compared_shown(const struct month_line *line, struct month_ratio compared);

/* Estimates and the years around: of an indicator, of money disbursed. */
void month_put_outlook(struct report_items *list, const struct month_maker *maker, const struct month_line *line);
void month_put_money_outlook(struct report_items *list, const struct month_maker *maker, const struct month_line *line);

/* The month, if its documents estimate money of the year for some line of that kind (of the plan, or of its rows); else 0. */
int month_of_estimates(const struct month_maker *maker, bool of_rows);

/* Under a table that shows estimates. */
void month_note_outlook(struct view *view, const struct month_maker *maker);

struct view month_money_view(const struct month_maker *maker);
struct view month_works_view(const struct month_maker *maker);
struct view month_targets_view(const struct month_maker *maker);
struct view month_changes_view(const struct month_maker *maker);
struct view month_due_view(const struct month_maker *maker);

#endif
