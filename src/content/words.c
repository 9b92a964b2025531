#include "content/words.h"

#include "base/numfmt.h"
#include "base/text.h"

/* What is left blank, or not to be read in this copy, is blank in all that is made from it, though it may be known. */
static const char *text_or_dots(const struct printed *printed)
{
    bool dots = printed->blank || printed->unknown || (!printed->absent && !*printed->text);
    return dots ? "…" : printed->text;
}

const char *decision_number_words(struct arena *arena, const struct decision *decision)
{
    const struct printed *number = &decision->code_number, *notation = &decision->code_notation;
    if (number->absent && notation->absent)
        return NULL;
    if (notation->absent)
        return text_or_dots(number);
    return arena_printf(arena, "%s/%s", number->absent ? "…" : text_or_dots(number), text_or_dots(notation));
}

const char *issue_words(struct arena *arena, const struct issue_date *issue)
{
    struct date known = issue->known;
    if (known.day && !issue->blank)
        return date_words(arena, known);
    const char *month = known.month && !issue->blank ? arena_printf(arena, known.month < 3 ? "%02d" : "%d", known.month)
                                                     : "…";
    const char *year = known.year ? arena_printf(arena, "%d", known.year) : "…";
    return arena_printf(arena, "ngày … tháng %s năm %s", month, year);
}

const char *citation_words(struct arena *arena, const struct plan *plan)
{
    const struct decision *decision = &plan->decision;
    const char *number = decision_number_words(arena, decision);
    return arena_printf(arena, "%s%s%s %s của %s", decision->type_name, number ? " số " : "", number ? number : "",
                        issue_words(arena, &decision->issue), decision->organ_name);
}

const char *number_words(struct arena *arena, struct dec number)
{
    return numfmt_text(arena, (struct numfmt){ .decimals = number.scale }, number);
}

const char *goal_sign(struct arena *arena, const struct measure *measure)
{
    static const char *const SIGNS[] = {
        [OP_EQ] = "",          [OP_GE] = "≥",       [OP_GT] = ">",   [OP_LE] = "≤",  [OP_LT] = "<",
        [OP_ABOUT] = "khoảng", [OP_ALMOST] = "gần", [OP_RANGE] = "", [OP_NONE] = "",
    };
    const char *sign = measure->kind == MEASURE_RANK && measure->op == OP_LE ? "top" : SIGNS[measure->op];
    if (measure->kind != MEASURE_GROWTH || measure->op == OP_NONE)
        return sign;
    return arena_printf(arena, "tăng%s%s", *sign ? " " : "", sign);
}

const char *goal_numbers(struct arena *arena, const struct measure *measure)
{
    const char *low = number_words(arena, measure->low);
    return measure->has_high ? arena_printf(arena, "%s - %s", low, number_words(arena, measure->high)) : low;
}

struct value goal_number(const struct measure *measure, struct arena *arena)
{
    if (measure->op == OP_NONE)
        return value_text(NULL);
    return measure->has_high ? value_text(goal_numbers(arena, measure)) : value_exact(measure->low);
}

const char *goal_words(struct arena *arena, const struct measure *measure)
{
    if (measure->op == OP_NONE)
        return "";
    const char *sign = goal_sign(arena, measure);
    return arena_printf(arena, "%s%s%s", sign, *sign ? " " : "", goal_numbers(arena, measure));
}

const char *annex_words(struct arena *arena, const char *name, const char *number)
{
    const char *kind = name ? name : "Phụ lục";
    return *number ? arena_printf(arena, "%s %s", kind, number) : kind;
}

const char *period_words(struct arena *arena, const struct plan *plan)
{
    const char *years = plan_years(arena, plan);
    return plan->first_year == plan->last_year ? arena_printf(arena, "năm %s", years) : years;
}

const char *figure_op_words(enum figure_op op)
{
    static const char *const WORDS[] = {
        [FIGURE_ABOUT] = "khoảng",      [FIGURE_ALMOST] = "gần",       [FIGURE_OVER] = "hơn",   [FIGURE_ABOVE] = "trên",
        [FIGURE_AT_MOST] = "không quá", [FIGURE_AT_LEAST] = "ít nhất", [FIGURE_BELOW] = "dưới", [FIGURE_RANGE] = NULL
    };
    return WORDS[op];
}

