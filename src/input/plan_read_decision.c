#include "input/plan_reader.h"

#include "base/text.h"

static struct printed read_printed(struct xml_node parent, const char *name)
{
    struct xml_node node;
    if (!xml_child(&node, parent, name))
        return (struct printed){ "", true, false, NULL };
    return (struct printed){ xml_content(node), xml_yes(node, "absent"),
                             strcmp(xml_text(node, "printed"), "no") == 0, xml_attribute(node, "knownFrom") };
}

static const char *child_text(struct xml_node parent, const char *name)
{
    struct xml_node node;
    return xml_child(&node, parent, name) ? xml_content(node) : "";
}

static struct reference *read_references(struct plan_reader *reader, struct xml_node parent, const char *name,
                                         size_t *count)
{
    struct reference *references = arena_alloc(reader->arena, xml_count(parent, name), sizeof *references);
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node)) {
        if (!xml_is(node, name))
            continue;
        struct reference *reference = &references[(*count)++];
        *reference = (struct reference){ .place = xml_place(node),
                                         .title = xml_content(node),
                                         .number = xml_attribute(node, "number"),
                                         .organ = xml_attribute(node, "organ"),
                                         .where = xml_attribute(node, "where") };
        if (!date_parse(&reference->date, xml_text(node, "date")))
            reference->date = (struct date){ 0 };
    }
    return references;
}

static void read_issued(struct decision *decision, struct xml_node parent)
{
    struct xml_node node;
    if (!xml_child(&node, parent, "issuedDate"))
        return;
    if (!date_parse(&decision->issued, xml_content(node)))
        decision->issued = (struct date){ 0 };
    decision->issued_blank = strcmp(xml_text(node, "printed"), "no") == 0;
    decision->issued_known_from = xml_attribute(node, "knownFrom");
}

static void read_signer(struct plan_reader *reader, struct decision *decision, struct xml_node parent)
{
    struct xml_node node;
    if (!xml_child(&node, parent, "signer"))
        return;
    decision->authority = read_texts(reader, node, "authority", &decision->authority_count);
    decision->position = child_text(node, "position");
    decision->full_name = child_text(node, "fullName");
}

static void read_recipients(struct plan_reader *reader, struct decision *decision, struct xml_node parent)
{
    struct xml_node node;
    if (!xml_child(&node, parent, "recipients"))
        return;
    decision->recipients_absent = xml_yes(node, "absent");
    decision->recipients = read_texts(reader, node, "recipient", &decision->recipient_count);
}

void read_decision(struct plan_reader *reader, struct xml_node node)
{
    struct decision *decision = &reader->plan->decision;
    decision->place = xml_place(node);
    decision->within = strcmp(xml_text(node, "plan"), "within") == 0;
    decision->type_name = child_text(node, "typeName");
    decision->code_number = read_printed(node, "codeNumber");
    decision->code_notation = child_text(node, "codeNotation");
    read_issued(decision, node);
    decision->place_name = read_printed(node, "place");
    decision->organ_name = child_text(node, "organName");
    decision->subject = child_text(node, "subject");
    decision->plan_name = child_text(node, "planName");
    read_signer(reader, decision, node);
    read_recipients(reader, decision, node);
    decision->bases = read_references(reader, node, "basis", &decision->basis_count);
    decision->submissions = read_references(reader, node, "submission", &decision->submission_count);
    decision->earlier = read_references(reader, node, "earlier", &decision->earlier_count);
    decision->cited = read_references(reader, node, "citedAs", &decision->cited_count);
}
