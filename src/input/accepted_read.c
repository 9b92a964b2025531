#include "input/accepted_read.h"

static void read_entry(struct accepted *entry, struct xml_node node)
{
    *entry = (struct accepted){ .place = xml_place(node),
                                .plan = xml_text(node, "plan"),
                                .code = xml_text(node, "code"),
                                .subject = xml_text(node, "subject"),
                                .source = xml_attribute(node, "source"),
                                .year = xml_attribute(node, "year"),
                                .stated = xml_attribute(node, "stated"),
                                .computed = xml_attribute(node, "computed"),
                                .by = xml_text(node, "by"),
                                .reason = xml_content(node) };
    if (!date_parse(&entry->on, xml_text(node, "on")))
        entry->on = (struct date){ 0 };
}

void accepted_read(struct accepted_list *list, struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                   struct findings *findings)
{
    bool valid;
    struct xml_doc *doc = xml_open(file, schema, "accepted", "urn:phuluc:accepted:1", &valid, findings);
    if (!doc)
        return;
    struct xml_node node;
    for (bool more = valid && xml_first(&node, xml_root(doc, arena)); more; more = xml_next(&node)) {
        struct accepted *entry = ARENA_PUSH(arena, list->items, list->count, list->capacity);
        read_entry(entry, node);
    }
    xml_close(doc);
}
