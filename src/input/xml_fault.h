/* Turns libxml2's errors into findings of our own words. Private to the XML reader. */
#ifndef PHULUC_INPUT_XML_FAULT_H
#define PHULUC_INPUT_XML_FAULT_H

#include <libxml/xmlerror.h>

#include "base/finding.h"

struct xml_fault_context {
    const char *file;
    struct findings *findings;
};

/* Handlers for xmlSetStructuredErrorFunc and xmlSchemaSetValidStructuredErrors; data is a struct xml_fault_context. */
void xml_fault_parse(void *data, xmlErrorPtr error);
void xml_fault_schema(void *data, xmlErrorPtr error);

#endif
