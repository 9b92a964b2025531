#include "content/consolidated_summary.h"

#include <stdlib.h>

#include "base/text.h"
#include "content/consolidated_gaps.h"
#include "content/consolidated_indicators.h"
#include "content/consolidated_units.h"
#include "content/page_one.h"
#include "content/report_words.h"
#include "content/target_counts.h"

static const struct page_see SEE_UNITS = { LABEL_DECIDED, CONSOLIDATED_DECIDED, NULL };
static const struct page_see SEE_TOTAL = { LABEL_DECIDED ", dòng Tổng cộng", CONSOLIDATED_DECIDED, CONSOLIDATED_TOTAL };
static const struct page_see SEE_MATRIX = { LABEL_MATRIX, CONSOLIDATED_MATRIX, NULL };

static struct target_counts counts_of(const struct consolidation *all, size_t index)
{
    struct target_counts counts = { 0 };
    target_counts_add(&counts, &all->makers[index].gaps);
    return counts;
}

/* ---- what the year comes to ---- */

static void add_plans(struct items *list, size_t *no, const struct consolidation *all)
{
    size_t reported = 0;
    for (size_t i = 0; i < all->count; i++)
        reported += all->makers[i].gaps.has_results;
    page_line(list, ++*no,
              arena_printf(list->arena, "%zu kế hoạch của năm; %zu kế hoạch có báo cáo kết quả", all->count, reported),
              SEE_UNITS);
}

/* The total as its row prints it, with the rate that it prints; and at once how many plans stand behind it. */
static void add_money(struct items *list, size_t *no, const struct consolidation *all, const struct view *decided)
{
    struct arena *arena = list->arena;
    const struct value *spent = page_fact(decided, CONSOLIDATED_TOTAL, FACT_UNIT_DISBURSED);
    const struct value *available = page_fact(decided, CONSOLIDATED_TOTAL, FACT_UNIT_AVAILABLE);
    const struct value *rate = page_fact(decided, CONSOLIDATED_TOTAL, FACT_UNIT_RATE);
    struct page_spent of = { .spent = value_words(spent, arena),
                             .available = value_words(available, arena),
                             .rate = rate->kind == VALUE_NUMBER ? arena_printf(arena, "%s %%", value_words(rate, arena))
                                                                : NULL };
    const char *words = spent->kind != VALUE_NUMBER       ? NOT_REPORTED
                        : available->kind == VALUE_NUMBER ? spent_words(&of, arena)
                                                          : arena_printf(arena, "%s triệu đồng", of.spent);
    const char *partial = consolidated_partial_words(all);
    page_line(list, ++*no,
              arena_printf(arena, "Giải ngân năm %d: %s%s%s", all->context->year, words, partial ? ". " : "",
                           partial ? partial : ""),
              SEE_TOTAL);
}

static void add_targets(struct items *list, size_t *no, const struct consolidation *all)
{
    struct target_counts counts = { 0 };
    for (size_t i = 0; i < all->count; i++)
        if (consolidated_adds_up(all, i))
            target_counts_add(&counts, &all->makers[i].gaps);
    page_line(list, ++*no, counts.all ? target_counts_words(counts, list->arena) : "Các kế hoạch không nêu chỉ tiêu",
              SEE_TOTAL);
}

/* The highest rate, or the lowest; unknown if no plan has one. */
static struct number extreme_rate(const struct consolidation *all, bool highest)
{
    struct number found = { 0 };
    for (size_t i = 0; i < all->count; i++) {
        struct number rate = all->makers[i].money.spending.rate;
        int order = rate.known && found.known ? number_cmp(rate, found) : 0;
        if (rate.known && (!found.known || (highest ? order > 0 : order < 0)))
            found = rate;
    }
    return found;
}

static const char *units_at(const struct consolidation *all, struct number rate)
{
    struct text out = text_in(all->arena);
    for (size_t i = 0; i < all->count; i++) {
        struct number own = all->makers[i].money.spending.rate;
        if (own.known && number_cmp(own, rate) == 0)
            text_addf(&out, "%s%s", out.length ? ", " : "", consolidated_unit_in_sentence(all, i));
    }
    return text_str(&out);
}

