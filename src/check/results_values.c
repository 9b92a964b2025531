#include "check/results_values.h"

#include "base/text.h"
#include "check/results_meaning.h"
#include "check/results_plans.h"

enum { IDS_SHOWN = 20 };

static const char *subject_of(const struct result_value *value)
{
    return value->target ? value->target : value->indicator;
}

/* Ids of targets, of one indicator or of all (indicator NULL): "a1, a2". Returns how many there are. */
static size_t target_ids(struct text *list, const struct plan *plan, const char *indicator)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i];
        if (indicator && !text_equal(target->measure.indicator, indicator))
            continue;
        if (count++ < IDS_SHOWN)
            text_addf(list, "%s%s", list->length ? ", " : "", target->id);
    }
    return count;
}

/* Resolves a value that names only an indicator to the one target with that indicator. */
static bool find_target(struct results_checker *checker, struct result_value *value)
{
    struct arena *arena = checker->context->findings->arena;
    struct text ids = text_in(arena);
    size_t count = target_ids(&ids, checker->plan, value->indicator);
    if (count == 1)
        value->target = arena_string(arena, text_str(&ids));
    if (count > 1)
        results_tell(checker, FINDING_AMBIGUOUS_INDICATOR, value->place, value->indicator, value->indicator,
                     text_str(&ids));
    else if (!count && !catalogue_indicator(checker->context->catalogue, value->indicator))
        results_tell(checker, FINDING_UNKNOWN_INDICATOR, value->place, value->indicator, value->indicator);
    return count <= 1;
}

/* What the catalogue says of an indicator that the plan has no target for. */
static void take_indicator(struct results_checker *checker, struct result_value *value)
{
    const struct indicator *indicator = catalogue_indicator(checker->context->catalogue, value->indicator);
    if (!indicator)
        return;
    const char *unit = value->measure.unit;
    if (unit && strcmp(unit, indicator->unit) != 0)
        results_tell(checker, FINDING_VALUE_UNIT, value->place, indicator->id, unit, indicator->unit, indicator->id);
    value->measure.unit = indicator->unit;
    value->measure.unit_kind = indicator->unit_kind;
    value->measure.kind = indicator->unit_kind == UNIT_RANK     ? MEASURE_RANK
                          : indicator->unit_kind == UNIT_GROWTH ? MEASURE_GROWTH
                                                                : MEASURE_LEVEL;
}

static void take_target(struct results_checker *checker, struct result_value *value, const struct target *target)
{
    const char *unit = value->measure.unit;
    if (value->indicator && !text_equal(value->indicator, target->measure.indicator))
        results_tell(checker, FINDING_VALUE_INDICATOR, value->place, target->id, target->id,
                     target->measure.indicator ? target->measure.indicator : "–");
    if (unit && target->measure.unit && strcmp(unit, target->measure.unit) != 0)
        results_tell(checker, FINDING_VALUE_UNIT, value->place, target->id, unit, target->measure.unit, target->id);
    bool in_words = !value->measure.has_low && *value->note && value->measure.op != OP_RANGE;
    if (target->measure.op != OP_NONE && in_words && value->status != STATUS_NOT_REPORTED)
        results_tell(checker, FINDING_VALUE_MISSING, value->place, target->id, target->id, "value");
    value->indicator = target->measure.indicator;
    value->measure.kind = target->measure.kind;
    value->measure.unit = target->measure.unit;
    value->measure.unit_kind = target->measure.unit_kind;
    value->measure.part_of = target->measure.part_of;
    value->measure.base = target->measure.base;
}

static void resolve(struct results_checker *checker, struct result_value *value)
{
    if (!subject_of(value) || (!value->target && !find_target(checker, value)))
        return;
    if (!value->target) {
        take_indicator(checker, value);
        return;
    }
    const struct target *target = results_target(checker, value->target);
    if (target) {
        take_target(checker, value, target);
        results_check_repealed(checker, value->place, target->id);
        return;
    }
    struct text ids = text_in(checker->context->findings->arena);
    target_ids(&ids, checker->plan, NULL);
    results_tell(checker, FINDING_UNKNOWN_TARGET, value->place, value->target, value->target, checker->plan->id,
                 ids.length ? text_str(&ids) : "–");
}

/* Against those before it. */
static void check_unique(struct results_checker *checker, const struct result_value *values, size_t at)
{
    const struct result_value *value = &values[at];
    for (size_t i = 0; i < at; i++) {
        const struct result_value *other = &values[i];
        if (subject_of(value) && text_equal(subject_of(other), subject_of(value)) &&
            forecast_equal(other->forecast, value->forecast)) {
            results_tell(checker, FINDING_VALUE_TWICE, value->place, subject_of(value), subject_of(value),
                         arena_printf(checker->context->findings->arena, "%ld", other->place.line));
            return;
        }
    }
}

static void check_values(struct results_checker *checker, struct result_value *values, size_t count)
{
    bool *sound = arena_alloc(checker->context->findings->arena, count, sizeof *sound);
    bool ok = checker->ok;
    for (size_t i = 0; i < count; i++) {
        checker->ok = true;
        resolve(checker, &values[i]);
        sound[i] = checker->ok;
        check_unique(checker, values, i);
        if (subject_of(&values[i]))
            results_check_ahead(checker, values[i].forecast, values[i].place, subject_of(&values[i]));
        ok = ok && checker->ok;
    }
    checker->ok = ok;
    for (size_t i = 0; i < count; i++)
        if (sound[i])
            results_check_meaning(checker, &values[i]);
}

void results_check_values(struct results_checker *checker)
{
    struct results *results = checker->results;
    check_values(checker, results->values, results->value_count);
    check_values(checker, results->estimates, results->estimate_count);
}
