#include "content/year_target_chart.h"

#include <stdlib.h>

#include "base/shortened.h"
#include "base/text.h"
#include "content/gap_words.h"
#include "content/target_counts.h"
#include "content/view_chart.h"

enum { PERCENT = 100, NAME_MOST = 56 };

/* A target that is drawn. */
struct bar {
    const struct gap *gap;
    size_t number, item; /* in the table; of the view */
    bool missed;
    struct number
        shortfall; /* points of mức đạt below what is expected by now, or below the target once its year has come */
};

/* False for a target that has no place on the axis. One right at a bound that it had to pass has: it is missed. */
static bool is_drawn(const struct gap *gap)
{
    return gap->achievement.known &&
           (gap_achievement_value(gap).kind == VALUE_NUMBER || gap->status == GAP_MISSED || gap->status == GAP_BEHIND);
}

static int by_shortfall(const void *left, const void *right)
{
    const struct bar *a = left, *b = right;
    int order = number_cmp(b->shortfall, a->shortfall);
    if (order == 0)
        order = b->missed - a->missed;
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static struct bar bar_of(const struct gap *gap, size_t number, size_t item)
{
    struct number due = gap_expected_share(gap);
    enum target_class class = target_class_of(gap);
    return (struct bar){ .gap = gap,
                         .number = number,
                         .item = item,
                         .missed = class == TARGET_MISSED || class == TARGET_BEHIND,
                         .shortfall = number_sub(due.known ? due : number_whole(PERCENT), gap->achievement) };
}

static size_t bars_of(struct bar *bars, const struct view *view, const struct year_maker *maker)
{
    size_t count = 0, number = 0;
    for (size_t i = 0; i < view->item_count && number < maker->gaps.count; i++) {
        if (view->items[i].role != ROLE_BODY)
            continue;
        const struct gap *gap = &maker->gaps.items[number++];
        struct bar bar = bar_of(gap, number, i);
        if (is_drawn(gap) && bar.shortfall.known)
            bars[count++] = bar;
    }
    qsort(bars, count, sizeof *bars, by_shortfall);
    return count;
}

/* "không đạt, 87,50 %"; of a target that is reached to the very figure that has to be passed, that. */
static const char *end_words(const struct gap *gap, struct arena *arena)
{
    struct value achievement = gap_achievement_value(gap);
    if (achievement.kind != VALUE_NUMBER)
        return arena_printf(arena, "%s, bằng ngưỡng", gap_status_words(gap->status));
    return arena_printf(arena, "%s, %s %%", gap_status_words(gap->status),
                        numfmt_text(arena, achievement.format, achievement.number));
}

/* ---- what is not drawn ---- */

static bool is_among(const struct bar *bars, size_t count, size_t number)
{
    for (size_t i = 0; i < count; i++)
        if (bars[i].number == number)
            return true;
    return false;
}

/* Why a target has no bar, in the order in which a note says so. */
enum reason { BECAUSE_NO_DATA, BECAUSE_NOT_COMPUTABLE, BECAUSE_WORDED, REASONS };

static enum reason reason_of(const struct gap *gap)
{
    enum target_class class = target_class_of(gap);
    return class == TARGET_NO_DATA ? BECAUSE_NO_DATA : class == TARGET_WORDED ? BECAUSE_WORDED : BECAUSE_NOT_COMPUTABLE;
}

/* "Biểu đồ không vẽ chỉ tiêu 7, 11 (chưa có số liệu), 13 (định tính)." */
static void note_left_out(struct view *view, const struct year_maker *maker, const struct bar *bars, size_t count)
{
    static const char *const
        WORDS[] = { [BECAUSE_NO_DATA] = NO_DATA, [BECAUSE_NOT_COMPUTABLE] = "không có mức đạt", [BECAUSE_WORDED] = WORDED };
    struct text out = text_in(maker->arena);
    for (enum reason reason = 0; reason < REASONS; reason++) {
        bool any = false;
        for (size_t i = 0; i < maker->gaps.count; i++) {
            if (reason_of(&maker->gaps.items[i]) != reason || is_among(bars, count, i + 1))
                continue;
            text_addf(&out, "%s%zu", out.length ? ", " : "", i + 1);
            any = true;
        }
        if (any)
            text_addf(&out, " (%s)", WORDS[reason]);
    }
    if (out.length)
        view_note(view, arena_printf(maker->arena, "Biểu đồ không vẽ chỉ tiêu %s.", text_str(&out)), maker->arena);
}

void year_target_chart(struct view *view, const struct year_maker *maker, bool ahead)
{
    static const struct chart_fact SERIES[] = { { FACT_GAP_ACHIEVEMENT, "Mức đạt" },
                                                { FACT_GAP_EXPECTED_SHARE, "Mức phải đạt đến nay" } };
    struct arena *arena = maker->arena;
    struct bar *bars = arena_alloc(arena, maker->gaps.count, sizeof *bars);
    size_t count = bars_of(bars, view, maker), *items = arena_alloc(arena, count, sizeof *items);
    const char **names = arena_alloc(arena, count, sizeof *names), **ends = arena_alloc(arena, count, sizeof *ends);
    for (size_t i = 0; i < count; i++) {
        items[i] = bars[i].item;
        names[i] = arena_printf(arena, "%zu. %s", bars[i].number, text_cut(bars[i].gap->label, NAME_MOST, arena));
        ends[i] = end_words(bars[i].gap, arena);
    }
    struct target_counts counts = { 0 };
    target_counts_add(&counts, &maker->gaps);
    view_draw(view,
              (struct view_chart){ .kind = CHART_BULLET,
                                   .title = target_counts_words(counts, arena),
                                   .unit = "mức đạt, %",
                                   .items = items,
                                   .item_count = count,
                                   .label = FACT_GAP_NO,
                                   .series = SERIES,
                                   .series_count = ahead ? 2 : 1,
                                   .names = names,
                                   .ends = ends,
                                   .line = { PERCENT, "mục tiêu = 100 %" } },
              arena);
    if (count)
        note_left_out(view, maker, bars, count);
    else if (maker->gaps.count)
        view_note(view, "Không vẽ biểu đồ: chưa chỉ tiêu nào có mức đạt.", arena);
}
