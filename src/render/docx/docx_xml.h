/*
 * Writing a part of a Word document as XML, by libxml2's writer: it escapes all texts. An error stays with the part until the
 * package is made, so that no call needs a check.
 *
 * Names are as in ECMA-376 ("w:p"); the element in which a prefix is first used declares it with docx_attribute().
 */
#ifndef PHULUC_RENDER_DOCX_DOCX_XML_H
#define PHULUC_RENDER_DOCX_DOCX_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct docx_xml {
    void *buffer, *writer; /* libxml2's */
    bool failed;
};

/* Begins a part with its XML declaration. What it holds is freed by docx_xml_free(). */
void docx_xml_open(struct docx_xml *xml);

/* Ends the part: its bytes, NULL if it failed. They live until docx_xml_free(). */
const void *docx_xml_bytes(struct docx_xml *xml, size_t *size);

void docx_xml_free(struct docx_xml *xml);

void docx_open(struct docx_xml *xml, const char *element);
void docx_close(struct docx_xml *xml);

/* Of the element that was opened last, before anything is put into it. */
void docx_attribute(struct docx_xml *xml, const char *name, const char *value);
void docx_number(struct docx_xml *xml, const char *name, int64_t value);

/* Characters; NULL adds none. */
void docx_characters(struct docx_xml *xml, const char *text, size_t length);

/* <element/>, <element w:val="…"/> and <element>text</element>. */
void docx_flag(struct docx_xml *xml, const char *element);
void docx_value(struct docx_xml *xml, const char *element, const char *value);
void docx_value_number(struct docx_xml *xml, const char *element, int64_t value);
void docx_element(struct docx_xml *xml, const char *element, const char *text);

#endif
