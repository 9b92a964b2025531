#include "content/month_summary.h"

#include "base/text.h"
#include "content/due_words.h"
#include "content/gap_words.h"
#include "content/month_corrections.h"
#include "content/month_due_view.h"
#include "content/page_one.h"
#include "content/report_words.h"
#include "content/target_counts.h"

static const struct page_see SEE_TOTAL = { LABEL_MONTH_MONEY ", dòng Tổng cộng", MONTH_MONEY_VIEW, MONTH_MONEY_TOTAL };
static const struct page_see SEE_TARGETS = { LABEL_MONTH_TARGETS, MONTH_TARGETS_VIEW, NULL };
static const struct page_see SEE_DUE = { LABEL_MONTH_DUE, MONTH_DUE_VIEW, NULL };

/* ---- money ---- */

/* The three phases of all sources follow one another; NULL if the month has no money. */
static const struct month_line *all_money(const struct month_maker *maker)
{
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        if (line->kind == MONTH_MONEY && !line->subject && !line->source && line->phase == PHASE_CARRIED_IN)
            return line;
    }
    return NULL;
}

/* "120 triệu đồng", or why there is no figure. */
static const char *amount_words(const struct month_maker *maker, const struct month_line *line, enum month_column column)
{
    struct value value = month_value(maker, line, &line->values[column]);
    const char *words = value_words(&value, maker->arena);
    return value.kind == VALUE_NUMBER ? arena_printf(maker->arena, "%s triệu đồng", words)
           : value.missing            ? NOT_REPORTED
                                      : words;
}

/* "772/1.045 triệu đồng được sử dụng (73,88 %)" as far as it is known. */
static const char *cumulative_words(const struct month_maker *maker, const struct month_line *phases)
{
    const struct month_line *disbursed = &phases[PHASE_DISBURSED];
    struct number available = number_add(phases[PHASE_CARRIED_IN].values[MONTH_CUMULATIVE].number,
                                         phases[PHASE_ALLOCATED].values[MONTH_CUMULATIVE].number);
    struct value spent = month_value(maker, disbursed, &disbursed->values[MONTH_CUMULATIVE]);
    const char *rate = percent_words(maker->arena, disbursed->rate);
    if (spent.kind != VALUE_NUMBER || !available.known)
        return amount_words(maker, disbursed, MONTH_CUMULATIVE);
    struct value whole = month_money_value(available);
    return arena_printf(maker->arena, "%s/%s triệu đồng được sử dụng%s", value_words(&spent, maker->arena),
                        value_words(&whole, maker->arena), rate ? arena_printf(maker->arena, " (%s)", rate) : "");
}

static void add_money(struct items *list, size_t *no, const struct month_maker *maker)
{
    struct arena *arena = maker->arena;
    const struct month_line *phases = all_money(maker);
    const char *month = period_label(arena, maker->month.period);
    if (!phases) {
        page_line(list, ++*no, arena_printf(arena, "Giải ngân %s: " NOT_REPORTED, month), SEE_TOTAL);
        return;
    }
    const struct month_line *disbursed = &phases[PHASE_DISBURSED];
    page_line(list, ++*no,
              arena_printf(arena, "Giải ngân %s: %s (%s: %s)", month, amount_words(maker, disbursed, MONTH_ALONE),
                           period_label(arena, period_before(maker->month.period)),
                           amount_words(maker, disbursed, MONTH_PREVIOUS)),
              SEE_TOTAL);
    struct value planned = month_planned_value(disbursed, arena);
    const char *share = percent_words(arena, disbursed->percent_planned);
    const char *plan = !disbursed->planned.known
                           ? ""
                           : arena_printf(arena, "; kế hoạch năm %s triệu đồng%s", value_words(&planned, arena),
                                          share ? arena_printf(arena, " (%s)", share) : "");
    page_line(list, ++*no,
              arena_printf(arena, "Lũy kế giải ngân đến %s: %s%s", month, cumulative_words(maker, phases), plan),
              SEE_TOTAL);
}

/* ---- targets ---- */

