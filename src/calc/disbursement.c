#include "calc/disbursement.h"

#include "base/text.h"
#include "calc/disbursement_plan.h"
#include "calc/disbursement_said.h"
#include "calc/disbursement_sum.h"
#include "calc/totals.h"
#include "model/plan.h"

enum { PERCENT = 100 };

static void because(struct spending *spending, enum spending_reason reason)
{
    spending->reasons |= 1U << reason;
}

static bool is_reported(const struct results_list *list, const char *source)
{
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < list->items[i]->money_count; j++)
            if (!source || text_equal(list->items[i]->money[j].source, source))
                return true;
    return false;
}

static bool speaks_of_rows(const struct results_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < list->items[i]->money_count; j++)
            if (list->items[i]->money[j].of)
                return true;
    return false;
}

static const struct totals *totals_of(const struct plan *plan, struct arena *arena)
{
    struct findings unused = findings_in(arena); /* an overflow is told where the plan is checked */
    struct totals *totals = arena_alloc(arena, 1, sizeof *totals);
    return totals_compute(totals, plan, arena, &unused) ? totals : NULL;
}

static void add_rows(struct disbursement *disbursement, const struct plan_table *table, size_t *capacity)
{
    int *index = arena_alloc(disbursement->scope.arena, table->row_count, sizeof *index); /* of each row of the table */
    for (size_t i = 0; i < table->row_count; i++) {
        const struct plan_row *row = &table->rows[i];
        index[i] = -1;
        if (row->kind != ROW_GROUP && row->kind != ROW_ACTIVITY)
            continue;
        index[i] = (int)disbursement->row_count;
        struct spending_row *added =
            ARENA_PUSH(disbursement->scope.arena, disbursement->rows, disbursement->row_count, *capacity);
        *added = (struct spending_row){ row->id,      row->no,
                                        row->title,   row->kind == ROW_GROUP,
                                        row->level,   row->parent == NO_ROW ? -1 : index[row->parent],
                                        row->repealed };
    }
}

static bool had_money(const struct plan_table *table)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].repealed)
            return true;
    return table_has_money(table);
}

static void add_documents(struct disbursement *disbursement)
{
    const struct results_list *list = &disbursement->scope.list;
    for (size_t i = 0; i < list->count; i++)
        disbursement->illustrative = disbursement->illustrative || list->items[i]->illustrative;
    disbursement->has_money = is_reported(list, NULL);
    disbursement->scope.by_rows = speaks_of_rows(list);
}

/* Of the documents given, all of which count. */
static struct disbursement of_documents(const struct plan *plan, struct results_list list, int year, struct arena *arena)
{
    struct disbursement disbursement = { .plan = plan->id,
                                         .unit = plan->unit,
                                         .first_year = plan->first_year,
                                         .last_year = plan->last_year,
                                         .year = year,
                                         .illustrative = plan->illustrative,
                                         .scope = { .plan = plan, .list = list, .arena = arena } };
    add_documents(&disbursement);
    disbursement.scope.totals = totals_of(plan, arena);
    disbursement.sources = arena_alloc(arena, plan->source_count, sizeof *disbursement.sources);
    for (size_t i = 0; i < plan->source_count; i++) {
        const struct source *source = &plan->sources[i];
        disbursement.sources[disbursement.source_count++] =
            (struct spending_source){ source->id, source->code, source->name, source->abbr,
                                      source->money || is_reported(&disbursement.scope.list, source->id) };
    }
    size_t capacity = 0;
    for (size_t i = 0; i < plan->table_count; i++)
        if (had_money(&plan->tables[i]))
            add_rows(&disbursement, &plan->tables[i], &capacity);
    return disbursement;
}

struct disbursement disbursement_of(const struct plan *plan, const struct results_list *results, struct date as_of,
                                    int year, struct arena *arena)
{
    return of_documents(plan, results_as_of(results, plan->id, as_of, arena), year, arena);
}

struct disbursement disbursement_of_month(const struct plan *plan, const struct results_list *results, struct date as_of,
                                          struct period month, bool alone, struct arena *arena)
{
    struct results_list list = results_as_of(results, plan->id, as_of, arena);
    struct disbursement disbursement = of_documents(plan, results_until(&list, month, arena), month.year, arena);
    disbursement.month = month.month;
    disbursement.months = month.months;
    disbursement.alone = alone;
    return disbursement;
}

struct disbursement disbursement_estimated(const struct plan *plan, const struct results_list *results, struct date as_of,
                                           struct period month, struct forecast forecast, struct arena *arena)
{
    struct disbursement disbursement = disbursement_of_month(plan, results, as_of, month, false, arena);
    disbursement.scope.forecast = forecast;
    disbursement.scope.reported = month;
    disbursement.year = forecast.last.year;
    for (size_t i = 0; i < disbursement.scope.list.count; i++)
        for (size_t j = 0; j < disbursement.scope.list.items[i]->money_estimate_count; j++)
            disbursement.scope.by_rows = disbursement.scope.by_rows ||
                                         disbursement.scope.list.items[i]->money_estimates[j].of;
    return disbursement;
}

