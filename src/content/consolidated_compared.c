#include "content/consolidated_compared.h"

#include "base/text.h"
#include "calc/gap_national.h"
#include "content/consolidated_gaps.h"
#include "content/consolidated_indicators.h"
#include "content/gap_words.h"
#include "content/page_one.h"
#include "content/report_words.h"
#include "content/words.h"

/* ---- sums ---- */

/*
 * The sum of what the units report in one unit of measure and for the year. Unknown if one of them is missing, or if a plan
 * has two targets about the indicator: they may count the same things.
 */
static struct number units_sum(const struct consolidation *all, const struct indicator *indicator)
{
    struct number sum = number_whole(0), unknown = { 0 };
    for (size_t i = 0; i < all->count; i++) {
        if (!consolidated_adds_up(all, i) || !consolidated_gap(all, i, indicator->id, 0))
            continue;
        const struct gap *figure = consolidated_figure(all, i, indicator->id);
        bool fits = figure && text_equal(figure->unit, indicator->unit) && !figure->actual.is_range;
        sum = number_add(sum, fits ? figure->actual.low : unknown);
    }
    return sum;
}

/* The sum as one of the figures of the matrix, if it is what they are printed as. */
static void add_up(struct value *total, const struct consolidation *all, const struct indicator *indicator)
{
    struct value_elsewhere *adds = arena_alloc(all->arena, all->count, sizeof *adds);
    struct dec sum = dec_of(0);
    size_t count = 0;
    bool exact = total->kind == VALUE_NUMBER;
    for (size_t i = 0; i < all->count && exact; i++) {
        if (!consolidated_adds_up(all, i) || !consolidated_gap(all, i, indicator->id, 0))
            continue;
        struct value figure = gap_actual_value(consolidated_figure(all, i, indicator->id), all->arena);
        struct figure_key key = { .unit = all->makers[i].plan->id };
        adds[count++] = (struct value_elsewhere){ CONSOLIDATED_MATRIX, indicator->id, FACT_GAP_UNIT_ACTUAL, key };
        exact = figure.kind == VALUE_NUMBER && dec_add(&sum, sum, figure.number);
    }
    if (!exact || !count || dec_cmp(sum, total->number) != 0)
        return;
    total->adds = adds;
    total->add_count = count;
}

/* ---- the nation ---- */

static const char *met_words(const struct consolidation *all, const struct indicator *indicator,
                             const struct national_target *national)
{
    size_t judged = 0, met = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct gap *gap = consolidated_figure(all, i, indicator->id);
        enum national_verdict verdict = gap && gap->national_year == national->measure.year ? gap_national_verdict(gap)
                                                                                            : NATIONAL_UNKNOWN;
        judged += verdict != NATIONAL_UNKNOWN;
        met += verdict == NATIONAL_MET;
    }
    return judged ? arena_printf(all->arena, "%zu/%zu đơn vị có số liệu", met, judged) : NO_FIGURE_SIGN;
}

static bool put_national(struct items *list, const struct consolidation *all, const struct indicator *indicator)
{
    const struct national_target *national = catalogue_national(all->context->catalogue, indicator->id, all->context->year);
    if (!national || !national->verified || !national->comparable || !national->measure.has_low)
        return false;
    items_put(list, FACT_GAP_NATIONAL_SIGN, value_text(goal_sign(all->arena, &national->measure)));
    items_put(list, FACT_GAP_NATIONAL, goal_number(&national->measure, all->arena));
    items_put(list, FACT_GAP_NATIONAL_YEAR, value_year(national->measure.year));
    items_put(list, FACT_GAP_DECISION, value_text(national->set));
    items_put(list, FACT_GAP_STATUS, value_text(met_words(all, indicator, national)));
    return true;
}

/* ---- the ends ---- */

/* Growth over different years cannot be set in order, whether or not the plan has a target for it. */
static bool is_growth(const struct consolidation *all, const char *indicator)
{
    for (size_t i = 0; i < all->count; i++) {
        const struct gap *gap = consolidated_gap(all, i, indicator, 0);
        if (gap && gap->goal.kind == MEASURE_GROWTH)
            return true;
    }
    return false;
}

/* A figure of the unit of measure of the catalogue. */
static const struct gap *ranked(const struct consolidation *all, size_t index, const struct indicator *indicator)
{
    const struct gap *gap = consolidated_figure(all, index, indicator->id);
    return gap && !gap->actual.is_range && text_equal(gap->unit, indicator->unit) ? gap : NULL;
}

/* The best value, or the worst; *count is how many can be set in order. */
static const struct gap *extreme(const struct consolidation *all, const struct indicator *indicator, bool best,
                                 size_t *count)
{
    const struct gap *found = NULL;
    bool highest = (indicator->direction == DIRECTION_HIGHER) == best;
    *count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct gap *gap = ranked(all, i, indicator);
        if (!gap)
            continue;
        int order = found ? number_cmp(gap->actual.low, found->actual.low) : 0;
        ++*count;
        if (!found || (highest ? order > 0 : order < 0))
            found = gap;
    }
    return found;
}

