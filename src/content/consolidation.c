#include "content/consolidated_units.h"
#include "content/consolidation.h"

#include "base/text.h"
#include "content/report_words.h"
#include "content/target_counts.h"
#include "model/catalogue.h"
#include "model/office.h"

static size_t carried_out(const struct consolidation *all, const struct plan *plan)
{
    size_t i = 0;
    while (i < all->count && !plan_carries_out(plan, all->makers[i].plan))
        i++;
    return i;
}

struct consolidation consolidation_of(const struct chains *chains, struct arena *arena)
{
    const struct gaps_context *context = &chains->context;
    struct consolidation all = { .context = context, .arena = arena };
    all.makers = arena_alloc(arena, chains->count, sizeof *all.makers);
    for (size_t i = 0; i < chains->count; i++)
        if (chain_covers(&chains->items[i], context->year))
            year_maker_make(&all.makers[all.count++], &chains->items[i], context, arena);
    all.longer = arena_alloc(arena, all.count, sizeof *all.longer);
    for (size_t i = 0; i < all.count; i++)
        all.longer[i] = carried_out(&all, all.makers[i].plan);
    struct period year = { context->year, 0, 0 };
    all.last_day = period_last_day(year, office_regime(context->office, year));
    return all;
}

/* ---- plans side by side ---- */

bool consolidated_adds_up(const struct consolidation *all, size_t index)
{
    return all->longer[index] == all->count && !unit_is_country(all->makers[index].plan->unit);
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

/* The columns add up to their total. */
static void put_counts(struct items *list, const struct target_counts *counts)
{
    const size_t *of = counts->of;
    items_put(list, FACT_UNIT_TARGETS, value_count(counts->all));
    items_put(list, FACT_UNIT_REACHED, value_count(of[TARGET_REACHED]));
    items_put(list, FACT_UNIT_ON_TRACK, value_count(of[TARGET_ON_TRACK]));
    items_put(list, FACT_UNIT_SHORT, value_count(of[TARGET_BEHIND] + of[TARGET_MISSED]));
    items_put(list, FACT_UNIT_MISSING, value_count(of[TARGET_NO_DATA]));
    items_put(list, FACT_UNIT_UNJUDGED, value_count(of[TARGET_UNJUDGED] + of[TARGET_NEUTRAL] + of[TARGET_WORDED]));
}

static void put_money(struct items *list, const struct year_maker *maker)
{
    const struct spending *year = &maker->money.spending, *period = &maker->period.spending;
    items_put(list, FACT_UNIT_TOTAL, year_fact(maker, planned_value(period, list->arena), period, SPENDING_PLANNED));
    items_put(list, FACT_UNIT_PLANNED, year_fact(maker, planned_value(year, list->arena), year, SPENDING_PLANNED));
    items_put(list, FACT_UNIT_AVAILABLE,
              year_fact(maker, spent_value(&maker->money.available), year, SPENDING_AVAILABLE));
    items_put(list, FACT_UNIT_DISBURSED,
              year_fact(maker, spent_value(&year->reported[PHASE_DISBURSED]), year, SPENDING_DISBURSED));
    items_put(list, FACT_UNIT_RATE, year_fact(maker, value_rounded(year->rate), year, SPENDING_RATE));
}

void consolidated_put(struct items *list, const struct year_maker *maker)
{
    struct target_counts counts = { 0 };
    target_counts_add(&counts, &maker->gaps);
    put_money(list, maker);
    put_counts(list, &counts);
}

/* ---- sums ---- */

enum sum_column { SUM_TOTAL, SUM_PLANNED, SUM_AVAILABLE, SUM_DISBURSED, SUMS };

static const enum fact_id SUM_FACTS[SUMS] = { FACT_UNIT_TOTAL, FACT_UNIT_PLANNED, FACT_UNIT_AVAILABLE,
                                              FACT_UNIT_DISBURSED };
static const char *const SUM_NAMES[SUMS] = { "kế hoạch giai đoạn", "kế hoạch năm", "được sử dụng", "giải ngân" };

static struct spent amount_at(const struct year_maker *maker, enum sum_column column)
{
    switch (column) {
    case SUM_TOTAL: return maker->period.spending.planned;
    case SUM_PLANNED: return maker->money.spending.planned;
    case SUM_AVAILABLE: return maker->money.available;
    case SUM_DISBURSED: return maker->money.spending.reported[PHASE_DISBURSED];
    case SUMS: break;
    }
    return (struct spent){ 0 };
}

/*
 * A yearly plan is a part of the longer one: its figure is added only where the longer one has none. Its whole period is a
 * year, which never stands for that of the longer plan.
 */
static bool adds_at(const struct consolidation *all, size_t index, enum sum_column column)
{
    size_t longer = all->longer[index];
    if (longer == all->count)
        return consolidated_adds_up(all, index);
    return column != SUM_TOTAL && consolidated_adds_up(all, longer) && !amount_at(&all->makers[longer], column).known &&
           amount_at(&all->makers[index], column).known;
}

static bool has_stand_in(const struct consolidation *all, size_t longer, enum sum_column column)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->longer[i] == longer && adds_at(all, i, column))
            return true;
    return false;
}