/* Of all years up to the report's: each of them must be known. Carried in is that of the first year. */
static struct spent over_years(const struct disbursement *disbursement, struct amount_key key, struct spending *spending)
{
    int last = key.phase == PHASE_CARRIED_IN || disbursement->year < disbursement->first_year ? disbursement->first_year
                                                                                              : disbursement->year;
    struct spent sum = { 0 };
    size_t missing = 0;
    for (key.year = disbursement->first_year; key.year <= last; key.year++) {
        struct spent part = reported_at(disbursement, key, &spending->reasons);
        bool fits = dong_add(&sum.dong, sum.dong, part.known ? part.dong : 0);
        if (!fits)
            because(spending, SPENDING_OVERFLOW);
        sum.incomplete = sum.incomplete || part.incomplete || !fits;
        sum.known = sum.known || part.known;
        missing += !part.known;
    }
    sum.incomplete = sum.known && (sum.incomplete || missing);
    if (sum.incomplete)
        because(spending, SPENDING_INCOMPLETE);
    return sum;
}

static struct number in_number(struct spent spent)
{
    struct number number = number_whole(spent.dong);
    number.known = spent.known && !spent.incomplete;
    return number;
}

static void add_rates(struct spending *spending)
{
    static const enum spending_reason LACKS[] = { SPENDING_NO_CARRIED_IN, SPENDING_NO_ALLOCATED, SPENDING_NO_DISBURSED };
    const struct spent *reported = spending->reported;
    struct number hundred = number_whole(PERCENT), disbursed = in_number(reported[PHASE_DISBURSED]);
    struct number available = number_add(in_number(reported[PHASE_CARRIED_IN]), in_number(reported[PHASE_ALLOCATED]));
    struct number planned = in_number(spending->planned);
    spending->rate = number_div(number_mul(disbursed, hundred), available);
    spending->of_plan = number_div(number_mul(disbursed, hundred), planned);
    bool any = reported[0].known || reported[1].known || reported[2].known;
    if (!any && !spending_has(spending, SPENDING_NOT_REPORTED))
        because(spending, SPENDING_NO_RESULTS);
    for (int phase = 0; any && phase < PHASES; phase++)
        if (!reported[phase].known)
            because(spending, LACKS[phase]);
    if (available.known && number_is_zero(available))
        because(spending, SPENDING_NOTHING_TO_SPEND);
    if (available.known && disbursed.known && number_cmp(disbursed, available) > 0)
        because(spending, SPENDING_BEYOND_AVAILABLE);
}

struct spending spending_at(const struct disbursement *disbursement, const char *row, const char *source, int year)
{
    struct spending spending = { .row = row, .source = source, .year = year };
    spending.planned = planned_at(disbursement, row, source, year, &spending.reasons);
    for (int phase = 0; phase < PHASES; phase++) {
        struct amount_key key = { (enum phase)phase, source, row, year };
        spending.reported[phase] = year ? reported_at(disbursement, key, &spending.reasons)
                                        : over_years(disbursement, key, &spending);
    }
    add_rates(&spending);
    return spending;
}

struct spent spending_reported(const struct disbursement *disbursement, const char *row, const char *source,
                               enum phase phase, unsigned *reasons)
{
    return reported_at(disbursement, (struct amount_key){ phase, source, row, disbursement->year }, reasons);
}

/* What the documents of shorter periods that end no later come to, as the document says it: alone or since the year began. */
static struct said said_of_parts(const struct results_list *list, const struct results *results, struct amount_key key,
                                 enum basis basis, struct arena *arena)
{
    struct results_list parts = { arena_alloc(arena, list->count, sizeof *parts.items), 0, list->count };
    if (!period_is_span(results->period))
        return said_of_months(list, key);
    for (size_t i = 0; i < list->count; i++)
        if (period_cmp(list->items[i]->period, results->period) < 0)
            parts.items[parts.count++] = list->items[i];
    return said_of_month(&parts, key, results->period, basis == BASIS_PERIOD);
}

static void check_amount(const struct results_list *list, const struct results *results, const struct result_money *money,
                         struct findings *findings)
{
    struct amount_key key = { money->phase, money->source, money->of, money->year };
    struct said parts = said_of_parts(list, results, key, money->basis, findings->arena);
    if (!parts.known || parts.dong == money->dong)
        return;
    struct arena *arena = findings->arena;
    const char *own = arena_printf(arena, "%lld", (long long)money->dong);
    const char *sum = arena_printf(arena, "%lld", (long long)parts.dong);
    struct about about = { .plan = results->plan,
                           .subject = results->id,
                           .source = money->source,
                           .year = arena_printf(arena, "%d", money->year),
                           .stated = own,
                           .computed = sum };
    finding_add_about(findings, FINDING_MONTHS_DIFFER, money->place, about, phase_token(money->phase), own, sum,
                      period_text(arena, results->period), NULL);
}

void disbursement_check(const struct plan *plan, const struct results_list *results, struct findings *findings)
{
    struct results_list list = results_as_of(results, plan->id, (struct date){ 0 }, findings->arena);
    for (size_t i = 0; i < list.count; i++) {
        struct period period = list.items[i]->period;
        for (size_t j = 0; (!period.month || period_is_span(period)) && j < list.items[i]->money_count; j++) {
            const struct result_money *money = &list.items[i]->money[j];
            if (money->reported && money->year == period.year && money->phase != PHASE_CARRIED_IN)
                check_amount(&list, list.items[i], money, findings);
        }
    }
}
