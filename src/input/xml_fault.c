#include "input/xml_fault.h"

#include "base/near_name.h"
#include "base/text.h"
#include "input/number_remedy.h"
#include "input/number_slip.h"
#include "input/value_remedy.h"
#include "input/xml_form.h"
#include "input/xml_grammar.h"
#include "input/xml_tree.h"

enum { VALUE_SHOWN = 60 }; /* characters of a wrong value that a message repeats */

bool xml_is_stopgap(const xmlNode *node)
{
    return node && node->_private == node;
}

/* A fault as the handlers below see it. */
struct fault {
    struct xml_fault_context *context;
    struct arena *arena; /* of the context, for this one fault */
    struct place place;
    xmlNodePtr node;       /* the element */
    const char *name;      /* its name */
    const char *attribute; /* or NULL */
    const char *message;   /* of the library, in one line, without namespaces */
};

/* Scratch memory for one more fault; what the one before left there is dropped now and then. */
static struct arena *scratch(struct xml_fault_context *context)
{
    enum { FAULTS = 256 };
    if (++context->scratch_faults % FAULTS == 0)
        arena_release(&context->scratch);
    return &context->scratch;
}

/* Drops "{namespace}" wherever it stands: people know elements by their names. */
static const char *without_namespaces(struct arena *arena, const char *text)
{
    struct text out = text_in(arena);
    while (*text) {
        const char *end = strncmp(text, "{urn:", 5) == 0 ? strchr(text, '}') : NULL;
        if (end)
            text = end + 1;
        else
            text_addn(&out, text++, 1);
    }
    return text_str(&out);
}

static const char *shortened(struct arena *arena, const char *text)
{
    const char *at = text;
    for (int i = 0; *at && i < VALUE_SHOWN; i++)
        utf8_next(&at);
    return *at ? arena_printf(arena, "%.*s…", (int)(at - text), text) : text;
}

/* "a, b, c" -> "<a>, <b> hoặc <c>" */
static const char *alternatives(struct arena *arena, const char *names, const char * or)
{
    struct text out = text_in(arena);
    while (*names) {
        size_t length = strcspn(names, ", ");
        const char *next = names + length + strspn(names + length, ", ");
        text_addf(&out, "%s<%.*s>", !out.length ? "" : *next ? ", " : or, (int)length, names);
        names = next;
    }
    return text_str(&out);
}

/* Names that the library expects at this place: "a, b, c"; NULL if it does not say. */
static const char *expected_names(const struct fault *fault)
{
    const char *list = xml_between(fault->arena, fault->message, "Expected is", ").");
    const char *open = list ? strchr(list, '(') : NULL;
    return open ? text_collapse(fault->arena, open + 1) : NULL;
}

static const char *last_name(const char *names)
{
    const char *comma = names ? strrchr(names, ',') : NULL;
    return comma ? comma + 1 + strspn(comma + 1, " ") : names;
}

static void remember_stuck(const struct fault *fault, const char *expected)
{
    struct xml_fault_context *context = fault->context;
    struct xml_stuck *stuck =
        ARENA_PUSH(context->findings->arena, context->stuck, context->stuck_count, context->stuck_capacity);
    *stuck = (struct xml_stuck){ fault->node, arena_string(context->findings->arena, last_name(expected)) };
}

static bool has_other_namespace(const struct fault *fault)
{
    const char *space = fault->node->ns ? (const char *)fault->node->ns->href : "";
    return strcmp(space, fault->context->space) != 0;
}

static bool may_stand_there(const struct fault *fault)
{
    return grammar_has_child(fault->context->grammar, (const char *)fault->node->parent->name, fault->name);
}

/* The element that was probably intended there: <Amount>, <sources> where only <source> can stand. NULL: none. */
static const char *intended_child(const struct fault *fault, const char *parent)
{
    const char *names = grammar_children(fault->arena, fault->context->grammar, parent);
    while (*names) {
        size_t length = strcspn(names, ", ");
        const char *name = arena_copy(fault->arena, names, length);
        if (is_near_name(fault->name, name))
            return name;
        names += length + strspn(names + length, ", ");
    }
    return NULL;
}

