/* The same indicator in all units, added only where adding means something. */
#include "base/text.h"
#include "content/consolidated_parts.h"
#include "content/words.h"
#include "model/catalogue.h"

static bool is_of(const struct gap *gap, const char *indicator)
{
    return text_equal(gap->indicator, indicator);
}

/* How many targets of a plan are about an indicator. */
static size_t targets_of(const struct year_maker *maker, const char *indicator)
{
    size_t count = 0;
    for (size_t i = 0; i < maker->gaps.count; i++)
        count += is_of(&maker->gaps.items[i], indicator);
    return count;
}

static struct value number_value(struct number number)
{
    struct dec rounded;
    return number_round(&rounded, number) ? value_plain(rounded) : value_text(NULL);
}

static void add_unit(struct report_items *list, const struct consolidation *all, const struct year_maker *maker,
                     const struct gap *gap)
{
    struct arena *arena = all->arena;
    bool none = gap->status == GAP_NO_DATA && !gap_is_worded(gap);
    report_item(list, ITEM_BODY, 1, NULL);
    report_put(list, FACT_GAP_TEXT, value_text(unit_words(arena, all->context->catalogue, maker->plan->unit,
                                                          maker->plan->decision.issued, all->last_day)));
    report_put(list, FACT_GAP_UNIT, value_text(gap->unit));
    report_put(list, FACT_GAP_GOAL, value_text(goal_words(arena, &gap->goal)));
    report_put(list, FACT_GAP_YEAR, value_year(gap->target_year));
    report_put(list, FACT_GAP_ACTUAL, none ? value_text(NOT_REPORTED)
                                      : gap->actual.is_range ? value_text("một khoảng")
                                                             : number_value(gap->actual.low));
    report_put(list, FACT_GAP_ACTUAL_YEAR, value_year(gap->actual_year));
    report_put(list, FACT_GAP_ACHIEVEMENT, value_rounded(gap->achievement));
    report_put(list, FACT_GAP_STATUS, value_text(year_verdict_words(gap)));
    if (gap_has(gap, GAP_GROWTH_INDEX) && gap->actual.low.known)
        report_put(list, FACT_GAP_NOTE, value_text("tính theo chỉ số, năm gốc bằng 100"));
}

/*
 * The sum of what the units report in one unit of measure and for the year. Unknown if one of them is missing, or if a
 * plan has two targets about the indicator: they may count the same things.
 */
static struct number units_sum(const struct consolidation *all, const struct indicator *indicator)
{
    struct number sum = number_whole(0), unknown = { 0 };
    for (size_t m = 0; m < all->count; m++) {
        const struct year_maker *maker = &all->makers[m];
        if (targets_of(maker, indicator->id) > 1)
            return unknown;
        for (size_t i = 0; i < maker->gaps.count; i++) {
            const struct gap *gap = &maker->gaps.items[i];
            if (!is_of(gap, indicator->id))
                continue;
            bool fits = text_equal(gap->unit, indicator->unit) && !gap->actual.is_range &&
                        gap->actual_year == all->context->year;
            sum = number_add(sum, fits ? gap->actual.low : unknown);
        }
    }
    return sum;
}

static void add_total(struct report_items *list, const struct consolidation *all, const struct indicator *indicator)
{
    struct number sum = { 0 };
    const char *note = "không cộng";
    if (indicator->aggregation == AGGREGATION_WEIGHTED)
        note = "không cộng (tỷ lệ)";
    if (indicator->aggregation == AGGREGATION_SUM) {
        sum = units_sum(all, indicator);
        note = sum.known ? NULL : "chưa cộng được";
    }
    report_item(list, ITEM_TOTAL, 1, NULL);
    report_put(list, FACT_GAP_TEXT, value_text("Cộng các đơn vị"));
    report_put(list, FACT_GAP_UNIT, value_text(sum.known ? indicator->unit : NULL));
    report_put(list, FACT_GAP_ACTUAL, number_value(sum));
    report_put(list, FACT_GAP_NOTE, value_text(note));
}

static void add_indicator(struct report_items *list, const struct consolidation *all, const struct indicator *indicator,
                          size_t number)
{
    report_item(list, ITEM_GROUP, 0, indicator->name);
    report_put(list, FACT_GAP_NO, value_text(arena_printf(all->arena, "%zu", number)));
    report_put(list, FACT_GAP_TEXT, value_text(indicator->name));
    for (size_t i = 0; i < all->count; i++) {
        const struct year_maker *maker = &all->makers[i];
        for (size_t g = 0; g < maker->gaps.count; g++)
            if (is_of(&maker->gaps.items[g], indicator->id))
                add_unit(list, all, maker, &maker->gaps.items[g]);
    }
    add_total(list, all, indicator);
}

struct view consolidated_indicators_view(const struct consolidation *all)
{
    const struct catalogue *catalogue = all->context->catalogue;
    struct report_items list = { .arena = all->arena };
    size_t number = 0;
    for (size_t n = 0; n < catalogue->indicator_count; n++) {
        size_t units = 0;
        for (size_t i = 0; i < all->count; i++)
            units += targets_of(&all->makers[i], catalogue->indicators[n].id);
        if (units > 0)
            add_indicator(&list, all, &catalogue->indicators[n], ++number);
    }
    if (!list.count) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_GAP_TEXT, value_text("Các kế hoạch không có chỉ tiêu nào theo danh mục."));
    }
    struct view view = report_view(&list, EACH_GAP, "consolidate-indicators", "Biểu 3");
    year_note(
        &view,
        "Chỉ cộng chỉ tiêu mà danh mục cho phép cộng. Tỷ lệ không cộng: phải tính lại từ tử số và mẫu số của các đơn "
        "vị. Chưa "
        "cộng được: có đơn vị chưa có số liệu của năm, khác đơn vị tính, hoặc có hai mục tiêu về cùng một chỉ tiêu.",
        all->arena);
    return view;
}
