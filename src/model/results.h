/*
 * Results: what one document says was achieved and spent under a plan, in a year, a month, a quarter, a half
 * or nine months.
 *
 * Nothing reported is never zero: a value that is not reported has no number, and one that no document mentions has no
 * value at all. An estimate of a period to come is kept apart from what was reported, and never counts as it. A document
 * counts as a whole until a later one supersedes it as a whole; both are kept, so that a report as of an earlier day can be
 * made again.
 *
 * Strings are never NULL unless the field says so; everything lives in the arena the documents were read into.
 */
#ifndef PHULUC_MODEL_RESULTS_H
#define PHULUC_MODEL_RESULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/finding.h"
#include "model/forecast.h"
#include "model/measure.h"
#include "model/period.h"

/*
 * Of the period alone, or up to its end: money and flows from the first day of the regime's year, cumulative counts from
 * the plan's first year. For a level it makes no difference.
 */
enum basis { BASIS_PERIOD, BASIS_CUMULATIVE };

enum value_status { STATUS_FINAL, STATUS_PROVISIONAL, STATUS_NOT_REPORTED };

struct result_value {
    struct place place;
    struct forecast forecast; /* of estimates only */
    const char *target;       /* id in the plan; NULL: the plan has no target for the indicator */
    const char *indicator;    /* or NULL */
    struct measure measure;   /* without has_low: not reported, or a target that is no number */
    enum basis basis;
    enum value_status status;
    const char *data_source; /* where the figure is taken from, or NULL */
    const char *note;        /* "" if there is none */
};

/* carriedIn: from the year before; allocated: this year's estimate; disbursed: paid out. */
enum phase { PHASE_CARRIED_IN, PHASE_ALLOCATED, PHASE_DISBURSED, PHASES };

struct result_money {
    struct place place;
    struct forecast forecast; /* of estimates only, which are of what will be disbursed */
    enum phase phase;
    const char *source; /* id in the plan; NULL: all sources */
    const char *of;     /* id of a group or an activity of the plan; NULL: the whole plan */
    int year;           /* of the budget */
    bool reported;      /* false: dong is nothing, not zero */
    int64_t dong;
    enum basis basis;
    enum value_status status;
};

/* What the words of a report are about, in the order in which it prints them. */
enum assessment_kind {
    ASSESSMENT_GENERAL,
    ASSESSMENT_SHORTCOMING,
    ASSESSMENT_CAUSE,
    ASSESSMENT_PROPOSAL,
    ASSESSMENT_KINDS
};

struct assessment {
    enum assessment_kind kind;
    const char **paragraphs;
    size_t count;
};

struct results {
    struct place place;
    const char *id, *plan, *unit;
    struct period period;
    enum regime regime;
    struct date cut_off, issued;
    const char *supersedes; /* or NULL */
    bool illustrative;      /* invented: every page made from it says so */
    bool faulty;            /* its file has faults, which have been told; results_check() drops it */
    struct result_value *values;
    size_t value_count;
    struct result_money *money;
    size_t money_count;
    struct result_value *estimates;
    size_t estimate_count;
    struct result_money *money_estimates;
    size_t money_estimate_count;
    struct assessment *assessments;
    size_t assessment_count;
    const char **notes;
    size_t note_count;
};

struct results_list {
    struct results **items;
    size_t count, capacity;
};

/*
 * The documents that count for a plan on a day, in order of the ends of their periods (period_cmp): issued by then,
 * and not superseded by one issued by then. A day with year 0 takes all.
 */
struct results_list results_as_of(const struct results_list *all, const char *plan, struct date day, struct arena *arena);

/* Those of periods that are over by the end of a period: a year's own document only with its twelfth month. */
struct results_list results_until(const struct results_list *list, struct period period, struct arena *arena);

/* Some document of the list is of that very period. */
bool results_have(const struct results_list *list, struct period period);

const char *phase_token(enum phase phase);

/* "general" and so on; an unknown token, which the schema refuses, parses as the first. */
enum assessment_kind assessment_kind_parse(const char *token);

/* What its element is called: the phase, or "estimated". */
const char *result_money_token(const struct result_money *money);

/* Which source and row an amount is of, "TW, pl1-I"; "–" for the whole plan. With what it is called: "<disbursed>, TW, pl1-I". */
const char *result_money_cell(const struct result_money *money, struct arena *arena);
const char *result_money_name(const struct result_money *money, struct arena *arena);

const char *value_status_token(enum value_status status);

/* "period", "cumulative" */
const char *basis_token(enum basis basis);

#endif