/* Of an element that can stand nowhere in its parent: where else it can, or what can stand there. */
static void report_stranger(const struct fault *fault)
{
    struct xml_fault_context *context = fault->context;
    struct findings *findings = context->findings;
    const char *parent = (const char *)fault->node->parent->name;
    bool declared = grammar_declares(context->grammar, fault->name);
    enum finding_code code = declared ? FINDING_MISPLACED_ELEMENT : FINDING_UNEXPECTED_ELEMENT;
    const char *names = NULL; /* takes long to find, in a file of a hundred thousand strangers */
    if (!findings_full(findings, code, fault->place.file)) {
        const char *intended = intended_child(fault, parent);
        code = intended ? FINDING_UNEXPECTED_ELEMENT : code;
        names = intended   ? intended
                : declared ? grammar_parents(fault->arena, context->grammar, fault->name)
                           : grammar_children(fault->arena, context->grammar, parent);
    }
    finding_add(findings, code, fault->place, fault->name, parent, names, NULL);
}

static void report_unexpected(const struct fault *fault)
{
    struct xml_fault_context *context = fault->context;
    const char *parent = (const char *)fault->node->parent->name, *expected = expected_names(fault);
    remember_stuck(fault, expected);
    if (has_other_namespace(fault))
        finding_add(context->findings, FINDING_WRONG_NAMESPACE, fault->place, fault->name,
                    fault->node->ns ? (const char *)fault->node->ns->href : "", context->space, NULL);
    else if (!may_stand_there(fault))
        report_stranger(fault);
    else if (expected && grammar_is_gap(context->grammar, parent, last_name(expected), fault->name))
        finding_add(context->findings, FINDING_ELEMENT_GAP, fault->place, fault->name, parent, last_name(expected), NULL);
    else
        finding_add(context->findings, FINDING_ELEMENT_ORDER, fault->place, fault->name, parent,
                    grammar_children(fault->arena, context->grammar, parent), NULL);
}

/* What can stand nowhere in its parent is told together with all of its kind behind it: the library stops at each. */
static void report_misplaced(struct fault fault)
{
    report_unexpected(&fault);
    if (may_stand_there(&fault))
        return;
    fault.message = ""; /* it is about the first of them only, and goes with the scratch memory */
    while ((fault.node = xmlNextElementSibling(fault.node)) != NULL) {
        fault.name = (const char *)fault.node->name;
        fault.place.line = xmlGetLineNo(fault.node);
        fault.arena = scratch(fault.context);
        if (!may_stand_there(&fault))
            report_unexpected(&fault);
    }
}

static void report_missing(const struct fault *fault)
{
    const char *expected = expected_names(fault);
    if (!expected)
        expected = grammar_children(fault->arena, fault->context->grammar, fault->name);
    if (grammar_needs_child(fault->context->grammar, fault->name, last_name(expected)))
        expected = last_name(expected); /* the others before it may be left out */
    finding_add(fault->context->findings, FINDING_MISSING_ELEMENT, fault->place, fault->name,
                alternatives(fault->arena, expected, " hoặc "), alternatives(fault->arena, expected, " or "), NULL);
}

static long newlines(const char *text, size_t length)
{
    long count = 0;
    for (size_t i = 0; i < length; i++)
        count += text[i] == '\n';
    return count;
}

static long start_line(const xmlNode *text);

static long end_line(const xmlNode *node)
{
    if (xmlNodeIsText(node))
        return start_line(node) + newlines((const char *)node->content, strlen((const char *)node->content));
    return node->last ? end_line(node->last) : xmlGetLineNo(node);
}

/* The library's line of a text is that of some piece of it; where it starts is where what stands before it ends. */
static long start_line(const xmlNode *text)
{
    return text->prev ? end_line(text->prev) : xmlGetLineNo(text->parent);
}

/* Of the first character that is no white space. */
static long text_line(const xmlNode *text)
{
    const char *content = (const char *)text->content;
    return start_line(text) + newlines(content, strspn(content, " \t\r\n"));
}

/*
 * Whether intruders of that kind have been told of this parent: the library tells of each, and we tell of all at the first.
 * It is kept in _private, as a place in an array that stands for a set.
 */
static bool were_told(xmlNodePtr parent, bool element)
{
    static char told[4]; /* none, texts, elements, both */
    size_t set = parent->_private ? (size_t)((char *)parent->_private - told) : 0, kind = element ? 2 : 1;
    parent->_private = &told[set | kind];
    return (set & kind) != 0;
}

