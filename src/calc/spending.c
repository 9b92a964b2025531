#include "calc/spending.h"

#include "base/text.h"

bool spent_is_unknown(const struct spent *spent)
{
    return spent->known && !spent->dong && (spent->lost || spent->unstated);
}

bool spending_has(const struct spending *spending, enum spending_reason reason)
{
    return spending->reasons & 1U << reason;
}

const char *spending_reason_token(enum spending_reason reason)
{
    static const char *const TOKENS[] = {
        [SPENDING_NO_AMOUNTS] = "no-amounts",       [SPENDING_PERIOD_ONLY] = "period-only",
        [SPENDING_NOT_PLANNED] = "not-planned",     [SPENDING_PLAN_LOST] = "plan-lost",
        [SPENDING_PLAN_UNSTATED] = "plan-unstated", [SPENDING_PLAN_UNSETTLED] = "plan-unsettled",
        [SPENDING_PLAN_UNDIVIDED] = "plan-undivided",
        [SPENDING_PLAN_DIFFERS] = "plan-differs",   [SPENDING_NO_RESULTS] = "no-results",
        [SPENDING_NOT_REPORTED] = "not-reported",   [SPENDING_INCOMPLETE] = "incomplete",
        [SPENDING_NO_ALLOCATED] = "no-allocated",   [SPENDING_NO_CARRIED_IN] = "no-carried-in",
        [SPENDING_NO_DISBURSED] = "no-disbursed",   [SPENDING_NOTHING_TO_SPEND] = "nothing-to-spend",
        [SPENDING_YEAR_TO_DATE] = "year-to-date",   [SPENDING_BEYOND_AVAILABLE] = "beyond-available",
        [SPENDING_PROVISIONAL] = "provisional",     [SPENDING_OVERFLOW] = "overflow",
    };
    return TOKENS[reason];
}

const char *spending_reasons(struct arena *arena, const struct spending *spending)
{
    struct text out = text_in(arena);
    for (int reason = 0; reason < SPENDING_REASONS; reason++)
        if (spending_has(spending, (enum spending_reason)reason))
            text_addf(&out, "%s%s", out.length ? " " : "", spending_reason_token((enum spending_reason)reason));
    return text_str(&out);
}
