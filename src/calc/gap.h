/* Gap: how far one target is from what was achieved, and why something of it is blank. calc/gaps.h says how it is reckoned. */
#ifndef PHULUC_CALC_GAP_H
#define PHULUC_CALC_GAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/finding.h"
#include "base/number.h"
#include "model/measure.h"
#include "model/results.h"

enum gap_status {
    GAP_NO_DATA,        /* nothing reported */
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
    const char *target, *label;   /* id and text in the plan */
    const char *indicator, *unit; /* or NULL */
    const char *section;          /* title of the section it stands in */
    struct measure goal;          /* as the plan states it */
    struct number baseline;       /* of baseline_year */
    struct gap_span actual;       /* low unknown: none */
    struct number target_value;   /* what achievement, expected and needed are reckoned to */
    struct number gap, achievement, expected, needed;
    struct gap_span national; /* low unknown: none to be shown */
    struct number national_gap;
    int national_year; /* of the national target; 0 without one */
    const char *national_decision;       /* number of the national decision, or NULL */
    const struct result_value *reported; /* the latest that counts: note and data source; or NULL */
    enum direction direction;            /* as judged */
    enum op actual_op, national_op;
    enum value_status actual_status; /* of an actual only: provisional if any part of it is */
    enum gap_status status;
    int target_year;
    int baseline_year; /* 0 without a baseline */
    int actual_year;   /* 0 without an actual */
    int missing_year;  /* for GAP_MISSING_YEAR */
    unsigned reasons;  /* bit 1 << enum gap_reason */
};

bool gap_has(const struct gap *gap, enum gap_reason reason);

/* Notes the reason. */
void gap_because(struct gap *gap, enum gap_reason reason);

/* True if the target states no number. */
bool gap_is_worded(const struct gap *gap);

/* "on-track", "missing-year"; "" for GAP_NONE. */
const char *gap_status_token(enum gap_status status);
const char *gap_reason_token(enum gap_reason reason);

/* All reasons of a gap with blanks between, a missing year with its number: "year-of-plan missing-year:2023". */
const char *gap_reasons(struct arena *arena, const struct gap *gap);

#endif
