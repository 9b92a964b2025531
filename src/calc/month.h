/*
 * A month of a plan: every target, source of funds, group and activity in that month alone, from the beginning of the year,
 * against the year's plan, the month before and the same month of the year before.
 *
 *   month        the month alone; of a level (a share, a rank) the level at its end
 *   cumulative   from the first day of the regime's year; a level has none
 *   to_date      of a count that goes on over the years: from the plan's first year; else as month or cumulative
 *   planned      money: what the plan has for the year; targets: what is expected by the end of the year (calc/gaps.h)
 *   change_…     the difference, in the figure's own unit, percentage points for %
 *   percent_…    the one in % of the other; blank for figures that are in % themselves
 *
 * Documents say figures of the month or cumulative ones; the one is worked out from the other only where no month between is
 * missing. A month without a document is missing, never zero, and every blank has its reason. In the twelfth month the year
 * document counts. A document that supersedes another counts from its day of issue on.
 *
 * An outlook goes beyond the month, in the columns of the forms of May, October and December:
 *
 *   next, half, year       what the month's own documents estimate: of the month after it, of the first half of the year, of
 *                          the year; worked out from one another like figures that are reported. Never part of any of them
 *   half_to_date,          of a count the same from the plan's first year, which is what the plan is for
 *   year_to_date
 *   same_half, last_year   what was reported of the half and of the whole of the year before
 *   next_planned           what the plan itself states for the year after: money of that year; a target of that year, or a
 *                          milestone; nothing is worked out
 *
 * What changed is told against last month's report, made from what was issued by the day it was made (since).
 */
#ifndef PHULUC_CALC_MONTH_H
#define PHULUC_CALC_MONTH_H

#include "calc/disbursement.h"
#include "calc/gaps.h"

struct month_request {
    const struct plan *const *plans; /* all of the run: baselines are looked for there */
    size_t plan_count;
    const struct results_list *results; /* after results_check() */
    const struct catalogue *catalogue;
    const struct office *office;
    struct date as_of;    /* only documents issued by then; year 0: all */
    struct date since;    /* when last month's report was made; year 0: a month before as_of, else at the month's cut-off */
    struct period period; /* a month */
};

enum month_column { MONTH_ALONE, MONTH_CUMULATIVE, MONTH_TO_DATE, MONTH_PREVIOUS, MONTH_SAME, MONTH_SAME_CUMULATIVE,
                    MONTH_COLUMNS };

/* Estimates, and what they are compared with. */
enum outlook_column { OUTLOOK_NEXT, OUTLOOK_HALF, OUTLOOK_HALF_TO_DATE, OUTLOOK_SAME_HALF, OUTLOOK_LAST_YEAR, OUTLOOK_YEAR,
                      OUTLOOK_YEAR_TO_DATE, OUTLOOK_COLUMNS };

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
    struct period missing; /* for MONTH_MISSING; month 0: the whole year */
    bool provisional, bound; /* some of it is provisional; a bound ("hơn") is used as if it were exact */
};

enum month_kind { MONTH_TARGET, MONTH_INDICATOR, MONTH_MONEY };

struct month_line {
    enum month_kind kind;
    const char *subject; /* id of a target, an indicator, a group or an activity; NULL: the whole plan */
    const char *label, *no; /* no: of a group or an activity as printed; or NULL */
    unsigned level;         /* of a group or an activity in its table */
    bool repealed;          /* a group or an activity for which nothing is planned any more */
    const char *source;  /* of money: id of the source, NULL: all */
    enum phase phase;    /* of money */
    const char *unit;    /* or NULL; "dong" of money */
    struct month_value values[MONTH_COLUMNS];
    struct month_value outlook[OUTLOOK_COLUMNS];
    struct number planned, next_planned;
    struct number budget;    /* of money: allocated since the year began */
    struct month_ratio ratios[OUTLOOK_RATIOS];
    struct number change_previous, percent_previous, change_same, percent_same, change_cumulative, percent_cumulative;
    struct number percent_planned;
    struct number rate;      /* of money disbursed: of carried in and allocated, in % */
    enum gap_status status;  /* of targets */
    bool worded;             /* of targets: it states no number */
};

struct month {
    const char *plan, *unit;
    struct period period;
    enum regime regime;
    struct date first_day, cut_off;
    bool illustrative, reported; /* reported: the month has a document */
    struct period *missing;      /* months without a document: of the year so far, the month before, the same of last year */
    size_t missing_count;
    struct month_line *lines;    /* targets, indicators, money of the plan, of its groups and activities */
    size_t line_count, line_capacity;
};

/* True where figures are in % themselves: what they are compared with is told in points. */
bool month_in_points(const struct month_line *line);

/* The plans, results and month of the context; since as above. */
struct month_request month_request_of(const struct gaps_context *context, struct date since);

struct month month_of(const struct plan *plan, const struct month_request *request, struct arena *arena);

enum month_event {
    MONTH_EVENT_MISSING,   /* no document: nothing can be compared */
    MONTH_EVENT_ADDED,     /* a figure that last month's report did not have */
    MONTH_EVENT_REMOVED,   /* one that it had */
    MONTH_EVENT_CORRECTED, /* one that has another value or status now */
    MONTH_EVENT_VERDICT    /* a target is judged otherwise */
};

struct month_change {
    enum month_event event;
    struct period period; /* of the figure: this month or an earlier one, or a year */
    enum month_kind kind;
    const char *subject, *source;
    enum phase phase;
    int year;                   /* of the budget */
    const char *before, *after; /* tokens; NULL where there is none */
    enum gap_status was, is;    /* of a verdict */
    const struct results *document; /* that says it now, else that said it; NULL for a verdict */
};

struct month_changes {
    struct month_change *items;
    size_t count, capacity;
};

/*
 * How often the report of the month had to be made again by the day asked about: days on which figures of the month or of
 * those before it were issued after the month's own first document.
 */
int month_revision(const struct plan *plan, const struct month_request *request, struct arena *arena);

struct month_changes month_changes_of(const struct plan *plan, const struct month_request *request, struct arena *arena);

/* "month", "same_cumulative"; "estimate_half"; "no-document"; "money"; "corrected". */
const char *month_column_token(enum month_column column);
const char *month_outlook_token(enum outlook_column column);
const char *month_reason_token(enum month_reason reason);
const char *month_kind_token(enum month_kind kind);
const char *month_event_token(enum month_event event);

/*
 * "month:no-document cumulative:missing:2024-07"; "" if nothing is blank that could be known. Of the outlook only what is
 * blank although something was said: most months ask for no estimates.
 */
const char *month_reasons(struct arena *arena, const struct month_line *line);

#endif
