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

/* What is known at the end of each month, while documents are gone through in order of their ends. */
struct walk {
    struct said said, at[MONTHS + 1];
    bool reached[MONTHS + 1];
    int last; /* up to which nothing is left out */
};

static void step(struct walk *walk, const struct result_money *money, struct amount_key key, struct period period)
{
    int before = period_month_before(period).month;
    bool whole = money->basis == BASIS_CUMULATIVE || key.phase == PHASE_CARRIED_IN;
    if ((period_is_span(period) && walk->last >= period.month) || (!whole && !walk->reached[before]))
        return; /* its months say it, or one before it is missing: what it adds to is not known */
    if (!whole && before != walk->last)
        walk->said = walk->at[before];
    take(&walk->said, money, !whole);
    if (!money->reported)
        return;
    walk->last = period.month;
    walk->at[period.month] = walk->said;
    walk->reached[period.month] = true;
}

/*
 * The budget year up to a month, from its months and, where those are missing, quarters, halves and nine months; *last is the
 * month up to which nothing is left out.
 */
static struct said walk_months(const struct results_list *list, struct amount_key key, int until, int *last)
{
    struct walk walk = { .reached = { true } };
    for (size_t i = 0; i < list->count; i++) {
        struct period period = list->items[i]->period;
        const struct result_money *money =
            period.year == key.year && period.month && period.month <= until ? entry_of(list->items[i], key) : NULL;
        if (money)
            step(&walk, money, key, period);
    }
    *last = walk.last;
    return walk.said;
}

/* A document of a longer period, a later year's own among them, stands for those of what lies in it. */
static bool is_summed_up(const struct results_list *list, const struct results *results, struct amount_key key)
{
    for (size_t i = 0; i < list->count; i++)
        if (period_holds(list->items[i]->period, results->period) && entry_of(list->items[i], key))
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

/* What the documents of one period say. */
static struct said said_of_period(const struct results_list *list, struct amount_key key, struct period period)
{
    struct said said = { 0 };
    for (size_t i = 0; i < list->count; i++) {
        bool fits = period_cmp(list->items[i]->period, period) == 0;
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
    struct said said = said_of_period(list, key, (struct period){ .year = key.year });
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
    struct said year = month == MONTHS ? said_of_period(list, key, (struct period){ .year = key.year })
                                       : (struct said){ 0 };
    if (year.known)
        return year;
    struct said said = walk_months(list, key, month, &last);
    said.known = said.known && (last == month || key.phase == PHASE_CARRIED_IN);
    return said;
}

/* The same of a quarter, a half or nine months, whose own document counts first. */
static struct said span_until(const struct results_list *list, struct amount_key key, struct period span, struct said own)
{
    int before = period_month_before(span).month;
    bool whole = own.basis == BASIS_CUMULATIVE || key.phase == PHASE_CARRIED_IN || before == 0;
    if (span.month == MONTHS || !own.known || (!whole && !said_until(list, key, before).known))
        return said_until(list, key, span.month);
    if (whole)
        return own;
    struct said until = said_until(list, key, before);
    until.known = dong_add(&until.dong, until.dong, own.dong);
    until.overflow = !until.known;
    until.provisional = until.provisional || own.provisional;
    return until;
}

/* What came after the month before the period. */
static struct said less_before(const struct results_list *list, struct amount_key key, struct said until, int month)
{
    struct said before = month > 0 ? said_until(list, key, month) : (struct said){ .known = true };
    until.known = until.known && before.known && key.phase != PHASE_CARRIED_IN;
    if (until.known && !dong_add(&until.dong, until.dong, -before.dong)) {
        until.known = false;
        until.overflow = true;
    }
    until.provisional = until.provisional || before.provisional;
    return until;
}

/* Months of a quarter, or quarters of a half, that are all there though the year before them is not. */
static struct said added_up(const struct results_list *list, struct amount_key key, struct period span)
{
    struct said sum = { .known = true };
    for (struct period at = period_month_before(span); sum.known && at.month < span.month;) {
        struct said part = { 0 };
        static const int LENGTHS[] = { 0, 3, 6 };
        for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS && !part.known; i++) {
            int length = LENGTHS[i] ? LENGTHS[i] : 1;
            struct period next = { span.year, at.month + length, LENGTHS[i] };
            bool fits = next.month <= span.month && next.month % length == 0 && period_cmp(next, span) != 0;
            part = fits ? said_of_period(list, key, next) : (struct said){ 0 };
            part.known = part.known && part.basis == BASIS_PERIOD;
            at.month += part.known ? length : 0;
        }
        bool fits = part.known && dong_add(&sum.dong, sum.dong, part.dong);
        sum.overflow = part.known && !fits;
        sum.known = fits;
        sum.mentioned = true;
        sum.provisional = sum.provisional || part.provisional;
    }
    return sum;
}

struct said said_of_month(const struct results_list *list, struct amount_key key, struct period period, bool alone)
{
    struct said own = said_of_period(list, key, period);
    struct said until = period_is_span(period) ? span_until(list, key, period, own) : said_until(list, key, period.month);
    if (!alone)
        return until;
    if (own.known && own.basis == BASIS_PERIOD && key.phase != PHASE_CARRIED_IN)
        return own;
    struct said less = less_before(list, key, until, period_month_before(period).month);
    if (less.known || less.overflow || !period_is_span(period) || key.phase == PHASE_CARRIED_IN)
        return less;
    struct said sum = added_up(list, key, period);
    return sum.known || sum.overflow ? sum : less;
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
