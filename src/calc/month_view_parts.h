/* What the makers of the monthly views share. Private to calc/month_view*.c. */
#ifndef PHULUC_CALC_MONTH_VIEW_PARTS_H
#define PHULUC_CALC_MONTH_VIEW_PARTS_H

#include "calc/month_view.h"
#include "calc/report_view.h"

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
struct value month_value_shown(const struct month_maker *maker, const struct month_line *line, enum month_column column);
struct value month_money_shown(struct number dong);

struct view month_money_view(const struct month_maker *maker);
struct view month_works_view(const struct month_maker *maker);
struct view month_targets_view(const struct month_maker *maker);
struct view month_changes_view(const struct month_maker *maker);
struct view month_due_view(const struct month_maker *maker);

#endif
