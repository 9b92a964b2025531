#include "input/xml_events.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

#include "base/text.h"
#include "input/xml_scan.h"

enum { XML_OPTIONS = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING };

static bool refuse(const struct slurp *part, const char *path, long line, const char *vi, const char *en,
                   struct findings *findings)
{
    finding_add(findings, FINDING_WORKBOOK_XML, (struct place){ path, 0 }, part->path,
                arena_printf(findings->arena, "%ld", line > 0 ? line : 1), vi, en, NULL);
    return false;
}

const char *xml_event_attribute(const struct xml_event *event, const char *name, struct arena *arena)
{
    xmlChar *value = xmlTextReaderGetAttribute(event->reader, BAD_CAST name);
    const char *copy = arena_string(arena, (const char *)value);
    xmlFree(value);
    return copy;
}

/* No program that writes workbooks declares anything: "<!" begins a comment or a CDATA section, or the part is refused. */
static const char *declaration(const struct slurp *part)
{
    for (const char *at = part->data; (at = strstr(at, "<!")); at += 2)
        if (strncmp(at, "<!--", 4) != 0 && strncmp(at, "<![CDATA[", 9) != 0)
            return at;
    return NULL;
}

static bool read_events(xmlTextReaderPtr reader, bool (*take)(void *context, const struct xml_event *event), void *context)
{
    int status;
    while ((status = xmlTextReaderRead(reader)) == 1) {
        int type = xmlTextReaderNodeType(reader);
        struct xml_event event = { .line = xmlTextReaderGetParserLineNumber(reader), .reader = reader };
        if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT) {
            event.name = (const char *)xmlTextReaderConstLocalName(reader);
            event.end = type == XML_READER_TYPE_END_ELEMENT;
            bool empty = !event.end && xmlTextReaderIsEmptyElement(reader);
            if (!take(context, &event))
                return true;
            event.end = true;
            if (empty && !take(context, &event))
                return true;
        } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                   type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE) {
            event.text = (const char *)xmlTextReaderConstValue(reader);
            if (!take(context, &event))
                return true;
        }
    }
    return status == 0;
}

bool xml_events(const struct slurp *part, const char *path, bool (*take)(void *context, const struct xml_event *event),
                void *context, struct findings *findings)
{
    if (strlen(part->data) != part->length)
        return refuse(part, path, 1, "có byte 0: không phải XML dạng UTF-8", "it has a byte 0: no XML in UTF-8", findings);
    const char *declared = declaration(part);
    if (declared)
        return refuse(part, path, xml_line_of(part->data, declared), "có khai báo DOCTYPE hoặc thực thể",
                      "it declares a DOCTYPE or an entity", findings);
    xmlTextReaderPtr reader = xmlReaderForMemory(part->data, (int)part->length, NULL, "UTF-8", XML_OPTIONS);
    if (!reader)
        return refuse(part, path, 1, "XML hỏng", "malformed XML", findings);
    bool good = read_events(reader, take, context);
    long line = xmlTextReaderGetParserLineNumber(reader);
    xmlFreeTextReader(reader);
    return good || refuse(part, path, line, "XML hỏng", "malformed XML", findings);
}

/* The walker knows the lines of the tree only. */
struct page_walk {
    bool (*take)(void *context, const struct xml_event *event);
    void *context;
};

static bool take_with_line(void *context, const struct xml_event *event)
{
    const struct page_walk *walk = context;
    struct xml_event placed = *event;
    placed.line = xmlGetLineNo(xmlTextReaderCurrentNode(event->reader));
    return walk->take(walk->context, &placed);
}

bool html_events(const struct slurp *page, bool (*take)(void *context, const struct xml_event *event), void *context,
                 struct findings *findings)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                        HTML_PARSE_COMPACT;
    struct page_walk walk = { take, context };
    htmlDocPtr doc = htmlReadMemory(page->data, (int)page->length, NULL, "UTF-8", options);
    xmlTextReaderPtr reader = doc ? xmlReaderWalker(doc) : NULL;
    bool good = reader && read_events(reader, take_with_line, &walk);
    xmlFreeTextReader(reader);
    xmlFreeDoc(doc);
    return good || refuse(page, page->path, 1, "HTML hỏng", "malformed HTML", findings);
}
