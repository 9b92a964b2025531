#include "input/xml_stream.h"

#include <libxml/parserInternals.h>

/* An attribute as the library passes it: five pointers, of which the last two are where its value starts and ends. */
enum { PASSED_NAME = 0, PASSED_SPACE = 2, PASSED_VALUE = 3, PASSED_END = 4, PASSED_COUNT = 5 };

/* What the library has for "&" in an attribute, however the file does. */
#define AMPERSAND "&#38;"

struct stream {
    const struct xml_wanted *wanted;
    xmlParserCtxtPtr parser;
    struct xml_builder builder;
    bool refused;
};

/* To stop the parser would free what the validator is reading: it goes on, and nobody hears of it. */
static void refuse(struct stream *stream)
{
    stream->refused = true;
    stream->parser->disableSAX = 1;
}

static void refuse_fault(void *data, xmlErrorPtr error)
{
    (void)error;
    refuse(data);
}

/* A value with each "&#38;" as what it stands for. */
static void add_escaped(struct xml_builder *builder, const char *name, const char *value, size_t length)
{
    struct text plain = text_in(&builder->scratch);
    for (const char *end = value + length; value < end;) {
        size_t left = (size_t)(end - value);
        bool escaped = left >= strlen(AMPERSAND) && memcmp(value, AMPERSAND, strlen(AMPERSAND)) == 0;
        text_addn(&plain, value, 1);
        value += escaped ? strlen(AMPERSAND) : 1;
    }
    xml_tree_attribute(builder, name, text_str(&plain), plain.length);
}

static bool is_wanted_root(const struct stream *stream, const xmlChar *name, const xmlChar *space)
{
    return strcmp((const char *)name, stream->wanted->root) == 0 && space &&
           strcmp((const char *)space, stream->wanted->space) == 0;
}

static void take_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int space_count,
                       const xmlChar **spaces, int count, int default_count, const xmlChar **attributes)
{
    struct stream *stream = data;
    (void)prefix;
    (void)space_count;
    (void)spaces;
    (void)default_count;
    if (stream->refused || (!stream->builder.depth && !is_wanted_root(stream, name, space))) {
        refuse(stream);
        return;
    }
    for (; count > 0; count--, attributes += PASSED_COUNT) {
        const char *attribute = (const char *)attributes[PASSED_NAME], *value = (const char *)attributes[PASSED_VALUE];
        size_t length = (size_t)(attributes[PASSED_END] - attributes[PASSED_VALUE]);
        if (attributes[PASSED_SPACE])
            continue;
        if (memchr(value, '&', length))
            add_escaped(&stream->builder, attribute, value, length);
        else
            xml_tree_attribute(&stream->builder, attribute, value, length);
    }
    xml_tree_begin(&stream->builder, (const char *)name, stream->parser->input->line);
}

static void take_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    struct stream *stream = data;
    (void)name;
    (void)prefix;
    (void)space;
    if (!stream->refused)
        xml_tree_end(&stream->builder);
}

static void take_text(void *data, const xmlChar *text, int length)
{
    struct stream *stream = data;
    if (!stream->refused && stream->builder.depth)
        xml_tree_text(&stream->builder, (const char *)text, (size_t)length);
}

/* A doubt that nobody has settled makes a draft of a document. */
static void take_instruction(void *data, const xmlChar *target, const xmlChar *content)
{
    (void)content;
    if (strcmp((const char *)target, "doubt") == 0)
        refuse(data);
}

static xmlSAXHandler handler(void)
{
    return (xmlSAXHandler){ .initialized = XML_SAX2_MAGIC,
                            .startElementNs = take_start,
                            .endElementNs = take_end,
                            .characters = take_text,
                            .ignorableWhitespace = take_text,
                            .processingInstruction = take_instruction };
}

static void parse(struct stream *stream, const struct slurp *text)
{
    xmlSetStructuredErrorFunc(stream, refuse_fault);
    xmlDocPtr none = xmlCtxtReadMemory(stream->parser, text->data, (int)text->length, NULL, "UTF-8", XML_STREAM_OPTIONS);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlFreeDoc(none);
    stream->refused = stream->refused || !stream->parser->wellFormed || stream->builder.depth ||
                      !stream->builder.tree->root;
}

/* Each event is judged as it comes. */
static void parse_and_validate(struct stream *stream, const struct slurp *text)
{
    xmlSchemaValidCtxtPtr judge = xmlSchemaNewValidCtxt(stream->wanted->schema);
    if (!judge)
        arena_give_up();
    xmlSchemaSetValidStructuredErrors(judge, refuse_fault, stream);
    xmlSchemaSAXPlugPtr plug = xmlSchemaSAXPlug(judge, &stream->parser->sax, &stream->parser->userData);
    if (plug)
        parse(stream, text);
    stream->refused = stream->refused || !plug || xmlSchemaIsValid(judge) != 1;
    xmlSchemaSAXUnplug(plug);
    xmlSchemaFreeValidCtxt(judge);
}

bool xml_stream(struct xml_tree *tree, xmlDictPtr *names, const struct slurp *text, const struct xml_wanted *wanted)
{
    struct stream stream = { .wanted = wanted, .parser = xmlNewParserCtxt(), .builder.tree = tree };
    if (!stream.parser)
        arena_give_up();
    *stream.parser->sax = handler();
    stream.parser->userData = &stream;
    if (wanted->schema)
        parse_and_validate(&stream, text);
    else
        parse(&stream, text);
    xml_builder_release(&stream.builder);
    if (stream.refused) {
        arena_release(&tree->arena);
        tree->root = NULL;
    } else {
        *names = stream.parser->dict;
        xmlDictReference(*names);
    }
    xmlFreeParserCtxt(stream.parser);
    return !stream.refused;
}

static void copy_start(struct xml_builder *builder, const xmlNode *node)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        if (attribute->ns)
            continue;
        xmlChar *value = xmlNodeListGetString(attribute->doc, attribute->children, 1);
        const char *copy = value ? arena_string(&builder->scratch, (const char *)value) : "";
        xmlFree(value);
        xml_tree_attribute(builder, (const char *)attribute->name, copy, strlen(copy));
    }
    xml_tree_begin(builder, (const char *)node->name, (int)xmlGetLineNo(node));
}

/* Where in the order of the text a node ends, elements that are left end too; the node after it, NULL after the last. */
static const xmlNode *leave(struct xml_builder *builder, const xmlNode *node)
{
    while (node->type != XML_DOCUMENT_NODE && !node->next) {
        node = node->parent;
        if (node->type == XML_ELEMENT_NODE)
            xml_tree_end(builder);
    }
    return node->type == XML_DOCUMENT_NODE ? NULL : node->next;
}

void xml_tree_of(struct xml_tree *tree, xmlDictPtr *names, xmlDocPtr doc)
{
    struct xml_builder builder = { .tree = tree };
    *names = doc->dict;
    xmlDictReference(*names);
    for (const xmlNode *node = doc->children; node;) {
        if (node->type == XML_ELEMENT_NODE)
            copy_start(&builder, node);
        else if (xmlNodeIsText(node) && builder.depth)
            xml_tree_text(&builder, (const char *)node->content, strlen((const char *)node->content));
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        if (node->type == XML_ELEMENT_NODE)
            xml_tree_end(&builder);
        node = leave(&builder, node);
    }
    xml_builder_release(&builder);
}
