#include "model/catalogue.h"

#include "base/text.h"

const struct unit *catalogue_unit(const struct catalogue *catalogue, const char *code, struct date date)
{
    for (size_t i = 0; i < catalogue->unit_count; i++) {
        const struct unit *unit = &catalogue->units[i];
        bool begun = !unit->from.year || date_cmp(unit->from, date) <= 0;
        bool ended = unit->to.year && date_cmp(unit->to, date) < 0;
        if (begun && !ended && strcmp(unit->code, code) == 0)
            return unit;
    }
    return NULL;
}

static bool has_source(const struct catalogue *catalogue, const char *code)
{
    for (size_t i = 0; i < catalogue->source_count; i++)
        if (strcmp(catalogue->sources[i].code, code) == 0)
            return true;
    return false;
}

static bool has_indicator(const struct catalogue *catalogue, const char *id)
{
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (strcmp(catalogue->indicators[i].id, id) == 0)
            return true;
    return false;
}

static const char *source_codes(const struct catalogue *catalogue, struct arena *arena)
{
    struct text list = text_in(arena);
    for (size_t i = 0; i < catalogue->source_count; i++)
        text_addf(&list, "%s%s", i ? ", " : "", catalogue->sources[i].code);
    return text_str(&list);
}

static void report(struct findings *findings, struct place place, const char *what, const char *code,
                   const char *choices)
{
    finding_add(findings, FINDING_UNKNOWN_CODE, place, what, code, choices, NULL)->subject = code;
}

bool catalogue_check(const struct catalogue *catalogue, const struct plan *plan, struct findings *findings)
{
    size_t before = findings->count;
    if (!catalogue_unit(catalogue, plan->unit, plan->as_of))
        report(findings, plan->place, "unit", plan->unit, "<unit code>, asOf");
    for (size_t i = 0; i < plan->source_count; i++)
        if (!has_source(catalogue, plan->sources[i].code))
            report(findings, plan->sources[i].place, "code", plan->sources[i].code,
                   source_codes(catalogue, findings->arena));
    for (size_t i = 0; i < plan->target_count; i++) {
        const char *indicator = plan->targets[i].measure.indicator;
        if (indicator && !has_indicator(catalogue, indicator))
            report(findings, plan->targets[i].place, "indicator", indicator, "<indicator id>");
    }
    for (size_t i = 0; i < plan->past_count; i++) {
        const char *indicator = plan->past[i].measure.indicator;
        if (indicator && !has_indicator(catalogue, indicator))
            report(findings, plan->past[i].place, "indicator", indicator, "<indicator id>");
    }
    return findings->count == before;
}
