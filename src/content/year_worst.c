#include "content/year_worst.h"

#include "base/shortened.h"
#include "base/text.h"
#include "content/gap_words.h"
#include "content/target_counts.h"

static const struct page_see SEE_TARGETS = { LABEL_GAPS, YEAR_TARGETS, NULL };

/* On the wrong side of the target, or right at one that must be passed. */
static bool is_short(const struct gap *gap)
{
    enum target_class class = target_class_of(gap);
    if (class == TARGET_MISSED || class == TARGET_BEHIND)
        return true;
    if (class != TARGET_UNJUDGED || !gap->gap.known || number_is_zero(gap->gap))
        return false;
    return (number_cmp(gap->gap, number_whole(0)) < 0) == (gap->direction == DIRECTION_HIGHER);
}

/* In % of the target; unknown where that is zero. */
static struct number shortfall(const struct gap *gap)
{
    return number_mul(number_div(number_abs(gap->gap), number_abs(gap->target_value)), number_whole(100));
}

/* What has no measure comes last. */
static bool is_worse(const struct gap *a, const struct gap *b)
{
    struct number left = shortfall(a), right = shortfall(b);
    if (!left.known || !right.known)
        return left.known && !right.known;
    return number_cmp(left, right) > 0;
}

/* The furthest of those that are not taken yet; NULL if there is none. */
static const struct gap *next_worst(const struct gaps *gaps, bool *taken)
{
    const struct gap *worst = NULL;
    for (size_t i = 0; i < gaps->count; i++)
        if (is_short(&gaps->items[i]) && !taken[i] && (!worst || is_worse(&gaps->items[i], worst)))
            worst = &gaps->items[i];
    if (worst)
        taken[worst - gaps->items] = true;
    return worst;
}

/* "10 %": what the table prints of it, and in what. */
static const char *with_unit(const struct gap *gap, const char *figure, struct arena *arena)
{
    if (gap->goal.kind == MEASURE_RANK || !gap->unit)
        return figure;
    return arena_printf(arena, "%s %s", figure, gap->unit);
}

/* "50% số xã …: không đạt, còn thiếu 15 điểm phần trăm (hụt 30 % mục tiêu); kết quả 35 %, mục tiêu 50 %" */
static const char *line_words(const struct gap *gap, const struct view *targets, int year, struct arena *arena)
{
    const char *actual = value_words(page_fact(targets, gap->target, FACT_GAP_ACTUAL), arena);
    const char *goal = value_words(page_fact(targets, gap->target, FACT_GAP_GOAL), arena);
    struct value share = value_short(shortfall(gap));
    struct text out = text_in(arena);
    text_addf(&out, "%s: %s", text_with_capital(arena, text_shortened(gap->label, arena)), gap_distance_words(gap, arena));
    if (share.kind == VALUE_NUMBER && share.number.units)
        text_addf(&out, " (hụt %s %% mục tiêu)", value_words(&share, arena));
    text_addf(&out, "; kết quả %s", with_unit(gap, actual, arena));
    if (gap->actual_year != year)
        text_addf(&out, " (năm %d)", gap->actual_year);
    text_addf(&out, ", mục tiêu %s", with_unit(gap, goal, arena));
    if (gap->target_year != year)
        text_addf(&out, " (năm %d)", gap->target_year);
    return text_str(&out);
}

/* What is left over, by number and short name. */
static void add_others(struct items *list, const struct year_maker *maker, const bool *taken, size_t no)
{
    struct page_names others = { .text = text_in(maker->arena) };
    for (size_t i = 0; i < maker->gaps.count; i++)
        if (is_short(&maker->gaps.items[i]) && !taken[i])
            page_name_add(&others, i + 1, maker->gaps.items[i].label);
    if (others.count)
        page_line(list, no,
                  arena_printf(maker->arena, "Và %zu chỉ tiêu khác: %s", others.count, text_str(&others.text)), SEE_TARGETS);
}

static bool has_short(const struct gaps *gaps)
{
    for (size_t i = 0; i < gaps->count; i++)
        if (is_short(&gaps->items[i]))
            return true;
    return false;
}

void year_add_worst(struct items *list, const struct year_maker *maker, const struct view *targets)
{
    struct arena *arena = maker->arena;
    bool *taken = arena_alloc(arena, maker->gaps.count, sizeof *taken);
    size_t length = 0, no = 0;
    if (!has_short(&maker->gaps))
        return;
    page_heading(list, "Chỉ tiêu còn cách mục tiêu xa nhất (so với mục tiêu)");
    while (no < PAGE_LINES_MOST && (!no || length < PAGE_TEXT_MOST)) {
        const struct gap *worst = next_worst(&maker->gaps, taken);
        if (!worst)
            return;
        size_t number = (size_t)(worst - maker->gaps.items) + 1;
        const char *words = line_words(worst, targets, maker->year, arena);
        length += utf8_length(words);
        page_line(
            list, ++no, words,
            (struct page_see){ arena_printf(arena, LABEL_GAPS ", chỉ tiêu %zu", number), YEAR_TARGETS, worst->target });
    }
    add_others(list, maker, taken, no + 1);
}
