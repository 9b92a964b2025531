#include "input/figure_period_read.h"

static const char *const WAYS[] = { "year", "quarter", "half", "month", "first", "period" };

enum { WAY_COUNT = sizeof WAYS / sizeof *WAYS };

static int count_ways(struct xml_node node)
{
    int count = 0;
    for (size_t i = 0; i < WAY_COUNT; i++)
        count += xml_has(node, WAYS[i]);
    return count;
}

bool figure_period_is_keyed(struct xml_node node)
{
    return count_ways(node) || xml_has(node, "last") || xml_has(node, "to");
}

bool figure_period_read(struct figure_period *period, struct xml_node node, int year)
{
    bool span = xml_has(node, "first");
    int ways = count_ways(node);
    *period = (struct figure_period){ .year = ways || xml_has(node, "to") ? 0 : year };
    if (ways > 1 || span != xml_has(node, "last"))
        return false;
    if (span) {
        *period = (struct figure_period){ .year = xml_year(node, "first"), .last_year = xml_year(node, "last") };
        if (period->year >= period->last_year)
            return false;
    } else if (xml_has(node, "year")) {
        period->year = xml_year(node, "year");
    } else if (!year_part_parse(period, xml_text(node, "quarter")) && !year_part_parse(period, xml_text(node, "half")) &&
               !year_part_parse(period, xml_text(node, "month")) && ways && !xml_has(node, "period")) {
        period->year = 0; /* a quarter, half or month that the schema has refused */
    }
    if (!date_parse(&period->to, xml_text(node, "to")))
        period->to = (struct date){ 0 };
    return true;
}
