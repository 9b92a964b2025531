#include "content/consolidated_indicators.h"

#include "base/text.h"
#include "content/gap_notes.h"
#include "content/gap_words.h"
#include "content/report_words.h"
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

static const char *name_of(const struct consolidation *all, size_t index)
{
    const struct plan *plan = all->makers[index].plan;
    const char *own = consolidated_plan_name(all, index);
    const char *unit = unit_words(all->arena, all->context->catalogue, plan->unit, plan->decision.issued, all->last_day);
    return own ? arena_printf(all->arena, "%s: %s", unit, own) : unit;
}

static void add_unit(struct items *list, const struct consolidation *all, size_t index, const struct gap *gap)
{
    struct arena *arena = all->arena;
    items_add(list, ROLE_BODY, 1);
    items_put(list, FACT_GAP_TEXT, value_text(name_of(all, index)));
    items_put(list, FACT_GAP_UNIT, value_text(gap->unit));
    items_put(list, FACT_GAP_GOAL, value_text(goal_words(arena, &gap->goal)));
    items_put(list, FACT_GAP_YEAR, value_year(gap->target_year));
    items_put(list, FACT_GAP_ACTUAL, gap_actual_value(gap, arena));
    items_put(list, FACT_GAP_ACTUAL_YEAR, value_year(gap->actual_year));
    items_put(list, FACT_GAP_ACHIEVEMENT, gap_achievement_value(gap));
    items_put(list, FACT_GAP_STATUS, value_text(gap_verdict_words(gap, arena)));
    items_put(list, FACT_GAP_NOTE, value_text(gap_notes(gap, arena)));
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
        if (!consolidated_adds_up(all, m))
            continue;
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

static void add_total(struct items *list, const struct consolidation *all, const struct indicator *indicator)
{
    struct number sum = { 0 };
    const char *note = "không cộng";
    if (indicator->aggregation == AGGREGATION_WEIGHTED)
        note = "không cộng (tỷ lệ)";
    if (indicator->aggregation == AGGREGATION_SUM) {
        sum = units_sum(all, indicator);
        note = sum.known ? NULL : "chưa cộng được";
    }
    items_add(list, ROLE_TOTAL, 1);
    items_put(list, FACT_GAP_TEXT, value_text("Cộng các đơn vị"));
    items_put(list, FACT_GAP_UNIT, value_text(sum.known ? indicator->unit : NULL));
    items_put(list, FACT_GAP_ACTUAL, value_short(sum));
    items_put(list, FACT_GAP_NOTE, value_text(note));
}

static void add_indicator(struct items *list, const struct consolidation *all, const struct indicator *indicator,
                          size_t number)
{
    items_add_group(list, 0, indicator->name);
    items_put(list, FACT_GAP_NO, value_text(arena_printf(all->arena, "%zu", number)));
    items_put(list, FACT_GAP_TEXT, value_text(indicator->name));
    for (size_t i = 0; i < all->count; i++) {
        const struct year_maker *maker = &all->makers[i];
        for (size_t g = 0; g < maker->gaps.count; g++)
            if (is_of(&maker->gaps.items[g], indicator->id))
                add_unit(list, all, i, &maker->gaps.items[g]);
    }
    add_total(list, all, indicator);
}

struct view consolidated_indicators_view(const struct consolidation *all)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_GAP_NO,     FACT_GAP_TEXT,        FACT_GAP_UNIT,        FACT_GAP_GOAL,   FACT_GAP_YEAR,
        FACT_GAP_ACTUAL, FACT_GAP_ACTUAL_YEAR, FACT_GAP_ACHIEVEMENT, FACT_GAP_STATUS, FACT_GAP_NOTE,
    };
    const struct catalogue *catalogue = all->context->catalogue;
    struct items list = { .arena = all->arena };
    size_t number = 0;
    for (size_t n = 0; n < catalogue->indicator_count; n++) {
        size_t units = 0;
        for (size_t i = 0; i < all->count; i++)
            units += targets_of(&all->makers[i], catalogue->indicators[n].id);
        if (units > 0)
            add_indicator(&list, all, &catalogue->indicators[n], ++number);
    }
    items_say_if_none(&list, FACT_GAP_TEXT, "Các kế hoạch không có chỉ tiêu nào theo danh mục.");
    struct view view = items_view(&list, EACH_GAP, "consolidate-indicators", "Biểu 3", FACTS(SUPPLIED));
    view_note(&view,
              "Chỉ cộng chỉ tiêu mà danh mục cho phép cộng. Tỷ lệ không cộng: phải tính lại từ tử số và mẫu số của các đơn "
              "vị. Chưa "
              "cộng được: có đơn vị chưa có số liệu của năm, khác đơn vị tính, hoặc có hai mục tiêu về cùng một chỉ tiêu.",
              all->arena);
    return view;
}
