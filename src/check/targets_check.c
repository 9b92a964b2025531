#include "check/targets_check.h"

#include "base/text.h"

static bool is_same_measure(const struct measure *a, const struct measure *b)
{
    return a->indicator && text_equal(a->indicator, b->indicator) && a->kind == b->kind && text_equal(a->unit, b->unit) &&
           text_equal(a->base, b->base);
}

static void check_unit(const struct target *target, const struct indicator *indicator, struct findings *findings)
{
    const struct measure *measure = &target->measure;
    struct about about = ABOUT(target->id);
    if (measure->unit && strcmp(measure->unit, indicator->unit) != 0)
        finding_add_about(findings, FINDING_TARGET_UNIT, target->place, about, target->id, measure->unit, indicator->unit,
                          indicator->id, NULL);
    else if (indicator->unit_kind == UNIT_RANK && measure->kind != MEASURE_RANK)
        finding_add_about(findings, FINDING_TARGET_NO_RANK, target->place, about, target->id, indicator->id, NULL);
}

static void check_year(const struct plan *plan, const struct target *target, struct findings *findings)
{
    int year = target->measure.year;
    if (year && !plan_covers(plan, year))
        finding_add_about(findings, FINDING_TARGET_YEAR, target->place, ABOUT(target->id), target->id,
                          arena_printf(findings->arena, "%d", year),
                          arena_printf(findings->arena, "%d-%d", plan->first_year, plan->last_year), NULL);
}

/* The whole may be more than its bound, if that is a lower one. */
static bool has_end(const struct measure *measure)
{
    return measure->has_low && (measure->has_high || (measure->op != OP_GE && measure->op != OP_GT));
}

static void check_part(const struct plan *plan, const struct target *target, struct findings *findings)
{
    const struct measure *part = &target->measure;
    const struct target *whole = part->part_of ? plan_target(plan, part->part_of) : NULL;
    if (!whole || !part->has_low || !text_equal(part->base, "whole") || !has_end(&whole->measure) ||
        part->year != whole->measure.year)
        return;
    struct dec most = whole->measure.has_high ? whole->measure.high : whole->measure.low;
    if (dec_cmp(part->low, most) <= 0)
        return;
    char low[DEC_TEXT_SIZE], high[DEC_TEXT_SIZE];
    finding_add_about(findings, FINDING_TARGET_PART_BEYOND, target->place, ABOUT(target->id), target->id,
                      dec_format(low, part->low), whole->id, dec_format(high, most), NULL);
}

/* A past result that names no target is the baseline of the only one with its indicator; of several it is none's. */
static void check_past(const struct plan *plan, const struct past_result *past, struct findings *findings)
{
    struct text ids = text_in(findings->arena);
    size_t count = 0;
    for (size_t i = 0; i < plan->target_count; i++)
        if (is_same_measure(&past->measure, &plan->targets[i].measure))
            text_addf(&ids, "%s%s", count++ ? ", " : "", plan->targets[i].id);
    if (count > 1 && !past->target_count)
        finding_add_about(findings, FINDING_PAST_AMBIGUOUS, past->place, ABOUT(past->id), past->id, past->measure.indicator,
                          text_str(&ids), NULL);
    for (size_t i = 0; i < past->target_count; i++)
        if (!plan_target(plan, past->targets[i]))
            finding_add_about(findings, FINDING_PAST_TARGET, past->place, ABOUT(past->id), past->id, past->targets[i],
                              NULL);
}

void targets_check(const struct plan *plan, const struct catalogue *catalogue, struct findings *findings)
{
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i];
        const char *id = target->measure.indicator;
        const struct indicator *indicator = id ? catalogue_indicator(catalogue, id) : NULL;
        if (indicator)
            check_unit(target, indicator, findings);
        check_year(plan, target, findings);
        check_part(plan, target, findings);
    }
    for (size_t i = 0; i < plan->past_count; i++)
        check_past(plan, &plan->past[i], findings);
}
