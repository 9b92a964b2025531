#include "input/catalogue_read.h"

static struct date read_date(struct xml_node node, const char *attribute)
{
    struct date date;
    return date_parse(&date, xml_text(node, attribute)) ? date : (struct date){ 0 };
}

static void read_entry(struct catalogue *catalogue, struct xml_node node)
{
    if (xml_is(node, "fundSource"))
        catalogue->sources[catalogue->source_count++] =
            (struct fund_source){ xml_text(node, "code"), xml_text(node, "name") };
    else if (xml_is(node, "indicator"))
        catalogue->indicators[catalogue->indicator_count++] =
            (struct indicator){ xml_text(node, "id"), xml_text(node, "name"), xml_text(node, "unit") };
    else if (xml_is(node, "unit"))
        catalogue->units[catalogue->unit_count++] =
            (struct unit){ xml_text(node, "code"), xml_text(node, "name"), read_date(node, "validFrom"),
                           read_date(node, "validTo") };
}

const struct catalogue *catalogue_read(const char *path, const struct xml_schema *schema, struct arena *arena,
                                       struct findings *findings)
{
    bool valid;
    struct xml_doc *doc = xml_open(path, schema, "catalogue", "urn:phuluc:catalogue:1", &valid, findings);
    if (!doc)
        return NULL;
    struct catalogue *catalogue = arena_alloc(arena, 1, sizeof *catalogue);
    struct xml_node root = xml_root(doc, arena), node;
    catalogue->sources = arena_alloc(arena, xml_count(root, "fundSource"), sizeof *catalogue->sources);
    catalogue->indicators = arena_alloc(arena, xml_count(root, "indicator"), sizeof *catalogue->indicators);
    catalogue->units = arena_alloc(arena, xml_count(root, "unit"), sizeof *catalogue->units);
    for (bool more = xml_first(&node, root); more; more = xml_next(&node))
        read_entry(catalogue, node);
    xml_close(doc);
    return valid ? catalogue : NULL;
}
