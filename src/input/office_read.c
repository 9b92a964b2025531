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
    struct signer *signer = &office->signers[strcmp(xml_text(node, "role"), "head") == 0 ? SIGNER_HEAD : SIGNER_PREPARER];
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

struct office_reader {
    struct office *office;
    struct arena *arena;
    struct findings *findings;
};

/* A range that ends before it begins, or is no holiday any more, is a slip. */
static bool read_days_off(const struct office_reader *reader, struct xml_node node)
{
    enum { MOST = 31 };
    struct days_off *days = &reader->office->days_off[reader->office->days_off_count++];
    const char *from = xml_text(node, "from"), *to = xml_attribute(node, "to");
    if (!date_parse(&days->first, from) || !date_parse(&days->last, to ? to : from))
        return false;
    days->name = xml_text(node, "name");
    int length = date_number(days->last) - date_number(days->first) + 1;
    if (length >= 1 && length <= MOST)
        return true;
    finding_add(reader->findings, FINDING_DAYS_OFF, xml_place(node), days->name, from, to ? to : from, NULL);
    return false;
}

/* A weekday is worked anyway, unless it is a day off: then one of the two is a slip. */
static bool read_workday(const struct office_reader *reader, struct xml_node node)
{
    struct office *office = reader->office;
    struct date day;
    if (!date_parse(&day, xml_text(node, "date")))
        return false;
    bool wanted = date_is_weekend(day) && !office_is_day_off(office, day);
    office->workdays[office->workday_count++] = day;
    if (!wanted)
        finding_add(reader->findings, FINDING_WORKDAY, xml_place(node), xml_text(node, "date"), NULL);
    return wanted;
}

/* Due by a day or within working days, not both. The office's own regime stands before it. */
static bool read_report(const struct office_reader *reader, struct xml_node node)
{
    const char *kind = xml_text(node, "period"), *own = xml_attribute(node, "regime"), *from = xml_attribute(node, "from");
    const char *within = xml_attribute(node, "within"), *by = xml_attribute(node, "by");
    struct dec days = { 0 }, day = { 0 };
    struct periodic_report *report = &reader->office->reports[report_kind_parse(kind)];
    *report = (struct periodic_report){ .declared = true,
                                        .place = xml_place(node),
                                        .regime = own ? regime_parse(own) : reader->office->regime,
                                        .form = xml_attribute(node, "form"),
                                        .basis = xml_attribute(node, "basis") };
    if ((within && !xml_dec(&days, node, "within")) || (by && !xml_dec(&day, node, "by")) ||
        (from && !date_parse(&report->from, from)))
        return false;
    report->within = (int)days.units;
    report->by = (int)day.units;
    if (within && by)
        finding_add(reader->findings, FINDING_TWO_DEADLINES, report->place, kind, within, by, NULL);
    return !within || !by;
}

/* False for what the schema has refused, or what has been told. */
static bool read_entry(const struct office_reader *reader, struct xml_node node)
{
    struct office *office = reader->office;
    struct arena *arena = reader->arena;
    struct dec money;
    if (xml_is(node, "reporter"))
        read_reporter(&office->reporter, node, arena);
    else if (xml_is(node, "signer"))
        read_signer(office, node, arena);
    else if (xml_is(node, "regime"))
        office->regime = regime_parse(xml_text(node, "kind"));
    else if (xml_is(node, "report"))
        return read_report(reader, node);
    else if (xml_is(node, "material"))
        return xml_dec(&office->material_percent, node, "percent") && xml_dec(&money, node, "money") &&
               dec_shift_to_whole(&office->material_dong, money, 0);
    else if (xml_is(node, "progress"))
        return xml_dec(&office->tolerance_percent, node, "tolerance") &&
               xml_dec(&office->exceeded_percent, node, "exceeded");
    else if (xml_is(node, "dayOff"))
        return read_days_off(reader, node);
    else if (xml_is(node, "workday"))
        return read_workday(reader, node);
    return true;
}

void office_read(struct office *office, struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                 struct findings *findings)
{
    bool valid;
    struct xml_doc *doc = xml_open(file, schema, "office", "urn:phuluc:office:1", &valid, findings);
    if (!doc)
        return;
    struct xml_node root = xml_root(doc, arena), node;
    struct office read = { .place = xml_place(root) };
    const struct office_reader reader = { &read, arena, findings };
    read.days_off = arena_alloc(arena, xml_count(root, "dayOff"), sizeof *read.days_off);
    read.workdays = arena_alloc(arena, xml_count(root, "workday"), sizeof *read.workdays);
    for (bool more = xml_first(&node, root); more; more = xml_next(&node))
        valid = read_entry(&reader, node) && valid;
    if (office->place.file)
        finding_add(findings, FINDING_SECOND_OFFICE, read.place, office->place.file, NULL);
    else if (valid)
        *office = read;
    xml_close(doc);
}
