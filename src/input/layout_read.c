#include "input/layout_read.h"

#include "base/text.h"
#include "input/columns_read.h"

static void read_form(struct layout *layout, struct xml_node root)
{
    struct xml_node node;
    if (!xml_child(&node, root, "form"))
        return;
    layout->form = xml_text(node, "name");
    for (const char *at = xml_text(node, "months"); *at; at += strspn(at, " ")) {
        int month = 0;
        for (; *at >= '0' && *at <= '9' && month < 10; at++)
            month = month * 10 + (*at - '0');
        if (month < 1 || month > 12) /* the schema has told */
            return;
        layout->months |= 1U << month;
    }
}

static void read_texts_of(struct columns_reader *reader, struct xml_node root)
{
    struct layout *layout = reader->layout;
    struct xml_node node;
    if (xml_child(&node, root, "title")) {
        layout->title = columns_template(reader, xml_content(node), xml_place(node));
        layout->title_fallback = columns_template(reader, xml_text(node, "fallback"), xml_place(node));
    }
    layout->has_unit = xml_child(&node, root, "unit");
    if (layout->has_unit)
        layout->unit = columns_template(reader, xml_content(node), xml_place(node));
    if (xml_child(&node, root, "sheet"))
        layout->sheet = columns_template(reader, xml_content(node), xml_place(node));
    if (xml_child(&node, root, "columns"))
        columns_read(reader, node);
}

struct layout *layout_read(struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                           struct findings *findings)
{
    bool valid;
    size_t before = findings->count;
    struct xml_doc *doc = xml_open(file, schema, "layout", "urn:phuluc:layout:1", &valid, findings);
    if (!doc)
        return NULL;
    struct layout *layout = arena_alloc(arena, 1, sizeof *layout);
    struct columns_reader reader = { layout, arena, findings };
    struct xml_node root = xml_root(doc, arena);
    layout->place = xml_place(root);
    layout->id = xml_text(root, "id");
    layout->name = xml_text(root, "name");
    layout->drafted_for = xml_attribute(root, "draftedFor");
    layout->each = each_parse(xml_text(root, "each"));
    columns_page(layout, root);
    read_form(layout, root);
    read_texts_of(&reader, root);
    xml_close(doc);
    return valid && !findings_have_error_since(findings, before) ? layout : NULL;
}