/* Between units that differ. */
static void add_rates(struct items *list, size_t *no, const struct consolidation *all)
{
    struct number high = extreme_rate(all, true), low = extreme_rate(all, false);
    if (!high.known || number_cmp(high, low) == 0)
        return;
    page_line(list, ++*no,
              arena_printf(list->arena, "Tỷ lệ giải ngân cao nhất: %s (%s); thấp nhất: %s (%s)", units_at(all, high),
                           percent_words(list->arena, high), units_at(all, low), percent_words(list->arena, low)),
              SEE_UNITS);
}

/* ---- where it falls short ---- */

/* A plan with targets that fall short. */
struct shortfall {
    size_t unit, missed, all;
};

/* The largest share of its targets first, then most, else in the order of the report. */
static int shortfall_cmp(const void *a, const void *b)
{
    const struct shortfall *one = a, *other = b;
    size_t share = one->missed * other->all, other_share = other->missed * one->all;
    if (share != other_share)
        return share < other_share ? 1 : -1;
    if (one->missed != other->missed)
        return one->missed < other->missed ? 1 : -1;
    return one->unit < other->unit ? -1 : one->unit > other->unit;
}

static struct shortfall *find_shortfalls(const struct consolidation *all, size_t *count)
{
    struct shortfall *found = arena_alloc(all->arena, all->count, sizeof *found);
    *count = 0;
    for (size_t i = 0; i < all->count; i++) {
        struct target_counts counts = counts_of(all, i);
        size_t missed = counts.of[TARGET_MISSED] + counts.of[TARGET_BEHIND];
        if (missed)
            found[(*count)++] = (struct shortfall){ i, missed, counts.all };
    }
    qsort(found, *count, sizeof *found, shortfall_cmp);
    return found;
}

/* "25,00 %" of its targets: by which it is ranked. */
static const char *share_words(const struct shortfall *of, struct arena *arena)
{
    enum { PERCENT = 100 };
    struct number part = number_whole((int64_t)of->missed * PERCENT);
    return percent_words(arena, number_div(part, number_whole((int64_t)of->all)));
}

/* How the targets of all plans fall short that do. */
static const char *short_words(const struct consolidation *all)
{
    struct target_counts counts = { 0 };
    for (size_t i = 0; i < all->count; i++)
        target_counts_add(&counts, &all->makers[i].gaps);
    return target_short_words(counts);
}

static void add_units(struct items *list, const struct consolidation *all)
{
    size_t count, no = 0;
    const struct shortfall *found = find_shortfalls(all, &count);
    if (count)
        page_heading(list, arena_printf(list->arena, "Đơn vị có chỉ tiêu %s (tỷ lệ cao xếp trước)", short_words(all)));
    for (; no < count && no < PAGE_LINES_MOST; no++)
        page_line(list, no + 1,
                  arena_printf(list->arena, "%s: %s (%zu/%zu chỉ tiêu)", consolidated_unit_name(all, found[no].unit),
                               share_words(&found[no], list->arena), found[no].missed, found[no].all),
                  (struct page_see){ arena_printf(list->arena, LABEL_DECIDED ", dòng %zu", found[no].unit + 1),
                                     CONSOLIDATED_DECIDED, all->makers[found[no].unit].plan->id });
    size_t left = count - no;
    if (left)
        page_line(list, no + 1, arena_printf(list->arena, "Và %zu kế hoạch khác", left), SEE_UNITS);
}

static bool falls_short(const struct gap *gap)
{
    enum target_class class = target_class_of(gap);
    return gap->target && (class == TARGET_MISSED || class == TARGET_BEHIND);
}

/* The plans that fall short of a target about the indicator: how many, of how many that have one; and their names. */
static size_t short_units(const struct consolidation *all, const char *indicator, size_t *with_target, const char **names)
{
    struct text out = text_in(all->arena);
    size_t count = 0;
    *with_target = 0;
    for (size_t i = 0; i < all->count; i++) {
        bool any = false, falls = false;
        const struct gap *gap;
        for (size_t nth = 0; (gap = consolidated_gap(all, i, indicator, nth)); nth++) {
            any = any || gap->target;
            falls = falls || falls_short(gap);
        }
        *with_target += any;
        count += falls;
        if (falls)
            text_addf(&out, "%s%s", out.length ? ", " : "", consolidated_unit_in_sentence(all, i));
    }
    *names = text_str(&out);
    return count;
}

