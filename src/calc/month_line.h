/* A month, and a line of it: its figures, what they are compared with, and why one of them is blank. */
#ifndef PHULUC_CALC_MONTH_LINE_H
#define PHULUC_CALC_MONTH_LINE_H

#include "base/date.h"
#include "base/number.h"
#include "calc/gap.h"
#include "model/results.h"
#include "model/plan.h"

enum month_column {
    MONTH_ALONE,
    MONTH_CUMULATIVE,
    MONTH_TO_DATE,
    MONTH_PREVIOUS,
    MONTH_SAME,
    MONTH_SAME_CUMULATIVE,
    MONTH_COLUMNS
};

/* Estimates, and what they are compared with. */
enum outlook_column {
    OUTLOOK_NEXT,
    OUTLOOK_HALF,
    OUTLOOK_HALF_TO_DATE,
    OUTLOOK_SAME_HALF,
    OUTLOOK_LAST_YEAR,
    OUTLOOK_YEAR,
    OUTLOOK_YEAR_TO_DATE,
    OUTLOOK_COLUMNS
};

/* One figure against another: the difference in its own unit, and the one in % of the other unless both are in %. */
struct month_ratio {
    struct number change, percent;
};

enum outlook_ratio {
    RATIO_HALF_SAME,    /* half: same half */
    RATIO_HALF_PLANNED, /* half to date: planned */
    RATIO_YEAR_LAST,    /* year: last year */
    RATIO_YEAR_PLANNED, /* year to date: planned */
    RATIO_YEAR_BUDGET,  /* of money: year: allocated */
    RATIO_NEXT_YEAR,    /* next year's plan: year to date as estimated */
    RATIO_NEXT_ACTUAL,  /* next year's plan: to date as reported */
    RATIO_PLANNED,      /* to date: planned */
    OUTLOOK_RATIOS
};

/* Why a figure is blank. */
enum month_reason {
    MONTH_KNOWN,
    MONTH_NOT_APPLICABLE, /* there is no such figure: a level has no cumulative one */
    MONTH_NO_DOCUMENT,    /* nothing was issued for that month */
    MONTH_NOT_SAID,       /* its documents do not speak of it */
    MONTH_NOT_REPORTED,   /* they say that it is not reported */
    MONTH_MISSING,        /* an earlier month or year, which it needs, is missing */
    MONTH_INCOMPLETE,     /* a part of the sum is lacking */
    MONTH_NO_NUMBER,      /* reported as a range or in words */
    MONTH_OVERFLOW
};

struct month_value {
    struct number number; /* unknown unless the reason is MONTH_KNOWN */
    enum month_reason reason;
    struct period missing;   /* for MONTH_MISSING; month 0: the whole year */
    bool provisional, bound; /* some of it is provisional; a bound ("hơn") is used as if it were exact */
};

enum month_kind { MONTH_TARGET, MONTH_INDICATOR, MONTH_MONEY };

struct month_line {
    enum month_kind kind;
    const char *subject;    /* id of a target, an indicator, a group or an activity; NULL: the whole plan */
    const char *label, *no; /* no: of a group or an activity as printed; or NULL */
    unsigned level;         /* of a group or an activity in its table */
    bool repealed;          /* a group or an activity for which nothing is planned any more */
    const char *source;     /* of money: id of the source, NULL: all */
    enum phase phase;       /* of money */
    const char *unit;       /* or NULL; "dong" of money */
    enum unit_kind unit_kind;
    struct month_value values[MONTH_COLUMNS];
    struct month_value outlook[OUTLOOK_COLUMNS];
    struct number planned, next_planned;
    bool plan_incomplete, next_incomplete; /* the plan has something for the cell, but not all of it is known */
    bool plan_undivided, next_undivided;   /* the plan has it for longer periods alone */
    bool plan_differs;                     /* what the plan states for all sources is not what it has for each */
    enum figure_op planned_op, next_op;    /* the words before them */
    struct number budget;                  /* of money: allocated since the year began */
    struct month_ratio ratios[OUTLOOK_RATIOS];
    struct number change_previous, percent_previous, change_same, percent_same, change_cumulative, percent_cumulative;
    struct number percent_planned;
    struct number rate;     /* of money disbursed: of carried in and allocated, in % */
    const struct gap *gap;  /* of targets: how it is judged at the end of the month */
    enum gap_status status; /* of targets */
    bool worded;            /* of targets: it states no number */
};

struct month {
    const char *plan, *unit;
    struct period period;
    enum regime regime;
    struct date first_day, cut_off;
    bool illustrative, reported; /* reported: the month has a document */
    struct period *missing; /* months without a document: of the year so far, the month before, the same of last year */
    size_t missing_count;
    struct month_line *lines; /* targets, indicators, money of the plan, of its groups and activities */
    size_t line_count, line_capacity;
};

/* True where figures are in % themselves: what they are compared with is told in points. */
bool month_in_points(const struct month_line *line);

/* Nothing, and why. */
struct month_value month_blank(enum month_reason reason);

/* Changes and percentages, once the values are there. A unit in % has changes only. */
void month_compare(struct month_line *line);
void month_compare_outlook(struct month_line *line);

/* "month", "same_cumulative"; "estimate_half"; "no-document"; "money". */
const char *month_column_token(enum month_column column);
const char *month_outlook_token(enum outlook_column column);
const char *month_reason_token(enum month_reason reason);
const char *month_kind_token(enum month_kind kind);

/*
 * "month:no-document cumulative:missing:2024-07"; "" if nothing is blank that could be known. Of the outlook only what is
 * blank although something was said: most months ask for no estimates.
 */
const char *month_reasons(struct arena *arena, const struct month_line *line);

#endif
