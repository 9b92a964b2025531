#include "content/month_summary.h"

#include "base/shortened.h"
#include "base/text.h"
#include "content/assessment_view.h"
#include "content/due_words.h"
#include "content/gap_words.h"
#include "content/month_corrections.h"
#include "content/month_due_view.h"
#include "content/page_one.h"
#include "content/report_words.h"
#include "content/target_counts.h"

static const struct page_see SEE_TOTAL = { LABEL_MONTH_MONEY ", dòng Tổng cộng", MONTH_MONEY_VIEW, MONTH_MONEY_TOTAL };
static const struct page_see SEE_TARGETS = { LABEL_MONTH_TARGETS, MONTH_TARGETS_VIEW, NULL };
static const struct page_see SEE_BOTH = { LABEL_MONTH_TARGETS ", " LABEL_MONTH_PENDING, MONTH_TARGETS_VIEW, NULL };
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

/* What was disbursed since the year began, and what may be used, as far as they are known. */
static const char *cumulative_words(const struct month_maker *maker, const struct month_line *phases)
{
    const struct month_line *disbursed = &phases[PHASE_DISBURSED];
    const struct month_line *before = &phases[PHASE_CARRIED_IN], *now = &phases[PHASE_ALLOCATED];
    struct number available =
        number_add(before->values[MONTH_CUMULATIVE].number, now->values[MONTH_CUMULATIVE].number);
    struct value carried_in = month_value(maker, before, &before->values[MONTH_CUMULATIVE]);
    struct value allocated = month_value(maker, now, &now->values[MONTH_CUMULATIVE]);
    struct value spent = month_value(maker, disbursed, &disbursed->values[MONTH_CUMULATIVE]);
    if (spent.kind != VALUE_NUMBER || !available.known)
        return amount_words(maker, disbursed, MONTH_CUMULATIVE);
    struct value whole = month_money_value(available);
    struct page_spent of = { .spent = value_words(&spent, maker->arena),
                             .available = value_words(&whole, maker->arena),
                             .rate = percent_words(maker->arena, disbursed->rate),
                             .carried_in = &carried_in,
                             .allocated = &allocated };
    return spent_words(&of, maker->arena);
}

/*
 * "; số lũy kế mà báo cáo sau nêu đã gồm tháng 7/2024": a sum since the year began that is known although a month of it has no report
 * was stated by a later one, and holds that month, too.
 */
static const char *included_words(const struct month_maker *maker, const struct month_line *disbursed)
{
    struct text out = text_in(maker->arena);
    const struct month *month = &maker->month;
    for (size_t i = 0; i < month->missing_count; i++)
        if (month->missing[i].year == month->period.year && period_cmp(month->missing[i], month->period) < 0)
            text_addf(&out, "%s%s", out.length ? ", " : "", period_label(maker->arena, month->missing[i]));
    bool known = disbursed->values[MONTH_CUMULATIVE].reason == MONTH_KNOWN;
    return known && out.length ? arena_printf(maker->arena, "; số lũy kế mà báo cáo sau nêu đã gồm %s", text_str(&out)) : "";
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
                           : of_plan_words("kế hoạch năm", value_words(&planned, arena), share, arena);
    page_line(list, ++*no,
              arena_printf(arena, "Lũy kế giải ngân đến %s: %s%s%s", month, cumulative_words(maker, phases), plan,
                           included_words(maker, disbursed)),
              SEE_TOTAL);
}

/* ---- targets ---- */