static const struct indicator *next_indicator(const struct consolidation *all, bool *taken)
{
    enum { SHARED = 2 }; /* what one unit alone falls short of is its own matter */
    const struct catalogue *catalogue = all->context->catalogue;
    size_t most = SHARED - 1, found = catalogue->indicator_count, targets;
    const char *names;
    for (size_t n = 0; n < catalogue->indicator_count; n++) {
        size_t count = taken[n] ? 0 : short_units(all, catalogue->indicators[n].id, &targets, &names);
        if (count > most) {
            most = count;
            found = n;
        }
    }
    if (found == catalogue->indicator_count)
        return NULL;
    taken[found] = true;
    return &catalogue->indicators[found];
}

static void add_indicator(struct items *list, const struct consolidation *all, const struct indicator *indicator, size_t no)
{
    size_t targets, count;
    const char *names;
    count = short_units(all, indicator->id, &targets, &names);
    page_line(list, no,
              arena_printf(list->arena, "%s: %zu trong %zu kế hoạch có chỉ tiêu này (%s)", indicator->name, count, targets, names),
              (struct page_see){ arena_printf(list->arena, LABEL_MATRIX ", chỉ tiêu %zu",
                                              consolidated_indicator_number(all, indicator)),
                                 CONSOLIDATED_MATRIX, indicator->id });
}

/* As many as leave page one a page: each names the plans that fall short. */
static void add_indicators(struct items *list, const struct consolidation *all)
{
    enum { NAMED = 3 };
    bool *taken = arena_alloc(list->arena, all->context->catalogue->indicator_count, sizeof *taken);
    const struct indicator *indicator;
    size_t no = 0;
    for (; (indicator = next_indicator(all, taken)); no++) {
        if (no == 0)
            page_heading(list, arena_printf(list->arena, "Chỉ tiêu mà nhiều đơn vị %s", short_words(all)));
        if (no < NAMED)
            add_indicator(list, all, indicator, no + 1);
    }
    if (no > NAMED)
        page_line(list, NAMED + 1, arena_printf(list->arena, "Và %zu chỉ tiêu khác", no - NAMED), SEE_MATRIX);
}

/* ---- what is missing ---- */

static const char *without_results(const struct consolidation *all)
{
    struct text out = text_in(all->arena);
    for (size_t i = 0; i < all->count; i++)
        if (!all->makers[i].gaps.has_results)
            text_addf(&out, "%s%s", out.length ? ", " : "", consolidated_unit_in_sentence(all, i));
    return out.length ? text_str(&out) : NULL;
}

static const char *without_data(const struct consolidation *all, size_t *total)
{
    struct text out = text_in(all->arena);
    *total = 0;
    for (size_t i = 0; i < all->count; i++) {
        size_t missing = counts_of(all, i).of[TARGET_NO_DATA];
        *total += missing;
        if (missing)
            text_addf(&out, "%s%s %zu", out.length ? ", " : "", consolidated_unit_in_sentence(all, i), missing);
    }
    return text_str(&out);
}

static void add_missing(struct items *list, const struct consolidation *all)
{
    size_t no = 0, count;
    const char *unreported = without_results(all), *units = without_data(all, &count);
    if (!unreported && count == 0)
        return;
    page_heading(list, "Số liệu còn thiếu");
    if (unreported)
        page_line(list, ++no, arena_printf(list->arena, "Kế hoạch chưa có báo cáo kết quả: %s", unreported), SEE_UNITS);
    if (count)
        page_line(list, ++no, arena_printf(list->arena, "%zu chỉ tiêu chưa có số liệu: %s", count, units), SEE_MATRIX);
}

const struct assessed *consolidated_assessed(const struct consolidation *all)
{
    struct assessed *units = arena_alloc(all->arena, all->count, sizeof *units);
    for (size_t i = 0; i < all->count; i++)
        units[i] = (struct assessed){ consolidated_unit_name(all, i), &all->makers[i].list };
    return units;
}

struct view consolidated_summary_view(const struct consolidation *all, const struct view *decided)
{
    struct items list = { .arena = all->arena };
    size_t no = 0;
    page_heading(&list, "Kết quả chính");
    add_plans(&list, &no, all);
    add_money(&list, &no, all, decided);
    add_rates(&list, &no, all);
    add_targets(&list, &no, all);
    add_units(&list, all);
    add_indicators(&list, all);
    add_missing(&list, all);
    assessment_add_proposals(&list, consolidated_assessed(all), all->count, (struct period){ .year = all->context->year });
    return page_view(&list, "consolidate-summary");
}
