#include "check/results_plausible.h"

#include "base/text.h"

static bool is_same_cell(const struct result_money *a, const struct result_money *b)
{
    return a->year == b->year && text_equal(a->source, b->source) && text_equal(a->of, b->of);
}

static const struct result_money *find_money(const struct results *results, const struct result_money *cell,
                                             enum phase phase)
{
    for (size_t i = 0; i < results->money_count; i++)
        if (results->money[i].phase == phase && is_same_cell(&results->money[i], cell))
            return &results->money[i];
    return NULL;
}

static struct about about_money(const struct results *results, const struct result_money *money, struct arena *arena)
{
    return (struct about){ .plan = results->plan,
                           .subject = money->of ? money->of : results->id,
                           .source = money->source,
                           .year = arena_printf(arena, "%d", money->year) };
}

static const char *dong(struct arena *arena, int64_t amount)
{
    return arena_printf(arena, "%lld", (long long)amount);
}

/* "giai ngân" of which source and row: "TW, pl1-I"; "–" for the whole plan. */
static const char *cell_name(const struct result_money *money, struct arena *arena)
{
    const char *source = money->source ? money->source : "", *of = money->of ? money->of : "";
    return *source || *of ? arena_printf(arena, "%s%s%s", source, *source && *of ? ", " : "", of) : "–";
}

static bool is_cumulative(const struct results *results, const struct result_money *money)
{
    return !results->period.month || money->basis == BASIS_CUMULATIVE;
}

/* What one document says of a cell is enough to tell. */
static void check_available(const struct results *results, const struct result_money *disbursed, struct findings *findings)
{
    const struct result_money *carried = find_money(results, disbursed, PHASE_CARRIED_IN),
                              *allocated = find_money(results, disbursed, PHASE_ALLOCATED);
    int64_t available;
    if (!allocated || !allocated->reported || !disbursed->reported || (carried && !carried->reported) ||
        !is_cumulative(results, disbursed) || !is_cumulative(results, allocated))
        return;
    if (!dong_add(&available, carried ? carried->dong : 0, allocated->dong) || disbursed->dong <= available)
        return;
    struct arena *arena = findings->arena;
    struct about about = about_money(results, disbursed, arena);
    about.stated = dong(arena, disbursed->dong);
    about.computed = dong(arena, available);
    finding_add_about(findings, FINDING_SPENT_BEYOND, disbursed->place, about, cell_name(disbursed, arena), about.stated,
                      about.computed, NULL);
}

/* The month before in the same year, of the same plan: the list is in order of periods. */
static const struct results *month_before(const struct results_list *list, size_t at)
{
    const struct results *results = list->items[at];
    for (size_t i = at; results->period.month && i-- > 0;)
        if (list->items[i]->period.month && list->items[i]->period.year == results->period.year &&
            list->items[i]->period.month < results->period.month)
            return list->items[i];
    return NULL;
}

static void check_falling_money(const struct results *before, const struct results *results, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t i = 0; i < results->money_count; i++) {
        const struct result_money *now = &results->money[i], *then = find_money(before, now, now->phase);
        bool both = then && then->reported && now->reported && then->basis == BASIS_CUMULATIVE &&
                    now->basis == BASIS_CUMULATIVE;
        if (!both || now->phase != PHASE_DISBURSED || now->dong >= then->dong)
            continue;
        struct about about = about_money(results, now, arena);
        about.stated = dong(arena, now->dong);
        about.computed = dong(arena, then->dong);
        finding_add_about(findings, FINDING_CUMULATIVE_FALLS, now->place, about, cell_name(now, arena), about.stated,
                          about.computed, period_text(arena, before->period), NULL);
    }
}

static const struct result_value *find_value(const struct results *results, const struct result_value *value)
{
    for (size_t i = 0; i < results->value_count; i++)
        if (text_equal(results->values[i].target, value->target) &&
            text_equal(results->values[i].indicator, value->indicator))
            return &results->values[i];
    return NULL;
}