static void add_targets(struct items *list, size_t *no, const struct month_maker *maker)
{
    struct target_counts counts = { 0 };
    struct page_names late = { .text = text_in(maker->arena) };
    size_t number = 0;
    int years[2] = { 0 };
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        number += line->kind != MONTH_MONEY;
        if (line->kind != MONTH_TARGET)
            continue;
        enum target_class class = target_class_of_status(line->status, line->worded);
        counts.all++;
        counts.of[class]++;
        target_years_add(years, class, line->gap ? line->gap->target_year : 0);
        if (class == TARGET_BEHIND || class == TARGET_MISSED)
            page_name_add(&late, number, line->label);
    }
    const char *words = counts.all ? target_counts_words(counts, maker->arena) : "Kế hoạch không nêu chỉ tiêu";
    const char *how = target_short_words(counts);
    const char *numbers = how ? arena_printf(maker->arena, ". %s: chỉ tiêu %s", text_with_capital(maker->arena, how),
                                             text_str(&late.text))
                              : "";
    page_line(list, ++*no,
              arena_printf(maker->arena, "%s%s%s", words, target_years_words(years, maker->arena), numbers),
              month_parts_pending(maker) ? SEE_BOTH : SEE_TARGETS);
}

/* ---- what is due ---- */

/* "Báo cáo tháng 7 năm 2024 (Sở Công Thương phải gửi, hạn 15/07/2024, quá hạn 99 ngày)" */
static const char *due_words(const struct due *due, struct arena *arena)
{
    const char *from = due_from(due, arena);
    return arena_printf(arena, "%s (%s%shạn %s, %s)", text_with_capital(arena, text_shortened(due_what(due, arena), arena)), from ? from : "",
                        from ? " phải gửi, " : "", date_figures(arena, due->day), month_due_left(due, arena));
}

static void add_overdue(struct items *list, size_t *no, const struct month_maker *maker)
{
    struct text out = text_in(maker->arena);
    size_t count = 0;
    for (size_t i = 0; i < maker->due.count; i++) {
        const struct due *due = &maker->due.items[i];
        if (due->state != DUE_OVERDUE)
            continue;
        if (count++ < PAGE_LINES_MOST)
            text_addf(&out, "%s%s", out.length ? "; " : "", due_words(due, maker->arena));
    }
    if (count > PAGE_LINES_MOST)
        text_addf(&out, "; và %zu báo cáo khác", count - PAGE_LINES_MOST);
    if (count)
        page_line(list, ++*no, arena_printf(maker->arena, "Quá hạn %zu báo cáo: %s", count, text_str(&out)), SEE_DUE);
}

/* The list is by day: the first that is still to come. */
static void add_next_due(struct items *list, size_t *no, const struct month_maker *maker)
{
    for (size_t i = 0; i < maker->due.count; i++)
        if (maker->due.items[i].state == DUE_COMING) {
            page_line(list, ++*no,
                      arena_printf(maker->arena, "Việc đến hạn kế tiếp: %s", due_words(&maker->due.items[i], maker->arena)),
                      SEE_DUE);
            return;
        }
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

static void add_worse(struct items *list, const struct month_maker *maker)
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
        struct month_table table = month_target_table(maker, line);
        page_line(list, ++no, verdict_words(maker, change, text_with_capital(arena, text_shortened(line->label, arena))),
                  (struct page_see){ arena_printf(arena, "%s, chỉ tiêu %zu", table.label, number), table.view,
                                     line->subject });
    }
    if (left)
        page_line(list, ++no, arena_printf(arena, "Và %zu chỉ tiêu khác", left),
                  (struct page_see){ LABEL_MONTH_CHANGES, MONTH_CHANGES_VIEW, NULL });
}

struct view month_summary_view(const struct month_maker *maker)
{
    struct items list = { .arena = maker->arena };
    size_t no = 0;
    page_heading(&list, "Kết quả chính");
    add_money(&list, &no, maker);
    add_targets(&list, &no, maker);
    add_overdue(&list, &no, maker);
    add_next_due(&list, &no, maker);
    add_worse(&list, maker);
    month_add_corrections(&list, maker, is_worse);
    assessment_add_proposals(&list, &(struct assessed){ NULL, &maker->list }, 1, maker->month.period);
    return page_view(&list, "month-summary");
}
