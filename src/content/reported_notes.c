#include "content/reported_notes.h"

#include "base/text.h"
#include "calc/gap.h"
#include "content/gap_words.h"
#include "content/page_one.h"
#include "content/report_words.h"
#include "content/words.h"

static void add(struct reported_notes *notes, const char *line)
{
    const char **added = ARENA_PUSH(notes->arena, notes->lines, notes->count, notes->capacity);
    *added = line;
}

static const char *subject_words(const struct reported_notes *notes, const struct result_value *value)
{
    for (size_t i = 0; value->target && i < notes->plan->target_count; i++)
        if (text_equal(notes->plan->targets[i].id, value->target))
            return arena_printf(notes->arena, "%s, chỉ tiêu %zu", notes->table(notes->maker, &notes->plan->targets[i]),
                                i + 1);
    const struct indicator *indicator = value->indicator ? catalogue_indicator(notes->catalogue, value->indicator) : NULL;
    return indicator ? indicator->name : value->target ? value->target : value->indicator;
}

/* "giải thích; nguồn số liệu: …"; NULL if neither is said. */
static const char *said_of(const struct reported_notes *notes, const struct result_value *value)
{
    const char *note = *value->note ? value->note : NULL;
    if (!value->data_source)
        return note;
    return arena_printf(notes->arena, "%s%snguồn số liệu: %s", note ? note : "", note ? "; " : "", value->data_source);
}

void reported_notes_add(struct reported_notes *notes, const struct results *results)
{
    const char *report = arena_printf(notes->arena, "báo cáo %s", period_label(notes->arena, results->period));
    for (size_t i = 0; i < results->value_count; i++) {
        const char *said = said_of(notes, &results->values[i]);
        if (said)
            add(notes, arena_printf(notes->arena, "%s (%s): %s", subject_words(notes, &results->values[i]), report, said));
    }
    for (size_t i = 0; i < results->note_count; i++)
        add(notes, arena_printf(notes->arena, "Ghi chú của %s: %s", report, results->notes[i]));
}

static const char *forecast_words(struct arena *arena, struct forecast forecast)
{
    if (forecast.span == SPAN_HALF)
        return arena_printf(arena, "6 tháng đầu năm %d", forecast.last.year);
    struct period year = { .year = forecast.last.year };
    return period_label(arena, forecast.span == SPAN_YEAR ? year : forecast.last);
}

static void add_value(struct reported_notes *notes, const struct results *results, const struct result_value *value)
{
    struct arena *arena = notes->arena;
    const struct measure *measure = &value->measure;
    struct gap_span span = { .low = number_of(measure->low), .is_range = measure->has_high };
    span.high = measure->has_high ? number_of(measure->high) : span.low;
    struct value figure = measure->has_low ? gap_figure_value(&span, measure->op, value, arena) : value_text(NULL);
    const char *said = said_of(notes, value), *unit = measure->unit;
    add(notes, arena_printf(arena, "Ước %s, %s (báo cáo %s): %s%s%s%s%s", forecast_words(arena, value->forecast),
                            subject_words(notes, value), period_label(arena, results->period), value_words(&figure, arena),
                            unit ? " " : "", unit ? unit : "", said ? "; " : "", said ? said : ""));
}

static const char *row_title(const struct reported_notes *notes, const char *id)
{
    struct plan_part part = plan_part(notes->plan, id);
    return part.row ? part_words(&part, notes->arena) : id;
}

static void add_money(struct reported_notes *notes, const struct results *results, const struct result_money *money)
{
    struct arena *arena = notes->arena;
    const struct source *source = money->source ? plan_source(notes->plan, money->source) : NULL;
    add(notes, arena_printf(arena, "Ước giải ngân %s, %s%s%s (báo cáo %s): %s", forecast_words(arena, money->forecast),
                            source ? source->name : "mọi nguồn", money->of ? ", " : "",
                            money->of ? row_title(notes, money->of) : "", period_label(arena, results->period),
                            money_words(arena, money->dong, UNIT_MILLION)));
}

bool reported_is_ahead(const struct results *results, struct forecast forecast, bool of_money)
{
    (void)of_money;
    return forecast_is_ahead(forecast, results->period);
}

void reported_notes_add_estimates(struct reported_notes *notes, const struct results *results,
                                  bool (*wanted)(const struct results *, struct forecast, bool of_money))
{
    for (size_t i = 0; i < results->estimate_count; i++)
        if (wanted(results, results->estimates[i].forecast, false))
            add_value(notes, results, &results->estimates[i]);
    for (size_t i = 0; i < results->money_estimate_count; i++)
        if (wanted(results, results->money_estimates[i].forecast, true))
            add_money(notes, results, &results->money_estimates[i]);
}
