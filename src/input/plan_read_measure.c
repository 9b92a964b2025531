/* What figures are keyed by: sources, measures and phases, as they are declared and as they are named. */
#include "base/text.h"
#include "input/plan_reader.h"
#include "model/catalogue.h"
#include "model/column_scope.h"

enum { NAMES_SHOWN = 20 };

static void add_name(struct text *list, size_t index, const char *name)
{
    if (index == NAMES_SHOWN)
        text_add(list, ", …");
    else if (index < NAMES_SHOWN)
        text_addf(list, "%s%s", list->length ? ", " : "", name);
}

static const char *names_or_none(const struct text *list)
{
    return list->length ? text_str(list) : "–";
}

static void tell_unknown(struct plan_reader *reader, enum finding_code code, struct place place, const char *id,
                         const struct text *names, const char *subject)
{
    finding_add_about(reader->findings, code, place, ABOUT(subject), id, names_or_none(names), NULL);
}

static struct text source_names(const struct plan_reader *reader)
{
    struct text names = text_in(reader->arena);
    for (size_t i = 0; i < reader->plan->source_count; i++)
        add_name(&names, i, reader->plan->sources[i].id);
    return names;
}

void tell_missing_source(struct plan_reader *reader, struct xml_node node)
{
    struct text names = source_names(reader);
    finding_add_about(reader->findings, FINDING_LINE_WITHOUT_SOURCE, xml_place(node), ABOUT(xml_text(node, "id")),
                      xml_text(node, "title"), names_or_none(&names), NULL);
}

void tell_unknown_source(struct plan_reader *reader, const char *id, struct place place, const char *subject)
{
    struct text names = source_names(reader);
    size_t *told = map_at(&reader->unknown_sources, id);
    if (reader->malformed && (*told)++)
        return; /* its declaration may be what the schema refused */
    tell_unknown(reader, FINDING_UNKNOWN_SOURCE, place, id, &names, subject);
}

const struct source *find_source(struct plan_reader *reader, struct xml_node node, const char *subject)
{
    const char *id = xml_text(node, "source");
    const struct source *source = plan_source(reader->plan, id);
    if (!source && *id)
        tell_unknown_source(reader, id, xml_place(node), subject);
    if (source)
        arena_take_back(reader->arena, id, strlen(id) + 1); /* the source has it */
    return source;
}

const char *find_measure(struct plan_reader *reader, const char *id, struct place place, const char *subject)
{
    const struct plan_measure *measure = plan_measure(reader->plan, id);
    if (measure || strcmp(id, MEASURE_OF_TABLE) == 0)
        return measure ? measure->id : NULL;
    struct text names = text_in(reader->arena);
    text_add(&names, MEASURE_OF_TABLE);
    for (size_t i = 0; i < reader->plan->measure_count; i++)
        add_name(&names, i, reader->plan->measures[i].id);
    tell_unknown(reader, FINDING_UNKNOWN_MEASURE, place, id, &names, subject);
    return NULL;
}

/* What print calls a phase of the catalogue is known with the plan from then on. */
static void take_phase(struct plan_reader *reader, const struct figure_phase *phase)
{
    struct plan *plan = reader->plan;
    if (!phase || plan_phase(plan, phase->code))
        return;
    struct plan_phase *added = ARENA_PUSH(reader->arena, plan->phases, plan->phase_count, reader->phase_capacity);
    *added = (struct plan_phase){ .id = phase->code,
                                  .name = phase->name,
                                  .actual = phase->actual,
                                  .cumulative = phase->cumulative,
                                  .of_catalogue = true,
                                  .flow = phase->flow };
}

const char *find_phase(struct plan_reader *reader, const char *id, struct place place, const char *subject)
{
    take_phase(reader, catalogue_phase(reader->catalogue, id));
    const struct plan_phase *phase = plan_phase(reader->plan, id);
    if (strcmp(id, PHASE_OF_PLAN) == 0)
        return NULL;
    if (phase)
        return phase->id;
    struct text names = text_in(reader->arena);
    for (size_t i = 0; i < reader->plan->phase_count; i++)
        if (!reader->plan->phases[i].of_catalogue)
            add_name(&names, i, reader->plan->phases[i].id);
    for (size_t i = 0; i < reader->catalogue->phase_count; i++)
        add_name(&names, i, reader->catalogue->phases[i].code);
    tell_unknown(reader, FINDING_UNKNOWN_PHASE, place, id, &names, subject);
    return NULL;
}

static enum measure_adds read_adds(const char *kind)
{
    if (strcmp(kind, "number") == 0)
        return ADDS_IN_UNIT;
    if (strcmp(kind, "rate") == 0)
        return ADDS_NEVER;
    return strcmp(kind, "share") == 0 ? ADDS_TO_HUNDRED : ADDS_AS_MONEY;
}

static void read_measure(struct plan_reader *reader, struct plan_measure *measure, struct xml_node node)
{
    struct dec decimals;
    const char *unit = xml_attribute(node, "unit");
    *measure = (struct plan_measure){ .place = xml_place(node),
                                      .id = read_id(reader, node),
                                      .name = xml_text(node, "name"),
                                      .adds = read_adds(xml_text(node, "kind")),
                                      .unit_of_row = unit && strcmp(unit, "row") == 0,
                                      .money = money_unit_parse(xml_text(node, "moneyUnit")),
                                      .decimals = xml_dec(&decimals, node, "decimals") ? (int)decimals.units : -1 };
    measure->unit = measure->unit_of_row ? NULL : unit;
    bool money = measure->adds == ADDS_AS_MONEY, keyed = xml_attribute(node, "moneyUnit") != NULL;
    bool may = money || measure->adds == ADDS_NEVER; /* a unit price never adds up, and is money all the same */
    static const char *const KINDS = " money number rate share ";
    if (!strstr(KINDS, arena_printf(reader->arena, " %s ", xml_text(node, "kind"))))
        return; /* which has been told */
    if ((money && !keyed) || (keyed && !may && *xml_text(node, "kind")))
        finding_add_about(reader->findings, FINDING_MEASURE_UNIT, measure->place, ABOUT(measure->id), measure->id,
                          xml_text(node, "kind"), NULL);
}

static void read_phase(struct plan_reader *reader, struct xml_node node)
{
    struct plan *plan = reader->plan;
    struct plan_phase *phase = ARENA_PUSH(reader->arena, plan->phases, plan->phase_count, reader->phase_capacity);
    *phase = (struct plan_phase){ .place = xml_place(node),
                                  .id = read_id(reader, node),
                                  .name = xml_text(node, "name"),
                                  .actual = strcmp(xml_text(node, "kind"), "actual") == 0,
                                  .cumulative = xml_yes(node, "cumulative"),
                                  .flow = phase_flow_parse(xml_text(node, "flow")) };
}

void read_measures(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    plan->measures = arena_alloc(reader->arena, xml_count(root, "measure"), sizeof *plan->measures);
    struct xml_node node;
    for (bool more = xml_first(&node, root); more; more = xml_next(&node)) {
        if (xml_is(node, "measure"))
            read_measure(reader, &plan->measures[plan->measure_count++], node);
        else if (xml_is(node, "phase"))
            read_phase(reader, node);
    }
    take_phase(reader, catalogue_phase(reader->catalogue, PHASE_OF_PLAN));
}