/* Text or an element where there must be none. */
static void report_intruder(struct fault fault)
{
    bool element = strstr(fault.message, "Element content") != NULL;
    if (were_told(fault.node, element))
        return;
    for (const xmlNode *child = fault.node->children; child; child = child->next) {
        if (element && child->type == XML_ELEMENT_NODE) {
            fault.place.line = xmlGetLineNo(child);
            finding_add(fault.context->findings, FINDING_NO_CHILDREN, fault.place, (const char *)child->name, fault.name,
                        NULL);
            return;
        }
        if (!element && xmlNodeIsText(child) && !xml_is_blank((const char *)child->content)) {
            fault.place.line = text_line(child);
            finding_add(fault.context->findings, FINDING_UNEXPECTED_TEXT, fault.place, fault.name,
                        shortened(fault.arena, text_collapse(fault.arena, (const char *)child->content)), NULL);
        }
    }
}

static const char *value_of(const struct fault *fault)
{
    xmlChar *value = fault->attribute ? xmlGetNoNsProp(fault->node, (const xmlChar *)fault->attribute)
                                      : xmlNodeGetContent(fault->node);
    const char *text = text_collapse(fault->arena, value ? (const char *)value : "");
    xmlFree(value);
    return text;
}

/* The place as it stands in the file: <period first="26">, <amount>1 924</amount>. */
static const char *snippet(const struct fault *fault, const char *value)
{
    value = shortened(fault->arena, value);
    if (fault->attribute)
        return arena_printf(fault->arena, "<%s %s=\"%s\">", fault->name, fault->attribute, value);
    return arena_printf(fault->arena, "<%s>%s</%s>", fault->name, value, fault->name);
}

/* <stated year>, <stated> */
static const char *where(const struct fault *fault)
{
    return fault->attribute ? arena_printf(fault->arena, "<%s %s>", fault->name, fault->attribute)
                            : arena_printf(fault->arena, "<%s>", fault->name);
}

/* What is to be written for the value, where that can be told. */
static struct form form_of(const struct fault *fault, const char *value)
{
    struct form form = xml_form(fault->arena, fault->message);
    const char *token = slip_token(fault->arena, value), *day = date_remedy(fault->arena, value);
    if (token && form.vi && strstr(form.vi, arena_printf(fault->arena, "'%s'", token)))
        return (struct form){ token, token };
    if (day && form.vi && strstr(form.vi, "2020-11-18"))
        return (struct form){ arena_printf(fault->arena, "%s (năm-tháng-ngày)", day),
                              arena_printf(fault->arena, "%s (year-month-day)", day) };
    return form;
}

/* False if nothing tells which number was meant. */
static bool report_number(const struct fault *fault, const char *value)
{
    struct findings *findings = fault->context->findings;
    const char *remedy = number_remedy(fault->arena, value);
    struct form slip = { 0 };
    if (!remedy)
        slip = number_slip(fault->arena, fault->name, fault->attribute, value);
    if (slip.vi)
        finding_add(findings, FINDING_VALUE_SLIP, fault->place, value, where(fault), slip.vi, slip.en, NULL);
    else if (remedy)
        finding_add(findings, FINDING_DECIMAL_COMMA, fault->place, where(fault), value, remedy, NULL);
    else if (number_is_plain(value))
        finding_add(findings, FINDING_AMOUNT_TOO_LARGE, fault->place, shortened(fault->arena, value), NULL);
    return slip.vi || remedy || number_is_plain(value);
}

static void report_value(const struct fault *fault)
{
    struct findings *findings = fault->context->findings;
    const char *value = value_of(fault), *soft = without_hard_blanks(fault->arena, value);
    const char *number = xml_form_is_number(fault->message) && soft ? number_remedy(fault->arena, soft) : NULL;
    struct form form = form_of(fault, value);
    if (soft)
        finding_add(findings, FINDING_HARD_BLANK, fault->place, where(fault),
                    shortened(fault->arena, number ? number : soft), NULL);
    else if (!xml_form_is_number(fault->message) || !report_number(fault, value))
        finding_add(findings, FINDING_BAD_VALUE, fault->place, snippet(fault, value), form.vi, form.en, NULL);
}

