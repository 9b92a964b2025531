#include "calc/disbursement_said.h"

#include "base/text.h"

enum { MONTHS = 12 };

static const struct result_money *entry_of(const struct results *results, struct amount_key key)
{
    for (size_t i = 0; i < results->money_count; i++) {
        const struct result_money *money = &results->money[i];
        if (money->phase == key.phase && money->year == key.year && text_equal(money->source, key.source) &&
            text_equal(money->of, key.of))
            return money;
    }
    return NULL;
}

static void take(struct said *said, const struct result_money *money, bool add)
{
    int64_t before = add && said->known ? said->dong : 0;
    said->mentioned = true;
    if (!money->reported) {
        said->not_reported = true;
        return;
    }
    said->provisional = (add && said->provisional) || money->status == STATUS_PROVISIONAL;
    said->not_reported = add && said->not_reported;
    said->known = dong_add(&said->dong, before, money->dong);
    said->overflow = !said->known;
}

/* Months of the budget year up to one, one after the other; *last is the month up to which nothing is left out. */
static struct said walk_months(const struct results_list *list, struct amount_key key, int until, int *last)
{
    struct said said = { 0 };
    *last = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct period period = list->items[i]->period;
        const struct result_money *money =
            period.year == key.year && period.month && period.month <= until ? entry_of(list->items[i], key) : NULL;
        if (!money)
            continue;
        bool whole = money->basis == BASIS_CUMULATIVE || key.phase == PHASE_CARRIED_IN;
        if (!whole && period.month != *last + 1)
            continue; /* a month before it is missing: what it adds to is not known */
        take(&said, money, !whole);
        if (money->reported)
            *last = period.month;
    }
    return said;
}

/* A year document of a later year stands for its months. */
static bool is_summed_up(const struct results_list *list, const struct results *results, struct amount_key key)
{
    for (size_t i = 0; results->period.month && i < list->count; i++)
        if (list->items[i]->period.year == results->period.year && !list->items[i]->period.month &&
            entry_of(list->items[i], key))
            return true;
    return false;
}

/* Documents of later years add to a budget year that runs on, or say its total anew. */
static void take_later(struct said *said, const struct results_list *list, struct amount_key key)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct results *results = list->items[i];
        const struct result_money *money = results->period.year > key.year ? entry_of(results, key) : NULL;
        if (!money || !money->reported || is_summed_up(list, results, key))
            continue;
        bool add = money->basis == BASIS_PERIOD && key.phase != PHASE_CARRIED_IN;
        said->mentioned = true;
        if (!add || said->known)
            take(said, money, add);
    }
}

/* What the documents of one period (month 0: the year itself) say. */
static struct said said_of_period(const struct results_list *list, struct amount_key key, int month)
{
    struct said said = { 0 };
    for (size_t i = 0; i < list->count; i++) {
        bool fits = period_cmp(list->items[i]->period, (struct period){ key.year, month }) == 0;
        const struct result_money *money = fits ? entry_of(list->items[i], key) : NULL;
        if (money) {
            take(&said, money, false);
            said.basis = money->basis;
        }
    }
    return said;
}

struct said said_of_year(const struct results_list *list, struct amount_key key)
{
    struct said said = said_of_period(list, key, 0);
    if (!said.known) {
        int last;
        struct said months = walk_months(list, key, MONTHS, &last);
        months.not_reported = months.not_reported || said.not_reported;
        months.mentioned = months.mentioned || said.mentioned;
        months.year_to_date = months.known && last < MONTHS && key.phase != PHASE_CARRIED_IN;
        said = months;
    }
    take_later(&said, list, key);
    return said;
}

struct said said_of_months(const struct results_list *list, struct amount_key key)
{
    int last;
    struct said said = walk_months(list, key, MONTHS, &last);
    said.known = said.known && last == MONTHS && !said.not_reported;
    return said;
}

/* From the year's first month; of carried in the latest that is said, else nothing unless the month itself is in it. */
static struct said said_until(const struct results_list *list, struct amount_key key, int month)
{
    int last;
    struct said year = month == MONTHS ? said_of_period(list, key, 0) : (struct said){ 0 };
    if (year.known)
        return year;
    struct said said = walk_months(list, key, month, &last);
    said.known = said.known && (last == month || key.phase == PHASE_CARRIED_IN);
    return said;
}

struct said said_of_month(const struct results_list *list, struct amount_key key, int month, bool alone)
{
    struct said until = said_until(list, key, month);
    if (!alone)
        return until;
    struct said own = said_of_period(list, key, month);
    if (own.known && own.basis == BASIS_PERIOD && key.phase != PHASE_CARRIED_IN)
        return own;
    struct said before = month > 1 ? said_until(list, key, month - 1) : (struct said){ .known = true };
    until.known = until.known && before.known && key.phase != PHASE_CARRIED_IN;
    if (until.known && !dong_add(&until.dong, until.dong, -before.dong)) {
        until.known = false;
        until.overflow = true;
    }
    until.provisional = until.provisional || before.provisional;
    return until;
}

/* By the last document of the month that says it; NULL if none does. */
static const struct result_money *estimate_of(const struct results_list *list, struct amount_key key, struct period month,
                                              struct forecast forecast)
{
    const struct result_money *found = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct results *results = list->items[i];
        for (size_t j = 0; period_cmp(results->period, month) == 0 && j < results->money_estimate_count; j++) {
            const struct result_money *money = &results->money_estimates[j];
            if (forecast_equal(money->forecast, forecast) && text_equal(money->source, key.source) &&
                text_equal(money->of, key.of))
                found = money;
        }
    }
    return found;
}

struct said said_of_estimate(const struct results_list *list, struct amount_key key, struct period month,
                             struct forecast forecast)
{
    const enum span spans[] = { forecast.span, SPAN_MONTH, SPAN_HALF, SPAN_YEAR };
    const struct result_money *money = NULL;
    struct said said = { 0 };
    for (size_t i = 0; i < sizeof spans / sizeof *spans && !money; i++)
        money = estimate_of(list, key, month, (struct forecast){ spans[i], forecast.last });
    if (!money || key.phase != PHASE_DISBURSED)
        return said;
    take(&said, money, false);
    bool alone = money->forecast.span == SPAN_MONTH && money->basis == BASIS_PERIOD, wanted = forecast.span == SPAN_MONTH;
    if (alone == wanted)
        return said;
    /* What was spent in the year before that month lies between the two. */
    struct said before = forecast.last.month > 1 ? said_until(list, key, forecast.last.month - 1)
                                                 : (struct said){ .known = true };
    said.overflow = before.known && !dong_add(&said.dong, said.dong, wanted ? -before.dong : before.dong);
    said.known = before.known && !said.overflow;
    said.provisional = before.provisional;
    return said;
}
