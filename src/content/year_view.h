/*
 * The year-end report of a plan: everything it shows, as views.
 *
 *   summary   first page: three figures, the targets that are furthest behind, what is missing; each names its row
 *   words     what the year's report says in words: assessment, shortcomings, causes, proposals; none if it says nothing
 *   money     Biểu 1: the year's money by source; Biểu 2: by source and year
 *   works     Biểu 3: groups and activities
 *   gaps      Biểu 4: targets against results; Biểu 5: against the national goals
 *   checks    Biểu 6: what the reconciliation of the plan's own figures found
 *   amended   Biểu 7 and 8, if another decision changed the plan: money and targets as first decided, and as in force
 *
 *   notes     explanations, sources and notes of the year's reports, behind the tables
 *
 * A plan without results gets every view, and each says so in its place.
 */
#ifndef PHULUC_CONTENT_YEAR_VIEW_H
#define PHULUC_CONTENT_YEAR_VIEW_H

#include "calc/chain.h"
#include "content/view.h"

/* What a report of a year is made from. */
struct year_input {
    const struct chain *chain;          /* the plan in force, and what changed it */
    const struct gaps_context *context; /* that of chains_of() */
};

/* as_of is the day of the chain. */
struct views year_views(const struct year_input *input, struct arena *arena);

#endif
