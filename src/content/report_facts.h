/*
 * Which figure of the query command `facts` a cell of a report shows, so that the page and the list have one id for it.
 *
 * A cell that shows what no single fact says has no id (NULL); nor has one whose value is not that of the fact. What a report
 * adds up over documents is a fact of its own (content/spending_facts.h).
 */
#ifndef PHULUC_CONTENT_REPORT_FACTS_H
#define PHULUC_CONTENT_REPORT_FACTS_H

#include "calc/chain.h"
#include "calc/gap.h"
#include "calc/spending.h"
#include "calc/totals.h"
#include "content/value.h"

/* The value, with the id of what the decision wants that stated the target last, of a plan in force that was amended too. */
struct value fact_of_goal(struct value value, const struct chain *chain, const struct gap *gap, struct arena *arena);

/* Of what a document reports of the target or indicator. */
struct value fact_of_actual(struct value value, const struct gap *gap, const struct results_list *list, struct arena *arena);

/* "gap", "achievement", "reached" … of a target by the end of the year; the value keeps the id that it has. */
struct value fact_of_judged(struct value value, const struct plan *plan, const struct gap *gap, const char *phase, int year,
                            struct arena *arena);

/* What of the plan a cell of money is about, and by whom it is reported. */
struct fact_of_money {
    const struct plan *plan;
    const struct results_list *list;
    const char *source, *of; /* NULL: all, the whole plan */
    int year;
    struct period period; /* of the document */
    enum basis basis;     /* where the period is not a year */
};

struct value fact_of_spent(struct value value, const struct fact_of_money *money, enum phase phase, struct number dong,
                           struct arena *arena);

/* What the document of a period says of a target or an indicator, on that basis. */
struct value fact_of_reported(struct value value, const struct results_list *list, struct period period, enum basis basis,
                              const char *subject, struct number number, struct arena *arena);

/* What a decision of the chain states as planned of a row, all sources together. */
struct value fact_of_stated(struct value value, const struct chain *chain, const char *row, int year, struct number planned,
                            struct arena *arena);

/* What the tables of the plan add up to, where that is what is planned. */
struct value fact_of_planned(struct value value, const struct chain *chain, const struct totals *totals,
                             const struct spending *spending, struct arena *arena);

#endif
