#include "render/docx/docx_xml.h"

#include <libxml/xmlwriter.h>
#include <string.h>

static void watch(struct docx_xml *xml, int result)
{
    xml->failed = xml->failed || result < 0;
}

void docx_xml_open(struct docx_xml *xml)
{
    *xml = (struct docx_xml){ .buffer = xmlBufferCreate() };
    xml->writer = xml->buffer ? xmlNewTextWriterMemory(xml->buffer, 0) : NULL;
    if (!xml->writer)
        xml->failed = true;
    else
        watch(xml, xmlTextWriterStartDocument(xml->writer, "1.0", "UTF-8", "yes"));
}

const void *docx_xml_bytes(struct docx_xml *xml, size_t *size)
{
    if (xml->writer)
        watch(xml, xmlTextWriterEndDocument(xml->writer));
    if (xml->writer)
        watch(xml, xmlTextWriterFlush(xml->writer));
    *size = xml->failed ? 0 : (size_t)xmlBufferLength(xml->buffer);
    return xml->failed ? NULL : xmlBufferContent(xml->buffer);
}

void docx_xml_free(struct docx_xml *xml)
{
    if (xml->writer)
        xmlFreeTextWriter(xml->writer);
    if (xml->buffer)
        xmlBufferFree(xml->buffer);
    *xml = (struct docx_xml){ .failed = true };
}

void docx_open(struct docx_xml *xml, const char *element)
{
    if (!xml->failed)
        watch(xml, xmlTextWriterStartElement(xml->writer, BAD_CAST element));
}

void docx_close(struct docx_xml *xml)
{
    if (!xml->failed)
        watch(xml, xmlTextWriterEndElement(xml->writer));
}

void docx_attribute(struct docx_xml *xml, const char *name, const char *value)
{
    if (!xml->failed)
        watch(xml, xmlTextWriterWriteAttribute(xml->writer, BAD_CAST name, BAD_CAST value));
}

void docx_number(struct docx_xml *xml, const char *name, int64_t value)
{
    char text[24];
    (void)snprintf(text, sizeof text, "%lld", (long long)value);
    docx_attribute(xml, name, text);
}

/* The writer wants a NUL at the end: longer texts go in pieces, cut where a character begins. */
void docx_characters(struct docx_xml *xml, const char *text, size_t length)
{
    char piece[512];
    while (length && !xml->failed) {
        size_t taken = length < sizeof piece ? length : sizeof piece - 1;
        while (taken < length && ((unsigned char)text[taken] & 0xC0) == 0x80)
            taken--;
        memcpy(piece, text, taken);
        piece[taken] = '\0';
        watch(xml, xmlTextWriterWriteString(xml->writer, BAD_CAST piece));
        text += taken;
        length -= taken;
    }
}

void docx_flag(struct docx_xml *xml, const char *element)
{
    docx_open(xml, element);
    docx_close(xml);
}

void docx_value(struct docx_xml *xml, const char *element, const char *value)
{
    docx_open(xml, element);
    docx_attribute(xml, "w:val", value);
    docx_close(xml);
}

void docx_value_number(struct docx_xml *xml, const char *element, int64_t value)
{
    docx_open(xml, element);
    docx_number(xml, "w:val", value);
    docx_close(xml);
}

void docx_element(struct docx_xml *xml, const char *element, const char *text)
{
    if (!text || !*text)
        return;
    docx_open(xml, element);
    docx_characters(xml, text, strlen(text));
    docx_close(xml);
}
