/*
 * What the text of a schema says about its elements, for messages and for going on after a fault: the library tells only
 * what it expected at one place. Elements are known by their names; same-named ones must have one type. Private to the
 * XML reader.
 */
#ifndef PHULUC_INPUT_XML_GRAMMAR_H
#define PHULUC_INPUT_XML_GRAMMAR_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "base/arena.h"

/* Names of the elements and of the attributes that an element may have, as "a, b, c"; "–" if none. */
const char *grammar_children(struct arena *arena, xmlDocPtr schema, const char *element);
const char *grammar_attributes(struct arena *arena, xmlDocPtr schema, const char *element);

/* The values that a schema enumerates for an attribute, as "a, b, c"; NULL if it enumerates none. */
const char *grammar_values(struct arena *arena, xmlDocPtr schema, const char *element, const char *attribute);

/* The elements that may have that child, as "<a>, <b>"; NULL if none may. */
const char *grammar_parents(struct arena *arena, xmlDocPtr schema, const char *child);

bool grammar_declares(xmlDocPtr schema, const char *element);

bool grammar_has_child(xmlDocPtr schema, const char *element, const char *child);

/* True if the element cannot be without that child. */
bool grammar_needs_child(xmlDocPtr schema, const char *element, const char *child);

/* True if `missing` must stand before `found`: its absence explains why `found` is out of place. */
bool grammar_is_gap(xmlDocPtr schema, const char *element, const char *missing, const char *found);

/* True if values must be different or must be found somewhere (xs:key, xs:keyref, xs:unique). */
bool grammar_has_keys(xmlDocPtr schema);

#endif
