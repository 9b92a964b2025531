/*
 * From text to a tree, in two ways. A document without a fault is parsed and validated at once, event by event, and the library's own
 * tree is never made. Whatever is wrong with another is told from the library's tree (xml_fault.h, xml_validate.h), of which
 * the same kind of tree is copied to read on. Private to the XML reader.
 */
#ifndef PHULUC_INPUT_XML_STREAM_H
#define PHULUC_INPUT_XML_STREAM_H

#include <stdbool.h>

#include <libxml/xmlschemas.h>

#include "input/slurp.h"
#include "input/xml_tree.h"

/* How documents are parsed: nothing is loaded, and the library's own limits, which refuse good files of many megabytes, are off. */
enum {
    XML_STREAM_OPTIONS = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA | XML_PARSE_HUGE |
                         XML_PARSE_COMPACT /* short texts within their nodes: the tree is only read */
};

/* What a document is to be. */
struct xml_wanted {
    const char *root, *space;
    xmlSchemaPtr schema; /* has no keys; NULL: the document is known to be valid */
};

/*
 * True if the text is such a document without any fault, and no draft: the tree holds it. Of others it tells nothing, and the
 * tree is empty. Names are the dictionary's, which the caller lets go with the tree.
 */
bool xml_stream(struct xml_tree *tree, xmlDictPtr *names, const struct slurp *text, const struct xml_wanted *wanted);

/* The tree of a document of the library; names are those of doc->dict, as above. */
void xml_tree_of(struct xml_tree *tree, xmlDictPtr *names, xmlDocPtr doc);

#endif
