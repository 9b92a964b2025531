/*
 * Gaps: how far each target of a plan is from what was achieved, at the end of a year.
 *
 * For every target of the plan there is one gap, in the plan's order, also where nothing can be computed: every blank has
 * its reason. Nothing reported is never zero: a plan without results has status no-data in every gap.
 *
 *   gap            actual - target, in the target's own unit, percentage points for %. Never turned round: above the target
 *                  is positive, whether that is good or bad. Range: the distance to the nearer bound, 0 inside.
 *   achievement    in %: (actual - baseline) / (target - baseline) with a baseline; without one actual / target where higher
 *                  is better, target / actual where lower is. Nothing is capped, going backwards is negative.
 *   baseline       0 for a cumulative count; else the decision's own past result for the indicator; else the last final
 *                  actual before the period. Growth has none.
 *   expected       by the end of the year: the latest milestone that is due; before the first one linear from the baseline to
 *                  it; without milestones linear from the baseline to the target; from the target year on the target itself.
 *                  Within a year (month) on the straight way from what was expected at its beginning to its end.
 *   needed         a year: (target - actual) / (target year - year); blank from the target year on.
 *   status         exceeded or met once the target is reached; before the target year on-track if the actual is no more than
 *                  the office's tolerance short of what is expected, else behind; from the target year on missed.
 *
 * The latest actual that is not after the year counts; its own year is told. Of a range target the bound that must be
 * reached counts as the target: low where higher is better, high where lower is. "Khoảng" and a bare number are judged as at
 * least or at most, by direction; > and < are not met at equality. A result that is itself a bound ("hơn 80 %") is used as
 * the bound and marked; one that is a range is reached if all of it is, missed if none of it is, else not computable.
 *
 * Growth over a period: the product of the yearly factors so far against (1 + g) to the power of as many years, both in % of
 * the base year (100); a missing year gives no value. It is met once the product reaches the power of all years.
 *
 * A target without a year of its own is judged by the last year of the plan; one without direction (neither its own nor the
 * catalogue's) by its comparator, a bare number as higher-is-better. Both are marked.
 */
#ifndef PHULUC_CALC_GAPS_H
#define PHULUC_CALC_GAPS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/finding.h"
#include "base/number.h"
#include "model/measure.h"
#include "model/results.h"

struct plan;
struct catalogue;
struct office;
struct ledger_set;

enum gap_status {
    GAP_NO_DATA,        /* nothing reported */
    GAP_NOT_COMPUTABLE, /* reported, but it cannot be judged; the reasons say why */
    GAP_EXCEEDED,
    GAP_MET,
    GAP_ON_TRACK,
    GAP_BEHIND,
    GAP_MISSED,
    GAP_NONE,           /* neutral: reported, and not to be judged */
    GAP_STATUSES
};

/* Why something is blank, or what is to be known about a figure; in the order in which they are told. */
enum gap_reason {
    GAP_NO_RESULTS,            /* no document says anything of the target by that year */
    GAP_NOT_REPORTED,          /* the document of the year says that it is not reported */
    GAP_MISSING_YEAR,          /* growth or a sum over years lacks missing_year */
    GAP_QUALITATIVE,           /* the target states no number */
    GAP_NEUTRAL,               /* neither high nor low is good: gap only */
    GAP_GROWTH_INDEX,          /* figures are in % of the base year */
    GAP_YEAR_OF_PLAN,          /* the target states no year: the plan's last is used */
    GAP_DIRECTION_ASSUMED,     /* neither plan nor catalogue says which way is good */
    GAP_ACTUAL_BOUND,          /* the actual is a bound or about, and used as if it were exact */
    GAP_ACTUAL_RANGE,          /* the actual is a range: no single figure */
    GAP_BASELINE_BOUND,        /* the same of the baseline */
    GAP_BASELINE_RANGE,        /* the past result is a range: no baseline */
    GAP_NO_BASELINE,           /* so nothing says what is expected by now */
    GAP_TARGET_IS_BASELINE,    /* achievement has no denominator */
    GAP_ZERO_DENOMINATOR,      /* the same, without a baseline */
    GAP_NATIONAL_UNVERIFIED,   /* shown, but no gap */
    GAP_NATIONAL_INCOMPARABLE, /* of the whole nation: neither shown nor compared */
    GAP_NATIONAL_UNIT,         /* another unit: shown, but no gap */
    GAP_OVERFLOW,              /* a figure is too large to be computed exactly */
    GAP_REASONS
};

/* One value or two bounds; low alone is exact or a bound, as op says. */
struct gap_span {
    struct number low, high; /* high is low where there is one value */
    bool is_range;
};

struct gap {
    struct place place;
    const char *target, *label; /* id and text in the plan */
    const char *indicator, *unit; /* or NULL */
    const char *section;          /* title of the section it stands in */
    struct measure goal;          /* as the plan states it */
    struct number baseline;       /* of baseline_year */
    struct gap_span actual;       /* low unknown: none */
    struct number target_value;   /* what achievement, expected and needed are reckoned to */
    struct number gap, achievement, expected, needed;
    struct gap_span national;     /* low unknown: none to be shown */
    struct number national_gap;
    const char *national_decision; /* number of the national decision, or NULL */
    const struct result_value *reported; /* the latest that counts: note and data source; or NULL */
    enum direction direction;     /* as judged */
    enum op actual_op, national_op;
    enum value_status actual_status; /* of an actual only: provisional if any part of it is */
    enum gap_status status;
    int target_year;
    int baseline_year;            /* 0 without a baseline */
    int actual_year;              /* 0 without an actual */
    int missing_year;             /* for GAP_MISSING_YEAR */
    unsigned reasons;             /* bit 1 << enum gap_reason */
};

struct gaps {
    const char *plan, *unit;
    int year;
    bool illustrative;            /* plan or results are invented: every page must say so */
    bool has_results;             /* any document of the plan counts on that day */
    struct date latest;           /* when the latest document that counts was issued; year 0 without any */
    struct gap *items;
    size_t count;
    size_t worded;                /* how many state no number: nothing can be reported that meets or misses them */
    size_t numbers[GAP_STATUSES]; /* how many of the others have each status; with those the sum is count */
};

/* What all plans of a run share. */
struct gaps_context {
    const struct plan *const *plans;
    size_t plan_count;
    const struct results_list *results; /* after results_check() */
    const struct catalogue *catalogue;
    const struct office *office;
    struct date as_of;                  /* only documents issued by then; year 0: all */
    int year;
    int month;                          /* at the end of that month of the year; 0 or 12: of the year */
    const struct ledger_set *ledgers;   /* those that are made already (calc/ledger.h), or NULL */
};

struct gaps gaps_of(const struct plan *plan, const struct gaps_context *context, struct arena *arena);

bool gap_has(const struct gap *gap, enum gap_reason reason);

/* True if the target states no number. */
bool gap_is_worded(const struct gap *gap);

/* "on-track", "missing-year"; "" for GAP_NONE. */
const char *gap_status_token(enum gap_status status);
const char *gap_reason_token(enum gap_reason reason);

/* All reasons of a gap with blanks between, a missing year with its number: "year-of-plan missing-year:2023". */
const char *gap_reasons(struct arena *arena, const struct gap *gap);

/* "final", "provisional", "illustrative", "not-reported"; NULL where nothing is known. */
const char *gap_actual_token(const struct gaps *gaps, const struct gap *gap);

#endif
