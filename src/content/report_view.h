/* What the reports of an office have in common: their facts, the lines under their titles, their head and foot. */
#ifndef PHULUC_CONTENT_REPORT_VIEW_H
#define PHULUC_CONTENT_REPORT_VIEW_H

#include "content/view.h"
#include "model/office.h"

/* A report whose views are made. The facts hold for all of them. */
struct report_frame {
    struct view *views;
    size_t view_count;
    struct view_fact *facts;
    size_t fact_count, fact_capacity;
    const char *id;      /* name of its files */
    const char *subject; /* of the report, after "Báo cáo: " */
    const char *basis;   /* what figures it has: a line under the text, and under the title of each table */
    const char *author;  /* if the office file names none */
    struct place place;  /* in the input, for findings */
    const struct office *office;
    struct date as_of;
    struct date made, period_end; /* the day it is made up to, and the last of the period that it is about */
    bool illustrative;
    struct arena *arena;
};

void report_put(struct report_frame *frame, enum fact_id fact, struct value value);

/* The same of what holds for a part of the key alone, as names of columns do. */
void report_put_of(struct report_frame *frame, enum fact_id fact, struct figure_key key, struct value value);

/*
 * The report. Nobody signs one before the period it is about has ended: where what it is made from is older than that, the
 * head has no date, and a line under the first view says why.
 */
struct views report_finish(const struct report_frame *frame);

#endif