const char *year_part_words(struct arena *arena, struct figure_period period)
{
    static const char *const
        ROMAN[] = { [FIRST_QUARTER] = "I", [SECOND_QUARTER] = "II", [THIRD_QUARTER] = "III", [FOURTH_QUARTER] = "IV" };
    bool quarter = period.part >= FIRST_QUARTER && period.part <= FOURTH_QUARTER;
    if (period.part >= FIRST_MONTH)
        return arena_printf(arena, "tháng %d/%d", year_part_begins(period.part), period.year);
    return quarter ? arena_printf(arena, "Quý %s/%d", ROMAN[period.part], period.year) : NULL;
}

static void add_key_names(struct text *name, const struct plan *plan, struct figure_key key)
{
    const struct plan_measure *measure = plan_measure(plan, key.measure);
    const struct plan_phase *phase = plan_phase(plan, key.phase);
    if (measure)
        text_addf(name, ", %s", measure->name);
    if (phase)
        text_addf(name, ", %s", phase->name);
}

/* A year alone is itself; the whole period needs no word. */
static void add_period(struct text *name, struct figure_period period, struct arena *arena)
{
    const char *quarter = year_part_words(arena, period);
    if (period.to.year)
        text_addf(name, ", đến %s", date_figures(arena, period.to));
    else if (period.year)
        text_addf(name, ", %s", quarter ? quarter : figure_period_token(arena, period));
}

const char *figure_name(struct arena *arena, const struct plan *plan, const struct plan_row *row,
                        const struct figure *figure)
{
    struct figure_period period = figure->key.period;
    struct text name = text_in(arena);
    size_t title = strlen(row->title);
    if (title && row->title[title - 1] == ':')
        title--;
    text_addf(&name, "%s%s%.*s", row->no, *row->no ? " " : "", (int)title, row->title);
    add_key_names(&name, plan, figure->key);
    if (figure->source && (row->kind != ROW_LINE || figure->source != row->source))
        text_addf(&name, ", %s", figure->source->abbr);
    period.year = figure->year;
    add_period(&name, period, arena);
    return text_str(&name);
}

const char *prose_name(struct arena *arena, const struct prose *prose, const struct figure *figure)
{
    const char *label = figure->label ? figure->label : figure->source ? figure->source->name : "tổng";
    return arena_printf(arena, "%s: %s", prose->where, label);
}

const char *dong_words(struct arena *arena, int64_t dong, enum money_unit unit)
{
    return number_words(arena, dec_from_whole(dong, money_unit_power(unit), 0));
}

const char *money_words(struct arena *arena, int64_t dong, enum money_unit unit)
{
    return arena_printf(arena, "%s %s", dong_words(arena, dong, unit), money_unit_name(unit));
}

const char *year_token(struct arena *arena, int year)
{
    return year ? arena_printf(arena, "%d", year) : "period";
}

const char *dong_token(struct arena *arena, int64_t dong)
{
    return arena_printf(arena, "%lld", (long long)dong);
}

const char *figure_state_token(enum figure_state state)
{
    static const char *const TOKENS[] = {
        [FIGURE_BLANK] = "blank", [FIGURE_NUMBER] = "number", [FIGURE_DASH] = "dash",
        [FIGURE_LOST] = "lost",   [FIGURE_REST] = "rest",     [FIGURE_NOT_STATED] = "not-stated"
    };
    return TOKENS[state];
}

const char *figure_op_token(enum figure_op op)
{
    static const char *const TOKENS[] = {
        [FIGURE_EXACT] = "exact",       [FIGURE_ABOUT] = "about", [FIGURE_ALMOST] = "almost",
        [FIGURE_OVER] = "over",         [FIGURE_ABOVE] = "above", [FIGURE_AT_MOST] = "at-most",
        [FIGURE_AT_LEAST] = "at-least", [FIGURE_BELOW] = "below", [FIGURE_RANGE] = "range"
    };
    return TOKENS[op];
}
