#include "input/xml_grammar.h"

#include "base/text.h"

struct search {
    xmlDocPtr schema;
    const char *kind;  /* "element" or "attribute" */
    struct text *list; /* NULL if only `wanted` is looked for */
    const char *wanted;
    bool found, needed;
    int seen, position; /* declarations met, and which of them the wanted one is */
    xmlNodePtr at;      /* the wanted one */
};

static bool is_schema(xmlNodePtr node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* As it stands in the schema, which is our own: NULL if the node has no such attribute. */
static const char *attribute_of(xmlNodePtr node, const char *attribute)
{
    if (node->type != XML_ELEMENT_NODE)
        return NULL;
    for (const xmlAttr *own = node->properties; own; own = own->next)
        if (own->children && strcmp((const char *)own->name, attribute) == 0)
            return (const char *)own->children->content;
    return NULL;
}

static bool attribute_is(xmlNodePtr node, const char *attribute, const char *value)
{
    const char *own = attribute_of(node, attribute);
    return own && strcmp(own, value) == 0;
}

/* The first xs:element of that name, at any depth. */
static xmlNodePtr find_element(xmlNodePtr node, const char *name)
{
    for (; node; node = node->next) {
        if (is_schema(node, "element") && attribute_is(node, "name", name))
            return node;
        xmlNodePtr inner = find_element(node->children, name);
        if (inner)
            return inner;
    }
    return NULL;
}

static xmlNodePtr find_global(const struct search *search, const char *kind, const char *name)
{
    for (xmlNodePtr node = xmlDocGetRootElement(search->schema)->children; node; node = node->next)
        if (is_schema(node, kind) && attribute_is(node, "name", name))
            return node;
    return NULL;
}

static void walk(struct search *search, xmlNodePtr parent, bool choice);

/* Goes on in the complexType, group or attributeGroup that an attribute of the node names. */
static void follow(struct search *search, xmlNodePtr node, const char *attribute, const char *kind, bool choice)
{
    const char *name = attribute_of(node, attribute);
    xmlNodePtr global = name ? find_global(search, kind, name) : NULL;
    if (global)
        walk(search, global, choice);
}

static void take(struct search *search, xmlNodePtr node, bool choice)
{
    const char *name = attribute_of(node, "name");
    if (name && search->list)
        text_addf(search->list, "%s%s", search->list->length ? ", " : "", name);
    search->seen++;
    if (name && search->wanted && strcmp(search->wanted, name) == 0) {
        search->found = true;
        search->at = node;
        search->position = search->seen;
        search->needed = !choice && !attribute_is(node, "minOccurs", "0");
    }
}

/* Every declaration of the wanted kind below the node, but not inside the elements declared there. */
static void walk(struct search *search, xmlNodePtr parent, bool choice)
{
    for (xmlNodePtr node = parent->children; node; node = node->next) {
        bool inner_choice = choice || is_schema(node, "choice");
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (is_schema(node, search->kind))
            take(search, node, inner_choice);
        else if (is_schema(node, "group"))
            follow(search, node, "ref", "group", inner_choice);
        else if (is_schema(node, "attributeGroup"))
            follow(search, node, "ref", "attributeGroup", inner_choice);
        else if (is_schema(node, "extension"))
            follow(search, node, "base", "complexType", inner_choice);
        if (!is_schema(node, "element") && !is_schema(node, "attribute"))
            walk(search, node, inner_choice);
    }
}

static void run(struct search *search, const char *element)
{
    xmlNodePtr declaration = find_element(xmlDocGetRootElement(search->schema), element);
    if (!declaration)
        return;
    follow(search, declaration, "type", "complexType", false);
    walk(search, declaration, false);
}

static const char *names(struct arena *arena, xmlDocPtr schema, const char *kind, const char *element)
{
    struct text list = text_in(arena);
    struct search search = { .schema = schema, .kind = kind, .list = &list };
    run(&search, element);
    return list.length ? text_str(&list) : "–";
}

const char *grammar_children(struct arena *arena, xmlDocPtr schema, const char *element)
{
    return names(arena, schema, "element", element);
}

const char *grammar_attributes(struct arena *arena, xmlDocPtr schema, const char *element)
{
    return names(arena, schema, "attribute", element);
}

static void add_enumerations(struct text *list, xmlNodePtr parent)
{
    for (xmlNodePtr node = parent->children; node; node = node->next) {
        if (is_schema(node, "enumeration"))
            text_addf(list, "%s%s", list->length ? ", " : "", attribute_of(node, "value"));
        else if (!is_schema(node, "annotation"))
            add_enumerations(list, node);
    }
}

const char *grammar_values(struct arena *arena, xmlDocPtr schema, const char *element, const char *attribute)
{
    struct search search = { .schema = schema, .kind = "attribute", .wanted = attribute };
    run(&search, element);
    if (!search.found)
        return NULL;
    const char *type = attribute_of(search.at, "type");
    xmlNodePtr values = type ? find_global(&search, "simpleType", type) : search.at;
    struct text list = text_in(arena);
    if (values)
        add_enumerations(&list, values);
    return list.length ? text_str(&list) : NULL;
}

static struct search find_child(xmlDocPtr schema, const char *element, const char *child)
{
    struct search search = { .schema = schema, .kind = "element", .wanted = child };
    run(&search, element);
    return search;
}

bool grammar_declares(xmlDocPtr schema, const char *element)
{
    return find_element(xmlDocGetRootElement(schema), element) != NULL;
}

bool grammar_has_child(xmlDocPtr schema, const char *element, const char *child)
{
    return find_child(schema, element, child).found;
}

bool grammar_needs_child(xmlDocPtr schema, const char *element, const char *child)
{
    return find_child(schema, element, child).needed;
}

bool grammar_is_gap(xmlDocPtr schema, const char *element, const char *missing, const char *found)
{
    struct search before = find_child(schema, element, missing), behind = find_child(schema, element, found);
    return before.needed && behind.found && before.position < behind.position;
}

static void add_parents(struct text *list, xmlDocPtr schema, xmlNodePtr node, const char *child)
{
    for (; node; node = node->next) {
        const char *name = is_schema(node, "element") ? attribute_of(node, "name") : NULL;
        bool first = name && find_element(xmlDocGetRootElement(schema), name) == node;
        if (first && grammar_has_child(schema, name, child))
            text_addf(list, "%s<%s>", list->length ? ", " : "", name);
        add_parents(list, schema, node->children, child);
    }
}

const char *grammar_parents(struct arena *arena, xmlDocPtr schema, const char *child)
{
    struct text list = text_in(arena);
    if (!grammar_declares(schema, child))
        return NULL;
    add_parents(&list, schema, xmlDocGetRootElement(schema), child);
    return list.length ? text_str(&list) : NULL;
}

static bool holds_key(xmlNodePtr node)
{
    for (; node; node = node->next)
        if (is_schema(node, "key") || is_schema(node, "keyref") || is_schema(node, "unique") || holds_key(node->children))
            return true;
    return false;
}

bool grammar_has_keys(xmlDocPtr schema)
{
    return holds_key(schema->children);
}
