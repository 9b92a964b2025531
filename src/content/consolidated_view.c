#include "content/consolidated_view.h"

#include "base/text.h"
#include "content/consolidated_parts.h"
#include "content/words.h"

enum { VIEWS = 3 };

/* ---- rows of units ---- */

static struct value count_value(size_t count)
{
    return value_plain(dec_of((int64_t)count));
}

void consolidated_put(struct report_items *list, const struct year_maker *maker)
{
    const struct spending *spending = &maker->money.spending;
    struct spending period = spending_at(&maker->disbursement, NULL, NULL, 0);
    const size_t *numbers = maker->gaps.numbers;
    report_put(list, FACT_UNIT_TOTAL, planned_value(&period));
    report_put(list, FACT_UNIT_PLANNED, planned_value(spending));
    report_put(list, FACT_UNIT_AVAILABLE, spent_value(&maker->money.available, NOT_REPORTED));
    report_put(list, FACT_UNIT_DISBURSED, spent_value(&spending->reported[PHASE_DISBURSED], NOT_REPORTED));
    report_put(list, FACT_UNIT_RATE, value_rounded(spending->rate));
    report_put(list, FACT_UNIT_TARGETS, count_value(maker->gaps.count));
    report_put(list, FACT_UNIT_REACHED, count_value(numbers[GAP_EXCEEDED] + numbers[GAP_MET]));
    report_put(list, FACT_UNIT_SHORT, count_value(numbers[GAP_BEHIND] + numbers[GAP_MISSED]));
    report_put(list, FACT_UNIT_MISSING, count_value(numbers[GAP_NO_DATA]));
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

static void put_total(struct report_items *list, enum fact_id fact, const struct total_sum *sum, const size_t *rows,
                      size_t count)
{
    report_put(list, fact, sum->any ? value_money(sum->dong) : value_text(NOT_REPORTED));
    report_sum(list, fact, rows, count);
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

const char *consolidated_total(struct report_items *list, const struct consolidation *all, const size_t *rows)
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
    report_item(list, ITEM_TOTAL, 0, NULL);
    report_put(list, FACT_UNIT_NAME, value_text("Tổng cộng"));
    put_total(list, FACT_UNIT_TOTAL, &sums[0], rows, all->count);
    put_total(list, FACT_UNIT_PLANNED, &sums[1], rows, all->count);
    put_total(list, FACT_UNIT_AVAILABLE, &sums[2], rows, all->count);
    put_total(list, FACT_UNIT_DISBURSED, &sums[3], rows, all->count);
    report_put(list, FACT_UNIT_TARGETS, count_value(targets));
    report_put(list, FACT_UNIT_REACHED, count_value(reached));
    report_put(list, FACT_UNIT_SHORT, count_value(short_of));
    report_put(list, FACT_UNIT_MISSING, count_value(missing));
    return known_note(sums, all->count, list->arena);
}

/* ---- the report ---- */

static void gather(struct consolidation *all, const struct chains *chains, struct arena *arena)
{
    const struct gaps_context *context = &chains->context;
    *all = (struct consolidation){ .context = context, .arena = arena };
    all->makers = arena_alloc(arena, chains->count, sizeof *all->makers);
    for (size_t i = 0; i < chains->count; i++)
        if (chain_covers(&chains->items[i], context->year))
            year_maker_make(&all->makers[all->count++], &chains->items[i], context, arena);
    struct period year = { context->year, 0 };
    all->last_day = period_last_day(year, context->office->regime);
}

static struct date latest_day(const struct consolidation *all)
{
    struct date latest = { 0 };
    for (size_t i = 0; i < all->count; i++) {
        struct date day = all->makers[i].chain->day;
        if (!latest.year || date_cmp(day, latest) > 0)
            latest = day;
    }
    return latest;
}

static bool any_illustrative(const struct consolidation *all)
{
    bool any = false;
    for (size_t i = 0; i < all->count; i++)
        any = any || all->makers[i].gaps.illustrative;
    return any;
}

struct views consolidated_views(const struct chains *chains, struct arena *arena)
{
    const struct gaps_context *context = &chains->context;
    struct consolidation all;
    gather(&all, chains, arena);
    struct date day = latest_day(&all);
    struct view *items = arena_alloc(arena, VIEWS, sizeof *items);
    items[0] = consolidated_decided_view(&all);
    items[1] = consolidated_current_view(&all);
    items[2] = consolidated_indicators_view(&all);
    struct item_fact *facts = arena_alloc(arena, 1, sizeof *facts);
    facts[0] = (struct item_fact){ FACT_REPORT_YEAR, value_year(context->year) };
    for (size_t i = 0; i < VIEWS; i++) {
        items[i].facts = facts;
        items[i].fact_count = 1;
        items[i].basis = arena_printf(arena, "(Số liệu năm %d; lập đến %s)", context->year, date_words(arena, day));
    }
    struct report_day days = { day, all.last_day };
    struct office_view *office = year_office(context->office, days, &items[0], arena);
    office->subject = arena_printf(arena, "Tổng hợp kết quả thực hiện năm %d các kế hoạch của các đơn vị cấp tỉnh",
                                   context->year);
    return (struct views){ .plan_id = arena_printf(arena, "%d", context->year),
                           .plan_name = arena_printf(arena, "%s: %s", office->type_name, office->subject),
                           .author = office->organ ? office->organ : "phuluc",
                           .illustrative = any_illustrative(&all),
                           .as_of = day,
                           .items = items,
                           .count = VIEWS,
                           .office = office };
}
