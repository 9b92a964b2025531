#include "check/results_money.h"

#include "base/text.h"
#include "check/results_plans.h"
#include "check/results_stopped.h"

static const char *source_ids(const struct plan *plan, struct arena *arena)
{
    struct text list = text_in(arena);
    for (size_t i = 0; i < plan->source_count; i++)
        text_addf(&list, "%s%s", i ? ", " : "", plan->sources[i].id);
    return list.length ? text_str(&list) : "–";
}

static bool same_amount(const struct result_money *a, const struct result_money *b)
{
    return a->phase == b->phase && a->year == b->year && forecast_equal(a->forecast, b->forecast) &&
           text_equal(a->source, b->source) && text_equal(a->of, b->of);
}

/* Against those before it. */
static void check_unique(struct results_checker *checker, const struct result_money *amounts, size_t at)
{
    const struct result_money *money = &amounts[at];
    for (size_t i = 0; i < at; i++)
        if (same_amount(&amounts[i], money)) {
            results_tell(checker, FINDING_VALUE_TWICE, money->place, checker->results->id, result_money_token(money),
                         arena_printf(checker->context->findings->arena, "%ld", amounts[i].place.line));
            return;
        }
}

static bool is_named_before(const struct result_money *amounts, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (text_equal(amounts[i].of, amounts[at].of))
            return true;
    return false;
}

/* An amount of one month may take back what was said before; a sum may not be below nothing. */
static void check_sign(struct results_checker *checker, const struct result_money *money)
{
    bool correction = checker->results->period.month && money->basis == BASIS_PERIOD && money->phase != PHASE_CARRIED_IN &&
                      !money->forecast.span;
    if (money->reported && money->dong < 0 && !correction)
        results_tell(checker, FINDING_VALUE_NONSENSE, money->place, checker->results->id, result_money_token(money),
                     arena_printf(checker->context->findings->arena, "%lld", (long long)money->dong),
                     "số tiền của cả kỳ không thể âm", "an amount of the whole period cannot be negative");
}

static void check_amounts(struct results_checker *checker, const struct result_money *amounts, size_t count)
{
    const struct plan *plan = checker->plan;
    for (size_t i = 0; i < count; i++) {
        const struct result_money *money = &amounts[i];
        if (money->source && !results_has_source(checker, money->source))
            results_tell(checker, FINDING_RESULTS_SOURCE, money->place, money->source, money->source, plan->id,
                         source_ids(plan, checker->context->findings->arena));
        if (money->of && !results_has_row(checker, money->of))
            results_tell(checker, FINDING_RESULTS_ROW, money->place, money->of, money->of, plan->id);
        if (money->of && !is_named_before(amounts, i))
            results_check_repealed(checker, money->place, money->of);
        results_check_stopped(checker, money);
        check_unique(checker, amounts, i);
        check_sign(checker, money);
        results_check_ahead(checker, money->forecast, money->place, result_money_token(money));
    }
}

void results_check_money(struct results_checker *checker)
{
    const struct results *results = checker->results;
    check_amounts(checker, results->money, results->money_count);
    check_amounts(checker, results->money_estimates, results->money_estimate_count);
}
