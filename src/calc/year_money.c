#include "calc/year_money.h"

#include "base/text.h"
#include "model/plan.h"

/* Which figures are looked for. */
struct wanted {
    enum phase phase;
    const char *source, *of;
    int year;
};

static const struct result_money *find(const struct results *results, const struct wanted *wanted)
{
    for (size_t i = 0; i < results->money_count; i++) {
        const struct result_money *money = &results->money[i];
        if (money->phase == wanted->phase && money->year == wanted->year && text_equal(money->source, wanted->source) &&
            text_equal(money->of, wanted->of))
            return money;
    }
    return NULL;
}

static void take(struct year_amount *amount, const struct result_money *money, int64_t dong, int month)
{
    *amount = (struct year_amount){ .reported = true, .dong = dong, .month = month,
                                    .provisional = amount->provisional || money->status == STATUS_PROVISIONAL };
}

/* Months come in their order; one that is missing leaves a sum of months without a figure. */
static void add_month(struct year_amount *amount, const struct result_money *money, int month)
{
    int64_t sum = money->dong;
    if (money->phase != PHASE_DISBURSED || money->basis == BASIS_CUMULATIVE) {
        take(amount, money, money->dong, month);
        return;
    }
    bool follows = month == 1 || (amount->reported && amount->month == month - 1);
    if (follows && (month == 1 || dong_add(&sum, sum, amount->dong)))
        take(amount, money, sum, month);
    else
        *amount = (struct year_amount){ 0 };
}

static struct year_amount reported_amount(const struct results_list *list, const struct wanted *wanted)
{
    struct year_amount amount = { 0 };
    for (size_t i = 0; i < list->count; i++) {
        const struct results *results = list->items[i];
        const struct result_money *money = results->period.year == wanted->year ? find(results, wanted) : NULL;
        if (!money)
            continue;
        if (!money->reported)
            amount = (struct year_amount){ 0 };
        else if (results->period.month)
            add_month(&amount, money, results->period.month);
        else
            take(&amount, money, money->dong, 0);
    }
    return amount;
}

static void add(struct year_amount *sum, const struct year_amount *part)
{
    sum->reported = sum->reported && part->reported && dong_add(&sum->dong, sum->dong, part->dong);
    sum->provisional = sum->provisional || part->provisional;
    sum->month = part->month && (!sum->month || part->month < sum->month) ? part->month : sum->month;
}

/* The figure itself, else the sum over the sources that the plan has money of: all of them must be reported. */
static struct year_amount amount_of(const struct plan *plan, const struct results_list *list, const struct wanted *wanted)
{
    struct year_amount amount = reported_amount(list, wanted), sum = { .reported = true };
    if (amount.reported || wanted->source)
        return amount;
    bool any = false;
    for (size_t s = 0; s < plan->source_count; s++) {
        struct wanted part = *wanted;
        part.source = plan->sources[s].id;
        amount = reported_amount(list, &part);
        if (!plan->sources[s].money && !amount.reported)
            continue;
        any = true;
        add(&sum, &amount);
    }
    return any && sum.reported ? sum : (struct year_amount){ 0 };
}

struct year_money year_money_of(const struct plan *plan, const struct results_list *list, const char *source,
                                const char *of, int year)
{
    struct year_money money = { 0 };
    for (int phase = 0; phase < PHASES; phase++) {
        struct wanted wanted = { (enum phase)phase, source, of, year };
        money.phases[phase] = amount_of(plan, list, &wanted);
    }
    money.available.reported = true;
    add(&money.available, &money.phases[PHASE_CARRIED_IN]);
    add(&money.available, &money.phases[PHASE_ALLOCATED]);
    return money;
}