/* Keys of the catalogue: used twice, or naming what is not there. */
static void report_key(const struct fault *fault)
{
    const char *value = xml_between(fault->arena, fault->message, "['", "']");
    bool twice = strstr(fault->message, "Duplicate") != NULL;
    finding_add(fault->context->findings, twice ? FINDING_KEY_TWICE : FINDING_KEY_MISSING, fault->place, fault->name,
                value ? value : "?", NULL);
}

/* " (eq, ge, gt)" of an attribute that is one of some words; else "". */
static const char *choices_of(const struct fault *fault, const char *attribute)
{
    const char *values = grammar_values(fault->arena, fault->context->grammar, fault->name, attribute);
    return values ? arena_printf(fault->arena, " (%s)", values) : "";
}

static void report_attribute(const struct fault *fault, enum finding_code code)
{
    struct findings *findings = fault->context->findings;
    const char *attribute = fault->attribute ? fault->attribute : "?", *may_be = NULL;
    if (!findings_full(findings, code, fault->place.file))
        may_be = code == FINDING_UNEXPECTED_ATTRIBUTE
                     ? grammar_attributes(fault->arena, fault->context->grammar, fault->name)
                     : choices_of(fault, attribute);
    finding_add(findings, code, fault->place, fault->name, attribute, may_be, NULL);
}

/* FINDING_COUNT if it is no fault of an attribute that is or is not there. */
static enum finding_code attribute_fault(int code)
{
    switch (code) {
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: return FINDING_MISSING_ATTRIBUTE;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2: return FINDING_UNEXPECTED_ATTRIBUTE;
    default: return FINDING_COUNT;
    }
}

/* A file can have millions of these: nothing is made of one that is not told. */
static bool is_only_counted(const struct xml_fault_context *context, int code)
{
    enum finding_code fault = attribute_fault(code);
    return fault != FINDING_COUNT && findings_full(context->findings, fault, context->file);
}

static void report(const struct fault *fault, int code)
{
    switch (code) {
    case XML_SCHEMAV_ELEMENT_CONTENT: report_missing(fault); break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2: report_attribute(fault, attribute_fault(code)); break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: report_intruder(*fault); break;
    case XML_SCHEMAV_CVC_IDC: report_key(fault); break;
    default: report_value(fault);
    }
}

/* A reference to a key that is not there: libxml2 says its line and not its element. */
static void report_reference(struct xml_fault_context *context, const xmlError *error)
{
    struct arena *arena = scratch(context);
    struct fault fault = { .context = context, .arena = arena, .place = { context->file, error->line } };
    context->more = true;
    if (context->telling == TELL_PLACES)
        return;
    fault.message = without_namespaces(arena, text_collapse(arena, error->message ? error->message : "?"));
    fault.name = xml_between(arena, fault.message, "Element '", "'");
    fault.name = fault.name ? fault.name : "?";
    report_key(&fault);
}

void xml_fault_schema(void *data, xmlErrorPtr error)
{
    struct xml_fault_context *context = data;
    xmlNodePtr node = error->node;
    if (node && node->type == XML_ATTRIBUTE_NODE)
        node = node->parent;
    if (!node && error->code == XML_SCHEMAV_CVC_IDC)
        report_reference(context, error);
    if (!node || xml_is_stopgap(node))
        return;
    const char *message = error->message ? error->message : "?";
    bool misplaced = error->code == XML_SCHEMAV_ELEMENT_CONTENT && !strstr(message, "Missing child");
    context->more = context->more || !misplaced;
    if (misplaced != (context->telling == TELL_PLACES))
        return;
    if (is_only_counted(context, error->code)) {
        finding_add(context->findings, attribute_fault(error->code), (struct place){ context->file, xmlGetLineNo(node) },
                    NULL);
        return;
    }
    struct arena *arena = scratch(context);
    struct fault fault = { .context = context,
                           .arena = arena,
                           .place = { context->file, xmlGetLineNo(node) },
                           .node = node,
                           .name = (const char *)node->name };
    fault.message = without_namespaces(arena, text_collapse(arena, message));
    fault.attribute = xml_between(arena, fault.message, "attribute '", "'");
    if (misplaced)
        report_misplaced(fault);
    else
        report(&fault, error->code);
}
