#include "input/plan_reader.h"

#include "base/text.h"
#include "input/amount_read.h"
#include "input/measure_read.h"

static struct measure read_measure(struct plan_reader *reader, struct xml_node node)
{
    struct measure measure = measure_read(node);
    const char *missing = measure_lacks(node, &measure);
    if (!missing && measure.op != OP_NONE && !measure.unit)
        missing = "unit";
    measure.unit_kind = catalogue_unit_kind(reader->catalogue, measure.unit);
    measure_check_numbers(node, &measure, xml_text(node, "id"), reader->findings);
    if (xml_attribute(node, "low") && measure.has_low && measure.has_high && dec_cmp(measure.low, measure.high) >= 0)
        finding_add_about(reader->findings, FINDING_BOUNDS_REVERSED, xml_place(node), ABOUT(xml_text(node, "id")),
                          xml_text(node, "id"), xml_text(node, "low"), xml_text(node, "high"), NULL);
    if (missing)
        finding_add(reader->findings, FINDING_MEASURE_INCOMPLETE, xml_place(node), xml_text(node, "id"),
                    xml_text(node, "op"), missing, NULL);
    return measure;
}

/*
 * Where the target does not say how its figures go together (templates/schema/plan.xsd): what the catalogue knows as a unit of
 * things or amounts adds up over the years, unless it is a range or wanted low. A unit that it does not know is taken for one
 * of things, and that is told.
 */
static enum accumulation default_accumulation(struct plan_reader *reader, const struct target *target)
{
    const struct measure *measure = &target->measure;
    enum unit_kind kind = measure->unit_kind;
    bool adds = kind == UNIT_COUNT || kind == UNIT_AMOUNT || kind == UNIT_MONEY || kind == UNIT_UNLISTED;
    bool once = measure->indicator || measure->has_high || measure->kind != MEASURE_LEVEL || !measure->unit ||
                target->direction == DIRECTION_LOWER;
    if (!adds || once)
        return ACCUMULATION_SNAPSHOT;
    if (kind == UNIT_UNLISTED)
        finding_add_about(reader->findings, FINDING_UNIT_UNLISTED, target->place, ABOUT(target->id), target->id,
                          measure->unit, NULL);
    return ACCUMULATION_CUMULATIVE;
}

static struct series_ref read_series(struct plan_reader *reader, struct xml_node node)
{
    const char *measure = xml_attribute(node, "seriesMeasure");
    return (struct series_ref){ xml_attribute(node, "series"),
                                measure ? find_measure(reader, measure, xml_place(node), xml_text(node, "id")) : NULL };
}

static void read_target(struct plan_reader *reader, struct xml_node node, struct target *target)
{
    const char *accumulation = xml_attribute(node, "accumulation");
    target->place = xml_place(node);
    target->id = read_id(reader, node);
    target->text = xml_content(node);
    target->measure = read_measure(reader, node);
    target->direction = direction_parse(xml_text(node, "direction"));
    target->continues = xml_attribute(node, "continues");
    target->series = read_series(reader, node);
    target->accumulation_said = accumulation != NULL;
    target->accumulation = accumulation ? accumulation_parse(accumulation) : default_accumulation(reader, target);
}

static void read_section(struct plan_reader *reader, struct xml_node section, size_t *capacity)
{
    struct plan *plan = reader->plan;
    size_t index = plan->section_count;
    plan->sections[plan->section_count++] = (struct target_section){ xml_text(section, "no"), xml_text(section, "title") };
    struct xml_node node;
    for (bool more = xml_first(&node, section); more; more = xml_next(&node)) {
        if (!xml_is(node, "target"))
            continue;
        struct target *target = ARENA_PUSH(reader->arena, plan->targets, plan->target_count, *capacity);
        *target = (struct target){ .section = index };
        read_target(reader, node, target);
    }
}

static void read_milestone(struct plan_reader *reader, struct xml_node node)
{
    struct plan *plan = reader->plan;
    struct milestone *milestone = &plan->milestones[plan->milestone_count];
    *milestone = (struct milestone){ xml_place(node), xml_text(node, "target"), xml_year(node, "year"), { 0 } };
    if (!xml_dec(&milestone->value, node, "value"))
        return; /* told already */
    struct amount_at at = { .place = milestone->place, .subject = milestone->target };
    quantity_check(xml_text(node, "value"), "milestone", at, reader->findings);
    for (size_t i = 0; i < plan->milestone_count; i++)
        if (plan->milestones[i].year == milestone->year && strcmp(plan->milestones[i].target, milestone->target) == 0)
            finding_add_about(reader->findings, FINDING_VALUE_TWICE, milestone->place, ABOUT(milestone->target),
                              milestone->target, arena_printf(reader->arena, "%ld", plan->milestones[i].place.line), NULL);
    plan->milestone_count++;
}

void read_targets(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    struct xml_node targets, section;
    size_t capacity = 0;
    if (!xml_child(&targets, root, "targets"))
        return;
    plan->targets_place = xml_place(targets);
    plan->targets_id = read_id(reader, targets);
    plan->targets_layout = xml_text(targets, "layout");
    plan->targets_where = xml_text(targets, "where");
    plan->sections = arena_alloc(reader->arena, xml_count(targets, "section"), sizeof *plan->sections);
    plan->milestones = arena_alloc(reader->arena, xml_count(targets, "milestone"), sizeof *plan->milestones);
    for (bool more = xml_first(&section, targets); more; more = xml_next(&section))
        if (xml_is(section, "section"))
            read_section(reader, section, &capacity);
        else if (xml_is(section, "milestone") && plan->milestone_count < IDS_MAX)
            read_milestone(reader, section);
}

void read_past_results(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    struct xml_node group, node;
    size_t capacity = 0;
    for (bool more = xml_first(&group, root); more; more = xml_next(&group)) {
        if (!xml_is(group, "pastResults"))
            continue;
        for (bool inner = xml_first(&node, group); inner; inner = xml_next(&node)) {
            struct past_result *result = ARENA_PUSH(reader->arena, plan->past, plan->past_count, capacity);
            *result = (struct past_result){ .place = xml_place(node),
                                            .id = read_id(reader, node),
                                            .text = xml_content(node),
                                            .where = xml_attribute(node, "where"),
                                            .measure = read_measure(reader, node),
                                            .first_year = xml_year(group, "first"),
                                            .last_year = xml_year(group, "last"),
                                            .series = read_series(reader, node) };
            result->targets = split_ids(reader, xml_text(node, "target"), &result->target_count);
        }
    }
}
