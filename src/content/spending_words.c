#include "content/spending_words.h"

#include "base/text.h"
#include "content/report_words.h"
#include "content/words.h"

bool is_whole(const struct spent *spent)
{
    return spent->known && !spent->incomplete;
}

struct value spent_value(const struct spent *spent)
{
    if (!spent->known)
        return value_no_figure();
    struct value value = value_money(spent->dong);
    value.missing = !is_whole(spent);
    value.marked = spent->incomplete;
    value.remark = spent->incomplete ? "Chưa đủ: có phần chưa có số liệu." : NULL;
    return value;
}

struct value value_with_op(struct value value, enum figure_op op, struct arena *arena)
{
    if (op == FIGURE_EXACT || value.kind != VALUE_NUMBER)
        return value;
    const char *word = figure_op_words(op == FIGURE_RANGE ? FIGURE_AT_LEAST : op);
    struct value text = value_text(arena_printf(arena, "%s %s", word, numfmt_text(arena, value.format, value.number)));
    text.marked = value.marked;
    text.remark = value.remark;
    return text;
}

struct value planned_value(const struct spending *spending, struct arena *arena)
{
    if (spending_has(spending, SPENDING_PERIOD_ONLY))
        return value_absent(NOT_DIVIDED);
    if (!spending->planned.known)
        return value_absent(NOT_STATED);
    if (spent_is_unknown(&spending->planned))
        return value_absent(NOT_ALL_KNOWN);
    struct value value = value_with_op(spent_value(&spending->planned), spending->planned.op, arena);
    value.missing = false; /* of the plan, not of what is reported */
    return value;
}

struct value reported_value(const struct year_money *money, const struct spent *spent)
{
    return money->nothing_due ? value_text("–") : spent_value(spent);
}

/* What the plan states as nothing, or states for other years only, and no document speaks of. */
static bool is_nothing_due(const struct spending *spending)
{
    for (int phase = 0; phase < PHASES; phase++)
        if (spending->reported[phase].known)
            return false;
    if (spending_has(spending, SPENDING_NOT_REPORTED))
        return false;
    return spending_has(spending, SPENDING_NOT_PLANNED) || (is_whole(&spending->planned) && !spending->planned.dong);
}

/* What the cells of the row do not say themselves. */
static const char *note_of(const struct spending *spending, struct arena *arena)
{
    static const char *const WORDS[SPENDING_REASONS] = {
        [SPENDING_NOT_PLANNED] = "kế hoạch không nêu số này",
        [SPENDING_PLAN_LOST] = "kế hoạch có ô bị mất",
        [SPENDING_PLAN_UNSTATED] = "kế hoạch có khoản không nêu số",
        [SPENDING_PLAN_UNSETTLED] = "kế hoạch chưa rõ bảng, dòng nào cộng vào tổng",
        [SPENDING_PLAN_UNDIVIDED] = "kế hoạch còn số không chia theo năm",
        [SPENDING_PLAN_DIFFERS] = "kế hoạch: tổng khác tổng các nguồn",
        [SPENDING_INCOMPLETE] = "chưa đủ: có phần chưa báo cáo",
        [SPENDING_NO_ALLOCATED] = "không tính tỷ lệ: chưa báo cáo dự toán giao",
        [SPENDING_NO_CARRIED_IN] = "không tính tỷ lệ: chưa báo cáo số chuyển sang",
        [SPENDING_NOTHING_TO_SPEND] = "không tính tỷ lệ: kinh phí được sử dụng bằng 0",
        [SPENDING_YEAR_TO_DATE] = "chưa đủ các tháng trong năm",
        [SPENDING_BEYOND_AVAILABLE] = "giải ngân vượt kinh phí được sử dụng",
        [SPENDING_PROVISIONAL] = "số ước tính",
        [SPENDING_OVERFLOW] = "số quá lớn, không tính đúng được",
    };
    struct text out = text_in(arena);
    bool any = spending->reported[PHASE_DISBURSED].known;
    for (int reason = 0; reason < SPENDING_REASONS; reason++) {
        bool rate = reason == SPENDING_NO_ALLOCATED || reason == SPENDING_NO_CARRIED_IN;
        if (WORDS[reason] && spending_has(spending, (enum spending_reason)reason) && (any || !rate))
            text_addf(&out, "%s%s", out.length ? "; " : "", WORDS[reason]);
    }
    return out.length ? text_str(&out) : NULL;
}

struct year_money year_money_of(const struct disbursement *disbursement, const char *row, const char *source, int year,
                                struct arena *arena)
{
    struct year_money money = { .spending = spending_at(disbursement, row, source, year) };
    const struct spent *carried = &money.spending.reported[PHASE_CARRIED_IN];
    const struct spent *allocated = &money.spending.reported[PHASE_ALLOCATED];
    money.available.known = carried->known && allocated->known &&
                            dong_add(&money.available.dong, carried->dong, allocated->dong);
    money.available.incomplete = carried->incomplete || allocated->incomplete;
    money.nothing_due = is_nothing_due(&money.spending);
    money.note = note_of(&money.spending, arena);
    return money;
}
