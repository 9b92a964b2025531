#include "calc/gap.h"

#include "base/text.h"

void gap_because(struct gap *gap, enum gap_reason reason)
{
    gap->reasons |= 1U << reason;
}

bool gap_has(const struct gap *gap, enum gap_reason reason)
{
    return gap->reasons & 1U << reason;
}

bool gap_is_worded(const struct gap *gap)
{
    return gap_has(gap, GAP_QUALITATIVE);
}

bool gap_is_missing(const struct gap *gap)
{
    return gap->status == GAP_NO_DATA && !gap_is_worded(gap);
}

const char *gap_baseline_token(enum gap_baseline origin)
{
    static const char *const TOKENS[] = { "", "count", "stated", "before", "reported" };
    return TOKENS[origin];
}

const char *gap_status_token(enum gap_status status)
{
    static const char *const TOKENS[] = {
        "no-data", "not-computable", "exceeded", "met", "on-track", "behind", "missed", ""
    };
    return TOKENS[status];
}

const char *gap_reason_token(enum gap_reason reason)
{
    static const char *const TOKENS[] = {
        [GAP_NO_RESULTS] = "no-results",
        [GAP_NOT_REPORTED] = "not-reported",
        [GAP_OTHER_PERIOD] = "other-period",
        [GAP_MISSING_YEAR] = "missing-year",
        [GAP_PARTIAL_YEAR] = "partial-year",
        [GAP_TARGET_YEAR_PAST] = "target-year-past",
        [GAP_QUALITATIVE] = "qualitative",
        [GAP_NEUTRAL] = "neutral",
        [GAP_GROWTH_OF_YEARS] = "growth-of-years",
        [GAP_YEAR_OF_PLAN] = "year-of-plan",
        [GAP_DIRECTION_ASSUMED] = "direction-assumed",
        [GAP_COUNT_ASSUMED] = "count-assumed",
        [GAP_ACTUAL_BOUND] = "actual-bound",
        [GAP_ACTUAL_RANGE] = "actual-range",
        [GAP_UNSURE] = "unsure",
        [GAP_AT_STRICT_BOUND] = "at-strict-bound",
        [GAP_BASELINE_BOUND] = "baseline-bound",
        [GAP_BASELINE_RANGE] = "baseline-range",
        [GAP_BASELINE_AMBIGUOUS] = "baseline-ambiguous",
        [GAP_BASELINE_REPORTED] = "baseline-reported",
        [GAP_NO_BASELINE] = "no-baseline",
        [GAP_MAINTAIN] = "maintain",
        [GAP_TARGET_IS_BASELINE] = "target-is-baseline",
        [GAP_ZERO_DENOMINATOR] = "zero-denominator",
        [GAP_NATIONAL_UNVERIFIED] = "national-unverified",
        [GAP_NATIONAL_INCOMPARABLE] = "national-incomparable",
        [GAP_NATIONAL_UNIT] = "national-unit",
        [GAP_OVERFLOW] = "overflow",
    };
    return TOKENS[reason];
}

const char *gap_reasons(struct arena *arena, const struct gap *gap)
{
    struct text out = text_in(arena);
    for (int reason = 0; reason < GAP_REASONS; reason++) {
        if (!gap_has(gap, (enum gap_reason)reason))
            continue;
        text_addf(&out, "%s%s", out.length ? " " : "", gap_reason_token((enum gap_reason)reason));
        if (reason == GAP_MISSING_YEAR)
            text_addf(&out, ":%d", gap->missing_year);
    }
    return text_str(&out);
}
