#include "calc/disbursement_parts.h"

#include "base/text.h"
#include "calc/sums.h"
#include "calc/totals.h"

const struct plan_row *money_row(const struct plan *plan, const char *id, const struct plan_table **table)
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
        return (struct spent){ true, total->stated, false };
    return (struct spent){ total->has_computed, total->computed, total->has_computed && !total->complete };
}

static struct spent of_plan(const struct disbursement *disbursement, const struct source *source, int year)
{
    const struct totals *totals = disbursement->totals;
    for (size_t i = 0; totals && i < totals->count; i++)
        if (totals->items[i].source == source && totals->items[i].year == year)
            return of_total(&totals->items[i]);
    return (struct spent){ 0 };
}

static struct spent of_row(const struct disbursement *disbursement, const char *id, const struct source *source, int year)
{
    const struct plan_table *table;
    const struct plan_row *row = money_row(disbursement->source_of, id, &table);
    if (!row)
        return (struct spent){ 0 };
    struct sum sum = sum_of_row(table, (size_t)(row - table->rows), source, year, disbursement->arena);
    return (struct spent){ sum.count > 0 && !sum.overflow, sum.dong, sum.incomplete };
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
    const struct plan *plan = disbursement->source_of;
    const struct source *source = source_id ? plan_source(plan, source_id) : NULL;
    struct spent planned = source || !source_id ? cell(disbursement, row, source, year) : (struct spent){ 0 };
    if (planned.known && planned.incomplete)
        because(reasons, SPENDING_PLAN_LOST);
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
