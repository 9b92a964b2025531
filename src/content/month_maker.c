#include "content/month_maker.h"

#include "base/text.h"
#include "content/formulas.h"
#include "content/report_words.h"
#include "content/spending_words.h"

struct value month_money_value(struct number dong)
{
    enum { HUNDRED = 100 }; /* numbers are rounded to two decimals; đồng have none */
    struct dec rounded;
    return number_round(&rounded, dong) ? value_money(rounded.units / HUNDRED) : value_text(NULL);
}

struct value month_value(const struct month_maker *maker, const struct month_line *line, const struct month_value *value)
{
    struct dec rounded;
    switch (value->reason) {
    case MONTH_KNOWN: break;
    case MONTH_NOT_APPLICABLE: return value_absent("x");
    case MONTH_NO_DOCUMENT:
    case MONTH_NOT_SAID:
    case MONTH_NOT_REPORTED: return value_no_figure();
    case MONTH_MISSING:
        return value_absent(arena_printf(maker->arena, "thiếu %s", period_label(maker->arena, value->missing)));
    case MONTH_INCOMPLETE: return value_absent(NOT_ALL_KNOWN);
    default: return value_absent(NOT_COMPUTABLE);
    }
    if (line->kind == MONTH_MONEY)
        return month_money_value(value->number);
    return number_round(&rounded, value->number) ? value_plain(rounded) : value_text(NOT_COMPUTABLE);
}

static struct value planned_of(const struct month_line *line, struct number planned, enum figure_op op, const char *absent,
                               struct arena *arena)
{
    struct dec rounded;
    if (!planned.known)
        return value_absent(absent);
    if (line->kind != MONTH_MONEY)
        return number_round(&rounded, planned) ? value_plain(rounded) : value_text(NOT_COMPUTABLE);
    return value_with_op(month_money_value(planned), op, arena);
}

static const char *absent_words(bool incomplete, bool undivided)
{
    return incomplete ? NOT_ALL_KNOWN : undivided ? NOT_DIVIDED : NOT_STATED;
}

struct value month_planned_value(const struct month_line *line, struct arena *arena)
{
    const char *absent = absent_words(line->plan_incomplete, line->plan_undivided);
    struct value value = planned_of(line, line->planned, line->planned_op, absent, arena);
    if (line->plan_differs && line->planned.known) {
        value.marked = true;
        value.remark = "Văn bản ghi tổng khác tổng các nguồn.";
    }
    return value;
}

struct value month_next_planned_value(const struct month_line *line, struct arena *arena)
{
    return planned_of(line, line->next_planned, line->next_op, absent_words(line->next_incomplete, line->next_undivided),
                      arena);
}

struct value month_compared_value(const struct month_line *line, struct month_ratio compared)
{
    return value_rounded(month_in_points(line) ? compared.change : compared.percent);
}

void month_put_compared(struct items *list, const struct month_line *line, enum fact_id fact, struct month_ratio compared,
                        enum fact_id of, enum fact_id against)
{
    struct value value = month_compared_value(line, compared);
    if (month_in_points(line))
        formula_difference(&value, list, of, against);
    else
        formula_share(&value, list, of, against);
    items_put(list, fact, value);
}

const struct month_line *month_target_line(const struct month_maker *maker, enum month_kind kind, const char *subject,
                                           size_t *number)
{
    *number = 0;
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        *number += line->kind != MONTH_MONEY;
        if (kind != MONTH_MONEY && line->kind == kind && text_equal(line->subject, subject))
            return line;
    }
    *number = 0;
    return NULL;
}

static bool says_nothing(const struct month_value *value)
{
    return value->reason == MONTH_NOT_APPLICABLE || value->reason == MONTH_NO_DOCUMENT || value->reason == MONTH_NOT_SAID ||
           value->reason == MONTH_NOT_REPORTED;
}

bool month_is_pending(const struct month_line *line)
{
    if (line->kind == MONTH_MONEY)
        return false;
    for (int column = 0; column < MONTH_COLUMNS; column++)
        if (!says_nothing(&line->values[column]))
            return false;
    for (int column = 0; column < OUTLOOK_COLUMNS; column++)
        if (column != OUTLOOK_LAST_YEAR && !says_nothing(&line->outlook[column]))
            return false;
    return true;
}

bool month_parts_pending(const struct month_maker *maker)
{
    enum { WORTH_A_TABLE = 3 };
    size_t count = 0;
    for (size_t i = 0; i < maker->month.line_count; i++)
        count += month_is_pending(&maker->month.lines[i]);
    return count >= WORTH_A_TABLE;
}

struct month_table month_target_table(const struct month_maker *maker, const struct month_line *line)
{
    if (line && month_is_pending(line) && month_parts_pending(maker))
        return (struct month_table){ LABEL_MONTH_PENDING, MONTH_PENDING_VIEW };
    return (struct month_table){ LABEL_MONTH_TARGETS, MONTH_TARGETS_VIEW };
}

const char *month_before_words(const struct month_maker *maker)
{
    return period_is_span(maker->month.period) ? "kỳ trước" : "tháng trước";
}

const char *month_label(const struct month_line *line, struct arena *arena)
{
    return line->repealed ? arena_printf(arena, "%s (%s)", line->label, REPEALED) : line->label;
}
