#include "input/xml_fault.h"

#include <libxml/tree.h>

#include "base/text.h"
#include "input/number_remedy.h"

/* The text between the first `open` after `from` and the next `close`; NULL if there is none. */
static const char *between(struct arena *arena, const char *from, const char *open, const char *close)
{
    const char *start = strstr(from, open);
    if (!start)
        return NULL;
    start += strlen(open);
    const char *end = strstr(start, close);
    return end ? arena_copy(arena, start, (size_t)(end - start)) : NULL;
}

/* Drops "{namespace}" wherever it stands: people know elements by their names. */
static const char *without_namespaces(struct arena *arena, const char *text)
{
    struct text out = text_in(arena);
    while (*text) {
        const char *end = *text == '{' ? strchr(text, '}') : NULL;
        if (end)
            text = end + 1;
        else
            text_addn(&out, text++, 1);
    }
    return text_str(&out);
}

static const char *trimmed(struct arena *arena, const char *message)
{
    return text_collapse(arena, message ? message : "?");
}

void xml_fault_parse(void *data, xmlErrorPtr error)
{
    struct xml_fault_context *context = data;
    struct arena *arena = context->findings->arena;
    struct place place = { context->file, error->line };
    if (error->level < XML_ERR_ERROR && error->code != XML_WAR_UNDECLARED_ENTITY)
        return;
    const char *message = trimmed(arena, error->message);
    if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY ||
        error->code == XML_ERR_ENTITY_LOOP) {
        const char *name = between(arena, message, "'", "'");
        finding_add(context->findings, FINDING_ENTITY, place, name ? name : "?", NULL);
        return;
    }
    finding_add(context->findings, FINDING_MALFORMED, place, message, NULL);
}

/* What a value should look like, told by the name of its type in the library's message. */
static const char *expected_form(struct arena *arena, const char *message)
{
    static const struct {
        const char *type, *form;
    } FORMS[] = {
        { "xs:date'", "2020-11-18" },      { "Year'", "2021" },           { "xs:gMonthDay'", "--12-01" },
        { "Number", "1924.5" },            { "xs:decimal'", "1924.5" },   { "Ids'", "pl1-I pl1-II" },
        { "Id'", "a-z A-Z 0-9 - _ ." },    { "YesNo'", "yes | no" },      { "xs:integer'", "2021" },
        { "minLength", "…" },              { "xs:positiveInteger'", "1" },
    };
    const char *set = between(arena, message, "set {", "}");
    if (set)
        return set;
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (strstr(message, FORMS[i].type))
            return FORMS[i].form;
    return "XSD";
}

/* The element a schema error is about; for an attribute the library gives either the attribute or its element. */
static xmlNodePtr element_of(xmlErrorPtr error)
{
    xmlNodePtr node = error->node;
    return node && node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
}

static const char *value_of(struct arena *arena, xmlNodePtr node, const char *attribute)
{
    xmlChar *value = attribute ? xmlGetNoNsProp(node, (const xmlChar *)attribute) : xmlNodeGetContent(node);
    const char *text = text_collapse(arena, value ? (const char *)value : "");
    xmlFree(value);
    return text;
}

static bool is_number_type(const char *message)
{
    return strstr(message, "Number") || strstr(message, "xs:decimal");
}

static void report_value(struct xml_fault_context *context, struct place place, xmlNodePtr node, const char *message)
{
    struct findings *findings = context->findings;
    struct arena *arena = findings->arena;
    const char *attribute = between(arena, message, "attribute '", "'");
    const char *value = value_of(arena, node, attribute);
    const char *name = (const char *)node->name;
    const char *what = attribute ? arena_printf(arena, "<%s %s>", name, attribute) : arena_printf(arena, "<%s>", name);
    const char *remedy = is_number_type(message) ? number_remedy(arena, value) : NULL;
    if (remedy)
        finding_add(findings, FINDING_DECIMAL_COMMA, place, what, value, remedy, NULL);
    else if (is_number_type(message) && !*value)
        finding_add(findings, FINDING_MISSING_NUMBER, place, name, NULL);
    else
        finding_add(findings, FINDING_BAD_VALUE, place, what, value, expected_form(arena, message), NULL);
}

/* Facet errors come twice, once with the facet and once as "not a valid value"; the first says more. */
static bool is_echo(const struct xml_fault_context *context, struct place place, const char *message)
{
    const struct findings *findings = context->findings;
    if (!findings->count || strstr(message, "[facet"))
        return false;
    const struct finding *last = &findings->items[findings->count - 1];
    return last->place.line == place.line && text_equal(last->place.file, place.file) &&
           last->code == FINDING_BAD_VALUE && strstr(message, last->args[1]);
}

void xml_fault_schema(void *data, xmlErrorPtr error)
{
    struct xml_fault_context *context = data;
    struct findings *findings = context->findings;
    struct arena *arena = findings->arena;
    xmlNodePtr node = element_of(error);
    const char *message = trimmed(arena, error->message);
    struct place place = { context->file, node ? xmlGetLineNo(node) : error->line };
    const char *name = node ? (const char *)node->name : "?";
    const char *expected = between(arena, message, "Expected is", ".");
    expected = expected ? trimmed(arena, without_namespaces(arena, expected)) : "–";
    const char *attribute = between(arena, message, "attribute '", "'");
    switch (error->code) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
        finding_add(findings, strstr(message, "Missing child") ? FINDING_MISSING_ELEMENT : FINDING_UNEXPECTED_ELEMENT,
                    place, name, expected, NULL);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
        finding_add(findings, FINDING_MISSING_ATTRIBUTE, place, name, attribute ? attribute : "?", NULL);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
        finding_add(findings, FINDING_UNEXPECTED_ATTRIBUTE, place, name, attribute ? attribute : "?", NULL);
        break;
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
        finding_add(findings, FINDING_UNEXPECTED_TEXT, place, name, NULL);
        break;
    default:
        if (node && !is_echo(context, place, message))
            report_value(context, place, node, message);
    }
}
