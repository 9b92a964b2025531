/*
 * One job from its inputs to its outputs: read, check, compute, compose, render, publish.
 *
 * Nothing here prints. What a query command answers is returned as text; what went wrong is in the findings.
 */
#ifndef PHULUC_COMMAND_RUN_H
#define PHULUC_COMMAND_RUN_H

#include "command/telling.h"
#include "model/period.h"
#include "publish/batch.h"
#include "report/listing.h"

struct file_list;

struct job {
    struct batch batch;
    const char **paths;
    size_t path_count;
    const struct file_list *left_out; /* files that are passed over: an earlier process ended on them; or NULL */
    const char *templates;            /* NULL: the program's own */
    const char *catalogue;            /* NULL: the one beside the templates */
    int year;                         /* the year that a report is about */
    const char *unit;                 /* consolidate: the plans of that unit as now organised; NULL: of all */
    struct period month;              /* the month that a report is about; year 0: the last whose cut-off has passed */
    struct period month_last;         /* monthly: the last of a range that begins with month; year 0: that month alone */
    struct date since;                /* when last month's report was made; year 0: a month ago */
    struct date today;                /* by the clock; used for choosing the month only */
    bool bodies;                      /* form: one more for each body that leads activities */
    const char **forms;               /* import: the workbooks among the paths */
    size_t form_count;
    unsigned days;               /* how far ahead due looks */
    const char *show;            /* the layout that layouts shows; NULL: it lists them all */
    bool computed;               /* annexes print computed sums instead of stated ones */
    bool cover;                  /* a first page with the head of the decision */
    bool signature;              /* the signer under the last annex, or under each with separate */
    bool separate;               /* each annex in a file of its own */
    enum listing_format listing; /* of a query's answer */
    bool bom;                    /* its csv begins with a byte order mark; listing says so, too, once all options are read */
    bool quiet;                  /* neither notes nor progress nor the summary are told */
    bool verbose;                /* every note is told, not the first of each kind */
    bool terminal;               /* a person sees what is told */
    bool json;                   /* findings and progress as lines of JSON */
};

struct answer {
    const char *text; /* for stdout, or NULL */
    bool findings;    /* the findings are in the text, and are not told beside it */
    struct telling_summary summary;
};

#endif
