#include "calc/disbursement_parts.h"

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

/* Months of the budget year one after the other; *last is the month up to which nothing is left out. */
static struct said walk_months(const struct results_list *list, struct amount_key key, int *last)
{
    struct said said = { 0 };
    *last = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct period period = list->items[i]->period;
        const struct result_money *money =
            period.year == key.year && period.month ? entry_of(list->items[i], key) : NULL;
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

struct said said_of_year(const struct results_list *list, struct amount_key key)
{
    struct said said = { 0 };
    for (size_t i = 0; i < list->count; i++) {
        struct period period = list->items[i]->period;
        const struct result_money *money = period.year == key.year && !period.month ? entry_of(list->items[i], key) : NULL;
        if (money)
            take(&said, money, false);
    }
    if (!said.known) {
        int last;
        struct said months = walk_months(list, key, &last);
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
    struct said said = walk_months(list, key, &last);
    said.known = said.known && last == MONTHS && !said.not_reported;
    return said;
}
