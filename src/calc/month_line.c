#include "calc/month_line.h"

#include "base/text.h"

struct month_value month_blank(enum month_reason reason)
{
    return (struct month_value){ .reason = reason };
}

static struct number percent(struct number a, struct number b)
{
    enum { PERCENT = 100 };
    return number_div(number_mul(a, number_whole(PERCENT)), b);
}

bool month_in_points(const struct month_line *line)
{
    return unit_in_points(line->unit_kind);
}

void month_compare(struct month_line *line)
{
    const struct month_value *values = line->values;
    struct number month = values[MONTH_ALONE].number, cumulative = values[MONTH_CUMULATIVE].number;
    line->change_previous = number_sub(month, values[MONTH_PREVIOUS].number);
    line->change_same = number_sub(month, values[MONTH_SAME].number);
    line->change_cumulative = number_sub(cumulative, values[MONTH_SAME_CUMULATIVE].number);
    if (month_in_points(line))
        return;
    line->percent_previous = percent(month, values[MONTH_PREVIOUS].number);
    line->percent_same = percent(month, values[MONTH_SAME].number);
    line->percent_cumulative = percent(cumulative, values[MONTH_SAME_CUMULATIVE].number);
    line->percent_planned = percent(values[MONTH_TO_DATE].number, line->planned);
}

void month_compare_outlook(struct month_line *line)
{
    const struct month_value *outlook = line->outlook;
    struct number year = outlook[OUTLOOK_YEAR_TO_DATE].number, to_date = line->values[MONTH_TO_DATE].number;
    const struct number pairs[OUTLOOK_RATIOS][2] = {
        [RATIO_HALF_SAME] = { outlook[OUTLOOK_HALF].number, outlook[OUTLOOK_SAME_HALF].number },
        [RATIO_HALF_PLANNED] = { outlook[OUTLOOK_HALF_TO_DATE].number, line->planned },
        [RATIO_YEAR_LAST] = { outlook[OUTLOOK_YEAR].number, outlook[OUTLOOK_LAST_YEAR].number },
        [RATIO_YEAR_PLANNED] = { year, line->planned },
        [RATIO_YEAR_BUDGET] = { year, line->budget },
        [RATIO_NEXT_YEAR] = { line->next_planned, year },
        [RATIO_NEXT_ACTUAL] = { line->next_planned, to_date },
        [RATIO_PLANNED] = { to_date, line->planned },
    };
    bool points = month_in_points(line);
    for (int i = 0; i < OUTLOOK_RATIOS; i++) {
        line->ratios[i].change = number_sub(pairs[i][0], pairs[i][1]);
        if (!points)
            line->ratios[i].percent = percent(pairs[i][0], pairs[i][1]);
    }
}

const char *month_column_token(enum month_column column)
{
    static const char *const TOKENS[] = { "month", "cumulative", "to_date", "previous", "same", "same_cumulative" };
    return TOKENS[column];
}

const char *month_outlook_token(enum outlook_column column)
{
    static const char *const TOKENS[] = { "estimate_next", "estimate_half", "estimate_half_to_date", "same_half",
                                          "last_year",     "estimate_year", "estimate_year_to_date" };
    return TOKENS[column];
}

const char *month_reason_token(enum month_reason reason)
{
    static const char *const TOKENS[] = { "",        "",           "no-document", "not-said", "not-reported",
                                          "missing", "incomplete", "no-number",   "overflow" };
    return TOKENS[reason];
}

const char *month_kind_token(enum month_kind kind)
{
    static const char *const TOKENS[] = { "target", "indicator", "money" };
    return TOKENS[kind];
}

static void add_word(struct text *out, const char *column, const char *word)
{
    text_addf(out, "%s%s:%s", out->length ? " " : "", column, word);
}

static void add_reasons(struct text *out, const char *column, const struct month_value *value)
{
    if (*month_reason_token(value->reason))
        add_word(out, column, month_reason_token(value->reason));
    if (value->reason == MONTH_MISSING)
        text_addf(out, ":%s", period_text(out->arena, value->missing));
    if (value->provisional)
        add_word(out, column, "provisional");
    if (value->bound)
        add_word(out, column, "bound");
}

const char *month_reasons(struct arena *arena, const struct month_line *line)
{
    struct text out = text_in(arena);
    for (int i = 0; i < MONTH_COLUMNS; i++)
        add_reasons(&out, month_column_token((enum month_column)i), &line->values[i]);
    for (int i = 0; i < OUTLOOK_COLUMNS; i++) {
        enum month_reason reason = line->outlook[i].reason;
        bool to_date = i == OUTLOOK_HALF_TO_DATE || i == OUTLOOK_YEAR_TO_DATE; /* the same over again */
        if (!to_date && reason != MONTH_NO_DOCUMENT && reason != MONTH_NOT_SAID)
            add_reasons(&out, month_outlook_token((enum outlook_column)i), &line->outlook[i]);
    }
    return text_str(&out);
}