const char *consolidated_apart(const struct consolidation *all, size_t index)
{
    struct text added = text_in(all->arena);
    if (consolidated_adds_up(all, index))
        return NULL;
    if (unit_is_country(all->makers[index].plan->unit))
        return "không cộng vào Tổng cộng: kế hoạch của cả nước";
    for (int column = 0; column < SUMS; column++)
        if (adds_at(all, index, (enum sum_column)column))
            text_addf(&added, "%s%s", added.length ? ", " : "", SUM_NAMES[column]);
    return added.length
               ? arena_printf(all->arena,
                              "triển khai kế hoạch dài hơn: chỉ cộng vào Tổng cộng số mà kế hoạch ấy không có (%s)",
                              text_str(&added))
               : "không cộng vào Tổng cộng: triển khai kế hoạch dài hơn";
}

struct total_sum {
    int64_t dong;
    size_t whole;
    bool any, unknown;
    bool undivided; /* a plan tells its money for longer periods only */
    enum figure_op op;
};

/* What lacks a part is in the sum, as it is printed, but is no whole figure. */
static void add(struct total_sum *sum, const struct spent *spent)
{
    if (spent_is_unknown(spent))
        sum->unknown = true;
    else if (spent->known && dong_add(&sum->dong, sum->dong, spent->dong)) {
        sum->any = true;
        sum->op = figure_op_of_sum(sum->op, spent->op);
        sum->whole += !spent->incomplete;
    }
}

static void add_plan(struct total_sum *sums, const struct consolidation *all, size_t index)
{
    for (int column = 0; column < SUMS; column++) {
        struct spent amount = amount_at(&all->makers[index], (enum sum_column)column);
        if (adds_at(all, index, (enum sum_column)column))
            add(&sums[column], &amount);
    }
    if (adds_at(all, index, SUM_PLANNED))
        sums[SUM_PLANNED].undivided = sums[SUM_PLANNED].undivided || year_plan_is_undivided(&all->makers[index]);
}

static void put_sum(struct items *list, enum sum_column column, const struct total_sum *sum)
{
    bool of_plan = column == SUM_TOTAL || column == SUM_PLANNED;
    const char *absent = sum->unknown ? NOT_ALL_KNOWN : sum->undivided ? NOT_DIVIDED : NOT_STATED;
    struct value value = sum->any ? value_money(sum->dong) : of_plan ? value_absent(absent) : value_no_figure();
    items_put(list, SUM_FACTS[column], value_with_op(value, sum->op, list->arena));
}

/* What the sums hold if not all plans have a figure. */
static const char *known_note(const struct total_sum *sums, size_t count, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < SUMS; i++)
        if (sums[i].whole < count)
            text_addf(&out, "%s%s của %zu/%zu kế hoạch", out.length ? "; " : "", SUM_NAMES[i], sums[i].whole, count);
    return out.length ? text_str(&out) : NULL;
}

/* Both sums hold the plan wholly, or neither holds anything of it: their ratio is one of the same plans. */
static bool is_comparable(const struct year_maker *maker)
{
    const struct spent *available = &maker->money.available, *disbursed = &maker->money.spending.reported[PHASE_DISBURSED];
    return (is_whole(available) && is_whole(disbursed)) || (!available->known && !disbursed->known);
}

static struct value rate_of(const struct total_sum *part, const struct total_sum *whole)
{
    enum { PERCENT = 100 };
    struct number hundred = number_whole(PERCENT), above = number_whole(part->dong), below = number_whole(whole->dong);
    return part->any && whole->any ? value_rounded(number_div(number_mul(above, hundred), below)) : value_text(NULL);
}

