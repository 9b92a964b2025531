#include "calc/disbursement_plan.h"

#include "base/text.h"
#include "calc/sums.h"
#include "calc/totals.h"
#include "model/plan.h"

static const struct plan_row *money_row(const struct plan *plan, const char *id, const struct plan_table **table)
{
    for (size_t i = 0; i < plan->table_count; i++) {
        int row = table_has_money(&plan->tables[i]) ? table_row(&plan->tables[i], id) : NO_ROW;
        if (row != NO_ROW) {
            *table = &plan->tables[i];
            return &plan->tables[i].rows[row];
        }
    }
    return NULL;
}

static void because(unsigned *reasons, enum spending_reason reason)
{
    *reasons |= 1U << reason;
}

static struct spent of_total(const struct total *total)
{
    if (total->has_stated)
        return (
            struct spent){ .known = true, .dong = total->stated, .incomplete = total->unsettled, .op = total->stated_op };
    return (struct spent){ .known = total->has_computed,
                           .dong = total->computed,
                           .incomplete = total->has_computed && !total->whole,
                           .lost = total->lost,
                           .unstated = total->unknown && !total->lost,
                           .op = total->op };
}

static const struct total *total_at(const struct totals *totals, const struct source *source, int year)
{
    return totals ? totals_at(totals, source ? source->id : NULL, year) : NULL;
}

/* What the plan has for each source, taken together; not known if there is none. */
static struct spent of_sources(const struct totals *totals, int year)
{
    struct spent all = { 0 };
    for (size_t i = 0; totals && i < totals->count; i++) {
        if (!totals->items[i].source || totals->items[i].year != year)
            continue;
        struct spent one = of_total(&totals->items[i]);
        if (one.known && !dong_add(&all.dong, all.dong, one.dong))
            return (struct spent){ 0 };
        all.known = all.known || one.known;
        all.incomplete = all.incomplete || one.incomplete;
        all.lost = all.lost || one.lost;
        all.unstated = all.unstated || one.unstated;
        all.op = figure_op_of_sum(all.op, one.op);
    }
    return all;
}

/* Where the decision states no sum of all sources, that of what it has for each: the table that shows both adds up. */
static struct spent of_own(const struct totals *totals, const struct total *total)
{
    struct spent own = of_total(total),
                 sources = total->source || total->has_stated ? own : of_sources(totals, total->year);
    return sources.known && total->stated_by_source ? sources : own;
}

/* What the plan has for each year, taken together; not known if it states no year otherwise than its amounts come to. */
static struct spent of_years(const struct totals *totals, const struct source *source)
{
    struct spent all = { 0 };
    bool stated = false;
    for (size_t i = 0; i < totals->count; i++) {
        const struct total *total = &totals->items[i];
        if (total->source != source || !total->year)
            continue;
        struct spent one = of_own(totals, total);
        if (!one.known || total->undivided || !dong_add(&all.dong, all.dong, one.dong))
            return (struct spent){ 0 };
        stated = stated || one.dong != total->computed;
        all.incomplete = all.incomplete || one.incomplete;
        all.lost = all.lost || one.lost;
        all.unstated = all.unstated || one.unstated;
        all.op = figure_op_of_sum(all.op, one.op);
    }
    all.known = stated;
    return all;
}

/* The same of the period: where the decision states no sum of its years, that of what it has for each. */
static struct spent of_plan(const struct disbursement *disbursement, const struct source *source, int year)
{
    const struct totals *totals = disbursement->scope.totals;
    const struct total *total = total_at(totals, source, year);
    if (!total)
        return (struct spent){ 0 };
    struct spent years = { 0 };
    if (!year && !total->has_stated)
        years = of_years(totals, source);
    return years.known ? years : of_own(totals, total);
}

/* Why a sum of the whole plan is no plain truth. */
static void tell_plan(const struct disbursement *disbursement, const struct source *source, int year, unsigned *reasons)
{
    const struct total *total = total_at(disbursement->scope.totals, source, year);
    struct spent sources = of_sources(disbursement->scope.totals, year);
    if (total && total->unsettled)
        because(reasons, SPENDING_PLAN_UNSETTLED);
    if (total && total->undivided && !total->has_stated)
        because(reasons, SPENDING_PLAN_UNDIVIDED);
    struct spent own = total ? of_own(disbursement->scope.totals, total) : (struct spent){ 0 };
    bool whole = total && (total->has_stated || !own.incomplete);
    if (whole && !source && sources.known && sources.dong != own.dong)
        because(reasons, SPENDING_PLAN_DIFFERS);
}

static struct spent of_row(const struct disbursement *disbursement, const char *id, const struct source *source, int year)
{
    const struct plan_table *table;
    const struct plan_row *row = money_row(disbursement->scope.plan, id, &table);
    if (!row)
        return (struct spent){ 0 };
    struct sum sum = sum_of_row(table, (size_t)(row - table->rows), source, year, disbursement->scope.arena);
    return (struct spent){ .known = sum.count > 0 && !sum.overflow,
                           .dong = sum.dong,
                           .incomplete = sum.incomplete || sum.open,
                           .lost = sum.lost,
                           .unstated = sum.incomplete && !sum.lost,
                           .op = sum.op };
}

static struct spent cell(const struct disbursement *disbursement, const char *row, const struct source *source, int year)
{
    return row ? of_row(disbursement, row, source, year) : of_plan(disbursement, source, year);
}

static bool is_period_only(const struct disbursement *disbursement, const char *row, const struct source *source)
{
    for (int year = disbursement->first_year; year <= disbursement->last_year; year++)
        if (cell(disbursement, row, source, year).known)
            return false;
    return cell(disbursement, row, source, 0).known;
}

struct spent planned_at(const struct disbursement *disbursement, const char *row, const char *source_id, int year,
                        unsigned *reasons)
{
    const struct plan *plan = disbursement->scope.plan;
    const struct source *source = source_id ? plan_source(plan, source_id) : NULL;
    struct spent planned = source || !source_id ? cell(disbursement, row, source, year) : (struct spent){ 0 };
    unsigned before = *reasons;
    if (planned.known && !row)
        tell_plan(disbursement, source, year, reasons);
    if (planned.known && planned.incomplete && *reasons == before) {
        if (planned.lost)
            because(reasons, SPENDING_PLAN_LOST);
        if (planned.unstated)
            because(reasons, SPENDING_PLAN_UNSTATED);
    }
    if (planned.known)
        return planned;
    if (plan->no_amounts || (!row && !source_id && !cell(disbursement, NULL, NULL, 0).known))
        because(reasons, SPENDING_NO_AMOUNTS);
    else if (year && (source || !source_id) && is_period_only(disbursement, row, source))
        because(reasons, SPENDING_PERIOD_ONLY);
    else
        because(reasons, SPENDING_NOT_PLANNED);
    return planned;
}
