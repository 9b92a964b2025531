#include "input/plan_reader.h"

#include "base/text.h"
#include "model/period.h"

/* A value that does not come from the decision says where from; one that the copy lacks has none. */
static void check_known(struct plan_reader *reader, struct xml_node node)
{
    bool keyed = *xml_content(node) != '\0', blank = strcmp(xml_text(node, "printed"), "no") == 0;
    struct place place = xml_place(node);
    if (keyed && blank && !xml_attribute(node, "knownFrom"))
        finding_add(reader->findings, FINDING_MISSING_ATTRIBUTE, place, xml_name(node), "knownFrom", NULL);
    if (keyed && *xml_text(node, "known") && !xml_is(node, "issuedDate"))
        finding_add(reader->findings, FINDING_UNEXPECTED_TEXT, place, xml_name(node), xml_content(node), NULL);
}

static struct printed read_printed(struct plan_reader *reader, struct xml_node parent, const char *name)
{
    struct xml_node node;
    if (!xml_child(&node, parent, name))
        return (struct printed){ .text = "", .absent = true };
    check_known(reader, node);
    return (struct printed){ .text = xml_content(node),
                             .absent = xml_yes(node, "absent"),
                             .blank = strcmp(xml_text(node, "printed"), "no") == 0,
                             .unknown = *xml_text(node, "known") != '\0',
                             .known_from = xml_attribute(node, "knownFrom") };
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

/* "2020-11-18", "2020-11" or "2020". */
static struct date read_part_of_date(const char *text)
{
    struct date date = { 0 };
    struct period period;
    if (date_parse(&date, text))
        return date;
    return period_parse(&period, text) ? (struct date){ period.year, period.month, 0 } : (struct date){ 0 };
}

/*
 * Plans follow each other by their days. One that is not known whole counts from the first day that it may be; where nothing
 * is known, from asOf.
 */
static struct date first_day_of(struct date known, struct date as_of)
{
    if (!known.year)
        return as_of;
    return (struct date){ known.year, known.month ? known.month : 1, known.day ? known.day : 1 };
}

/* asOf says by what day codes of units hold: that of issue, as far as it is known. */
static void check_as_of(struct plan_reader *reader, struct date known, const char *keyed)
{
    struct date as_of = reader->plan->as_of;
    if (!known.day)
        as_of.day = 0;
    if (!known.month)
        as_of.month = 0;
    if (!known.year || !as_of.year || date_equal(as_of, known))
        return;
    finding_add(reader->findings, FINDING_AS_OF_OTHER, reader->plan->place, date_token(reader->arena, reader->plan->as_of),
                keyed, NULL);
}

static void read_issued(struct plan_reader *reader, struct decision *decision, struct xml_node parent)
{
    struct issue_date *issue = &decision->issue;
    struct xml_node node;
    if (!xml_child(&node, parent, "issuedDate"))
        return;
    *issue = (struct issue_date){ .known = read_part_of_date(xml_content(node)),
                                  .blank = strcmp(xml_text(node, "printed"), "no") == 0,
                                  .unknown = *xml_text(node, "known") != '\0',
                                  .known_from = xml_attribute(node, "knownFrom") };
    check_known(reader, node);
    check_as_of(reader, issue->known, xml_content(node));
    decision->issued = first_day_of(issue->known, reader->plan->as_of);
    if (!issue->known.day && !issue->blank && !issue->unknown && strlen(xml_content(node)) < sizeof "2020-11-18" - 1)
        finding_add(reader->findings, FINDING_DATE_UNSAID, xml_place(node), NULL);
}

/* Documents put the number and the notation together: "4025" and "QĐ-UBND". */
static void check_number(struct plan_reader *reader, const struct decision *decision, struct xml_node parent)
{
    const char *number = decision->code_number.text, *notation = decision->code_notation.text;
    size_t length = strlen(number), tail = strlen(notation);
    struct xml_node node;
    if (!tail || length <= tail || strcmp(number + length - tail, notation) != 0 || !xml_child(&node, parent, "codeNumber"))
        return;
    length -= tail;
    while (length && strchr("/ ", number[length - 1]))
        length--;
    finding_add(reader->findings, FINDING_NUMBER_WITH_NOTATION, xml_place(node), number, notation,
                arena_copy(reader->arena, number, length), NULL);
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
    decision->code_number = read_printed(reader, node, "codeNumber");
    decision->code_notation = read_printed(reader, node, "codeNotation");
    check_number(reader, decision, node);
    read_issued(reader, decision, node);
    decision->place_name = read_printed(reader, node, "place");
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
