#include "content/consolidation.h"

#include "base/text.h"
#include "content/report_words.h"
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
};

/* What lacks a part is in the sum, as it is printed, but is no whole figure. */
static void add(struct total_sum *sum, const struct spent *spent)
{
    if (spent->known && dong_add(&sum->dong, sum->dong, spent->dong)) {
        sum->any = true;
        sum->whole += !spent->incomplete;
    }
}

static void put_total(struct items *list, enum fact_id fact, const struct total_sum *sum, const size_t *rows,
                      size_t count)
{
    items_put(list, fact, sum->any ? value_money(sum->dong) : value_text(NOT_REPORTED));
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

const char *consolidated_total(struct items *list, const struct consolidation *all, const size_t *rows)
{
    struct total_sum sums[4] = { 0 };
    size_t targets = 0, reached = 0, short_of = 0, missing = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct year_maker *maker = &all->makers[i];
        struct spending period = spending_at(&maker->disbursement, NULL, NULL, 0);
        add(&sums[0], &period.planned);
        add(&sums[1], &maker->money.spending.planned);
        add(&sums[2], &maker->money.available);
        add(&sums[3], &maker->money.spending.reported[PHASE_DISBURSED]);
        targets += maker->gaps.count;
        reached += maker->gaps.numbers[GAP_EXCEEDED] + maker->gaps.numbers[GAP_MET];
        short_of += maker->gaps.numbers[GAP_BEHIND] + maker->gaps.numbers[GAP_MISSED];
        missing += maker->gaps.numbers[GAP_NO_DATA];
    }
    items_add(list, ROLE_TOTAL, 0);
    items_put(list, FACT_UNIT_NAME, value_text("Tổng cộng"));
    put_total(list, FACT_UNIT_TOTAL, &sums[0], rows, all->count);
    put_total(list, FACT_UNIT_PLANNED, &sums[1], rows, all->count);
    put_total(list, FACT_UNIT_AVAILABLE, &sums[2], rows, all->count);
    put_total(list, FACT_UNIT_DISBURSED, &sums[3], rows, all->count);
    items_put(list, FACT_UNIT_TARGETS, value_count(targets));
    items_put(list, FACT_UNIT_REACHED, value_count(reached));
    items_put(list, FACT_UNIT_SHORT, value_count(short_of));
    items_put(list, FACT_UNIT_MISSING, value_count(missing));
    return known_note(sums, all->count, list->arena);
}
