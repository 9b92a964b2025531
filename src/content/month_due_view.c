#include "content/month_due_view.h"

#include "base/numfmt.h"
#include "base/text.h"
#include "content/due_words.h"
#include "content/items.h"
#include "model/office.h"

static const char *days_words(const char *how, int days, struct arena *arena)
{
    return arena_printf(arena, "%s %s ngày", how, numfmt_text(arena, (struct numfmt){ 0 }, dec_of(days)));
}

const char *month_due_left(const struct due *due, struct arena *arena)
{
    if (!due->day.year)
        return "quyết định không nêu ngày";
    if (due->state == DUE_OVERDUE)
        return days_words("quá hạn", -due->days_left, arena);
    if (due->state == DUE_PASSED)
        return days_words("đã qua", -due->days_left, arena);
    return due->days_left ? days_words("còn", due->days_left, arena) : "hạn trong ngày";
}

/* A deadline is cut out of a sentence of its decision. */
static struct value as_sentence(const char *words, struct arena *arena)
{
    return value_text(words ? text_with_capital(arena, words) : NULL);
}

static void add_due(struct items *list, const struct due *due, size_t number)
{
    struct arena *arena = list->arena;
    items_add(list, ROLE_BODY, 0);
    items_put(list, FACT_DUE_NO, value_text(arena_printf(arena, "%zu", number)));
    items_put(list, FACT_DUE_TEXT, as_sentence(due_what(due, arena), arena));
    items_put(list, FACT_DUE_FROM, as_sentence(due_from(due, arena), arena));
    items_put(list, FACT_DUE_TO, as_sentence(due_to(due, arena), arena));
    items_put(list, FACT_DUE_DAY, value_text(due->day.year ? date_figures(arena, due->day) : NULL));
    items_put(list, FACT_DUE_LEFT, value_text(month_due_left(due, arena)));
    items_put(list, FACT_DUE_RULE, value_text(due_rule(due)));
}

static bool states_deadlines(const struct office *office)
{
    for (int kind = 0; kind < REPORT_KINDS; kind++)
        if (office->reports[kind].within || office->reports[kind].by)
            return true;
    return false;
}

static bool has_state(const struct month_maker *maker, enum due_state state)
{
    for (size_t i = 0; i < maker->due.count; i++)
        if (maker->due.items[i].state == state)
            return true;
    return false;
}

struct view month_due_view(const struct month_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_DUE_NO, FACT_DUE_TEXT, FACT_DUE_FROM, FACT_DUE_TO, FACT_DUE_DAY, FACT_DUE_LEFT, FACT_DUE_RULE,
    };
    struct items list = { .arena = maker->arena };
    for (size_t i = 0; i < maker->due.count; i++)
        add_due(&list, &maker->due.items[i], i + 1);
    items_say_if_none(&list, FACT_DUE_TEXT, "Không có việc nào đến hạn hay quá hạn.");
    struct view view = items_view(&list, EACH_DUE, MONTH_DUE_VIEW, LABEL_MONTH_DUE, FACTS(SUPPLIED));
    const char *holidays = office_knows_holidays(maker->input->request->office, maker->day.year)
                               ? "trừ ngày nghỉ mà tệp cơ quan nêu"
                               : "chưa trừ ngày nghỉ lễ (tệp cơ quan chưa nêu ngày nghỉ của năm này)";
    view_note(
        &view,
        arena_printf(maker->arena,
                     "Việc đến hạn trong %d ngày và việc quá hạn. Hạn báo cáo định kỳ: %sngày làm việc "
                     "đầu tiên sau ngày chốt số liệu, %s.",
                     maker->input->days,
                     states_deadlines(maker->input->request->office) ? "như tệp cơ quan nêu; kỳ mà tệp ấy không nêu: " : "",
                     holidays),
        maker->arena);
    if (has_state(maker, DUE_OVERDUE))
        view_note(&view, "Quá hạn: đã hết hạn mà chưa có số liệu báo cáo của kỳ ấy.", maker->arena);
    if (has_state(maker, DUE_PASSED))
        view_note(&view, "Đã qua: ngày mà quyết định nêu đã qua; chưa rõ việc ấy đã báo cáo hay chưa.", maker->arena);
    return view;
}
