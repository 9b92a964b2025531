#include "input/measure_read.h"

#include "input/amount_read.h"

struct measure measure_read(struct xml_node node)
{
    struct measure measure = { .kind = measure_kind_parse(xml_text(node, "kind")),
                               .op = op_parse(xml_text(node, "op")),
                               .unit = xml_attribute(node, "unit"),
                               .indicator = xml_attribute(node, "indicator"),
                               .part_of = xml_attribute(node, "partOf"),
                               .base = xml_attribute(node, "base"),
                               .base_name = xml_attribute(node, "baseName"),
                               .year = xml_year(node, "year") };
    measure.has_low = xml_dec(&measure.low, node, "value") || xml_dec(&measure.low, node, "low");
    measure.has_high = xml_dec(&measure.high, node, "high");
    measure.has_out_of = xml_dec(&measure.out_of, node, "outOf");
    return measure;
}

const char *measure_lacks(struct xml_node node, const struct measure *measure)
{
    bool value = xml_attribute(node, "value") || xml_attribute(node, "low"); /* a wrong one has been told already */
    if (measure->op == OP_RANGE && !xml_attribute(node, "low"))
        return "low";
    if (measure->op == OP_RANGE && !xml_attribute(node, "high"))
        return "high";
    return measure->op != OP_NONE && !value ? "value" : NULL;
}

void measure_check_numbers(struct xml_node node, const struct measure *measure, const char *subject,
                           struct findings *findings)
{
    static const char *const NUMBERS[] = { "value", "low", "high", "outOf" };
    struct amount_at at = { .place = xml_place(node), .subject = subject };
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++)
        quantity_check(xml_text(node, NUMBERS[i]), measure->unit ? measure->unit : NUMBERS[i], at, findings);
}
