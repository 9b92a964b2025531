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

/* The unit after one that has ended: where a merger moved it, else the same code under its next name. */
static const struct unit *next_unit(const struct catalogue *catalogue, const struct unit *unit)
{
    for (size_t i = 0; i < catalogue->move_count; i++) {
        const struct unit_move *move = &catalogue->moves[i];
        if (strcmp(move->old, unit->code) == 0 && date_equal(move->last_day, unit->to))
            return catalogue_unit(catalogue, move->next, move->first_day);
    }
    const struct unit *next = NULL;
    for (size_t i = 0; i < catalogue->unit_count; i++) {
        const struct unit *other = &catalogue->units[i];
        bool later = strcmp(other->code, unit->code) == 0 && date_cmp(other->from, unit->to) > 0;
        if (later && (!next || date_cmp(other->from, next->from) < 0))
            next = other;
    }
    return next;
}

const struct unit *catalogue_successor(const struct catalogue *catalogue, const char *code, struct date decided,
                                       struct date day)
{
    const struct unit *unit = catalogue_unit(catalogue, code, decided);
    while (unit && unit->to.year && date_cmp(unit->to, day) < 0) {
        const struct unit *next = next_unit(catalogue, unit);
        if (!next || date_cmp(next->from, unit->to) <= 0)
            return unit; /* what became of it is not known */
        unit = next;
    }
    return unit;
}

/* True if the earlier unit became the later one, and nothing but it did. */
static bool is_continued(const struct catalogue *catalogue, const struct unit *unit, struct date from,
                         const struct unit *later, struct date until)
{
    const struct unit *next = catalogue_successor(catalogue, unit->code, from, until);
    if (next != later) /* of most pairs of units: nobody else has to be asked then */
        return false;
    for (size_t i = 0; i < catalogue->unit_count; i++) {
        const struct unit *other = &catalogue->units[i];
        if (other != unit && catalogue_unit(catalogue, other->code, from) == other &&
            catalogue_successor(catalogue, other->code, from, until) == next)
            return false;
    }
    return true;
}

bool catalogue_is_same_unit(const struct catalogue *catalogue, const char *code, struct date on, const char *other,
                            struct date other_on)
{
    const struct unit *one = catalogue_unit(catalogue, code, on), *two = catalogue_unit(catalogue, other, other_on);
    if (one == two)
        return one || strcmp(code, other) == 0;
    if (!one || !two)
        return false;
    bool forward = date_cmp(on, other_on) <= 0;
    return forward ? is_continued(catalogue, one, on, two, other_on) : is_continued(catalogue, two, other_on, one, on);
}

static bool has_source(const struct catalogue *catalogue, const char *code)
{
    for (size_t i = 0; i < catalogue->source_count; i++)
        if (strcmp(catalogue->sources[i].code, code) == 0)
            return true;
    return false;
}

const struct figure_phase *catalogue_phase(const struct catalogue *catalogue, const char *code)
{
    for (size_t i = 0; i < catalogue->phase_count; i++)
        if (strcmp(catalogue->phases[i].code, code) == 0)
            return &catalogue->phases[i];
    return NULL;
}

const struct programme *catalogue_programme(const struct catalogue *catalogue, const char *code)
{
    for (size_t i = 0; i < catalogue->programme_count; i++)
        if (strcmp(catalogue->programmes[i].code, code) == 0)
            return &catalogue->programmes[i];
    return NULL;
}

const struct act *catalogue_act(const struct catalogue *catalogue, const char *number)
{
    for (size_t i = 0; i < catalogue->act_count; i++)
        if (strcmp(catalogue->acts[i].number, number) == 0)
            return &catalogue->acts[i];
    return NULL;
}

const struct body *catalogue_body(const struct catalogue *catalogue, const char *organ, struct arena *arena)
{
    const char *name = text_name_key(arena, organ);
    for (size_t i = 0; i < catalogue->body_count; i++)
        for (size_t w = 0; w < catalogue->bodies[i].word_count; w++)
            if (strstr(name, catalogue->bodies[i].words[w]))
                return &catalogue->bodies[i];
    return NULL;
}

enum unit_kind catalogue_unit_kind(const struct catalogue *catalogue, const char *unit)
{
    for (size_t i = 0; unit && i < catalogue->measure_unit_count; i++)
        if (strcmp(catalogue->measure_units[i].name, unit) == 0)
            return catalogue->measure_units[i].kind;
    return UNIT_UNLISTED;
}

