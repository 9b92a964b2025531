#include "content/view.h"

#include "base/text.h"
#include "content/words.h"

void view_note(struct view *view, const char *note, struct arena *arena)
{
    const char **notes = arena_alloc(arena, view->note_count + 1, sizeof *notes);
    for (size_t i = 0; i < view->note_count; i++)
        notes[i] = view->notes[i];
    notes[view->note_count++] = note;
    view->notes = notes;
}

static bool has_no_figure(const struct view *view)
{
    for (size_t i = 0; i < view->item_count; i++)
        for (size_t f = 0; f < view->items[i].fact_count; f++) {
            const struct value *value = &view->items[i].facts[f].value;
            if (value->absent && value->missing)
                return true;
        }
    return false;
}

void view_note_no_figure(struct view *view, struct arena *arena)
{
    if (has_no_figure(view))
        view_note(view, NO_FIGURE_SIGN ": chưa có số liệu báo cáo, không phải là số 0.", arena);
}

const struct view_measure *view_measure(const struct view *view, const char *id)
{
    for (size_t m = 0; m < view->measure_count; m++)
        if (text_equal(view->measures[m].id, id))
            return &view->measures[m];
    return NULL;
}

bool view_supplies(const struct view *view, enum fact_id fact)
{
    for (size_t i = 0; i < view->supplied.count; i++)
        if (view->supplied.ids[i] == fact)
            return true;
    for (size_t i = 0; i < view->fact_count; i++)
        if (view->facts[i].fact == fact)
            return true;
    return false;
}

struct view_fact *item_fact(const struct item *item, enum fact_id fact, struct figure_key key)
{
    for (size_t i = 0; i < item->fact_count; i++)
        if (item->facts[i].fact == fact && figure_key_equal(item->facts[i].key, key))
            return &item->facts[i];
    return NULL;
}

/* Names of a source, a phase, a measure are those of that part of the key, whatever the rest of it is. */
static bool holds_for(const struct view_fact *fact, struct figure_key key)
{
    switch (fact->fact) {
    case FACT_SOURCE_NAME:
    case FACT_SOURCE_ABBR: return text_equal(fact->key.source, key.source);
    case FACT_UNIT_HEAD: return text_equal(fact->key.unit, key.unit);
    case FACT_PHASE_NAME: return text_equal(fact->key.phase, key.phase);
    case FACT_MEASURE_NAME:
    case FACT_MEASURE_UNIT: return text_equal(fact->key.measure, key.measure);
    default: return true;
    }
}

const struct value *view_lookup(const struct view *view, const struct fact_ref *ref)
{
    static const struct value EMPTY = { .kind = VALUE_EMPTY };
    if (fact_is_of_item(ref->fact)) {
        const struct view_fact *found = item_fact(&view->items[ref->item], ref->fact, ref->key);
        return found ? &found->value : &EMPTY;
    }
    for (size_t i = 0; i < view->fact_count; i++)
        if (view->facts[i].fact == ref->fact && holds_for(&view->facts[i], ref->key))
            return &view->facts[i].value;
    return &EMPTY;
}

struct value view_head(const struct view *view, enum fact_id fact, struct figure_key key, struct arena *arena)
{
    if (fact == FACT_YEAR)
        return value_year(key.period.year);
    if (fact == FACT_QUARTER)
        return value_text(year_part_words(arena, key.period));
    return *view_lookup(view, &(struct fact_ref){ 0, fact, key });
}

static const char *period_name(struct figure_period period, enum language language, struct arena *arena)
{
    bool vi = language == LANGUAGE_VI;
    const char *token = figure_period_token(arena, period), *quarter = year_part_words(arena, period);
    if (period.to.year)
        return arena_printf(arena, "%s %s", vi ? "đến" : "up to", vi ? date_figures(arena, period.to) : token);
    if (!period.year)
        return vi ? "cả giai đoạn" : "the whole period";
    if (period.part || period.last_year)
        return quarter && vi ? quarter : arena_printf(arena, "%s %s", vi ? "kỳ" : "period", token);
    return arena_printf(arena, "%s %s", vi ? "năm" : "year", token);
}

static void add_name(struct text *out, const struct view *view, enum fact_id fact, struct figure_key key)
{
    const struct value *name = view_lookup(view, &(struct fact_ref){ 0, fact, key });
    if (name->kind == VALUE_TEXT)
        text_addf(out, ", %s", name->text);
}

const char *view_key_words(const struct view *view, struct figure_key key, enum language language, struct arena *arena)
{
    struct text out = text_in(arena);
    text_add(&out, period_name(key.period, language, arena));
    if (key.measure)
        add_name(&out, view, FACT_MEASURE_NAME, key);
    if (key.phase)
        add_name(&out, view, FACT_PHASE_NAME, key);
    if (key.source)
        add_name(&out, view, FACT_SOURCE_NAME, key);
    if (key.unit)
        add_name(&out, view, FACT_UNIT_HEAD, key);
    return text_str(&out);
}
