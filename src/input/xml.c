#include "input/xml.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "base/text.h"
#include "input/characters.h"
#include "input/limits.h"
#include "input/seal.h"
#include "input/xml_fault.h"
#include "input/xml_grammar.h"
#include "input/xml_scan.h"
#include "input/xml_stream.h"
#include "input/xml_validate.h"

/* A schema that is ready to be used, and its text for explaining faults. */
struct compiled {
    xmlSchemaPtr schema;
    xmlDocPtr text;
    bool keyed; /* it has keys */
};

/* One that is sealed is compiled when a document needs it: most runs read few kinds of documents. */
struct xml_schema {
    struct slurp text;
    bool sealed;
    struct compiled *compiled; /* both NULL until then */
    struct alphabet alphabet;
};

struct xml_doc {
    struct xml_tree tree;
    xmlDictPtr names;
    const char *file;
    struct findings *findings; /* a quota of the file holds until the document is closed */
};

/* No entity of any kind is ever loaded. */
static xmlParserInputPtr refuse_entity(const char *url, const char *id, xmlParserCtxtPtr context)
{
    (void)url;
    (void)id;
    (void)context;
    return NULL;
}

static void say_nothing(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

static void *or_give_up(void *memory)
{
    if (!memory)
        arena_give_up();
    return memory;
}

static void *take_memory(size_t size)
{
    return or_give_up(malloc(size));
}

static void *take_more_memory(void *memory, size_t size)
{
    return or_give_up(realloc(memory, size ? size : 1));
}

static char *copy_string(const char *text)
{
    return or_give_up(strdup(text));
}

/* Without memory libxml2 would tell faults that a file does not have: it gets none only if the program ends. */
void xml_start(void)
{
    xmlMemSetup(free, take_memory, take_more_memory, copy_string);
    LIBXML_TEST_VERSION
    xmlInitParser();
    xmlSetExternalEntityLoader(refuse_entity);
    xmlSetGenericErrorFunc(NULL, say_nothing);
}

void xml_stop(void)
{
    xmlCleanupParser();
}

static void keep_first_message(void *data, xmlErrorPtr error)
{
    char **message = data;
    if (!*message && error->message)
        *message = (char *)xmlStrdup((const xmlChar *)error->message);
}

struct slurp xml_slurp(const char *path, struct findings *findings)
{
    return xml_slurp_in(path, findings->arena, findings);
}

struct slurp xml_slurp_in(const char *path, struct arena *text, struct findings *findings)
{
    return slurp_file_in(path, XML_SIZE_MAX, text, findings);
}

/* False, with the library's word for it, if the text is no schema. */
static bool compile(struct compiled *compiled, const struct slurp *text, char **message)
{
    xmlSetStructuredErrorFunc(message, keep_first_message);
    compiled->text = xmlReadMemory(text->data, (int)text->length, NULL, "UTF-8", XML_PARSE_NONET);
    xmlSchemaParserCtxtPtr context = compiled->text ? xmlSchemaNewDocParserCtxt(compiled->text) : NULL;
    compiled->schema = context ? xmlSchemaParse(context) : NULL;
    xmlSchemaFreeParserCtxt(context);
    xmlSetStructuredErrorFunc(NULL, NULL);
    compiled->keyed = compiled->schema && grammar_has_keys(compiled->text);
    if (compiled->schema)
        return true;
    xmlFreeDoc(compiled->text);
    compiled->text = NULL;
    return false;
}

struct xml_schema *xml_schema_open(const char *path, struct findings *findings)
{
    struct slurp text = xml_slurp(path, findings);
    bool sealed = seal_of(&text) != NULL, clean;
    if (!sealed && !slurp_check(&text, &clean, findings))
        return NULL;
    struct compiled compiled = { 0 };
    char *message = NULL;
    bool good = sealed || compile(&compiled, &text, &message);
    if (!good)
        finding_add(findings, FINDING_SCHEMA_BROKEN, (struct place){ path, 0 }, path, message ? message : "?", NULL);
    xmlFree(message);
    if (!good)
        return NULL;
    struct xml_schema *schema = arena_alloc(findings->arena, 1, sizeof *schema);
    *schema = (struct xml_schema){ text, sealed, arena_alloc(findings->arena, 1, sizeof compiled), { 0 } };
    *schema->compiled = compiled;
    return schema;
}

/* A sealed one was compiled when the program was built: it can fail for want of memory only. */
static const struct compiled *compiled_of(const struct xml_schema *schema)
{
    char *message = NULL;
    if (!schema->compiled->schema && !compile(schema->compiled, &schema->text, &message))
        arena_give_up();
    xmlFree(message);
    return schema->compiled;
}

void xml_schema_alphabet(struct xml_schema *schema, struct alphabet alphabet)
{
    schema->alphabet = alphabet;
}

void xml_schema_close(struct xml_schema *schema)
{
    if (!schema)
        return;
    xmlSchemaFree(schema->compiled->schema);
    xmlFreeDoc(schema->compiled->text);
}

/* The limits of limits.def hold already. */
static xmlDocPtr parse(const struct slurp *text, struct xml_fault_context *faults)
{
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (!context)
        return NULL;
    xmlSetStructuredErrorFunc(faults, xml_fault_parse);
    xmlDocPtr doc = xmlCtxtReadMemory(context, text->data, (int)text->length, NULL, "UTF-8", XML_STREAM_OPTIONS);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlFreeParserCtxt(context);
    return doc;
}

/* Refused before any parser sees it, so that no entity is ever declared. */
static bool refuse_doctype(const struct slurp *text, struct place place, struct findings *findings)
{
    const char *at = xml_first_tag(text->data);
    if (!at || strncmp(at, "<!DOCTYPE", strlen("<!DOCTYPE")) != 0)
        return true;
    place.line = xml_line_of(text->data, at);
    finding_add(findings, FINDING_DOCTYPE, place, NULL);
    return false;
}

static bool check_root(xmlDocPtr doc, const char *root, const char *space, struct place place, struct findings *findings)
{
    xmlNodePtr node = xmlDocGetRootElement(doc);
    const char *name = node ? (const char *)node->name : "";
    const char *found = node && node->ns ? (const char *)node->ns->href : "";
    place.line = node ? xmlGetLineNo(node) : 0;
    if (strcmp(name, root) != 0)
        finding_add(findings, FINDING_WRONG_ROOT, place, name, root, space, NULL);
    else if (strcmp(found, space) != 0)
        finding_add(findings, FINDING_WRONG_NAMESPACE, place, name, found, space, NULL);
    else
        return true;
    return false;
}

/* The node after this one in the order of the text; NULL after the last. */
static const xmlNode *next_in_text(const xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

/* A draft is no document until somebody has settled each of its doubts: <?doubt …?>. */
static bool refuse_doubts(xmlDocPtr doc, const char *file, struct findings *findings)
{
    bool settled = true;
    for (const xmlNode *node = doc->children; node; node = next_in_text(node)) {
        if (node->type != XML_PI_NODE || strcmp((const char *)node->name, "doubt") != 0)
            continue;
        const char *what = node->content ? text_collapse(findings->arena, (const char *)node->content) : "?";
        finding_add(findings, FINDING_DRAFT_DOUBT, (struct place){ file, xmlGetLineNo(node) }, what, NULL);
        settled = false;
    }
    return settled;
}

/* The document of clean text, or NULL with a finding. */
static xmlDocPtr parse_root(const struct slurp *text, const char *root, struct xml_fault_context *faults)
{
    struct findings *findings = faults->findings;
    struct place place = { faults->file, 0 };
    size_t before = findings->count;
    xmlDocPtr tree = parse(text, faults);
    if (!tree && findings->count == before)
        finding_add(findings, FINDING_MALFORMED, place, "?", "kiểm tra cả tệp", "?", "look at the whole file", NULL);
    if (tree && findings->count == before && check_root(tree, root, faults->space, place, findings))
        return tree;
    xmlFreeDoc(tree);
    return NULL;
}

/* A byte order mark at the start is allowed. */
static const char *text_start(const struct slurp *text)
{
    return text->data + (strncmp(text->data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0);
}

const struct seal *xml_seal(const struct slurp *text, const struct xml_schema *schema)
{
    const struct seal *seal = schema->sealed ? seal_of(text) : NULL;
    return seal && characters_are_in(text->data, &schema->alphabet) ? seal : NULL;
}

/* Tells what is wrong with a document that is not without fault; *valid is cleared if anything is found. */
static bool read_faulty(struct xml_doc *doc, const struct slurp *text, const struct xml_wanted *wanted, bool *valid,
                        struct xml_fault_context *faults)
{
    xmlDocPtr library = parse_root(text, wanted->root, faults);
    if (!library)
        return false;
    *valid = (!wanted->schema || xml_validate(library, wanted->schema, faults)) && *valid;
    *valid = refuse_doubts(library, text->path, faults->findings) && *valid;
    xml_tree_of(&doc->tree, &doc->names, library);
    xmlFreeDoc(library);
    return true;
}

/* What can be wrong with a text before it is parsed: false if it is not to be; *valid tells whether anything is. */
static bool check_text(struct slurp *text, const struct xml_schema *schema, bool *valid, struct findings *findings)
{
    const char *path = text->path;
    if (!slurp_check(text, valid, findings) || !refuse_doctype(text, (struct place){ path, 0 }, findings) ||
        !xml_scan(text->data, path, findings))
        return false;
    *valid = characters_check(text_start(text), &schema->alphabet, path, findings) && *valid;
    return true;
}

/*
 * Reads a text that may be parsed; one that is not known to be valid by its schema. The library loses memory if it stops amid
 * elements whose keys it collects: a document with keys is not read as a stream.
 */
static bool read_tree(struct xml_doc *doc, const struct slurp *text, struct xml_wanted *wanted,
                      const struct compiled *compiled, bool *valid, struct xml_fault_context *faults)
{
    bool keyed = compiled && compiled->keyed;
    if (compiled) {
        faults->grammar = compiled->text;
        wanted->schema = compiled->schema;
    }
    return (!keyed && xml_stream(&doc->tree, &doc->names, text, wanted)) || read_faulty(doc, text, wanted, valid, faults);
}

struct xml_doc *xml_open(struct slurp *text, const struct xml_schema *schema, const char *root, const char *space,
                         bool *valid, struct findings *findings)
{
    const char *path = text->path;
    findings_begin_quota(findings, path, REPEATS_MAX);
    struct xml_fault_context faults = { .file = path, .space = space, .findings = findings };
    struct xml_wanted wanted = { .root = root, .space = space };
    struct xml_doc *doc = arena_alloc(findings->arena, 1, sizeof *doc);
    *doc = (struct xml_doc){ .file = path, .findings = findings };
    bool known = text->known_good || xml_seal(text, schema);
    *valid = known;
    bool read = (known || check_text(text, schema, valid, findings)) &&
                read_tree(doc, text, &wanted, known ? NULL : compiled_of(schema), valid, &faults);
    arena_release(&faults.scratch);
    if (read)
        return doc;
    *valid = false;
    findings_end_quota(findings);
    return NULL;
}

void xml_close(struct xml_doc *doc)
{
    if (!doc)
        return;
    arena_release(&doc->tree.arena);
    xmlDictFree(doc->names);
    findings_end_quota(doc->findings);
}

struct xml_node xml_root(const struct xml_doc *doc, struct arena *arena)
{
    return (struct xml_node){ doc->tree.root, arena_string(arena, doc->file), arena };
}

/* Most names that are compared differ in their first letter. */
static bool is_name(const char *name, const char *wanted)
{
    return *name == *wanted && strcmp(name, wanted) == 0;
}

bool xml_first(struct xml_node *child, struct xml_node parent)
{
    *child = (struct xml_node){ parent.element->first, parent.file, parent.arena };
    return child->element != NULL;
}

bool xml_next(struct xml_node *node)
{
    node->element = node->element->next;
    return node->element != NULL;
}

bool xml_is(struct xml_node node, const char *name)
{
    return is_name(node.element->name, name);
}

const char *xml_name(struct xml_node node)
{
    return node.element->name;
}

struct place xml_place(struct xml_node node)
{
    return (struct place){ node.file, node.element->line };
}

bool xml_child(struct xml_node *child, struct xml_node parent, const char *name)
{
    for (bool more = xml_first(child, parent); more; more = xml_next(child))
        if (xml_is(*child, name))
            return true;
    return false;
}

size_t xml_count(struct xml_node parent, const char *name)
{
    struct xml_node child;
    size_t count = 0;
    for (bool more = xml_first(&child, parent); more; more = xml_next(&child))
        count += xml_is(child, name);
    return count;
}

/* NULL if it is not there. */
static const char *value_of(struct xml_node node, const char *name)
{
    const struct xml_attribute *attributes = node.element->attributes;
    for (int i = 0; i < node.element->attribute_count; i++)
        if (is_name(attributes[i].name, name))
            return attributes[i].value;
    return NULL;
}

bool xml_has(struct xml_node node, const char *name)
{
    return value_of(node, name) != NULL;
}

const char *xml_attribute(struct xml_node node, const char *name)
{
    const char *value = value_of(node, name);
    return value ? text_collapse(node.arena, value) : NULL;
}

const char *xml_text(struct xml_node node, const char *attribute)
{
    const char *text = xml_attribute(node, attribute);
    return text ? text : "";
}

/* Elements within a text are a fault, but what they hold is looked at. */
static void gather_text(struct text *text, const struct xml_element *element)
{
    text_add(text, element->text);
    for (const struct xml_element *child = element->first; child; child = child->next)
        gather_text(text, child);
}

const char *xml_content(struct xml_node node)
{
    if (!node.element->first)
        return text_collapse(node.arena, node.element->text);
    struct text text = text_in(node.arena);
    gather_text(&text, node.element);
    return text_collapse(node.arena, text_str(&text));
}

/* A value that was only looked at. */
static void forget(struct xml_node node, const char *value)
{
    if (value)
        arena_take_back(node.arena, value, strlen(value) + 1);
}

bool xml_yes(struct xml_node node, const char *attribute)
{
    const char *text = xml_attribute(node, attribute);
    bool yes = text && strcmp(text, "yes") == 0;
    forget(node, text);
    return yes;
}

int xml_year(struct xml_node node, const char *attribute)
{
    struct dec year;
    if (!xml_dec(&year, node, attribute) || year.scale || year.units < XML_YEAR_FIRST || year.units > XML_YEAR_LAST)
        return 0;
    return (int)year.units;
}

bool xml_dec(struct dec *value, struct xml_node node, const char *attribute)
{
    const char *text = xml_attribute(node, attribute);
    bool parsed = text && dec_parse(value, text);
    forget(node, text);
    return parsed;
}