const char *consolidated_put_sums(struct items *list, const struct consolidation *all, struct consolidated_members of)
{
    struct total_sum sums[SUMS] = { 0 };
    struct target_counts counts = { 0 };
    size_t count = 0;
    bool comparable = true;
    for (size_t i = 0; i < of.count; i++) {
        add_plan(sums, all, of.plans[i]);
        if (adds_at(all, of.plans[i], SUM_AVAILABLE) || adds_at(all, of.plans[i], SUM_DISBURSED))
            comparable = comparable && is_comparable(&all->makers[of.plans[i]]);
        if (!consolidated_adds_up(all, of.plans[i]))
            continue;
        target_counts_add(&counts, &all->makers[of.plans[i]].gaps);
        count++;
    }
    for (int column = 0; column < SUMS; column++)
        put_sum(list, (enum sum_column)column, &sums[column]);
    items_put(list, FACT_UNIT_RATE, comparable ? rate_of(&sums[SUM_DISBURSED], &sums[SUM_AVAILABLE]) : value_text(NULL));
    put_counts(list, &counts);
    return known_note(sums, count, list->arena);
}

void consolidated_link_sums(struct items *list, const struct consolidation *all, size_t item,
                            struct consolidated_members of, const size_t *rows)
{
    size_t *added = arena_alloc(list->arena, of.count, sizeof *added);
    for (int column = 0; column < SUMS; column++) {
        size_t count = 0;
        for (size_t i = 0; i < of.count; i++) {
            bool known = amount_at(&all->makers[of.plans[i]], (enum sum_column)column).known;
            if (adds_at(all, of.plans[i], (enum sum_column)column) &&
                (known || !has_stand_in(all, of.plans[i], (enum sum_column)column)))
                added[count++] = rows[of.plans[i]];
        }
        items_sum_at(list, item, SUM_FACTS[column], added, count);
    }
}

static struct consolidated_members every_plan(const struct consolidation *all)
{
    size_t *plans = arena_alloc(all->arena, all->count, sizeof *plans);
    for (size_t i = 0; i < all->count; i++)
        plans[i] = i;
    return (struct consolidated_members){ plans, all->count };
}

/* The sums that a plan has no whole figure for, nor a yearly plan in its place; NULL if it has all. */
static const char *lacking_sums(const struct consolidation *all, size_t index)
{
    struct text out = text_in(all->arena);
    for (int column = 0; column < SUMS && consolidated_adds_up(all, index); column++) {
        struct spent amount = amount_at(&all->makers[index], (enum sum_column)column);
        if (!is_whole(&amount) && !has_stand_in(all, index, (enum sum_column)column))
            text_addf(&out, "%s%s", out.length ? ", " : "", SUM_NAMES[column]);
    }
    return out.length ? text_str(&out) : NULL;
}

/* Where more lack something than a line can name, they are counted. */
static const char *counted_words(const struct consolidation *all)
{
    struct items unused = { .arena = all->arena };
    items_add(&unused, ROLE_TOTAL, 0);
    const char *partial = consolidated_put_sums(&unused, all, every_plan(all));
    return partial ? arena_printf(all->arena, "Tổng cộng chỉ gồm số đã có: %s", partial) : NULL;
}

const char *consolidated_partial_words(const struct consolidation *all)
{
    enum { NAMED_MOST = 5 };
    struct text out = text_in(all->arena);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const char *sums = lacking_sums(all, i);
        if (sums && count++ < NAMED_MOST)
            text_addf(&out, "%s%s (%s)", out.length ? "; " : "", consolidated_unit_in_sentence(all, i),
                      sums);
    }
    if (count > NAMED_MOST)
        return counted_words(all);
    return count ? arena_printf(all->arena, "Tổng cộng chưa có hoặc chưa đủ số của: %s", text_str(&out)) : NULL;
}

const char *consolidated_total(struct items *list, const struct consolidation *all, const size_t *rows)
{
    struct consolidated_members every = every_plan(all);
    items_add(list, ROLE_TOTAL, 0)->id = CONSOLIDATED_TOTAL;
    items_put(list, FACT_UNIT_NAME, value_text("Tổng cộng"));
    const char *partial = consolidated_put_sums(list, all, every);
    consolidated_link_sums(list, all, list->count - 1, every, rows);
    return partial ? arena_printf(list->arena, "Tổng cộng chỉ gồm số đã có: %s.", partial) : NULL;
}
