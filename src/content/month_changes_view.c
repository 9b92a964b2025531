#include "content/month_changes_view.h"

#include "base/text.h"
#include "content/gap_words.h"
#include "content/items.h"
#include "content/report_words.h"
#include "model/plan.h"

/* The line of the target or indicator that has changed; NULL of money, and if it has none. */
static const struct month_line *line_of(const struct month_maker *maker, const struct month_change *change)
{
    size_t number;
    return month_target_line(maker, change->kind, change->subject, &number);
}

static const char *label_of(const struct month_maker *maker, const struct month_change *change)
{
    static const char *const PHASE_WORDS[PHASES] = { "Năm trước chuyển sang", "Dự toán giao", "Giải ngân" };
    const struct month_line *line = line_of(maker, change);
    if (change->kind != MONTH_MONEY)
        return line && line->label ? line->label : change->subject;
    const struct source *source = change->source ? plan_source(maker->input->chain->now, change->source) : NULL;
    const char *of = "";
    for (size_t i = 0; change->subject && i < maker->month.line_count; i++)
        if (maker->month.lines[i].kind == MONTH_MONEY && text_equal(maker->month.lines[i].subject, change->subject))
            of = arena_printf(maker->arena, "; %s. %s", maker->month.lines[i].no,
                              month_label(&maker->month.lines[i], maker->arena));
    return arena_printf(maker->arena, "%s, %s%s", PHASE_WORDS[change->phase], source ? source->name : "mọi nguồn", of);
}

static const char *unit_of(const struct month_maker *maker, const struct month_change *change)
{
    const struct month_line *line = line_of(maker, change);
    if (change->kind == MONTH_MONEY)
        return "triệu đồng";
    return line ? line->unit : NULL;
}

/* A plain number as a number; a bound with its sign, a range with a dash. */
static struct value shown(const struct month_maker *maker, const struct month_change *change, const char *token)
{
    static const char *const SIGNS[] = {
        [OP_EQ] = "",           [OP_GE] = "≥ ",       [OP_GT] = "> ",  [OP_LE] = "≤ ", [OP_LT] = "< ",
        [OP_ABOUT] = "khoảng ", [OP_ALMOST] = "gần ", [OP_RANGE] = "", [OP_NONE] = ""
    };
    struct arena *arena = maker->arena;
    struct dec number;
    if (!token)
        return value_text("không có");
    const char *figure =
        arena_copy(arena, token, strstr(token, " (") ? (size_t)(strstr(token, " (") - token) : strlen(token));
    if (dec_parse(&number, figure))
        return change->kind == MONTH_MONEY ? value_money(number.units) : value_plain(number);
    const char *blank = strchr(figure, ' '), *dots = strstr(figure, "..");
    if (dots)
        return value_text(arena_printf(arena, "%.*s - %s", (int)(dots - figure), figure, dots + 2));
    enum op op = blank ? op_parse(arena_copy(arena, figure, (size_t)(blank - figure))) : OP_EQ;
    return value_text(arena_printf(arena, "%s%s", SIGNS[op], blank ? blank + 1 : figure));
}

/* Up to the end of the month, or of the month alone: money and counts are either, and are told apart. */
static const char *period_of(const struct month_maker *maker, const struct month_change *change)
{
    const char *label = period_label(maker->arena, change->period);
    const struct month_line *line = line_of(maker, change);
    bool adds_up = change->kind == MONTH_MONEY || (line && line->values[MONTH_CUMULATIVE].reason != MONTH_NOT_APPLICABLE);
    bool figure = change->event != MONTH_EVENT_MISSING && change->event != MONTH_EVENT_VERDICT;
    return figure && adds_up && change->basis == BASIS_CUMULATIVE ? arena_printf(maker->arena, "lũy kế đến %s", label)
                                                                  : label;
}

static void add_change(struct items *list, const struct month_maker *maker, const struct month_change *change)
{
    static const char *const EVENTS[] = { "Thiếu báo cáo", "Bổ sung", "Không còn", "Đính chính", "Đánh giá khác" };
    items_put(list, FACT_CHANGE_EVENT, value_text(EVENTS[change->event]));
    items_put(list, FACT_CHANGE_PERIOD, value_text(period_of(maker, change)));
    if (change->event == MONTH_EVENT_MISSING) {
        items_put(list, FACT_CHANGE_TEXT, value_text("Không có báo cáo của kỳ này: không so được với kỳ trước"));
        return;
    }
    items_put(list, FACT_CHANGE_TEXT, value_text(label_of(maker, change)));
    bool verdict = change->event == MONTH_EVENT_VERDICT;
    items_put(list, FACT_CHANGE_BEFORE,
              verdict ? value_text(gap_status_words(change->was)) : shown(maker, change, change->before));
    items_put(list, FACT_CHANGE_AFTER,
              verdict ? value_text(gap_status_words(change->is)) : shown(maker, change, change->after));
    items_put(list, FACT_CHANGE_UNIT, value_text(verdict ? NULL : unit_of(maker, change)));
}

struct view month_changes_view(const struct month_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_CHANGE_NO,     FACT_CHANGE_EVENT, FACT_CHANGE_TEXT, FACT_CHANGE_PERIOD,
        FACT_CHANGE_BEFORE, FACT_CHANGE_AFTER, FACT_CHANGE_UNIT,
    };
    struct items list = { .arena = maker->arena };
    for (size_t i = 0; i < maker->changes.count; i++) {
        items_add(&list, ROLE_BODY, 0);
        items_put(&list, FACT_CHANGE_NO, value_text(arena_printf(maker->arena, "%zu", i + 1)));
        add_change(&list, maker, &maker->changes.items[i]);
    }
    return items_view(&list, EACH_CHANGE, MONTH_CHANGES_VIEW, LABEL_MONTH_CHANGES, FACTS(SUPPLIED));
}
