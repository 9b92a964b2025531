#include "content/consolidation.h"

#include "base/text.h"
#include "content/report_words.h"
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
    items_put(list, FACT_UNIT_TOTAL, planned_value(&period));
    items_put(list, FACT_UNIT_PLANNED, planned_value(spending));
    items_put(list, FACT_UNIT_AVAILABLE, spent_value(&maker->money.available, NOT_REPORTED));
    items_put(list, FACT_UNIT_DISBURSED, spent_value(&spending->reported[PHASE_DISBURSED], NOT_REPORTED));
    items_put(list, FACT_UNIT_RATE, value_rounded(spending->rate));
    items_put(list, FACT_UNIT_TARGETS, value_count(maker->gaps.count));
    items_put(list, FACT_UNIT_REACHED, value_count(numbers[GAP_EXCEEDED] + numbers[GAP_MET]));
    items_put(list, FACT_UNIT_SHORT, value_count(numbers[GAP_BEHIND] + numbers[GAP_MISSED]));
    items_put(list, FACT_UNIT_MISSING, value_count(numbers[GAP_NO_DATA]));
}

/* ---- totals ---- */

struct total_sum {
    int64_t dong;
    size_t whole;
    bool any;
    const char *unknown; /* what is printed if no plan has a figure */
};

/* What lacks a part is in the sum, as it is printed, but is no whole figure. */
static void add(struct total_sum *sum, const struct spent *spent)
{
    if (spent->known && dong_add(&sum->dong, sum->dong, spent->dong)) {
        sum->any = true;
        sum->whole += !spent->incomplete;
    }
}

static void put_total(struct items *list, enum fact_id fact, const struct total_sum *sum, const size_t *rows, size_t count)
{
    items_put(list, fact, sum->any ? value_money(sum->dong) : value_text(sum->unknown));
    items_sum(list, fact, rows, count);
}

/* What the totals hold if not all plans have a figure. */
static const char *known_note(const struct total_sum *sums, size_t count, struct arena *arena)
{
    static const char *const NAMES[] = { "kế hoạch giai đoạn", "kế hoạch năm", "được sử dụng", "giải ngân" };
    struct text out = text_in(arena);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (sums[i].whole < count)
            text_addf(&out, "%s%s của %zu/%zu kế hoạch", out.length ? "; " : "", NAMES[i], sums[i].whole, count);
    return out.length ? arena_printf(arena, "Tổng cộng chỉ gồm số đã có: %s.", text_str(&out)) : NULL;
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

const char *consolidated_total(struct items *list, const struct consolidation *all, const size_t *rows)
{
    struct total_sum sums[] = { { .unknown = NOT_STATED },
                                { .unknown = NOT_STATED },
                                { .unknown = NOT_REPORTED },
                                { .unknown = NOT_REPORTED } };
    bool comparable = true;
    size_t targets = 0, reached = 0, short_of = 0, missing = 0;
    size_t *added = arena_alloc(list->arena, all->count, sizeof *added), count = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (!consolidated_adds_up(all, i))
            continue;
        added[count++] = rows[i];
        const struct year_maker *maker = &all->makers[i];
        struct spending period = spending_at(&maker->disbursement, NULL, NULL, 0);
        add(&sums[0], &period.planned);
        add(&sums[1], &maker->money.spending.planned);
        add(&sums[2], &maker->money.available);
        add(&sums[3], &maker->money.spending.reported[PHASE_DISBURSED]);
        comparable = comparable && is_comparable(maker);
        targets += maker->gaps.count;
        reached += maker->gaps.numbers[GAP_EXCEEDED] + maker->gaps.numbers[GAP_MET];
        short_of += maker->gaps.numbers[GAP_BEHIND] + maker->gaps.numbers[GAP_MISSED];
        missing += maker->gaps.numbers[GAP_NO_DATA];
    }
    items_add(list, ROLE_TOTAL, 0);
    items_put(list, FACT_UNIT_NAME, value_text("Tổng cộng"));
    put_total(list, FACT_UNIT_TOTAL, &sums[0], added, count);
    put_total(list, FACT_UNIT_PLANNED, &sums[1], added, count);
    put_total(list, FACT_UNIT_AVAILABLE, &sums[2], added, count);
    put_total(list, FACT_UNIT_DISBURSED, &sums[3], added, count);
    items_put(list, FACT_UNIT_RATE, comparable ? rate_of(&sums[3], &sums[2]) : value_text(NULL));
    items_put(list, FACT_UNIT_TARGETS, value_count(targets));
    items_put(list, FACT_UNIT_REACHED, value_count(reached));
    items_put(list, FACT_UNIT_SHORT, value_count(short_of));
    items_put(list, FACT_UNIT_MISSING, value_count(missing));
    return known_note(sums, count, list->arena);
}
