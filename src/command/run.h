/*
 * One job from its inputs to its outputs: read, check, compute, compose, render, publish.
 *
 * Nothing here prints. What a query command answers is returned as text; what went wrong is in the findings.
 */
#ifndef PHULUC_COMMAND_RUN_H
#define PHULUC_COMMAND_RUN_H

#include "model/period.h"
#include "publish/batch.h"
#include "report/listing.h"

struct file_list;

struct job {
    struct batch batch;
    const char **paths;
    size_t path_count;
    const struct file_list *left_out; /* files among them that are passed over: an earlier process ended on them; or NULL */
    const char *templates;         /* NULL: the program's own */
    const char *catalogue;         /* NULL: the one beside the templates */
    int year;                      /* the year that a report is about */
    struct period month;           /* the month that a report is about; year 0: the last whose cut-off has passed */
    struct period month_last;      /* monthly: the last of a range that begins with month; year 0: that month alone */
    struct date since;             /* when last month's report was made; year 0: a month ago */
    struct date today;             /* by the clock; used for choosing the month only */
    unsigned days;                 /* how far ahead due looks */
    bool computed;                 /* annexes print computed sums instead of stated ones */
    bool cover;                    /* a first page with the head of the decision */
    bool signature;                /* the signer under the last annex, or under each with separate */
    bool separate;                 /* each annex in a file of its own */
    enum listing_format listing;
};

struct answer {
    const char *text; /* for stdout, or NULL */
};

/* Each returns normally whatever happened; the findings tell. Memory is the arena's. */
void run_annex(const struct job *job, struct arena *arena, struct findings *findings);
void run_year_end(const struct job *job, struct arena *arena, struct findings *findings);
void run_consolidate(const struct job *job, struct arena *arena, struct findings *findings);
struct answer run_totals(const struct job *job, struct arena *arena, struct findings *findings);
struct answer run_reconcile(const struct job *job, struct arena *arena, struct findings *findings);

/* The findings are what it answers. */
struct answer run_check(const struct job *job, struct arena *arena, struct findings *findings);

/* How a figure comes about: the last path is no path but the id of a row, a paragraph or a target. */
struct answer run_explain(const struct job *job, struct arena *arena, struct findings *findings);

/* Entries for the accepted-findings file, one for each warning. */
struct answer run_accept(const struct job *job, struct arena *arena, struct findings *findings);

/* Every target against what was achieved by the end of the year. */
struct answer run_gaps(const struct job *job, struct arena *arena, struct findings *findings);

/* What is to be reported by the decisions and the reporting regime; the job's as_of is the day asked about. */
struct answer run_due(const struct job *job, struct arena *arena, struct findings *findings);

/* The monthly report of every plan that covers the month's year. */
void run_monthly(const struct job *job, struct arena *arena, struct findings *findings);

/* Every figure of a month; and what changed in it since last month's report. */
struct answer run_months(const struct job *job, struct arena *arena, struct findings *findings);
struct answer run_changes(const struct job *job, struct arena *arena, struct findings *findings);

struct answer run_layouts(const struct job *job, struct arena *arena, struct findings *findings);

#endif