static void add_targets(struct items *list, size_t *no, const struct month_maker *maker)
{
    struct target_counts counts = { 0 };
    struct text late = text_in(maker->arena);
    size_t number = 0;
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        number += line->kind != MONTH_MONEY;
        if (line->kind != MONTH_TARGET)
            continue;
        enum target_class class = target_class_of_status(line->status, line->worded);
        counts.all++;
        counts.of[class]++;
        if (class == TARGET_BEHIND || class == TARGET_MISSED)
            text_addf(&late, "%s%zu", late.length ? ", " : "", number);
    }
    const char *words = counts.all ? target_counts_words(counts, maker->arena) : "Kế hoạch không nêu chỉ tiêu";
    const char *numbers = late.length ? arena_printf(maker->arena, ". Chậm hoặc không đạt: số thứ tự %s", text_str(&late))
                                      : "";
    page_line(list, ++*no, arena_printf(maker->arena, "%s%s", words, numbers), SEE_TARGETS);
}

/* ---- reports overdue ---- */

static void add_overdue(struct items *list, size_t *no, const struct month_maker *maker)
{
    struct text out = text_in(maker->arena);
    size_t count = 0;
    for (size_t i = 0; i < maker->due.count; i++) {
        const struct due *due = &maker->due.items[i];
        if (due->state != DUE_OVERDUE)
            continue;
        if (count++ < PAGE_LINES_MOST)
            text_addf(&out, "%s%s (%s)", out.length ? "; " : "", due_what(due, maker->arena),
                      month_due_left(due, maker->arena));
    }
    if (count > PAGE_LINES_MOST)
        text_addf(&out, "; và %zu báo cáo khác", count - PAGE_LINES_MOST);
    if (count)
        page_line(list, ++*no, arena_printf(maker->arena, "Quá hạn %zu báo cáo: %s", count, text_str(&out)), SEE_DUE);
}

/* ---- what got worse ---- */

/* The higher the better; 0: no verdict. */
static int rank_of(enum gap_status status)
{
    static const int
        RANKS[GAP_STATUSES] = { [GAP_MISSED] = 1, [GAP_BEHIND] = 2, [GAP_ON_TRACK] = 3, [GAP_MET] = 4, [GAP_EXCEEDED] = 5 };
    return RANKS[status];
}

static bool is_worse(const struct month_change *change)
{
    return change->event == MONTH_EVENT_VERDICT && rank_of(change->is) < rank_of(change->was);
}

static const char *verdict_words(const struct month_maker *maker, const struct month_change *change, const char *label)
{
    return arena_printf(maker->arena, "%s: %s, %s %s", label, gap_status_words(change->is), month_before_words(maker),
                        gap_status_words(change->was));
}

static void add_worse(struct items *list, const struct month_maker *maker, const struct view *targets)
{
    struct arena *arena = maker->arena;
    size_t no = 0, left = 0;
    for (size_t i = 0; i < maker->changes.count; i++) {
        const struct month_change *change = &maker->changes.items[i];
        size_t number;
        const struct month_line *line = month_target_line(maker, change->kind, change->subject, &number);
        if (!is_worse(change) || !line)
            continue;
        if (no == PAGE_LINES_MOST) {
            left++;
            continue;
        }
        if (!no)
            page_heading(list, arena_printf(arena, "Xấu đi so với báo cáo %s", month_before_words(maker)));
        page_line(list, ++no, verdict_words(maker, change, text_shortened(line->label, arena)),
                  (struct page_see){ arena_printf(arena, LABEL_MONTH_TARGETS ", chỉ tiêu %zu", number), targets->id,
                                     line->subject });
    }
    if (left)
        page_line(list, ++no, arena_printf(arena, "Và %zu chỉ tiêu khác", left),
                  (struct page_see){ LABEL_MONTH_CHANGES, MONTH_CHANGES_VIEW, NULL });
}

struct view month_summary_view(const struct month_maker *maker, const struct view *targets)
{
    struct items list = { .arena = maker->arena };
    size_t no = 0;
    page_heading(&list, "Kết quả chính");
    add_money(&list, &no, maker);
    add_targets(&list, &no, maker);
    add_overdue(&list, &no, maker);
    add_worse(&list, maker, targets);
    month_add_corrections(&list, maker, is_worse);
    return page_view(&list, "month-summary");
}
