/* Turns libxml2's errors into findings of our own words. Private to the XML reader. */
#ifndef PHULUC_INPUT_XML_FAULT_H
#define PHULUC_INPUT_XML_FAULT_H

#include <stdbool.h>

#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include "base/finding.h"

/* An element where the content of its parent goes wrong, and the element that would have had to stand there. */
struct xml_stuck {
    xmlNodePtr node;
    const char *expected; /* the last one the library names, or NULL */
};

/* What a validation is to tell: where elements stand that must not, so that it can be mended; or all else. */
enum xml_telling { TELL_PLACES, TELL_REST };

struct xml_fault_context {
    const char *file;
    const char *space; /* namespace of the document */
    xmlDocPtr grammar; /* the schema's own text */
    struct findings *findings;
    struct arena scratch;  /* for what is said of one fault; released by whoever made the context */
    size_t scratch_faults; /* told from it since it was last released */
    bool broken;           /* tags no longer close as they opened: what the parser says of that follows from it */
    enum xml_telling telling;
    bool more; /* TELL_PLACES: something else is wrong, too */
    struct xml_stuck *stuck;
    size_t stuck_count, stuck_capacity;
};

/*
 * Elements that we put in ourselves, to go on behind a gap, are marked by having themselves as _private; what is wrong with
 * them is no fault of the file.
 */
bool xml_is_stopgap(const xmlNode *node);

/* Handlers for xmlSetStructuredErrorFunc and xmlSchemaSetValidStructuredErrors; data is a struct xml_fault_context. */
void xml_fault_parse(void *data, xmlErrorPtr error);
void xml_fault_schema(void *data, xmlErrorPtr error);

#endif
