#include "content/year_summary.h"

#include "base/text.h"
#include "content/gap_words.h"
#include "content/items.h"
#include "content/report_words.h"
#include "content/words.h"

enum { WORST = 5 };

/* Where the details stand: what is printed, and the item that it leads to. */
struct see {
    const char *text, *view, *item;
};

static const struct see SEE_TOTAL = { LABEL_MONEY ", dòng Tổng cộng", YEAR_MONEY, YEAR_MONEY_TOTAL };
static const struct see SEE_MONEY = { LABEL_MONEY, YEAR_MONEY, NULL };
static const struct see SEE_GAPS = { LABEL_GAPS, YEAR_TARGETS, NULL };
static const struct see SEE_ALL = { "mọi biểu", NULL, NULL };

static void add_line(struct items *list, const char *no, const char *text, struct value value, const char *unit,
                     struct see see)
{
    struct value reference = value_text(see.text);
    reference.see_view = see.view;
    reference.see_item = see.item;
    items_add(list, ROLE_BODY, 1);
    items_put(list, FACT_SUMMARY_NO, value_text(no));
    items_put(list, FACT_SUMMARY_TEXT, value_text(text));
    items_put(list, FACT_SUMMARY_VALUE, value);
    items_put(list, FACT_SUMMARY_UNIT, value_text(unit));
    items_put(list, FACT_SUMMARY_SEE, reference);
}

static void add_heading(struct items *list, const char *no, const char *text)
{
    items_add_group(list, 0, text);
    items_put(list, FACT_SUMMARY_NO, value_text(no));
    items_put(list, FACT_SUMMARY_TEXT, value_text(text));
}

static struct see see_gap(struct arena *arena, const struct gap *gap, size_t number)
{
    return (struct see){ arena_printf(arena, LABEL_GAPS ", chỉ tiêu %zu", number), YEAR_TARGETS, gap->target };
}

/* ---- three figures ---- */

static const char *disbursed_words(const struct year_maker *maker)
{
    const struct spent *disbursed = &maker->money.spending.reported[PHASE_DISBURSED];
    const struct spent *planned = &maker->money.spending.planned;
    struct text out = text_in(maker->arena);
    text_addf(&out, "Giải ngân năm %d so với kinh phí được sử dụng", maker->year);
    if (is_whole(disbursed) && is_whole(&maker->money.available))
        text_addf(&out, ": %s trên %s triệu đồng", dong_words(maker->arena, disbursed->dong, UNIT_MILLION),
                  dong_words(maker->arena, maker->money.available.dong, UNIT_MILLION));
    else if (disbursed->known)
        text_addf(&out, ": %s %s triệu đồng, chưa báo cáo đủ", is_whole(disbursed) ? "đã giải ngân" : "mới báo cáo",
                  dong_words(maker->arena, disbursed->dong, UNIT_MILLION));
    if (is_whole(planned))
        text_addf(&out, "; kế hoạch %s triệu đồng", dong_words(maker->arena, planned->dong, UNIT_MILLION));
    return text_str(&out);
}

static void add_figures(struct items *list, const struct year_maker *maker)
{
    struct arena *arena = maker->arena;
    const size_t *numbers = maker->gaps.numbers;
    struct number rate = maker->money.spending.rate;
    size_t reached = numbers[GAP_EXCEEDED] + numbers[GAP_MET], short_of = numbers[GAP_BEHIND] + numbers[GAP_MISSED];
    bool any = maker->gaps.has_results;
    const char *nothing = maker->money.spending.reported[PHASE_DISBURSED].known ? NOT_COMPUTABLE : NOT_REPORTED;
    add_heading(list, "I", "Ba con số chính");
    add_line(list, "1", disbursed_words(maker), rate.known ? value_rounded(rate) : value_text(nothing), "%", SEE_TOTAL);
    add_line(list, "2", arena_printf(arena, "Chỉ tiêu đạt hoặc vượt, trong tổng số %zu chỉ tiêu", maker->gaps.count),
             any ? value_count(reached) : value_text(NOT_REPORTED), "chỉ tiêu", SEE_GAPS);
    add_line(list, "3",
             arena_printf(arena, "Chỉ tiêu không đạt hoặc chậm tiến độ, trong tổng số %zu chỉ tiêu", maker->gaps.count),
             any ? value_count(short_of) : value_text(NOT_REPORTED), "chỉ tiêu", SEE_GAPS);
}

/* ---- furthest behind ---- */

static bool is_short(const struct gap *gap)
{
    return gap->status == GAP_MISSED || gap->status == GAP_BEHIND;
}

/* What is missed before what is behind, then the lower achievement, one that cannot be reckoned last. */
static bool is_worse(const struct gap *a, const struct gap *b)
{
    if (a->status != b->status)
        return a->status == GAP_MISSED;
    if (!a->achievement.known || !b->achievement.known)
        return a->achievement.known && !b->achievement.known;
    return number_cmp(a->achievement, b->achievement) < 0;
}

