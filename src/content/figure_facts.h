/*
 * Figures as facts for other programs: each is said once, with what it is of, what is known of it and where it stands.
 *
 * Facts of a plan are what its decision states, as decided, amendments too; of results what each document reports; of a report
 * what is computed from both. Nothing reported is never zero: such a fact has no value, and its state says why.
 * A figure that the name of a row works out ("15 điểm × 2 lần = 30") is a part of that name and no fact.
 */
#ifndef PHULUC_CONTENT_FIGURE_FACTS_H
#define PHULUC_CONTENT_FIGURE_FACTS_H

#include "calc/gaps.h"
#include "calc/ledger.h"
#include "calc/totals.h"
#include "model/results.h"

/* Tokens do not depend on the language; NULL where there is nothing to say. */
struct figure_fact {
    const char *id;     /* model/figure_id.h */
    const char *origin; /* "plan", "results", "report" */
    const char *plan, *programme, *unit;
    const char *document; /* id of the plan or of the results that it stands in; NULL of a report */
    const char *row;      /* id of the row, the paragraph, the target; NULL: the plan as a whole */
    const char *label;
    const char *measure; /* "money", "quantity", id of a measure of the plan, "target", code of an indicator of results */
    const char *phase;
    const char *period;
    const char *basis;      /* of results: "period", "cumulative" */
    const char *source;     /* NULL: all together */
    const char *op;         /* "exact", "about" … and of a target its comparator */
    const char *value;      /* whole đồng, or in value_unit; of a range the lower bound */
    const char *high;       /* of a range */
    const char *value_unit; /* "đồng"; as printed of what is no money */
    const char *state;      /* "number", "dash", "lost" …; of results "final", "provisional", "not-reported" */
    const char *verdict;    /* of the ledger, of a target's gap; "superseded" of results that a later document replaces */
    const char *computed;   /* what a stated sum adds up to */
    struct place place;
};

struct figure_facts {
    struct figure_fact *items;
    size_t count, capacity;
    struct arena *arena;
};

/* A new fact, of the plan; origin as above. */
struct figure_fact *figure_facts_push(struct figure_facts *facts, const struct plan *plan, const char *origin);

/* What the decision states. */
void figure_facts_of_plan(struct figure_facts *facts, const struct ledger *ledger);

/* What a document reports of a plan; all: the documents of the run, one of which may replace it. */
void figure_facts_of_results(struct figure_facts *facts, const struct plan *plan, const struct results *results,
                             const struct results_list *all);

/* What the plan's tables add up to, by source and year; the plan is the one that the totals are said of. */
void figure_facts_of_totals(struct figure_facts *facts, const struct plan *plan, const struct totals *totals);

/* Of each target by the end of a year: gap and achievement; where they are known also what is reached, over
 * the years where it adds up, progress, baseline and gap to the nation's target. */
void figure_facts_of_gaps(struct figure_facts *facts, const struct plan *plan, const struct gaps *gaps, int year);

#endif
