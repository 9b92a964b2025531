/* Text and attributes of XML that the program writes. Nothing is checked: text is UTF-8 without control characters. */
#ifndef PHULUC_BASE_XML_TEXT_H
#define PHULUC_BASE_XML_TEXT_H

#include "base/text.h"

/* The text with &, < and " escaped. */
void xml_add_text(struct text *out, const char *text);

/* ' name="value"'; nothing if the value is NULL. */
void xml_add_attribute(struct text *out, const char *name, const char *value);

#endif
