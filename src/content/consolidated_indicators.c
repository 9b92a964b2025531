#include "content/consolidated_indicators.h"

#include "base/text.h"
#include "calc/gap_national.h"
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

/* Reported although the plan has no target for it. */
static bool is_reported_besides(const struct year_maker *maker, const char *indicator)
{
    for (size_t i = 0; i < maker->gaps.other_count; i++)
        if (is_of(&maker->gaps.others[i], indicator))
            return true;
    return false;
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
    items_put(list, FACT_GAP_GOAL_SIGN, value_text(goal_sign(arena, &gap->goal)));
    items_put(list, FACT_GAP_GOAL_NUMBER, goal_number(&gap->goal, arena));
    items_put(list, FACT_GAP_YEAR, value_year(gap->target_year));
    items_put(list, FACT_GAP_ACTUAL, gap_actual_value(gap, arena));
    items_put(list, FACT_GAP_ACTUAL_YEAR, value_year(gap->actual_year));
    items_put(list, FACT_GAP_ACHIEVEMENT, gap_achievement_value(gap));
    items_put(list, FACT_GAP_STATUS, value_text(gap->target ? gap_verdict_words(gap, arena) : "không đặt mục tiêu"));
    items_put(list, FACT_GAP_NOTE, value_text(gap_notes_in_full(gap, arena)));
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

/* Only of what the catalogue lets add; a ratio has no row that says so. */
static void add_total(struct items *list, const struct consolidation *all, const struct indicator *indicator)
{
    if (indicator->aggregation != AGGREGATION_SUM)
        return;
    struct number sum = units_sum(all, indicator);
    items_add(list, ROLE_TOTAL, 1);
    items_put(list, FACT_GAP_TEXT, value_text("Cộng các đơn vị"));
    items_put(list, FACT_GAP_UNIT, value_text(sum.known ? indicator->unit : NULL));
    items_put(list, FACT_GAP_ACTUAL, value_short(sum));
    items_put(list, FACT_GAP_NOTE, value_text(sum.known ? NULL : "chưa cộng được"));
}

/* ---- provinces against each other and against the nation ---- */

/* The plan's only target about the indicator, if it is a province's and reported for the year; else NULL. */
static const struct gap *judged_gap(const struct consolidation *all, size_t index, const struct indicator *indicator)
{
    const struct year_maker *maker = &all->makers[index];
    if (!consolidated_adds_up(all, index) || targets_of(maker, indicator->id) != 1)
        return NULL;
    for (size_t i = 0; i < maker->gaps.count; i++) {
        const struct gap *gap = &maker->gaps.items[i];
        if (is_of(gap, indicator->id))
            return gap->actual.low.known && gap->actual_year == all->context->year ? gap : NULL;
    }
    return NULL;
}

static const char *met_words(const struct consolidation *all, const struct indicator *indicator,
                             const struct national_target *national)
{
    size_t judged = 0, met = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct gap *gap = judged_gap(all, i, indicator);
        enum national_verdict verdict = gap && gap->national_year == national->measure.year ? gap_national_verdict(gap)
                                                                                            : NATIONAL_UNKNOWN;
        judged += verdict != NATIONAL_UNKNOWN;
        met += verdict == NATIONAL_MET;
    }
    return judged ? arena_printf(all->arena, "%zu/%zu đơn vị có mục tiêu, có số liệu đã đạt", met, judged)
                  : "chưa đơn vị nào có số liệu so được";
}

static void add_national(struct items *list, const struct consolidation *all, const struct indicator *indicator)
{
    const struct national_target *national = catalogue_national(all->context->catalogue, indicator->id, all->context->year);
    if (!national || !national->verified || !national->comparable || !national->measure.has_low)
        return;
    items_add(list, ROLE_TOTAL, 1);
    items_put(list, FACT_GAP_TEXT, value_text(arena_printf(all->arena, "Mục tiêu quốc gia (%s)", national->set)));
    items_put(list, FACT_GAP_UNIT, value_text(national->measure.unit));
    items_put(list, FACT_GAP_GOAL, value_text(goal_words(all->arena, &national->measure)));
    items_put(list, FACT_GAP_GOAL_SIGN, value_text(goal_sign(all->arena, &national->measure)));
    items_put(list, FACT_GAP_GOAL_NUMBER, goal_number(&national->measure, all->arena));
    items_put(list, FACT_GAP_YEAR, value_year(national->measure.year));
    items_put(list, FACT_GAP_NOTE, value_text(met_words(all, indicator, national)));
}

/* Shares and numbers of one unit of measure that can be set in order; growth over different years cannot. */
static bool is_ranked(const struct gap *gap, const struct indicator *indicator)
{
    return gap && !gap->actual.is_range && gap->goal.kind != MEASURE_GROWTH && text_equal(gap->unit, indicator->unit);
}

