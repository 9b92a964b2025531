#include "input/plan_reader.h"

#include "base/text.h"

enum op read_op(const char *token)
{
    static const char *const TOKENS[] = { "eq", "ge", "gt", "le", "lt", "about", "almost", "range", "none" };
    for (size_t i = 0; i < sizeof TOKENS / sizeof *TOKENS; i++)
        if (strcmp(TOKENS[i], token) == 0)
            return (enum op)i;
    return OP_EQ;
}

static enum measure_kind read_kind(const char *token)
{
    if (strcmp(token, "growth") == 0)
        return MEASURE_GROWTH;
    return strcmp(token, "rank") == 0 ? MEASURE_RANK : MEASURE_LEVEL;
}

static enum direction read_direction(const char *token)
{
    if (strcmp(token, "higher") == 0)
        return DIRECTION_HIGHER;
    if (strcmp(token, "lower") == 0)
        return DIRECTION_LOWER;
    return strcmp(token, "neutral") == 0 ? DIRECTION_NEUTRAL : DIRECTION_UNSAID;
}

/* An exact value is held as low. A range needs both bounds; "ít nhất 02 đến 03" has a comparator and both. */
static void check_measure(struct plan_reader *reader, struct xml_node node, const struct measure *measure)
{
    const char *missing = NULL;
    bool value = xml_attribute(node, "value") || xml_attribute(node, "low"); /* a wrong one has been told already */
    if (measure->op == OP_RANGE && !xml_attribute(node, "low"))
        missing = "low";
    else if (measure->op == OP_RANGE && !xml_attribute(node, "high"))
        missing = "high";
    else if (measure->op != OP_NONE && !value)
        missing = "value";
    else if (measure->op != OP_NONE && !measure->unit)
        missing = "unit";
    if (missing)
        finding_add(reader->findings, FINDING_MEASURE_INCOMPLETE, xml_place(node), xml_text(node, "id"),
                    xml_text(node, "op"), missing, NULL);
}

static struct measure read_measure(struct plan_reader *reader, struct xml_node node)
{
    struct measure measure = { .kind = read_kind(xml_text(node, "kind")),
                               .op = read_op(xml_text(node, "op")),
                               .unit = xml_attribute(node, "unit"),
                               .indicator = xml_attribute(node, "indicator"),
                               .part_of = xml_attribute(node, "partOf"),
                               .base = xml_attribute(node, "base"),
                               .year = xml_year(node, "year") };
    measure.has_low = xml_dec(&measure.low, node, "value") || xml_dec(&measure.low, node, "low");
    measure.has_high = xml_dec(&measure.high, node, "high");
    measure.has_out_of = xml_dec(&measure.out_of, node, "outOf");
    check_measure(reader, node, &measure);
    return measure;
}

static void read_section(struct plan_reader *reader, struct xml_node section, size_t *capacity)
{
    struct plan *plan = reader->plan;
    size_t index = plan->section_count;
    plan->sections[plan->section_count++] =
        (struct target_section){ xml_text(section, "no"), xml_text(section, "title") };
    struct xml_node node;
    for (bool more = xml_first(&node, section); more; more = xml_next(&node)) {
        if (!xml_is(node, "target"))
            continue;
        struct target *target = ARENA_PUSH(reader->arena, plan->targets, plan->target_count, *capacity);
        *target = (struct target){ .place = xml_place(node),
                                   .id = read_id(reader, node),
                                   .text = xml_content(node),
                                   .section = index,
                                   .measure = read_measure(reader, node),
                                   .direction = read_direction(xml_text(node, "direction")),
                                   .continues = xml_attribute(node, "continues") };
    }
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
    for (bool more = xml_first(&section, targets); more; more = xml_next(&section))
        if (xml_is(section, "section"))
            read_section(reader, section, &capacity);
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
                                            .last_year = xml_year(group, "last") };
        }
    }
}
