/* Spending: what a plan has for one cell of money, what is reported of it, and why something of it is blank. */
#ifndef PHULUC_CALC_SPENDING_H
#define PHULUC_CALC_SPENDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/number.h"
#include "model/plan.h"
#include "model/results.h"

/* Why something is blank, or what is to be known about a figure; in the order in which they are told. */
enum spending_reason {
    SPENDING_NO_AMOUNTS,     /* the plan states no amounts at all */
    SPENDING_PERIOD_ONLY,    /* the plan has money for the whole period only: no yearly figure */
    SPENDING_NOT_PLANNED,    /* the plan has nothing for this cell */
    SPENDING_PLAN_LOST,      /* a cell of the plan is lost: what is planned is incomplete */
    SPENDING_PLAN_UNSTATED,  /* the plan states no number of a part: what is planned is incomplete */
    SPENDING_PLAN_UNSETTLED, /* it is not said which tables or rows of the plan add up: what is planned is incomplete */
    SPENDING_PLAN_UNDIVIDED, /* the plan has more for longer periods alone: what is planned of the year is incomplete */
    SPENDING_PLAN_DIFFERS, /* what the plan has for all sources is not what it has for each: a sum that differs, or money of no source */
    SPENDING_NO_RESULTS,    /* no document says anything about this cell's money */
    SPENDING_NOT_REPORTED,  /* a document says that part of it is not reported */
    SPENDING_INCOMPLETE,    /* a reported sum lacks a part */
    SPENDING_NO_ALLOCATED,  /* so there is no rate */
    SPENDING_NO_CARRIED_IN, /* the same; nothing carried in is reported as 0 */
    SPENDING_NO_DISBURSED,
    SPENDING_NOTHING_TO_SPEND, /* carried in and allocated are 0: no rate */
    SPENDING_YEAR_TO_DATE,     /* from months that do not reach the end of the year */
    SPENDING_BEYOND_AVAILABLE, /* more is disbursed than was carried in and allocated: a warning that no report hides */
    SPENDING_PROVISIONAL,      /* some of it is provisional */
    SPENDING_OVERFLOW,
    SPENDING_REASONS
};

struct spent {
    bool known; /* false: dong is nothing, not zero */
    int64_t dong;
    bool incomplete;   /* lacks a part: never reckoned with */
    bool lost;         /* planned: a part is lost in the copy of the plan */
    bool unstated;     /* planned: the plan states no number of a part */
    enum figure_op op; /* planned: the word before it, or what the words before its parts make of it */
};

struct spending {
    const char *row, *source; /* as asked for */
    int year;
    struct spent planned, reported[PHASES];
    struct number rate, of_plan; /* in % */
    unsigned reasons;            /* bit 1 << enum spending_reason */
};

/* True if there is something of which no part is known: lost, or without a number. That is not 0. */
bool spent_is_unknown(const struct spent *spent);

bool spending_has(const struct spending *spending, enum spending_reason reason);

/* "period-only"; and all of a cell with blanks between. */
const char *spending_reason_token(enum spending_reason reason);
const char *spending_reasons(struct arena *arena, const struct spending *spending);

#endif