/* The best value, or the worst; *count is how many can be set in order. */
static const struct gap *extreme(const struct consolidation *all, const struct indicator *indicator, bool best,
                                 size_t *count)
{
    const struct gap *found = NULL;
    bool highest = (indicator->direction == DIRECTION_HIGHER) == best;
    *count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct gap *gap = judged_gap(all, i, indicator);
        if (!is_ranked(gap, indicator))
            continue;
        int order = found ? number_cmp(gap->actual.low, found->actual.low) : 0;
        ++*count;
        if (!found || (highest ? order > 0 : order < 0))
            found = gap;
    }
    return found;
}

static const char *names_at(const struct consolidation *all, const struct indicator *indicator, struct number value)
{
    struct text out = text_in(all->arena);
    for (size_t i = 0; i < all->count; i++) {
        const struct gap *gap = judged_gap(all, i, indicator);
        const struct plan *plan = all->makers[i].plan;
        if (is_ranked(gap, indicator) && number_cmp(gap->actual.low, value) == 0)
            text_addf(
                &out, "%s%s", out.length ? ", " : "",
                unit_short_words(all->arena, all->context->catalogue, plan->unit, plan->decision.issued, all->last_day));
    }
    return text_str(&out);
}

static void add_extreme(struct items *list, const struct consolidation *all, const struct indicator *indicator, bool best)
{
    size_t count;
    const struct gap *gap = extreme(all, indicator, best, &count);
    items_add(list, ROLE_TOTAL, 1);
    items_put(list, FACT_GAP_TEXT,
              value_text(arena_printf(all->arena, "%s: %s", best ? "Tốt nhất" : "Kém nhất",
                                      names_at(all, indicator, gap->actual.low))));
    items_put(list, FACT_GAP_UNIT, value_text(gap->unit));
    items_put(list, FACT_GAP_ACTUAL, value_short(gap->actual.low));
    items_put(list, FACT_GAP_ACTUAL_YEAR, value_year(gap->actual_year));
    items_put(list, FACT_GAP_NOTE,
              value_text(arena_printf(all->arena, "trong %zu đơn vị có mục tiêu, có số liệu năm", count)));
}

/* Between two provinces or more that differ. */
static void add_extremes(struct items *list, const struct consolidation *all, const struct indicator *indicator)
{
    size_t count;
    if (indicator->direction == DIRECTION_NEUTRAL || indicator->direction == DIRECTION_UNSAID)
        return;
    const struct gap *best = extreme(all, indicator, true, &count), *worst = extreme(all, indicator, false, &count);
    if (count < 2 || number_cmp(best->actual.low, worst->actual.low) == 0)
        return;
    add_extreme(list, all, indicator, true);
    add_extreme(list, all, indicator, false);
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
        for (size_t g = 0; g < maker->gaps.other_count; g++)
            if (is_of(&maker->gaps.others[g], indicator->id))
                add_unit(list, all, i, &maker->gaps.others[g]);
    }
    add_total(list, all, indicator);
    add_national(list, all, indicator);
    add_extremes(list, all, indicator);
}

struct view consolidated_indicators_view(const struct consolidation *all)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_GAP_NO,          FACT_GAP_TEXT,        FACT_GAP_UNIT,        FACT_GAP_GOAL,
        FACT_GAP_YEAR,        FACT_GAP_GOAL_SIGN,   FACT_GAP_GOAL_NUMBER, FACT_GAP_ACTUAL,
        FACT_GAP_ACTUAL_YEAR, FACT_GAP_ACHIEVEMENT, FACT_GAP_STATUS,      FACT_GAP_NOTE,
    };
    const struct catalogue *catalogue = all->context->catalogue;
    struct items list = { .arena = all->arena };
    size_t number = 0;
    for (size_t n = 0; n < catalogue->indicator_count; n++) {
        size_t units = 0;
        for (size_t i = 0; i < all->count; i++)
            units += targets_of(&all->makers[i], catalogue->indicators[n].id) +
                     is_reported_besides(&all->makers[i], catalogue->indicators[n].id);
        if (units > 0)
            add_indicator(&list, all, &catalogue->indicators[n], ++number);
    }
    items_say_if_none(&list, FACT_GAP_TEXT, "Các kế hoạch không có chỉ tiêu nào theo danh mục.");
    struct view view = items_view(&list, EACH_GAP, "consolidate-indicators", "Biểu 3", FACTS(SUPPLIED));
    view_note(
        &view,
        "Chỉ cộng chỉ tiêu mà danh mục cho phép cộng; tỷ lệ không cộng, phải tính lại từ tử số và mẫu số của các đơn vị. "
        "Chưa cộng được: có đơn vị chưa có số liệu của năm, khác đơn vị tính, hoặc có hai mục tiêu về cùng một chỉ tiêu.",
        all->arena);
    view_note(
        &view,
        "Tốt nhất, kém nhất, đạt mục tiêu quốc gia: chỉ xét đơn vị cấp tỉnh có một mục tiêu về chỉ tiêu ấy và có số liệu "
        "của năm; kế hoạch của cả nước không xét. Mục tiêu quốc gia chưa kiểm chứng thì không nêu.",
        all->arena);
    return view;
}
