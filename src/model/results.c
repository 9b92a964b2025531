#include "model/results.h"

bool results_have(const struct results_list *list, struct period period)
{
    for (size_t i = 0; i < list->count; i++)
        if (period_cmp(list->items[i]->period, period) == 0)
            return true;
    return false;
}

static bool is_issued(const struct results *results, struct date day)
{
    return !day.year || date_cmp(results->issued, day) <= 0;
}

static bool is_superseded(const struct results_list *all, const struct results *results, struct date day)
{
    for (size_t i = 0; i < all->count; i++) {
        const struct results *later = all->items[i];
        if (later->supersedes && strcmp(later->supersedes, results->id) == 0 && is_issued(later, day))
            return true;
    }
    return false;
}

/* Documents of one period stay in the order of their files. */
static void insert(struct results_list *list, struct results *results)
{
    size_t at = list->count++;
    for (; at > 0 && period_cmp(list->items[at - 1]->period, results->period) > 0; at--)
        list->items[at] = list->items[at - 1];
    list->items[at] = results;
}

struct results_list results_as_of(const struct results_list *all, const char *plan, struct date day, struct arena *arena)
{
    struct results_list list = { arena_alloc(arena, all->count, sizeof *list.items), 0, all->count };
    for (size_t i = 0; i < all->count; i++) {
        struct results *results = all->items[i];
        if (strcmp(results->plan, plan) == 0 && is_issued(results, day) && !is_superseded(all, results, day))
            insert(&list, results);
    }
    return list;
}

struct results_list results_until(const struct results_list *list, struct period period, struct arena *arena)
{
    struct results_list out = { arena_alloc(arena, list->count, sizeof *out.items), 0, list->count };
    for (size_t i = 0; i < list->count; i++)
        if (period_cmp(period_last_month(list->items[i]->period), period_last_month(period)) <= 0)
            out.items[out.count++] = list->items[i];
    return out;
}

enum assessment_kind assessment_kind_parse(const char *token)
{
    static const char *const TOKENS[ASSESSMENT_KINDS] = { "general", "shortcoming", "cause", "proposal" };
    for (int kind = 0; kind < ASSESSMENT_KINDS; kind++)
        if (token && strcmp(token, TOKENS[kind]) == 0)
            return (enum assessment_kind)kind;
    return ASSESSMENT_GENERAL;
}

const char *phase_token(enum phase phase)
{
    static const char *const TOKENS[] = { "carriedIn", "allocated", "disbursed" };
    return TOKENS[phase];
}

const char *result_money_token(const struct result_money *money)
{
    return money->forecast.span ? "estimated" : phase_token(money->phase);
}

const char *result_money_cell(const struct result_money *money, struct arena *arena)
{
    const char *source = money->source ? money->source : "", *of = money->of ? money->of : "";
    return *source || *of ? arena_printf(arena, "%s%s%s", source, *source && *of ? ", " : "", of) : "–";
}

const char *result_money_name(const struct result_money *money, struct arena *arena)
{
    return arena_printf(arena, "<%s>, %s", result_money_token(money), result_money_cell(money, arena));
}

const char *value_status_token(enum value_status status)
{
    static const char *const TOKENS[] = { "final", "provisional", "not-reported" };
    return TOKENS[status];
}

const char *basis_token(enum basis basis)
{
    return basis == BASIS_CUMULATIVE ? "cumulative" : "period";
}
