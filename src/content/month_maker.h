/* A plan and a month as the views of a report need them, and what their cells print. */
#ifndef PHULUC_CONTENT_MONTH_MAKER_H
#define PHULUC_CONTENT_MONTH_MAKER_H

#include "calc/chain.h"
#include "calc/month.h"
#include "calc/month_changes.h"
#include "content/value.h"

struct month_input {
    const struct chain *chain;           /* the plan in force, and what changed it */
    const struct month_request *request; /* of the plans in force, which its results name */
    const struct gaps_context *run;      /* all plans and results as read: what is due by which of them */
    int days;                            /* how far ahead to tell what is due */
};

struct month_maker {
    const struct month_input *input;
    struct month month;
    struct month_changes changes;
    struct date day;
    struct arena *arena;
};

/* The figure, or in a word why there is none. Money in triệu đồng. */
struct value month_value(const struct month_maker *maker, const struct month_line *line, const struct month_value *value);
struct value month_money_value(struct number dong);

/* What the plan has for a cell in the year, and in the year after; or that it states nothing, or not all. */
struct value month_planned_value(const struct month_line *line, struct arena *arena);
struct value month_next_planned_value(const struct month_line *line, struct arena *arena);

/* In %, or in points where figures are in % themselves. */
struct value month_compared_value(const struct month_line *line, struct month_ratio compared);

/* What a line is called; of a row that nothing is planned for any more that is said. NULL if it has no name. */
const char *month_label(const struct month_line *line, struct arena *arena);

#endif