static void add_worst(struct items *list, const struct year_maker *maker)
{
    struct arena *arena = maker->arena;
    bool *taken = arena_alloc(arena, maker->gaps.count, sizeof *taken);
    add_heading(list, "II", "Chỉ tiêu cách mục tiêu xa nhất");
    for (size_t n = 1; n <= WORST; n++) {
        const struct gap *worst = NULL;
        for (size_t i = 0; i < maker->gaps.count; i++) {
            const struct gap *gap = &maker->gaps.items[i];
            if (is_short(gap) && !taken[i] && (!worst || is_worse(gap, worst)))
                worst = gap;
        }
        if (!worst && n == 1)
            add_line(list, NULL,
                     maker->gaps.has_results ? "Không có chỉ tiêu nào không đạt hoặc chậm tiến độ" : NOT_REPORTED,
                     value_text(NULL), NULL, SEE_GAPS);
        if (!worst)
            return;
        size_t index = (size_t)(worst - maker->gaps.items);
        taken[index] = true;
        add_line(list, arena_printf(arena, "%zu", n),
                 arena_printf(arena, "%s: %s (mục tiêu %s năm %d)", text_shortened(worst->label, arena),
                              gap_distance_words(worst, arena), goal_words(arena, &worst->goal), worst->target_year),
                 worst->achievement.known ? value_rounded(worst->achievement) : value_text(NOT_COMPUTABLE),
                 worst->achievement.known ? "% mức đạt" : NULL, see_gap(arena, worst, index + 1));
    }
}

/* ---- what is missing ---- */

static void add_missing_targets(struct items *list, const struct year_maker *maker)
{
    struct text numbers = text_in(maker->arena);
    size_t count = 0;
    for (size_t i = 0; i < maker->gaps.count; i++)
        if (maker->gaps.items[i].status == GAP_NO_DATA && !gap_is_worded(&maker->gaps.items[i]))
            text_addf(&numbers, "%s%zu", count++ ? ", " : "", i + 1);
    if (count)
        add_line(list, "1",
                 arena_printf(maker->arena, "Chỉ tiêu chưa có số liệu báo cáo (số thứ tự: %s)", text_str(&numbers)),
                 value_count(count), "chỉ tiêu", SEE_GAPS);
    else
        add_line(list, "1", "Chỉ tiêu chưa có số liệu báo cáo: không có", value_text(NULL), NULL, SEE_GAPS);
}

static void add_worded_targets(struct items *list, const struct year_maker *maker)
{
    struct text numbers = text_in(maker->arena);
    for (size_t i = 0; i < maker->gaps.count; i++)
        if (gap_is_worded(&maker->gaps.items[i]))
            text_addf(&numbers, "%s%zu", numbers.length ? ", " : "", i + 1);
    add_line(
        list, "3",
        arena_printf(maker->arena, "Không tính là thiếu số liệu: nội dung " WORDED " (số thứ tự: %s)", text_str(&numbers)),
        value_count(maker->gaps.worded), "chỉ tiêu", SEE_GAPS);
}

static void add_missing_money(struct items *list, const struct year_maker *maker)
{
    static const char *const NAMES[PHASES] = { [PHASE_CARRIED_IN] = "số năm trước chuyển sang",
                                               [PHASE_ALLOCATED] = "dự toán giao",
                                               [PHASE_DISBURSED] = "số đã giải ngân" };
    struct text names = text_in(maker->arena);
    for (int phase = 0; phase < PHASES; phase++)
        if (!is_whole(&maker->money.spending.reported[phase]))
            text_addf(&names, "%s%s", names.length ? ", " : "", NAMES[phase]);
    const char *what = names.length ? text_str(&names) : "không có";
    add_line(list, "2", arena_printf(maker->arena, "Kinh phí năm %d chưa có số liệu báo cáo đủ: %s", maker->year, what),
             value_text(NULL), NULL, SEE_MONEY);
}

static void add_missing(struct items *list, const struct year_maker *maker)
{
    add_heading(list, "III", "Số liệu còn thiếu");
    if (!maker->gaps.has_results) {
        add_line(list, NULL, "Chưa có số liệu báo cáo: không có báo cáo kết quả nào tính đến ngày lập báo cáo này",
                 value_text(NULL), NULL, SEE_ALL);
        return;
    }
    add_missing_targets(list, maker);
    add_missing_money(list, maker);
    if (maker->gaps.worded)
        add_worded_targets(list, maker);
}

/* ---- how the counts of targets add up ---- */

struct counted {
    size_t count;
    const char *words;
};

static const char *sum_of_targets(const struct year_maker *maker)
{
    const size_t *numbers = maker->gaps.numbers;
    const struct counted parts[] = {
        { numbers[GAP_EXCEEDED] + numbers[GAP_MET], "đạt hoặc vượt" },
        { numbers[GAP_BEHIND] + numbers[GAP_MISSED], "không đạt hoặc chậm tiến độ" },
        { numbers[GAP_ON_TRACK], "đúng tiến độ" },
        { numbers[GAP_NOT_COMPUTABLE], NOT_COMPUTABLE },
        { numbers[GAP_NONE], "không đánh giá" },
        { numbers[GAP_NO_DATA], NOT_REPORTED },
        { maker->gaps.worded, WORDED },
    };
    struct text out = text_in(maker->arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].count)
            text_addf(&out, "%s%zu %s", out.length ? " + " : "", parts[i].count, parts[i].words);
    return arena_printf(maker->arena, "Tổng số %zu chỉ tiêu = %s.", maker->gaps.count, text_str(&out));
}

struct view year_summary_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_SUMMARY_NO, FACT_SUMMARY_TEXT, FACT_SUMMARY_VALUE, FACT_SUMMARY_UNIT, FACT_SUMMARY_SEE,
    };
    struct items list = { .arena = maker->arena };
    add_figures(&list, maker);
    add_worst(&list, maker);
    add_missing(&list, maker);
    struct view view = items_view(&list, EACH_SUMMARY, "year-summary", NULL, FACTS(SUPPLIED));
    if (maker->gaps.has_results && maker->gaps.count)
        view_note(&view, sum_of_targets(maker), maker->arena);
    return view;
}
