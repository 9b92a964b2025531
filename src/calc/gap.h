/* Gap: how far one target is from what was achieved, and why something of it is blank. calc/gaps.h says how it is computed. */
#ifndef PHULUC_CALC_GAP_H
#define PHULUC_CALC_GAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/number.h"
#include "model/measure.h"
#include "model/period.h"
#include "model/results.h"

enum gap_status {
    GAP_NO_DATA,        /* nothing reported of the period, whatever is known of others */
    GAP_NOT_COMPUTABLE, /* reported, but it cannot be judged; the reasons say why */
    GAP_EXCEEDED,
    GAP_MET,
    GAP_ON_TRACK,
    GAP_BEHIND,
    GAP_MISSED,
    GAP_NONE, /* neutral: reported, and not to be judged */
    GAP_STATUSES
};

/* Why something is blank, or what is to be known about a figure; in the order in which they are told. */
enum gap_reason {
    GAP_NO_RESULTS,            /* no document says anything of the target by that period */
    GAP_NOT_REPORTED,          /* the document of the period says that it is not reported */
    GAP_OTHER_PERIOD,          /* nothing of the period that judges is known; another period's figure is (latest) */
    GAP_MISSING_YEAR,          /* a sum over years lacks missing_year */
    GAP_PARTIAL_YEAR,          /* the actual is of the year up to a month only: it cannot show that the year falls short */
    GAP_TARGET_YEAR_PAST,      /* judged by the figure of the target's own year, which is over */
    GAP_QUALITATIVE,           /* the target states no number */
    GAP_NEUTRAL,               /* neither high nor low is good: gap only */
    GAP_GROWTH_OF_YEARS,       /* growth is judged by whole years: a month's figure is shown only */
    GAP_YEAR_OF_PLAN,          /* the target states no year: the plan's last is used */
    GAP_DIRECTION_ASSUMED,     /* neither plan nor catalogue says which way is good */
    GAP_COUNT_ASSUMED,         /* neither says that the figure adds up over the years; it is taken for a count */
    GAP_ACTUAL_BOUND,          /* the actual is a bound or about: gap and achievement use the figure stated */
    GAP_ACTUAL_RANGE,          /* the actual is a range: no single figure */
    GAP_UNSURE,                /* the bounds of the actual lie on both sides of what judges it */
    GAP_AT_STRICT_BOUND,       /* the actual is the very figure that has to be passed */
    GAP_BASELINE_BOUND,        /* the baseline is a bound or about, used as if it were exact */
    GAP_BASELINE_RANGE,        /* the past result is a range: no baseline */
    GAP_BASELINE_AMBIGUOUS,    /* past results or other targets of the same indicator: none is taken for the baseline */
    GAP_BASELINE_REPORTED,     /* the decision states none: the first figure reported stands in */
    GAP_NO_BASELINE,           /* so nothing says what is expected by now */
    GAP_MAINTAIN,              /* the baseline is as good as the target already: no progress, and no way to go */
    GAP_TARGET_IS_BASELINE,    /* progress has no denominator */
    GAP_ZERO_DENOMINATOR,      /* achievement has none: zero, or less */
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

enum gap_baseline {
    BASELINE_NONE,
    BASELINE_COUNT,    /* a count begins at zero */
    BASELINE_STATED,   /* the decision's own past result */
    BASELINE_BEFORE,   /* the last final figure reported before the period of the plan */
    BASELINE_REPORTED, /* the first final figure reported in the period of the plan */
};

/* A figure of another period than the one that is judged: to be told, never to judge. */
struct gap_latest {
    struct gap_span span; /* low unknown: none, or in words */
    enum op op;
    enum value_status status;
    struct period period;             /* year 0: there is none */
    const struct result_value *value; /* or NULL */
};

struct gap {
    struct place place;
    const char *target, *label;   /* id and text in the plan */
    const char *indicator, *unit; /* or NULL */
    const char *section;          /* title of the section it stands in */
    struct measure goal;          /* as the plan states it */
    enum accumulation accumulation;
    struct number baseline;     /* of baseline_year */
    struct period judged;       /* whose figure judges: as asked for, or the target's own year once it is over */
    struct gap_span actual;     /* of that period; low unknown: none */
    struct gap_latest latest;   /* where that period has none: the latest figure of another one */
    struct number target_value; /* what achievement, progress, expected and needed are measured against */
    struct number gap;          /* unknown where the actual is a range with bounds on both sides of the goal */
    struct gap_span gap_bounds; /* the gap of each bound of an actual that is a range */
    struct number achievement;  /* mức đạt, in %: the measure that ranks, charts and compares */
    struct number progress;     /* tiến độ, in % of the way from the baseline */
    struct number expected, needed;
    struct number mean, mean_gap; /* of growth: the mean of mean_years years reported, and mean - target */
    struct number index;          /* of growth: in % of the year before the plan, if every year is reported */
    struct gap_span national;     /* low unknown: none to be shown */
    struct number national_gap, national_mean_gap;
    int national_year;                   /* of the national target; 0 without one */
    const char *national_decision;       /* number of the national decision, or NULL */
    const struct result_value *reported; /* what the period's documents say: note and data source; or NULL */
    enum direction direction;            /* as judged */
    enum op actual_op, national_op;
    enum value_status actual_status; /* of an actual only: provisional if any part of it is */
    enum gap_status status;
    enum gap_baseline baseline_origin;
    int target_year;
    int baseline_year; /* 0 without a baseline */
    int actual_year;   /* 0 without an actual */
    int actual_month;  /* the actual is of the year up to that month; 0: of the year */
    int mean_years;    /* of growth; 0 without any */
    int missing_year;  /* for GAP_MISSING_YEAR */
    unsigned reasons;  /* bit 1 << enum gap_reason */
};

bool gap_has(const struct gap *gap, enum gap_reason reason);

/* Notes the reason. */
void gap_because(struct gap *gap, enum gap_reason reason);

/* True if the target states no number. */
bool gap_is_worded(const struct gap *gap);

/* True if a figure of the period is wanted and there is none: of a target in words no figure is missing. */
bool gap_is_missing(const struct gap *gap);

/* "on-track", "missing-year"; "" for GAP_NONE. */
const char *gap_status_token(enum gap_status status);
const char *gap_reason_token(enum gap_reason reason);

/* "count", "stated"; "" for BASELINE_NONE. */
const char *gap_baseline_token(enum gap_baseline origin);

/* All reasons of a gap with blanks between, a missing year with its number: "year-of-plan missing-year:2023". */
const char *gap_reasons(struct arena *arena, const struct gap *gap);

#endif
