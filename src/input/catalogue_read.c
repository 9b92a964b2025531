#include "input/catalogue_read.h"

#include "base/text.h"
#include "input/measure_read.h"
#include "model/period.h"

static struct date read_date(struct xml_node node, const char *attribute)
{
    struct date date;
    return date_parse(&date, xml_text(node, attribute)) ? date : (struct date){ 0 };
}

/* "2021-2025", as the schema has it. */
static void read_years(struct national_target *target, const char *years, struct arena *arena)
{
    const char *dash = strchr(years, '-');
    struct period first, last;
    if (!dash || !period_parse(&first, arena_copy(arena, years, (size_t)(dash - years))) || !period_parse(&last, dash + 1))
        return;
    target->set_first = first.year;
    target->set_last = last.year;
}

static void read_target_set(struct catalogue *catalogue, size_t *capacity, struct xml_node set, struct arena *arena)
{
    struct xml_node node;
    for (bool more = xml_first(&node, set); more; more = xml_next(&node)) {
        if (!xml_is(node, "nationalTarget"))
            continue;
        struct national_target *target = ARENA_PUSH(arena, catalogue->national, catalogue->national_count, *capacity);
        *target = (struct national_target){
            measure_read(node), xml_yes(node, "verified"), xml_yes(node, "comparable"), xml_text(set, "number"), 0, 0
        };
        read_years(target, xml_text(set, "period"), arena);
    }
}

static void read_moves(struct catalogue *catalogue, size_t *capacity, struct xml_node merger, struct arena *arena)
{
    struct xml_node node;
    for (bool more = xml_first(&node, merger); more; more = xml_next(&node)) {
        if (!xml_is(node, "move"))
            continue;
        struct unit_move *move = ARENA_PUSH(arena, catalogue->moves, catalogue->move_count, *capacity);
        *move = (struct unit_move){ xml_text(node, "old"), xml_text(node, "new"), read_date(node, "lastDay"),
                                    read_date(node, "firstDay") };
    }
}

static enum aggregation aggregation_parse(const char *token)
{
    if (strcmp(token, "sum") == 0)
        return AGGREGATION_SUM;
    return strcmp(token, "weighted") == 0 ? AGGREGATION_WEIGHTED : AGGREGATION_NONE;
}

static void read_body(struct body *body, struct xml_node node, struct arena *arena)
{
    *body = (struct body){ .name = xml_text(node, "name"),
                           .to = read_date(node, "validTo"),
                           .basis = xml_text(node, "basis") };
    body->words = arena_alloc(arena, xml_count(node, "known"), sizeof *body->words);
    struct xml_node known;
    for (bool more = xml_first(&known, node); more; more = xml_next(&known))
        if (xml_is(known, "known"))
            body->words[body->word_count++] = text_name_key(arena, xml_content(known));
}

/* What plans are told apart and dated by. */
static void read_term(struct catalogue *catalogue, struct xml_node node, struct arena *arena)
{
    if (xml_is(node, "phase"))
        catalogue->phases[catalogue->phase_count++] = (struct figure_phase){ xml_text(node, "code"), xml_text(node, "name"),
                                                                             strcmp(xml_text(node, "kind"), "actual") == 0,
                                                                             xml_yes(node, "cumulative"),
                                                                             phase_flow_parse(xml_text(node, "flow")) };
    else if (xml_is(node, "programme"))
        catalogue->programmes[catalogue->programme_count++] =
            (struct programme){ xml_text(node, "code"), xml_text(node, "name") };
    else if (xml_is(node, "act"))
        catalogue->acts[catalogue->act_count++] = (struct act){ xml_text(node, "number"), xml_text(node, "title"),
                                                                read_date(node, "validTo"), xml_attribute(node, "endedBy"),
                                                                xml_yes(node, "verified") };
    else if (xml_is(node, "body"))
        read_body(&catalogue->bodies[catalogue->body_count++], node, arena);
}

/* Units stand before the indicators that have them. */
static struct indicator indicator_of(const struct catalogue *catalogue, struct xml_node node)
{
    const char *unit = xml_text(node, "unit");
    return (struct indicator){ xml_text(node, "id"),
                               xml_text(node, "name"),
                               unit,
                               catalogue_unit_kind(catalogue, unit),
                               direction_parse(xml_text(node, "direction")),
                               accumulation_parse(xml_text(node, "accumulation")),
                               aggregation_parse(xml_text(node, "aggregation")) };
}

static void read_entry(struct catalogue *catalogue, struct xml_node node)
{
    if (xml_is(node, "fundSource"))
        catalogue->sources[catalogue->source_count++] =
            (struct fund_source){ xml_text(node, "code"), xml_text(node, "name") };
    else if (xml_is(node, "indicator"))
        catalogue->indicators[catalogue->indicator_count++] = indicator_of(catalogue, node);
    else if (xml_is(node, "measureUnit"))
        catalogue->measure_units[catalogue->measure_unit_count++] =
            (struct measure_unit){ xml_text(node, "name"), unit_kind_parse(xml_text(node, "kind")) };
    else if (xml_is(node, "unit"))
        catalogue->units[catalogue->unit_count++] =
            (struct unit){ xml_text(node, "code"), xml_text(node, "name"), strcmp(xml_text(node, "kind"), "thanh-pho") == 0,
                           read_date(node, "validFrom"), read_date(node, "validTo") };
}

const struct catalogue *catalogue_read(struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                                       struct findings *findings)
{
    bool valid;
    struct xml_doc *doc = xml_open(file, schema, "catalogue", "urn:phuluc:catalogue:1", &valid, findings);
    if (!doc)
        return NULL;
    struct catalogue *catalogue = arena_alloc(arena, 1, sizeof *catalogue);
    struct xml_node root = xml_root(doc, arena), node;
    catalogue->sources = arena_alloc(arena, xml_count(root, "fundSource"), sizeof *catalogue->sources);
    catalogue->measure_units = arena_alloc(arena, xml_count(root, "measureUnit"), sizeof *catalogue->measure_units);
    catalogue->indicators = arena_alloc(arena, xml_count(root, "indicator"), sizeof *catalogue->indicators);
    catalogue->units = arena_alloc(arena, xml_count(root, "unit"), sizeof *catalogue->units);
    catalogue->phases = arena_alloc(arena, xml_count(root, "phase"), sizeof *catalogue->phases);
    catalogue->programmes = arena_alloc(arena, xml_count(root, "programme"), sizeof *catalogue->programmes);
    catalogue->acts = arena_alloc(arena, xml_count(root, "act"), sizeof *catalogue->acts);
    catalogue->bodies = arena_alloc(arena, xml_count(root, "body"), sizeof *catalogue->bodies);
    size_t capacity = 0, moves = 0;
    for (bool more = xml_first(&node, root); more; more = xml_next(&node)) {
        read_entry(catalogue, node);
        read_term(catalogue, node, arena);
        if (xml_is(node, "targetSet"))
            read_target_set(catalogue, &capacity, node, arena);
        else if (xml_is(node, "merger"))
            read_moves(catalogue, &moves, node, arena);
    }
    xml_close(doc);
    return valid ? catalogue : NULL;
}
