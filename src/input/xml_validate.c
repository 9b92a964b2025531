#include "input/xml_validate.h"

#include "base/text.h"
#include "input/xml_grammar.h"

enum { PASSES_MAX = 20 };

/* One change to the document, so that it can be taken back. */
struct change {
    xmlNodePtr node, parent, next; /* a node taken out, and where it stood; or a stopgap put in, parent NULL */
};

struct changes {
    struct change *items;
    size_t count, capacity;
};

static bool validate_once(xmlDocPtr doc, xmlSchemaPtr schema, enum xml_telling telling, struct xml_fault_context *faults)
{
    xmlSchemaValidCtxtPtr context = xmlSchemaNewValidCtxt(schema);
    if (!context)
        return false;
    faults->stuck_count = 0;
    faults->telling = telling;
    xmlSchemaSetValidStructuredErrors(context, xml_fault_schema, faults);
    int result = xmlSchemaValidateDoc(context, doc);
    xmlSchemaFreeValidCtxt(context);
    return result == 0;
}

static struct change *add_change(struct changes *changes, struct xml_fault_context *faults)
{
    return ARENA_PUSH(faults->findings->arena, changes->items, changes->count, changes->capacity);
}

/* An empty element is put before the node; what is wrong with it is not looked at. */
static void put_stopgap(struct changes *changes, xmlNodePtr node, const char *name, struct xml_fault_context *faults)
{
    xmlNodePtr parent = node->parent, stopgap = xmlNewDocNode(parent->doc, parent->ns, (const xmlChar *)name, NULL);
    if (!stopgap)
        return;
    stopgap->_private = stopgap;
    stopgap->line = node->line; /* a text behind it is placed by it */
    xmlAddPrevSibling(node, stopgap);
    *add_change(changes, faults) = (struct change){ stopgap, NULL, NULL };
}

static void take_out(struct changes *changes, const struct xml_stuck *stuck, struct xml_fault_context *faults)
{
    *add_change(changes, faults) = (struct change){ stuck->node, stuck->node->parent, stuck->node->next };
    xmlUnlinkNode(stuck->node);
}

/*
 * A gap before an element that belongs further back is filled. Else the element itself is out of place and taken out; one
 * of a wrong namespace is still the element that was meant, and a stopgap stands for it.
 */
static void repair(struct changes *changes, const struct xml_stuck *stuck, struct xml_fault_context *faults)
{
    const char *parent = (const char *)stuck->node->parent->name, *name = (const char *)stuck->node->name;
    bool foreign = !stuck->node->ns || strcmp((const char *)stuck->node->ns->href, faults->space) != 0;
    if (!foreign && stuck->expected && grammar_is_gap(faults->grammar, parent, stuck->expected, name)) {
        put_stopgap(changes, stuck->node, stuck->expected, faults);
        return;
    }
    if (foreign && grammar_has_child(faults->grammar, parent, name))
        put_stopgap(changes, stuck->node, name, faults);
    take_out(changes, stuck, faults);
}

static void take_back(struct changes *changes)
{
    while (changes->count) {
        struct change change = changes->items[--changes->count];
        if (!change.parent) {
            xmlUnlinkNode(change.node);
            xmlFreeNode(change.node);
        } else if (change.next) {
            xmlAddPrevSibling(change.next, change.node);
        } else {
            xmlAddChild(change.parent, change.node);
        }
    }
}

/* How many elements stand behind those that are stuck, within the same elements: nobody has looked at them. */
static size_t count_unseen(const struct xml_fault_context *faults)
{
    size_t count = 0;
    for (size_t i = 0; i < faults->stuck_count; i++)
        for (xmlNodePtr node = xmlNextElementSibling(faults->stuck[i].node); node; node = xmlNextElementSibling(node))
            count++;
    return count;
}

static void report_unseen(const struct xml_fault_context *faults)
{
    struct place place = { faults->file, xmlGetLineNo(faults->stuck[0].node) };
    finding_add(faults->findings, FINDING_MORE_MISPLACED, place,
                arena_printf(faults->findings->arena, "%zu", count_unseen(faults)), NULL);
}

/* Each fault is told once: what stands in a wrong place as it is mended, all else when nothing is left to mend. */
bool xml_validate(xmlDocPtr doc, xmlSchemaPtr schema, struct xml_fault_context *faults)
{
    struct changes changes = { 0 };
    faults->more = false;
    bool valid = validate_once(doc, schema, TELL_PLACES, faults);
    for (int pass = 1; pass < PASSES_MAX && faults->stuck_count; pass++) {
        for (size_t i = 0; i < faults->stuck_count; i++)
            repair(&changes, &faults->stuck[i], faults);
        validate_once(doc, schema, TELL_PLACES, faults);
    }
    if (faults->stuck_count)
        report_unseen(faults);
    if (faults->more)
        validate_once(doc, schema, TELL_REST, faults);
    take_back(&changes);
    return valid;
}
