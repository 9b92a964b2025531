/*
 * A first look at the text of an XML file, in one pass over it and before any parser: where its first element is, and
 * whether it keeps to the limits. A parser takes time in the square of some of them. What is malformed is left to the
 * parser. Private to the XML reader and to root_tag.c.
 */
#ifndef PHULUC_INPUT_XML_SCAN_H
#define PHULUC_INPUT_XML_SCAN_H

#include <stdbool.h>

#include "base/finding.h"

/* The '<' of the first element or of a declaration, past comments and processing instructions; NULL if there is none. */
const char *xml_first_tag(const char *text);

/* The line of a place in the text, counted from 1. */
long xml_line_of(const char *text, const char *at);

/* The text without comments and instructions, with the characters that &#…; stand for, in the same lines. */
const char *xml_plain(struct arena *arena, const char *text);

/* False with a finding if the text passes a limit of limits.def. */
bool xml_scan(const char *text, const char *path, struct findings *findings) __attribute__((warn_unused_result));

#endif
