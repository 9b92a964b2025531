/* All plans of a year side by side: what is computed once, the figures of a plan, the row of totals. */
#ifndef PHULUC_CONTENT_CONSOLIDATION_H
#define PHULUC_CONTENT_CONSOLIDATION_H

#include "content/items.h"
#include "content/year_maker.h"

struct consolidation {
    const struct gaps_context *context;
    struct year_maker *makers; /* one for each plan that counts */
    size_t count;
    size_t *longer;       /* of each the one that it carries out, as an index; `count` if that is not in the report */
    struct date last_day; /* of the year: which units there are */
    struct arena *arena;
};

/* Of the plans that cover the year. */
struct consolidation consolidation_of(const struct chains *chains, struct arena *arena);

/*
 * False for a plan that is shown and not added to the totals: of the whole country, which is no province, and a yearly plan
 * that carries out another plan of the report, whose money it is a part of: of that only what the longer plan has no figure
 * of is added.
 */
bool consolidated_adds_up(const struct consolidation *all, size_t index);

/* That, and what of it is added all the same, for its note; NULL for a plan that is added to the totals. */
const char *consolidated_apart(const struct consolidation *all, size_t index);

/* What tells the plan from the others of its unit: its programme, else its name; NULL if the unit has only one. */
const char *consolidated_plan_name(const struct consolidation *all, size_t index);

/* Money and targets of a plan, for the last item. */
void consolidated_put(struct items *list, const struct year_maker *maker);

/* Some plans of the report, by their index. */
struct consolidated_members {
    const size_t *plans;
    size_t count;
};

/*
 * What these plans have together, for the last item: money, rate where no plan lacks a part of it, numbers of targets; ratios
 * of targets are not added. Returns what is to be said if some plans have no figure, or NULL.
 */
const char *consolidated_put_sums(struct items *list, const struct consolidation *all, struct consolidated_members of);

/* Says that the item's money is the sum of that of the plans; rows[i] is the item of the i-th plan of the report. */
void consolidated_link_sums(struct items *list, const struct consolidation *all, size_t item,
                            struct consolidated_members of, const size_t *rows);

/* Whose figures the sums of all plans lack, in one sentence without its dot; NULL if they lack none. */
const char *consolidated_partial_words(const struct consolidation *all);

#define CONSOLIDATED_TOTAL "=total" /* the item of the total: no id of a document */

/* The row of totals of all plans, and what is to be said of it, as above. */
const char *consolidated_total(struct items *list, const struct consolidation *all, const size_t *rows);

#endif
