/*
 * Money of a report as facts: what is planned, available, disbursed of a plan, a row, a source by a year, and the rates of both.
 *
 * A fact of its own, beside those of the plan and of the documents of results: a report adds up what several of them say. Its
 * id ends with "report":
 *
 *     thai-binh-2021-2025:pl1-I:money:disbursed:2025:all:report
 *
 * Of the whole plan so far the period is from its first year to that of the report; what is planned is of the whole plan.
 */
#ifndef PHULUC_CONTENT_SPENDING_FACTS_H
#define PHULUC_CONTENT_SPENDING_FACTS_H

#include "content/figure_facts.h"
#include "content/spending_words.h"
#include "content/value.h"

enum spending_figure {
    SPENDING_PLANNED,
    SPENDING_CARRIED_IN,
    SPENDING_ALLOCATED,
    SPENDING_AVAILABLE,
    SPENDING_DISBURSED,
    SPENDING_RATE,    /* disbursed of available, % */
    SPENDING_OF_PLAN, /* disbursed of planned, % */
    SPENDING_FIGURES
};

/* Of each source the years up to the year and all of them so far; of each row that year and all of them. */
void spending_facts_add(struct figure_facts *facts, const struct plan *plan, const struct disbursement *disbursement);

/* The value, with the id of that figure; as it is where it is no number, or has the id of what a decision or document says. */
struct value fact_of_spending(struct value value, const struct plan *plan, const struct spending *spending,
                              enum spending_figure figure, int year, struct arena *arena);

#endif
