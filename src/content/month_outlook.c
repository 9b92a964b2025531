#include "content/month_outlook.h"

enum { MAY = 5, OCTOBER = 10, DECEMBER = 12 };

static void put(struct items *list, const struct month_maker *maker, const struct month_line *line, enum fact_id fact,
                enum outlook_column column)
{
    items_put(list, fact, month_value(maker, line, &line->outlook[column]));
}

/*
 * What is compared with the plan is the estimate over all its years, which of the half stands in no column: of a level it is that
 * of the half itself.
 */
static void put_outlook_ratios(struct items *list, const struct month_line *line)
{
    const struct month_ratio *ratios = line->ratios;
    month_put_compared(list, line, FACT_INDICATOR_HALF_VS_SAME, ratios[RATIO_HALF_SAME], FACT_INDICATOR_ESTIMATE_HALF,
                       FACT_INDICATOR_SAME_HALF);
    month_put_compared(list, line, FACT_INDICATOR_HALF_OF_PLAN, ratios[RATIO_HALF_PLANNED], FACT_INDICATOR_ESTIMATE_HALF,
                       FACT_INDICATOR_PLANNED);
    month_put_compared(list, line, FACT_INDICATOR_YEAR_VS_LAST, ratios[RATIO_YEAR_LAST], FACT_INDICATOR_ESTIMATE_YEAR,
                       FACT_INDICATOR_LAST_YEAR);
    month_put_compared(list, line, FACT_INDICATOR_YEAR_OF_PLAN, ratios[RATIO_YEAR_PLANNED],
                       FACT_INDICATOR_ESTIMATE_TO_DATE, FACT_INDICATOR_PLANNED);
    month_put_compared(list, line, FACT_INDICATOR_NEXT_VS_ESTIMATE, ratios[RATIO_NEXT_YEAR], FACT_INDICATOR_NEXT_PLAN,
                       FACT_INDICATOR_ESTIMATE_TO_DATE);
    month_put_compared(list, line, FACT_INDICATOR_NEXT_VS_ACTUAL, ratios[RATIO_NEXT_ACTUAL], FACT_INDICATOR_NEXT_PLAN,
                       FACT_INDICATOR_TO_DATE);
}

void month_put_outlook(struct items *list, const struct month_maker *maker, const struct month_line *line)
{
    put(list, maker, line, FACT_INDICATOR_ESTIMATE_NEXT, OUTLOOK_NEXT);
    put(list, maker, line, FACT_INDICATOR_ESTIMATE_HALF, OUTLOOK_HALF);
    put(list, maker, line, FACT_INDICATOR_SAME_HALF, OUTLOOK_SAME_HALF);
    put(list, maker, line, FACT_INDICATOR_LAST_YEAR, OUTLOOK_LAST_YEAR);
    put(list, maker, line, FACT_INDICATOR_ESTIMATE_YEAR, OUTLOOK_YEAR);
    put(list, maker, line, FACT_INDICATOR_ESTIMATE_TO_DATE, OUTLOOK_YEAR_TO_DATE);
    items_put(list, FACT_INDICATOR_NEXT_PLAN, month_next_planned_value(line, list->arena));
    put_outlook_ratios(list, line);
}

static struct value difference(struct number dong)
{
    return dong.known ? month_money_value(dong) : value_text(NULL);
}

void month_put_money_outlook(struct items *list, const struct month_maker *maker, const struct month_line *line)
{
    put(list, maker, line, FACT_MONTH_LAST_YEAR, OUTLOOK_LAST_YEAR);
    put(list, maker, line, FACT_MONTH_ESTIMATE_YEAR, OUTLOOK_YEAR);
    items_put(list, FACT_MONTH_YEAR_LESS_BUDGET, difference(line->ratios[RATIO_YEAR_BUDGET].change));
    items_put(list, FACT_MONTH_YEAR_OF_BUDGET, month_compared_value(line, line->ratios[RATIO_YEAR_BUDGET]));
    items_put(list, FACT_MONTH_YEAR_LESS_PLAN, difference(line->ratios[RATIO_YEAR_PLANNED].change));
    items_put(list, FACT_MONTH_YEAR_OF_PLAN, month_compared_value(line, line->ratios[RATIO_YEAR_PLANNED]));
    items_put(list, FACT_MONTH_NEXT_PLAN, month_next_planned_value(line, list->arena));
}

int month_of_estimates(const struct month_maker *maker, bool of_rows)
{
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        enum month_reason reason = line->outlook[OUTLOOK_YEAR].reason;
        if (line->kind == MONTH_MONEY && line->phase == PHASE_DISBURSED && !line->subject == !of_rows &&
            (reason == MONTH_KNOWN || reason == MONTH_INCOMPLETE))
            return maker->month.period.month;
    }
    return 0;
}

void month_note_outlook(struct view *view, const struct month_maker *maker)
{
    int month = maker->month.period.month;
    if (month == MAY || month == OCTOBER)
        view_note(view, "Ước: số ước trong báo cáo tháng này, không phải số thực hiện.", maker->arena);
    if (month == OCTOBER || month == DECEMBER)
        view_note(view, "Kế hoạch năm sau: chỉ số mà kế hoạch nêu cho năm ấy; không nêu: kế hoạch không có số của năm ấy.",
                  maker->arena);
}
