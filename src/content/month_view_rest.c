/* The first page, what changed; Biểu 4, what is due. */
#include "base/text.h"
#include "content/due_words.h"
#include "content/month_view_parts.h"
#include "content/year_parts.h"
#include "model/office.h"
#include "model/plan.h"

/* The line of the target or indicator that has changed; NULL of money, and if it has none. */
static const struct month_line *line_of(const struct month_maker *maker, const struct month_change *change)
{
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        if (change->kind != MONTH_MONEY && line->kind == change->kind && text_equal(line->subject, change->subject))
            return line;
    }
    return NULL;
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
    static const char *const SIGNS[] = { [OP_EQ] = "",  [OP_GE] = "≥ ",     [OP_GT] = "> ",   [OP_LE] = "≤ ", [OP_LT] = "< ",
                                         [OP_ABOUT] = "khoảng ", [OP_ALMOST] = "gần ", [OP_RANGE] = "", [OP_NONE] = "" };
    struct arena *arena = maker->arena;
    struct dec number;
    if (!token)
        return value_text("không có");
    const char *figure = arena_copy(arena, token, strstr(token, " (") ? (size_t)(strstr(token, " (") - token) : strlen(token));
    if (dec_parse(&number, figure))
        return change->kind == MONTH_MONEY ? value_money(number.units) : value_plain(number);
    const char *blank = strchr(figure, ' '), *dots = strstr(figure, "..");
    if (dots)
        return value_text(arena_printf(arena, "%.*s - %s", (int)(dots - figure), figure, dots + 2));
    enum op op = blank ? op_parse(arena_copy(arena, figure, (size_t)(blank - figure))) : OP_EQ;
    return value_text(arena_printf(arena, "%s%s", SIGNS[op], blank ? blank + 1 : figure));
}

static void add_change(struct report_items *list, const struct month_maker *maker, const struct month_change *change)
{
    static const char *const EVENTS[] = { "Thiếu báo cáo", "Bổ sung", "Không còn", "Đính chính", "Đánh giá khác" };
    struct arena *arena = maker->arena;
    report_put(list, FACT_CHANGE_EVENT, value_text(EVENTS[change->event]));
    report_put(list, FACT_CHANGE_PERIOD, value_text(period_name(arena, change->period)));
    if (change->event == MONTH_EVENT_MISSING) {
        report_put(list, FACT_CHANGE_TEXT, value_text("Không có báo cáo của kỳ này: không so được với kỳ trước"));
        return;
    }
    report_put(list, FACT_CHANGE_TEXT, value_text(label_of(maker, change)));
    bool verdict = change->event == MONTH_EVENT_VERDICT;
    report_put(list, FACT_CHANGE_BEFORE,
               verdict ? value_text(year_status_words(change->was)) : shown(maker, change, change->before));
    report_put(list, FACT_CHANGE_AFTER,
               verdict ? value_text(year_status_words(change->is)) : shown(maker, change, change->after));
    report_put(list, FACT_CHANGE_UNIT, value_text(verdict ? NULL : unit_of(maker, change)));
}

struct view month_changes_view(const struct month_maker *maker)
{
    struct report_items list = { .arena = maker->arena };
    for (size_t i = 0; i < maker->changes.count; i++) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_CHANGE_NO, value_text(arena_printf(maker->arena, "%zu", i + 1)));
        add_change(&list, maker, &maker->changes.items[i]);
    }
    if (!list.count) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_CHANGE_TEXT, value_text("Không có số liệu, đánh giá nào khác với báo cáo tháng trước."));
    }
    return report_view(&list, EACH_CHANGE, "month-changes", NULL);
}

static const char *left_words(struct arena *arena, const struct due *due)
{
    if (!due->day.year)
        return "quyết định không nêu ngày";
    if (due->state == DUE_OVERDUE)
        return arena_printf(arena, "quá hạn %d ngày", -due->days_left);
    if (due->state == DUE_PASSED)
        return arena_printf(arena, "đã qua %d ngày", -due->days_left);
    return due->days_left ? arena_printf(arena, "còn %d ngày", due->days_left) : "hạn trong ngày";
}

static void add_due(struct report_items *list, const struct due *due, size_t number)
{
    struct arena *arena = list->arena;
    report_item(list, ITEM_BODY, 0, NULL);
    report_put(list, FACT_DUE_NO, value_text(arena_printf(arena, "%zu", number)));
    report_put(list, FACT_DUE_TEXT, value_text(due_what(due, arena)));
    report_put(list, FACT_DUE_FROM, value_text(due_from(due)));
    report_put(list, FACT_DUE_TO, value_text(due_to(due, arena)));
    if (due->day.year)
        report_put(list, FACT_DUE_DAY, value_text(date_figures(arena, due->day)));
    report_put(list, FACT_DUE_LEFT, value_text(left_words(arena, due)));
    report_put(list, FACT_DUE_RULE, value_text(due_rule(due)));
}

struct view month_due_view(const struct month_maker *maker)
{
    const struct month_input *input = maker->input;
    struct report_items list = { .arena = maker->arena };
    struct due_context context = { input->run, maker->day, input->days, input->chain->first->id };
    struct due_list due = due_of(&context, maker->arena);
    for (size_t i = 0; i < due.count; i++)
        add_due(&list, &due.items[i], i + 1);
    if (!list.count) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_DUE_TEXT, value_text("Không có việc nào đến hạn hay quá hạn."));
    }
    struct view view = report_view(&list, EACH_DUE, "month-due", "Biểu 4");
    const char *holidays = office_knows_holidays(maker->input->request->office, maker->day.year)
                               ? "trừ ngày nghỉ mà tệp cơ quan nêu"
                               : "chưa trừ ngày nghỉ lễ (tệp cơ quan chưa nêu ngày nghỉ của năm này)";
    year_note(&view, arena_printf(maker->arena, "Việc đến hạn trong %d ngày và việc quá hạn. Hạn báo cáo định kỳ: ngày làm việc "
                                                "đầu tiên sau ngày chốt số liệu, %s.", maker->input->days, holidays), maker->arena);
    return view;
}
