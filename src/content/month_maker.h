/* A plan and a month as the views of a report need them, and what their cells print. */
#ifndef PHULUC_CONTENT_MONTH_MAKER_H
#define PHULUC_CONTENT_MONTH_MAKER_H

#include "calc/chain.h"
#include "calc/due.h"
#include "calc/month.h"
#include "calc/month_changes.h"
#include "content/items.h"

#define LABEL_MONTH_MONEY "Biểu 1"
#define LABEL_MONTH_WORKS "Biểu 2"
#define LABEL_MONTH_TARGETS "Biểu 3"
#define LABEL_MONTH_PENDING "Biểu 3a"
#define LABEL_MONTH_DUE "Biểu 4"
#define LABEL_MONTH_CHANGES "Biểu 5"

/* Views that the first page refers to, and the item of the total; a target is an item of the id that it has in the plan. */
#define MONTH_MONEY_VIEW "month-money"
#define MONTH_TARGETS_VIEW "month-targets"
#define MONTH_PENDING_VIEW "month-pending"
#define MONTH_DUE_VIEW "month-due"
#define MONTH_CHANGES_VIEW "month-changes"
#define MONTH_MONEY_TOTAL "=total" /* no id of a document */

struct month_input {
    const struct chain *chain;           /* the plan in force, and what changed it */
    const struct month_request *request; /* of the plans in force, which its results name */
    const struct gaps_context *run;      /* all plans and results as read: what is due by which of them */
    int days;                            /* how far ahead to tell what is due */
};

struct month_maker {
    const struct month_input *input;
    struct month month;
    struct results_list list; /* the documents of the plan that count */
    struct month_changes changes;
    struct date day;
    struct due_list due; /* as of that day */
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

/* The same of two figures of the last item, as a formula where they give it. */
void month_put_compared(struct items *list, const struct month_line *line, enum fact_id fact, struct month_ratio compared,
                        enum fact_id of, enum fact_id against);

/* The line of a target or an indicator, and its running number in Biểu 3; NULL and 0 if there is none. */
const struct month_line *month_target_line(const struct month_maker *maker, enum month_kind kind, const char *subject,
                                           size_t *number);

/* True for a target or an indicator of which nothing is known of the period, of those it is compared with, and to come. */
bool month_is_pending(const struct month_line *line);

/* True if there are enough of them to stand apart, where their names have room, from those with figures. */
bool month_parts_pending(const struct month_maker *maker);

/* The table where the line of a target or an indicator is printed, by its label and the id of its view. */
struct month_table {
    const char *label, *view;
};

struct month_table month_target_table(const struct month_maker *maker, const struct month_line *line);

/* What the report is compared with: "tháng trước", "kỳ trước" of a quarter, a half or nine months. */
const char *month_before_words(const struct month_maker *maker);

/* What a line is called; of a row that nothing is planned for any more that is said. NULL if it has no name. */
const char *month_label(const struct month_line *line, struct arena *arena);

#endif
