#include "content/consolidation.h"

#include "base/text.h"
#include "content/report_words.h"
#include "content/spending_words.h"
#include "model/catalogue.h"
#include "model/office.h"

struct consolidation consolidation_of(const struct chains *chains, struct arena *arena)
{
    const struct gaps_context *context = &chains->context;
    struct consolidation all = { .context = context, .arena = arena };
    all.makers = arena_alloc(arena, chains->count, sizeof *all.makers);
    for (size_t i = 0; i < chains->count; i++)
        if (chain_covers(&chains->items[i], context->year))
            year_maker_make(&all.makers[all.count++], &chains->items[i], context, arena);
    struct period year = { context->year, 0 };
    all.last_day = period_last_day(year, context->office->regime);
    return all;
}

/* ---- plans side by side ---- */

bool consolidated_adds_up(const struct consolidation *all, size_t index)
{
    const struct plan *plan = all->makers[index].plan;
    bool part = false;
    for (size_t i = 0; i < all->count; i++)
        part = part || plan_carries_out(plan, all->makers[i].plan);
    return !part && strcmp(plan->unit, COUNTRY) != 0;
}

const char *consolidated_plan_name(const struct consolidation *all, size_t index)
{
    const struct plan *plan = all->makers[index].plan;
    const struct programme *programme = plan->programme ? catalogue_programme(all->context->catalogue, plan->programme)
                                                        : NULL;
    bool alone = true;
    for (size_t i = 0; i < all->count; i++) {
        const struct plan *other = all->makers[i].plan;
        if (i == index || strcmp(other->unit, plan->unit) != 0)
            continue;
        alone = false;
        programme = text_equal(other->programme, plan->programme) ? NULL : programme;
    }
    return alone ? NULL : programme ? programme->name : plan->decision.plan_name;
}

void consolidated_put(struct items *list, const struct year_maker *maker)
{
    const struct spending *spending = &maker->money.spending;
    struct spending period = spending_at(&maker->disbursement, NULL, NULL, 0);
    const size_t *numbers = maker->gaps.numbers;
    items_put(list, FACT_UNIT_TOTAL, planned_value(&period, list->arena));
    items_put(list, FACT_UNIT_PLANNED, planned_value(spending, list->arena));
    items_put(list, FACT_UNIT_AVAILABLE, spent_value(&maker->money.available, NOT_REPORTED));
    items_put(list, FACT_UNIT_DISBURSED, spent_value(&spending->reported[PHASE_DISBURSED], NOT_REPORTED));
    items_put(list, FACT_UNIT_RATE, value_rounded(spending->rate));
    items_put(list, FACT_UNIT_TARGETS, value_count(maker->gaps.count));
    items_put(list, FACT_UNIT_REACHED, value_count(numbers[GAP_EXCEEDED] + numbers[GAP_MET]));
    items_put(list, FACT_UNIT_SHORT, value_count(numbers[GAP_BEHIND] + numbers[GAP_MISSED]));
    items_put(list, FACT_UNIT_MISSING, value_count(numbers[GAP_NO_DATA]));
}

/* ---- totals ---- */

enum column { COLUMN_PERIOD, COLUMN_YEAR, COLUMN_AVAILABLE, COLUMN_DISBURSED, COLUMNS };

static const char *const NAMES[COLUMNS] = { "kế hoạch giai đoạn", "kế hoạch năm", "được sử dụng", "giải ngân" };

static struct spent amount_at(const struct year_maker *maker, enum column column)
{
    switch (column) {
    case COLUMN_PERIOD: return spending_at(&maker->disbursement, NULL, NULL, 0).planned;
    case COLUMN_YEAR: return maker->money.spending.planned;
    case COLUMN_AVAILABLE: return maker->money.available;
    case COLUMN_DISBURSED: return maker->money.spending.reported[PHASE_DISBURSED];
    case COLUMNS: break;
    }
    return (struct spent){ 0 };
}

/* The plan of the report that the plan carries out, as an index; `count` if there is none. */
static size_t carried_out(const struct consolidation *all, size_t index)
{
    size_t i = 0;
    while (i < all->count && !plan_carries_out(all->makers[index].plan, all->makers[i].plan))
        i++;
    return i;
}

/*
 * A yearly plan is a part of the longer one: its figure is added only where the longer one has none. Its whole period is a
 * year, which never stands for that of the longer plan.
 */
static bool adds_at(const struct consolidation *all, size_t index, enum column column)
{
    size_t longer = carried_out(all, index);
    if (longer == all->count)
        return consolidated_adds_up(all, index);
    return column != COLUMN_PERIOD && consolidated_adds_up(all, longer) &&
           !amount_at(&all->makers[longer], column).known && amount_at(&all->makers[index], column).known;
}

