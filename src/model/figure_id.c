#include "model/figure_id.h"

#include "base/text.h"

const char *figure_phase(const struct figure *figure)
{
    static const char *const CHANGES[] = { [CHANGE_INCREASE] = "increase", [CHANGE_DECREASE] = "decrease" };
    if (figure->change != CHANGE_NONE)
        return CHANGES[figure->change];
    return figure->key.phase ? figure->key.phase : FIGURE_PLANNED;
}

static const char *part_of_id(const char *part)
{
    return part && *part ? part : "all";
}

/* There is one for each figure of a view: it is measured first, and put together once. */
const char *figure_id_of(struct arena *arena, const char *const *parts, size_t count)
{
    size_t length = count;
    for (size_t i = 0; i < count; i++)
        length += strlen(part_of_id(parts[i]));
    char *id = arena_alloc(arena, length, 1), *end = id;
    for (size_t i = 0; i < count; i++) {
        const char *part = part_of_id(parts[i]);
        size_t size = strlen(part);
        memcpy(end, part, size + 1);
        end += size;
        if (i + 1 < count)
            *end++ = ':';
    }
    return id;
}

/* A reader refuses a second figure of a row or a paragraph with the same key. */
const char *figure_id(struct arena *arena, const struct plan *plan, const char *subject, const struct figure *figure)
{
    const char *const parts[] = { plan->id,
                                  subject,
                                  figure->key.measure ? figure->key.measure : FIGURE_MONEY,
                                  figure_phase(figure),
                                  figure_period_code(arena, plan, figure->key.period),
                                  figure->key.source };
    return figure_id_of(arena, parts, sizeof parts / sizeof *parts);
}

const char *figure_id_of_quantity(struct arena *arena, const struct plan *plan, const struct plan_row *row)
{
    const char *const parts[] = {
        plan->id, row->id, FIGURE_QUANTITY, FIGURE_PLANNED, years_code(arena, plan, row->start, row->end), NULL
    };
    return figure_id_of(arena, parts, sizeof parts / sizeof *parts);
}

const char *figure_id_of_target(struct arena *arena, const struct plan *plan, const struct target *target)
{
    int year = target->measure.year;
    const char *const parts[] = { plan->id, target->id, FIGURE_TARGET, FIGURE_PLANNED, years_code(arena, plan, year, year),
                                  NULL };
    return figure_id_of(arena, parts, sizeof parts / sizeof *parts);
}

const char *years_code(struct arena *arena, const struct plan *plan, int first, int last)
{
    first = first ? first : plan->first_year;
    last = last ? last : plan->last_year;
    return first == last ? arena_printf(arena, "%d", first) : arena_printf(arena, "%d-%d", first, last);
}

const char *figure_period_code(struct arena *arena, const struct plan *plan, struct figure_period period)
{
    static const char *const PARTS[] = { "", "Q1", "Q2", "Q3", "Q4", "H1", "H2" };
    if (period.to.year)
        return arena_printf(arena, "%04d%02d%02d", period.to.year, period.to.month, period.to.day);
    if (!period.year)
        return years_code(arena, plan, 0, 0);
    if (period.last_year)
        return years_code(arena, plan, period.year, period.last_year);
    if (period.part >= FIRST_MONTH)
        return arena_printf(arena, "%d%02d", period.year, year_part_begins(period.part));
    return arena_printf(arena, "%d%s", period.year, PARTS[period.part]);
}

static const char *without_hyphen(struct arena *arena, const char *text)
{
    const char *hyphen = strchr(text, '-');
    return hyphen ? arena_printf(arena, "%.*s%s", (int)(hyphen - text), text, hyphen + 1) : text;
}

const char *period_code(struct arena *arena, struct period period)
{
    return without_hyphen(arena, period_text(arena, period));
}

const char *forecast_code(struct arena *arena, struct forecast forecast)
{
    return without_hyphen(arena, forecast_text(arena, forecast));
}

static const char *reported_period(struct arena *arena, const struct results *results, struct forecast forecast)
{
    return forecast.span ? forecast_code(arena, forecast) : period_code(arena, results->period);
}

const char *figure_id_of_value(struct arena *arena, const struct results *results, const struct result_value *value)
{
    const char *const parts[] = { results->id,
                                  value->target,
                                  value->target ? FIGURE_TARGET : value->indicator,
                                  value->forecast.span ? "estimated" : "actual",
                                  reported_period(arena, results, value->forecast),
                                  NULL,
                                  basis_token(value->basis) };
    return figure_id_of(arena, parts, sizeof parts / sizeof *parts);
}

const char *figure_id_of_spent(struct arena *arena, const struct plan *plan, const struct results *results,
                               const struct result_money *money)
{
    bool own_year = !money->forecast.span && money->year != results->period.year; /* of another budget */
    const char *const parts[] = { results->id,
                                  money->of,
                                  FIGURE_MONEY,
                                  result_money_token(money),
                                  own_year ? years_code(arena, plan, money->year, money->year)
                                           : reported_period(arena, results, money->forecast),
                                  money->source,
                                  basis_token(money->basis) };
    return figure_id_of(arena, parts, sizeof parts / sizeof *parts);
}

const char *figure_id_of_sum(struct arena *arena, const struct plan *plan, const char *source, int year)
{
    const char *const parts[] = { plan->id, NULL, FIGURE_MONEY, "computed", years_code(arena, plan, year, year), source };
    return figure_id_of(arena, parts, sizeof parts / sizeof *parts);
}

const char *figure_id_of_gap(struct arena *arena, const struct plan *plan, const char *target, const char *phase, int year)
{
    const char *const parts[] = { plan->id, target, FIGURE_TARGET, phase, years_code(arena, plan, year, year), NULL };
    return figure_id_of(arena, parts, sizeof parts / sizeof *parts);
}