static bool is_count(const struct plan *plan, const struct catalogue *catalogue, const struct result_value *value)
{
    const struct target *target = value->target ? plan_target(plan, value->target) : NULL;
    const struct indicator *indicator = value->indicator ? catalogue_indicator(catalogue, value->indicator) : NULL;
    if (target && (target->accumulation_said || !indicator))
        return target->accumulation != ACCUMULATION_SNAPSHOT;
    return indicator && indicator->accumulation != ACCUMULATION_SNAPSHOT;
}

static void check_falling_values(const struct plan *plan, const struct catalogue *catalogue, const struct results *before,
                                 const struct results *results, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t i = 0; i < results->value_count; i++) {
        const struct result_value *now = &results->values[i], *then = find_value(before, now);
        bool both = then && then->measure.has_low && now->measure.has_low && then->basis == BASIS_CUMULATIVE &&
                    now->basis == BASIS_CUMULATIVE;
        if (!both || !is_count(plan, catalogue, now) || dec_cmp(now->measure.low, then->measure.low) >= 0)
            continue;
        char stated[DEC_TEXT_SIZE], earlier[DEC_TEXT_SIZE];
        const char *subject = now->target ? now->target : now->indicator;
        struct about about = { .plan = results->plan,
                               .subject = subject,
                               .stated = arena_string(arena, dec_format(stated, now->measure.low)),
                               .computed = arena_string(arena, dec_format(earlier, then->measure.low)) };
        finding_add_about(findings, FINDING_CUMULATIVE_FALLS, now->place, about, subject, about.stated, about.computed,
                          period_text(arena, before->period), NULL);
    }
}

static bool is_same_number(const struct result_value *a, const struct result_value *b)
{
    return a->status == b->status && a->measure.op == b->measure.op && a->measure.has_low == b->measure.has_low &&
           a->measure.has_high == b->measure.has_high &&
           (!a->measure.has_low || dec_cmp(a->measure.low, b->measure.low) == 0) &&
           (!a->measure.has_high || dec_cmp(a->measure.high, b->measure.high) == 0);
}

/* All figures of the one are those of the other: so many that this is no chance. */
static bool repeats(const struct results *before, const struct results *results)
{
    enum { FEW = 3 };
    size_t count = results->value_count + results->money_count, disbursed = 0;
    if (count < FEW || results->value_count != before->value_count || results->money_count != before->money_count)
        return false;
    for (size_t i = 0; i < results->value_count; i++) {
        const struct result_value *then = find_value(before, &results->values[i]);
        if (!then || !is_same_number(then, &results->values[i]))
            return false;
    }
    for (size_t i = 0; i < results->money_count; i++) {
        const struct result_money *now = &results->money[i], *then = find_money(before, now, now->phase);
        if (!then || then->reported != now->reported || then->dong != now->dong)
            return false;
        disbursed += now->phase == PHASE_DISBURSED && now->reported;
    }
    return results->value_count || disbursed;
}

void results_plausible(const struct plan *plan, const struct catalogue *catalogue, const struct results_list *results,
                       struct findings *findings)
{
    struct results_list list = results_as_of(results, plan->id, (struct date){ 0 }, findings->arena);
    for (size_t i = 0; i < list.count; i++) {
        const struct results *document = list.items[i], *before = month_before(&list, i);
        for (size_t j = 0; j < document->money_count; j++)
            if (document->money[j].phase == PHASE_DISBURSED)
                check_available(document, &document->money[j], findings);
        if (!before)
            continue;
        check_falling_money(before, document, findings);
        check_falling_values(plan, catalogue, before, document, findings);
        if (repeats(before, document))
            finding_add_about(findings, FINDING_MONTH_REPEATED, document->place, ABOUT(document->id),
                              period_text(findings->arena, document->period), period_text(findings->arena, before->period),
                              NULL);
    }
}