static bool has_stand_in(const struct consolidation *all, size_t longer, enum column column)
{
    for (size_t i = 0; i < all->count; i++)
        if (carried_out(all, i) == longer && adds_at(all, i, column))
            return true;
    return false;
}

const char *consolidated_apart(const struct consolidation *all, size_t index)
{
    struct text added = text_in(all->arena);
    if (consolidated_adds_up(all, index))
        return NULL;
    if (strcmp(all->makers[index].plan->unit, COUNTRY) == 0)
        return "không cộng vào Tổng cộng: kế hoạch của cả nước";
    for (int column = 0; column < COLUMNS; column++)
        if (adds_at(all, index, (enum column)column))
            text_addf(&added, "%s%s", added.length ? ", " : "", NAMES[column]);
    return added.length ? arena_printf(all->arena,
                                       "triển khai kế hoạch dài hơn: chỉ cộng vào Tổng cộng số mà kế hoạch ấy không có (%s)",
                                       text_str(&added))
                        : "không cộng vào Tổng cộng: triển khai kế hoạch dài hơn";
}

struct total_sum {
    int64_t dong;
    size_t whole;
    bool any;
    enum figure_op op;
    size_t *rows; /* the items that are added */
    size_t row_count;
};

/* What lacks a part is in the sum, as it is printed, but is no whole figure. */
static void add(struct total_sum *sum, const struct spent *spent)
{
    if (spent->known && dong_add(&sum->dong, sum->dong, spent->dong)) {
        sum->any = true;
        sum->op = figure_op_of_sum(sum->op, spent->op);
        sum->whole += !spent->incomplete;
    }
}

static struct total_sum sum_of_column(const struct consolidation *all, enum column column, const size_t *rows)
{
    struct total_sum sum = { .rows = arena_alloc(all->arena, all->count, sizeof *sum.rows) };
    for (size_t i = 0; i < all->count; i++) {
        if (!adds_at(all, i, column))
            continue;
        struct spent amount = amount_at(&all->makers[i], column);
        add(&sum, &amount);
        if (amount.known || !has_stand_in(all, i, column))
            sum.rows[sum.row_count++] = rows[i];
    }
    return sum;
}

static void put_total(struct items *list, enum fact_id fact, const struct total_sum *sum)
{
    struct value value = sum->any ? value_money(sum->dong) : value_text(NOT_REPORTED);
    items_put(list, fact, value_with_op(value, sum->op, list->arena));
    items_sum(list, fact, sum->rows, sum->row_count);
}

/* What the totals hold if not all plans have a figure. */
static const char *known_note(const struct total_sum *sums, size_t count, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < COLUMNS; i++)
        if (sums[i].whole < count)
            text_addf(&out, "%s%s của %zu/%zu kế hoạch", out.length ? "; " : "", NAMES[i], sums[i].whole, count);
    return out.length ? arena_printf(arena, "Tổng cộng chỉ gồm số đã có: %s.", text_str(&out)) : NULL;
}

struct target_counts {
    size_t plans, targets, reached, short_of, missing;
};

static struct target_counts count_targets(const struct consolidation *all)
{
    struct target_counts counts = { 0 };
    for (size_t i = 0; i < all->count; i++) {
        if (!consolidated_adds_up(all, i))
            continue;
        const struct gaps *gaps = &all->makers[i].gaps;
        counts.plans++;
        counts.targets += gaps->count;
        counts.reached += gaps->numbers[GAP_EXCEEDED] + gaps->numbers[GAP_MET];
        counts.short_of += gaps->numbers[GAP_BEHIND] + gaps->numbers[GAP_MISSED];
        counts.missing += gaps->numbers[GAP_NO_DATA];
    }
    return counts;
}

const char *consolidated_total(struct items *list, const struct consolidation *all, const size_t *rows)
{
    static const enum fact_id FACTS_OF[COLUMNS] = { FACT_UNIT_TOTAL, FACT_UNIT_PLANNED, FACT_UNIT_AVAILABLE,
                                                    FACT_UNIT_DISBURSED };
    struct target_counts counts = count_targets(all);
    struct total_sum sums[COLUMNS];
    items_add(list, ROLE_TOTAL, 0);
    items_put(list, FACT_UNIT_NAME, value_text("Tổng cộng"));
    for (int column = 0; column < COLUMNS; column++) {
        sums[column] = sum_of_column(all, (enum column)column, rows);
        put_total(list, FACTS_OF[column], &sums[column]);
    }
    items_put(list, FACT_UNIT_TARGETS, value_count(counts.targets));
    items_put(list, FACT_UNIT_REACHED, value_count(counts.reached));
    items_put(list, FACT_UNIT_SHORT, value_count(counts.short_of));
    items_put(list, FACT_UNIT_MISSING, value_count(counts.missing));
    return known_note(sums, counts.plans, list->arena);
}
