/*
 * Validation against a schema that tells all faults in one run. The library stops looking at the children of an element at
 * the first that is out of place; we take that one out of the way, or put a stopgap before it, and look again.
 * Private to the XML reader.
 */
#ifndef PHULUC_INPUT_XML_VALIDATE_H
#define PHULUC_INPUT_XML_VALIDATE_H

#include <libxml/xmlschemas.h>

#include "input/xml_fault.h"

/* True if the document is valid. It is left as it was. */
bool xml_validate(xmlDocPtr doc, xmlSchemaPtr schema, struct xml_fault_context *faults);

#endif
