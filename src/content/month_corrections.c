#include "content/month_corrections.h"

#include "base/text.h"
#include "content/page_one.h"
#include "content/report_words.h"

static const struct page_see SEE_CHANGES = { LABEL_MONTH_CHANGES, MONTH_CHANGES_VIEW, NULL };

static bool is_figure(const struct month_change *change)
{
    return change->event == MONTH_EVENT_ADDED || change->event == MONTH_EVENT_REMOVED ||
           change->event == MONTH_EVENT_CORRECTED;
}

/* Told in one line: the same happened to figures of one period, by one document. */
static bool is_alike(const struct month_change *a, const struct month_change *b)
{
    return a->event == b->event && period_cmp(a->period, b->period) == 0 &&
           text_equal(a->document ? a->document->id : NULL, b->document ? b->document->id : NULL);
}

static bool is_first(const struct month_changes *changes, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (is_alike(&changes->items[i], &changes->items[index]))
            return false;
    return true;
}

static size_t count_alike(const struct month_changes *changes, const struct month_change *change)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++)
        count += is_alike(&changes->items[i], change);
    return count;
}

static const char *line_words(const struct month_maker *maker, const struct month_change *change, size_t count)
{
    struct arena *arena = maker->arena;
    const char *period = period_label(arena, change->period);
    const char *day = date_figures(arena, change->document->issued);
    bool now = period_cmp(change->period, maker->month.period) == 0;
    if (change->event == MONTH_EVENT_CORRECTED)
        return arena_printf(arena, "Đính chính báo cáo %s (ngày %s): %zu số liệu", period, day, count);
    if (change->event == MONTH_EVENT_REMOVED && now)
        return arena_printf(arena, "Báo cáo %s không có %zu số liệu mà báo cáo %s có", period, count, month_before_words(maker));
    if (change->event == MONTH_EVENT_REMOVED)
        return arena_printf(arena, "Báo cáo %s không còn %zu số liệu đã báo cáo", period, count);
    if (now)
        return arena_printf(arena, "Báo cáo %s có thêm %zu số liệu mà báo cáo %s không có", period, count,
                            month_before_words(maker));
    if (change->document->supersedes)
        return arena_printf(arena, "Báo cáo %s lập lại (ngày %s) bổ sung %zu số liệu", period, day, count);
    return arena_printf(arena, "Báo cáo %s nộp muộn (ngày %s): %zu số liệu", period, day, count);
}

/* Figures that were reported before and are otherwise now. */
static bool touches_reported(const struct month_maker *maker, const struct month_change *change)
{
    bool now = period_cmp(change->period, maker->month.period) == 0;
    return change->event == MONTH_EVENT_CORRECTED || (change->event == MONTH_EVENT_REMOVED && !now);
}

static void add_documents(struct items *list, size_t *no, const struct month_maker *maker)
{
    const struct month_changes *changes = &maker->changes;
    bool touched = false, any = false;
    for (size_t i = 0; i < changes->count; i++) {
        const struct month_change *change = &changes->items[i];
        if (!is_figure(change) || !change->document || !is_first(changes, i))
            continue;
        touched = touched || touches_reported(maker, change);
        any = true;
        page_line(list, ++*no, line_words(maker, change, count_alike(changes, change)), SEE_CHANGES);
    }
    if (!touched)
        page_line(list, ++*no, any ? "Chỉ bổ sung, không sửa số nào đã báo cáo" : "Không sửa số nào đã báo cáo",
                  (struct page_see){ NULL, NULL, NULL });
}

static void add_missing(struct items *list, size_t *no, const struct month_maker *maker)
{
    for (size_t i = 0; i < maker->changes.count; i++)
        if (maker->changes.items[i].event == MONTH_EVENT_MISSING)
            page_line(list, ++*no,
                      arena_printf(maker->arena, "Không so được với %s: không có báo cáo %s", month_before_words(maker),
                                   period_label(maker->arena, maker->changes.items[i].period)),
                      SEE_CHANGES);
}

static void add_verdicts(struct items *list, size_t *no, const struct month_maker *maker,
                         bool (*told)(const struct month_change *))
{
    size_t count = 0;
    for (size_t i = 0; i < maker->changes.count; i++)
        count += maker->changes.items[i].event == MONTH_EVENT_VERDICT && !told(&maker->changes.items[i]);
    if (count)
        page_line(list, ++*no,
                  arena_printf(maker->arena, "%zu chỉ tiêu có đánh giá khác báo cáo %s, không xấu đi", count,
                               month_before_words(maker)),
                  SEE_CHANGES);
}

void month_add_corrections(struct items *list, const struct month_maker *maker, bool (*told)(const struct month_change *))
{
    size_t no = 0;
    page_heading(list, arena_printf(maker->arena, "Bổ sung, đính chính so với báo cáo %s", month_before_words(maker)));
    add_missing(list, &no, maker);
    add_documents(list, &no, maker);
    add_verdicts(list, &no, maker, told);
}
