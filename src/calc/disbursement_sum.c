#include "calc/disbursement_sum.h"

#include "base/text.h"
#include "calc/disbursement_plan.h"

/* Parts of a cell that are being added up. */
struct gathering {
    const struct disbursement *disbursement;
    struct spent sum;
    size_t missing; /* parts that should be there */
    unsigned *reasons;
};

static void because(unsigned *reasons, enum spending_reason reason)
{
    *reasons |= 1U << reason;
}

static bool is_mentioned(const struct results_list *list, const char *source, const char *of, int year)
{
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < list->items[i]->money_count; j++) {
            const struct result_money *money = &list->items[i]->money[j];
            if (money->year == year && (!source || text_equal(money->source, source)) && (!of || text_equal(money->of, of)))
                return true;
        }
    return false;
}

static bool is_planned(const struct disbursement *disbursement, struct amount_key key)
{
    unsigned ignored = 0;
    struct spent planned = planned_at(disbursement, key.of, key.source, key.year, &ignored);
    return planned.known && (planned.dong || planned.incomplete);
}

/* A part that says nothing is missed if the plan has money for it in that year or a document speaks of it. */
static void gather(struct gathering *gathering, struct amount_key key)
{
    struct spent part = reported_at(gathering->disbursement, key, gathering->reasons);
    if (part.known) {
        bool fits = dong_add(&gathering->sum.dong, gathering->sum.dong, part.dong);
        if (!fits)
            because(gathering->reasons, SPENDING_OVERFLOW);
        gathering->sum.known = true;
        gathering->sum.incomplete = gathering->sum.incomplete || part.incomplete || !fits;
    } else if (is_mentioned(&gathering->disbursement->scope.list, key.source, key.of, key.year) ||
               is_planned(gathering->disbursement, key)) {
        gathering->missing++;
    }
}

static struct spent finish(struct gathering *gathering)
{
    if (gathering->sum.known && gathering->missing)
        gathering->sum.incomplete = true;
    return gathering->sum;
}

static struct spent over_sources(const struct disbursement *disbursement, struct amount_key key, unsigned *reasons)
{
    struct gathering gathering = { .disbursement = disbursement, .reasons = reasons };
    for (size_t i = 0; i < disbursement->source_count; i++) {
        key.source = disbursement->sources[i].id;
        gather(&gathering, key);
    }
    return finish(&gathering);
}

static bool has_row(const struct disbursement *disbursement, const char *id)
{
    for (size_t i = 0; i < disbursement->row_count; i++)
        if (strcmp(disbursement->rows[i].id, id) == 0)
            return true;
    return false;
}

/* Money that documents report of a row which the plan has no more is no part of any sum, and is missing from it. */
static size_t reported_elsewhere(const struct disbursement *disbursement, struct amount_key key)
{
    size_t count = 0;
    for (size_t i = 0; i < disbursement->scope.list.count; i++)
        for (size_t j = 0; j < disbursement->scope.list.items[i]->money_count; j++) {
            const struct result_money *money = &disbursement->scope.list.items[i]->money[j];
            bool asked = money->year == key.year && money->phase == key.phase &&
                         (!key.source || text_equal(money->source, key.source));
            count += asked && money->of && !has_row(disbursement, money->of);
        }
    return count;
}

static struct spent over_rows(const struct disbursement *disbursement, struct amount_key key, unsigned *reasons)
{
    struct gathering gathering = { .disbursement = disbursement, .reasons = reasons };
    if (!disbursement->scope.by_rows)
        return gathering.sum;
    int parent = -1;
    for (size_t i = 0; key.of && i < disbursement->row_count; i++)
        if (strcmp(disbursement->rows[i].id, key.of) == 0)
            parent = (int)i;
    if (key.of && parent < 0)
        return gathering.sum;
    for (size_t i = 0; i < disbursement->row_count; i++)
        if (disbursement->rows[i].parent == parent) {
            struct amount_key below = key;
            below.of = disbursement->rows[i].id;
            gather(&gathering, below);
        }
    if (!key.of)
        gathering.missing += reported_elsewhere(disbursement, key);
    return finish(&gathering);
}

/* Of the two ways of adding up the one that lacks nothing; by sources where neither does better. */
static struct spent from_parts(const struct disbursement *disbursement, struct amount_key key, unsigned *reasons)
{
    unsigned by_row = 0, by_source = 0;
    struct spent rows = over_rows(disbursement, key, &by_row), sources = { 0 };
    if (!key.source)
        sources = over_sources(disbursement, key, &by_source);
    bool take_sources = sources.known && (!sources.incomplete || !rows.known || rows.incomplete);
    *reasons |= take_sources || !rows.known ? by_source : 0;
    *reasons |= !take_sources ? by_row : 0;
    return take_sources ? sources : rows;
}

static struct said said_at(const struct disbursement *disbursement, struct amount_key key)
{
    const struct results_list *list = &disbursement->scope.list;
    if (disbursement->scope.forecast.span)
        return said_of_estimate(list, key, disbursement->scope.reported, disbursement->scope.forecast);
    struct period period = { key.year, disbursement->month, disbursement->months };
    bool by_month = disbursement->month && key.year == disbursement->year;
    return by_month ? said_of_month(list, key, period, disbursement->alone) : said_of_year(list, key);
}

struct spent reported_at(const struct disbursement *disbursement, struct amount_key key, unsigned *reasons)
{
    struct said said = said_at(disbursement, key);
    if (said.overflow)
        because(reasons, SPENDING_OVERFLOW);
    if (!said.known) {
        struct spent sum = from_parts(disbursement, key, reasons);
        if (said.not_reported && !sum.known)
            because(reasons, SPENDING_NOT_REPORTED);
        if (sum.incomplete || (disbursement->scope.forecast.span && said.mentioned && !sum.known))
            because(reasons, SPENDING_INCOMPLETE);
        return sum;
    }
    if (said.provisional)
        because(reasons, SPENDING_PROVISIONAL);
    if (said.year_to_date)
        because(reasons, SPENDING_YEAR_TO_DATE);
    return (struct spent){ .known = true, .dong = said.dong };
}