bool body_is_alone(const struct body *body, const char *organ, struct arena *arena)
{
    const char *name = text_name_key(arena, organ);
    bool first = false;
    for (size_t i = 0; i < body->word_count; i++)
        first = first || strncmp(name, body->words[i], strlen(body->words[i])) == 0;
    for (const char *at = organ; first && (at = strpbrk(at, ",;"));) {
        at += strspn(at, ",; ");
        const char *letter = at;
        if (*at && utf8_is_capital(utf8_next(&letter)))
            return false;
    }
    return first;
}

const struct indicator *catalogue_indicator(const struct catalogue *catalogue, const char *id)
{
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        if (strcmp(catalogue->indicators[i].id, id) == 0)
            return &catalogue->indicators[i];
    return NULL;
}

/* Of two that serve a year: its own, else the one that is due first. */
static bool is_nearer(const struct national_target *a, const struct national_target *b)
{
    return !b || a->measure.year < b->measure.year;
}

const struct national_target *catalogue_national(const struct catalogue *catalogue, const char *indicator, int year)
{
    const struct national_target *found = NULL;
    for (size_t i = 0; i < catalogue->national_count; i++) {
        const struct national_target *target = &catalogue->national[i];
        bool in_set = target->set_first <= year && year <= target->set_last;
        bool serves = target->measure.year == year || (in_set && target->measure.year > year);
        if (serves && strcmp(target->measure.indicator, indicator) == 0 && is_nearer(target, found))
            found = target;
    }
    return found;
}

static const char *source_codes(const struct catalogue *catalogue, struct arena *arena)
{
    struct text list = text_in(arena);
    for (size_t i = 0; i < catalogue->source_count; i++)
        text_addf(&list, "%s%s", i ? ", " : "", catalogue->sources[i].code);
    return text_str(&list);
}

static const char *programme_codes(const struct catalogue *catalogue, struct arena *arena)
{
    struct text list = text_in(arena);
    for (size_t i = 0; i < catalogue->programme_count; i++)
        text_addf(&list, "%s%s", i ? ", " : "", catalogue->programmes[i].code);
    return list.length ? text_str(&list) : "–";
}

static void check_indicator(const struct catalogue *catalogue, const char *id, struct place place,
                            struct findings *findings)
{
    if (id && !catalogue_indicator(catalogue, id))
        finding_add_about(findings, FINDING_UNKNOWN_INDICATOR, place, ABOUT(id), id, NULL);
}

/* The code of the unit of that name on a day; NULL if there is none. */
static const char *code_of_name(const struct catalogue *catalogue, const char *name, struct date date)
{
    for (size_t i = 0; i < catalogue->unit_count; i++)
        if (strcmp(catalogue->units[i].name, name) == 0 &&
            catalogue_unit(catalogue, catalogue->units[i].code, date) == &catalogue->units[i])
            return catalogue->units[i].code;
    return NULL;
}

bool catalogue_check(const struct catalogue *catalogue, const struct plan *plan, struct findings *findings)
{
    size_t before = findings->count;
    struct date date = plan->as_of;
    bool province = strlen(plan->unit) == 2 && !unit_is_country(plan->unit);
    const char *code = province || !date.year ? NULL : code_of_name(catalogue, plan->unit, date);
    if (code)
        finding_add_about(findings, FINDING_UNIT_BY_NAME, plan->place, ABOUT(plan->unit), plan->unit, code, NULL);
    if (date.year && province && !catalogue_unit(catalogue, plan->unit, date))
        finding_add_about(findings, FINDING_UNKNOWN_UNIT, plan->place, ABOUT(plan->unit), plan->unit,
                          date_token(findings->arena, date), NULL);
    if (plan->programme && !catalogue_programme(catalogue, plan->programme))
        finding_add_about(findings, FINDING_UNKNOWN_PROGRAMME, plan->place, ABOUT(plan->programme), plan->programme,
                          programme_codes(catalogue, findings->arena), NULL);
    for (size_t i = 0; i < plan->source_count; i++) {
        const struct source *source = &plan->sources[i];
        if (*source->code && !has_source(catalogue, source->code))
            finding_add_about(findings, FINDING_UNKNOWN_CODE, source->place, ABOUT(source->code), source->code,
                              source_codes(catalogue, findings->arena), NULL);
    }
    for (size_t i = 0; i < plan->target_count; i++)
        check_indicator(catalogue, plan->targets[i].measure.indicator, plan->targets[i].place, findings);
    for (size_t i = 0; i < plan->past_count; i++)
        check_indicator(catalogue, plan->past[i].measure.indicator, plan->past[i].place, findings);
    return findings->count == before;
}
