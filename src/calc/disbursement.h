/*
 * Disbursement: money of a plan by source of funds, year, group and activity, as planned and as reported.
 *
 *   planned     what the decision states; where it states no sum, what its parts come to
 *   rate        disbursed / (carried in + allocated), in %
 *   of_plan     disbursed / planned, in %
 *
 * A cell is asked for by row, source and year; each may be left out:
 *   row NULL      the whole plan; else the id of a group or an activity
 *   source NULL   all sources; else the id of a source
 *   year 0        from the plan's first year to the year of the report, against what the plan has for its whole period;
 *                 carried in is that of the first year then, because later years carry the same money on
 *
 * Reported amounts are taken as they are reported: for the cell itself, else added up from its sources, else from the groups
 * and activities under it. A year document counts before documents of its months; of months the latest cumulative one and
 * what follows it without a break. A sum that lacks a part that the plan has money for, or that some document speaks of, is
 * incomplete: it is shown, and nothing is reckoned with it. Nothing reported is never zero.
 *
 * A plan that has money for the whole period only has no yearly figures: they are never made by dividing.
 */
#ifndef PHULUC_CALC_DISBURSEMENT_H
#define PHULUC_CALC_DISBURSEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/number.h"
#include "model/results.h"

struct plan;
struct totals;

/* Why something is blank, or what is to be known about a figure; in the order in which they are told. */
enum spending_reason {
    SPENDING_NO_AMOUNTS,    /* the plan states no amounts at all */
    SPENDING_PERIOD_ONLY,   /* the plan has money for the whole period only: no yearly figure */
    SPENDING_NOT_PLANNED,   /* the plan has nothing for this cell */
    SPENDING_PLAN_LOST,     /* a cell of the plan is lost: what is planned is incomplete */
    SPENDING_PLAN_UNSETTLED, /* it is not said which tables or rows of the plan add up: what is planned is incomplete */
    SPENDING_PLAN_DIFFERS,  /* what the plan states for all sources is not what it has for each */
    SPENDING_NO_RESULTS,    /* no document says anything about this cell's money */
    SPENDING_NOT_REPORTED,  /* a document says that part of it is not reported */
    SPENDING_INCOMPLETE,    /* a reported sum lacks a part */
    SPENDING_NO_ALLOCATED,  /* so there is no rate */
    SPENDING_NO_CARRIED_IN, /* the same; nothing carried in is reported as 0 */
    SPENDING_NO_DISBURSED,
    SPENDING_NOTHING_TO_SPEND, /* carried in and allocated are 0: no rate */
    SPENDING_YEAR_TO_DATE,  /* from months that do not reach the end of the year */
    SPENDING_PROVISIONAL,   /* some of it is provisional */
    SPENDING_OVERFLOW,
    SPENDING_REASONS
};

struct spent {
    bool known;      /* false: dong is nothing, not zero */
    int64_t dong;
    bool incomplete; /* lacks a part: never reckoned with */
};

struct spending {
    const char *row, *source; /* as asked for */
    int year;
    struct spent planned, reported[PHASES];
    struct number rate, of_plan; /* in % */
    unsigned reasons;            /* bit 1 << enum spending_reason */
};

struct spending_source {
    const char *id, *code, *name, *abbr;
    bool has_money; /* the plan states amounts for it, or some document does */
};

struct spending_row {
    const char *id, *no, *title;
    bool is_group;
    unsigned level;
    int parent;     /* index in rows, -1 at the top */
    bool repealed;  /* nothing is planned for it any more, but money may have been spent */
};

struct disbursement {
    const char *plan, *unit;
    int first_year, last_year, year;
    bool illustrative;
    bool has_money; /* some document that counts reports money */
    struct spending_source *sources; /* as the plan declares them */
    size_t source_count;
    struct spending_row *rows;       /* groups and activities of tables that have, or had, money; in printed order */
    size_t row_count;
    /* private to disbursement*.c */
    int month; /* 0: the year */
    bool alone;
    struct forecast forecast; /* what is asked for is an estimate, of documents of the month `reported` */
    struct period reported;
    const struct plan *source_of;
    const struct totals *totals; /* NULL if they cannot be computed */
    struct results_list list;
    bool by_rows;                /* some document speaks of single groups or activities */
    struct arena *arena;
};

/* Everything in it lives as long as the arena, the plan and the results. as_of with year 0 takes all documents. */
struct disbursement disbursement_of(const struct plan *plan, const struct results_list *results, struct date as_of, int year,
                                    struct arena *arena);

/*
 * The same at the end of a month: cumulative from the first day of the regime's year, or of the month alone. A month that is
 * not reported, or cannot be told from the months before it because one of them is missing, has no figures. Money carried in
 * is not of a single month; up to a month it is what was last said of it. In the twelfth month the year document counts.
 */
struct disbursement disbursement_of_month(const struct plan *plan, const struct results_list *results, struct date as_of,
                                          struct period month, bool alone, struct arena *arena);

/*
 * What the documents of a month estimate, as amounts disbursed: of the month after it alone, of the half or the year up to its
 * end. Put together from sources or rows like what is reported, and from another estimate that ends with the same month.
 */
struct disbursement disbursement_estimated(const struct plan *plan, const struct results_list *results, struct date as_of,
                                           struct period month, struct forecast forecast, struct arena *arena);

/* One cell; a row or a source that the plan does not have gives a cell of which nothing is known. */
struct spending spending_at(const struct disbursement *disbursement, const char *row, const char *source, int year);

/* One amount of the year or month that the disbursement is of, as reported. */
struct spent spending_reported(const struct disbursement *disbursement, const char *row, const char *source,
                               enum phase phase, unsigned *reasons);

bool spending_has(const struct spending *spending, enum spending_reason reason);

/* "period-only"; and all of a cell with blanks between. */
const char *spending_reason_token(enum spending_reason reason);
const char *spending_reasons(struct arena *arena, const struct spending *spending);

/* A warning for every amount of which the twelve months and the year document differ; the year document counts. */
void disbursement_check(const struct plan *plan, const struct results_list *results, struct findings *findings);

#endif
