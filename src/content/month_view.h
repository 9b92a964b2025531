/*
 * The monthly report of a plan: everything it shows, as views.
 *
 *   summary   first page: money, targets, reports overdue; what got worse since last month; corrections by document
 *   words     what the month's report says in words; none if it says nothing
 *   money     Biểu 1: disbursed in the month and since the year began, by source of funds
 *   works     Biểu 2: the same by group and activity
 *   targets   Biểu 3: indicators, in the columns of the form for that month
 *   due       Biểu 4: what is to be reported next
 *   changes   Biểu 5: every figure and verdict that is otherwise than in last month's report; none if nothing is
 *   notes     explanations, sources, notes and estimates of the month's reports that no table shows
 */
#ifndef PHULUC_CONTENT_MONTH_VIEW_H
#define PHULUC_CONTENT_MONTH_VIEW_H

#include "content/month_maker.h"
#include "content/view.h"

/* as_of is the day of the request, else the latest one among the documents that count. */
struct views month_views(const struct month_input *input, struct arena *arena);

/* Name of the report's files: the unit, from the first revision on with its number: "34", "34-sua-1". */
const char *month_file(const char *unit, int revision, struct arena *arena);

#endif