/* "56: tỉnh Thái Bình", "15/63: …": as it is reported, with all that have the value. */
static const char *ends_words(const struct consolidation *all, const struct indicator *indicator, const struct gap *end)
{
    struct value shown = gap_actual_value(end, all->arena);
    struct text out = text_in(all->arena);
    text_addf(&out, "%s:", value_words(&shown, all->arena));
    bool any = false;
    for (size_t i = 0; i < all->count; i++) {
        const struct gap *gap = ranked(all, i, indicator);
        const struct plan *plan = all->makers[i].plan;
        if (!gap || number_cmp(gap->actual.low, end->actual.low) != 0)
            continue;
        text_addf(&out, "%s %s", any ? "," : "",
                  unit_short_words(all->arena, all->context->catalogue, plan->unit, plan->decision.issued, all->last_day));
        any = true;
    }
    return text_str(&out);
}

/* Between two provinces or more that differ. */
static bool put_ends(struct items *list, const struct consolidation *all, const struct indicator *indicator)
{
    size_t count;
    if (indicator->direction == DIRECTION_NEUTRAL || indicator->direction == DIRECTION_UNSAID ||
        is_growth(all, indicator->id))
        return false;
    const struct gap *best = extreme(all, indicator, true, &count), *worst = extreme(all, indicator, false, &count);
    if (count < 2 || number_cmp(best->actual.low, worst->actual.low) == 0)
        return false;
    items_put(list, FACT_GAP_BEST, value_text(ends_words(all, indicator, best)));
    items_put(list, FACT_GAP_WORST, value_text(ends_words(all, indicator, worst)));
    return true;
}

/* ---- rows ---- */

static bool put_total(struct items *list, const struct consolidation *all, const struct indicator *indicator)
{
    if (indicator->aggregation != AGGREGATION_SUM)
        return false;
    struct number sum = units_sum(all, indicator);
    struct value total = sum.known ? value_short(sum) : value_text(CANNOT_ADD);
    add_up(&total, all, indicator);
    items_put(list, FACT_GAP_TOTAL, total);
    return true;
}

/* The last item has a value or a blank of each. */
static void put_blanks(struct items *list)
{
    static const enum fact_id FACTS_OF_ROW[] = { FACT_GAP_TOTAL,         FACT_GAP_NATIONAL_SIGN, FACT_GAP_NATIONAL,
                                                 FACT_GAP_NATIONAL_YEAR, FACT_GAP_DECISION,      FACT_GAP_STATUS,
                                                 FACT_GAP_BEST,          FACT_GAP_WORST };
    for (size_t i = 0; i < sizeof FACTS_OF_ROW / sizeof *FACTS_OF_ROW; i++)
        if (!item_fact(&list->items[list->count - 1], FACTS_OF_ROW[i], figure_key_of(0, NULL)))
            items_put(list, FACTS_OF_ROW[i], value_text(NULL));
}

/* The number is that of the indicator's row in the matrix. One of which nothing is to be said has no row here. */
static void add_indicator(struct items *list, const struct consolidation *all, const struct indicator *indicator,
                          size_t number)
{
    items_add(list, ROLE_BODY, 0);
    items_put(list, FACT_GAP_NO, value_text(arena_printf(list->arena, "%zu", number)));
    items_put(list, FACT_GAP_TEXT, value_text(indicator->name));
    items_put(list, FACT_GAP_UNIT, value_text(indicator->unit));
    bool total = put_total(list, all, indicator), national = put_national(list, all, indicator);
    if (!put_ends(list, all, indicator) && !total && !national)
        list->count--;
    else
        put_blanks(list);
}

struct view consolidated_compared_view(const struct consolidation *all)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_GAP_NO,       FACT_GAP_TEXT,          FACT_GAP_UNIT,     FACT_GAP_TOTAL,  FACT_GAP_NATIONAL_SIGN,
        FACT_GAP_NATIONAL, FACT_GAP_NATIONAL_YEAR, FACT_GAP_DECISION, FACT_GAP_STATUS, FACT_GAP_BEST, FACT_GAP_WORST,
    };
    const struct catalogue *catalogue = all->context->catalogue;
    struct items list = { .arena = all->arena };
    for (size_t n = 0, number = 0; n < catalogue->indicator_count; n++)
        if (consolidated_rows(all, catalogue->indicators[n].id))
            add_indicator(&list, all, &catalogue->indicators[n], ++number);
    items_say_if_none(&list, FACT_GAP_TEXT, "Không có chỉ tiêu nào cộng được, so được giữa các đơn vị.");
    struct view view = items_view(&list, EACH_GAP, "consolidate-compared", "Biểu 4", FACTS(SUPPLIED));
    view_note(&view,
              "Số thứ tự như " LABEL_MATRIX
              ". Chỉ cộng chỉ tiêu mà danh mục cho phép cộng; tỷ lệ không cộng, phải tính lại từ tử số "
              "và mẫu số của các đơn vị; " CANNOT_ADD
              ": có đơn vị chưa có số liệu của năm, khác đơn vị tính, hoặc có hai mục "
              "tiêu về cùng một chỉ tiêu.",
              all->arena);
    view_note(
        &view,
        "Tốt nhất, kém nhất, đạt mục tiêu quốc gia: xét mọi đơn vị cấp tỉnh có một số liệu của năm về chỉ tiêu ấy, kể cả đơn "
        "vị không đặt mục tiêu; kế hoạch của cả nước không xét. Mục tiêu quốc gia chưa kiểm chứng thì không nêu.",
        all->arena);
    return view;
}
