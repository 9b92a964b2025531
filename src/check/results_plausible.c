#include "check/results_plausible.h"

#include "base/text.h"
#include "calc/totals.h"
#include "check/results_parts.h"
#include "content/words.h"

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

struct about about_money(const struct results *results, const struct result_money *money, struct arena *arena)
{
    return (struct about){ .plan = results->plan,
                           .subject = money->of ? money->of : results->id,
                           .source = money->source,
                           .year = arena_printf(arena, "%d", money->year) };
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
    about.stated = dong_token(arena, disbursed->dong);
    about.computed = dong_token(arena, available);
    finding_add_about(findings, FINDING_SPENT_BEYOND, disbursed->place, about, result_money_cell(disbursed, arena), about.stated,
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
        about.stated = dong_token(arena, now->dong);
        about.computed = dong_token(arena, then->dong);
        finding_add_about(findings, FINDING_CUMULATIVE_FALLS, now->place, about, result_money_cell(now, arena), about.stated,
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

/* What the plan has where an amount is reported: in its year, in the whole period; 0: nothing that is known. */
struct planned {
    int64_t year, whole;
};

static int64_t planned_of_row(const struct plan *plan, const struct plan_row *row, const char *source, int year)
{
    int64_t sum = 0;
    for (size_t i = 0; i <= plan->source_count; i++) {
        const struct source *of = i < plan->source_count ? &plan->sources[i] : NULL;
        const struct figure *figure = row_figure(row, of, year);
        bool asked = !source || (of && strcmp(of->id, source) == 0);
        if (asked && figure && figure->state == FIGURE_NUMBER && !dong_add(&sum, sum, figure->dong))
            return 0;
    }
    return sum;
}

static int64_t amount_of(const struct total *total)
{
    return !total ? 0 : total->has_computed ? total->computed : total->has_stated ? total->stated : 0;
}

static struct planned planned_of(const struct plan *plan, const struct totals *totals, const struct result_money *money)
{
    const struct plan_table *table;
    const struct plan_row *row = money->of ? plan_row(plan, money->of, &table) : NULL;
    if (row)
        return (struct planned){ planned_of_row(plan, row, money->source, money->year),
                                 planned_of_row(plan, row, money->source, 0) };
    return (struct planned){ amount_of(totals_at(totals, money->source, money->year)),
                             amount_of(totals_at(totals, money->source, 0)) };
}

static int64_t largest_of(const struct totals *totals)
{
    int64_t largest = 0;
    for (size_t i = 0; i < totals->count; i++) {
        int64_t amount = amount_of(&totals->items[i]);
        largest = amount > largest ? amount : largest;
    }
    return largest;
}

/* 1,000 or 1,000,000 if the one amount is exactly so many times the other, else 0. */
static int64_t unit_slip(int64_t larger, int64_t smaller)
{
    static const int64_t SLIPS[] = { 1000, 1000000 };
    for (size_t i = 0; i < sizeof SLIPS / sizeof *SLIPS; i++)
        if (smaller > 0 && larger % SLIPS[i] == 0 && larger / SLIPS[i] == smaller)
            return SLIPS[i];
    return 0;
}

/* How an amount stands to what is planned, in both languages; false if there is nothing to say of it. */
static bool is_out_of_scale(int64_t amount, int64_t planned, struct arena *arena, const char **vi, const char **en)
{
    enum { MANY = 100 };
    int64_t up = unit_slip(amount, planned), down = unit_slip(planned, amount);
    int64_t times = planned > 0 ? amount / planned : 0;
    bool whole = planned > 0 && amount % planned == 0;
    if (!up && !down && (times < MANY || (times == MANY && whole)))
        return false;
    int64_t factor = up ? up : down ? down : times;
    bool exact = up || down || whole;
    const char *exactly = exact ? "đúng" : "hơn", *exactly_en = exact ? "exactly" : "more than";
    *vi = arena_printf(arena, "%s %s %s lần", down ? "nhỏ hơn" : "lớn gấp", exactly, number_words(arena, dec_of(factor)));
    *en = arena_printf(arena, "%s %lld times %s", exactly_en, (long long)factor, down ? "smaller" : "larger");
    return true;
}

/* Keyed in another unit, most likely: đồng or thousands where millions are asked, or the other way round. */
static void check_scale(const struct plan *plan, const struct totals *totals, const struct results *results,
                        const struct result_money *money, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const char *vi, *en;
    if (!money->reported || money->dong <= 0)
        return;
    struct planned planned = planned_of(plan, totals, money);
    int64_t most = planned.year > planned.whole ? planned.year : planned.whole;
    if (!most)
        most = largest_of(totals);
    int64_t beside = unit_slip(money->dong, planned.year) || unit_slip(planned.year, money->dong) ? planned.year : most;
    if (!is_out_of_scale(money->dong, beside, arena, &vi, &en))
        return;
    struct about about = about_money(results, money, arena);
    about.stated = dong_token(arena, money->dong);
    about.computed = dong_token(arena, beside);
    finding_add_about(findings, FINDING_RESULT_OUT_OF_SCALE, money->place, about,
                      result_money_name(money, arena),
                      number_words(arena, dec_of(money->dong)), number_words(arena, dec_of(beside)), vi, en, NULL);
}

static void check_scales(const struct plan *plan, const struct results_list *list, struct findings *findings)
{
    struct totals totals = { 0 };
    struct findings aside = findings_in(findings->arena); /* what cannot be added up is told where totals are */
    if (!list->count || !totals_compute(&totals, plan, findings->arena, &aside))
        return;
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < list->items[i]->money_count; j++)
            check_scale(plan, &totals, list->items[i], &list->items[i]->money[j], findings);
}

void results_plausible(const struct plan *plan, const struct catalogue *catalogue, const struct results_list *results,
                       struct findings *findings)
{
    struct results_list list = results_as_of(results, plan->id, (struct date){ 0 }, findings->arena);
    check_scales(plan, &list, findings);
    for (size_t i = 0; i < list.count; i++) {
        const struct results *document = list.items[i], *before = month_before(&list, i);
        results_check_parts(plan, document, findings);
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
