#include "input/office_read.h"

static const char **read_texts(struct xml_node parent, const char *name, size_t *count, struct arena *arena)
{
    const char **texts = arena_alloc(arena, xml_count(parent, name), sizeof *texts);
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        if (xml_is(node, name))
            texts[(*count)++] = xml_content(node);
    return texts;
}

static const char *child_text(struct xml_node parent, const char *name)
{
    struct xml_node node;
    return xml_child(&node, parent, name) ? xml_content(node) : NULL;
}

static void read_signer(struct office *office, struct xml_node node, struct arena *arena)
{
    struct signer *signer =
        &office->signers[strcmp(xml_text(node, "role"), "head") == 0 ? SIGNER_HEAD : SIGNER_PREPARER];
    signer->authority = read_texts(node, "authority", &signer->authority_count, arena);
    signer->position = child_text(node, "position");
    signer->full_name = child_text(node, "fullName");
}

static void read_reporter(struct reporter *reporter, struct xml_node node, struct arena *arena)
{
    reporter->parent_organ = child_text(node, "parentOrgan");
    reporter->organ_name = child_text(node, "organName");
    reporter->code_notation = child_text(node, "codeNotation");
    reporter->place = child_text(node, "place");
    reporter->recipients = read_texts(node, "recipient", &reporter->recipient_count, arena);
}

/* False only for what the schema has refused. */
static bool read_entry(struct office *office, struct xml_node node, struct arena *arena)
{
    struct dec money;
    if (xml_is(node, "reporter"))
        read_reporter(&office->reporter, node, arena);
    else if (xml_is(node, "signer"))
        read_signer(office, node, arena);
    else if (xml_is(node, "regime"))
        office->regime = regime_parse(xml_text(node, "kind"));
    else if (xml_is(node, "material"))
        return xml_dec(&office->material_percent, node, "percent") && xml_dec(&money, node, "money") &&
               dec_shift_to_whole(&office->material_dong, money, 0);
    else if (xml_is(node, "progress"))
        return xml_dec(&office->tolerance_percent, node, "tolerance") &&
               xml_dec(&office->exceeded_percent, node, "exceeded");
    return true;
}

void office_read(struct office *office, const char *path, const struct xml_schema *schema, struct arena *arena,
                 struct findings *findings)
{
    bool valid;
    struct xml_doc *doc = xml_open(path, schema, "office", "urn:phuluc:office:1", &valid, findings);
    if (!doc)
        return;
    struct xml_node root = xml_root(doc, arena), node;
    struct office read = { .place = xml_place(root) };
    for (bool more = xml_first(&node, root); more; more = xml_next(&node))
        valid = read_entry(&read, node, arena) && valid;
    if (office->place.file)
        finding_add(findings, FINDING_SECOND_OFFICE, read.place, office->place.file, NULL);
    else if (valid)
        *office = read;
    xml_close(doc);
}
