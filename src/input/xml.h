/*
 * Reading XML that is hostile until proved otherwise: the only place that knows libxml2.
 *
 * Refused: files over a limit of limits.def, empty files, text that is not UTF-8 in NFC, control characters, a DOCTYPE, entities,
 * whatever the schema does not allow, and drafts with a doubt that nobody has settled (<?doubt …?>). Nothing is loaded from the network or from other files. Faults of form become
 * findings with the line and the remedy, in the words of the person keying, not of the library.
 *
 * A cursor is a plain value that borrows from its document. Getters never fail: what the schema has already refused reads
 * as "" or NULL, so a reader goes on and finds all other faults in the same run.
 */
#ifndef PHULUC_INPUT_XML_H
#define PHULUC_INPUT_XML_H

#include <stdbool.h>

#include "base/alphabet.h"
#include "base/arena.h"
#include "base/dec.h"
#include "base/finding.h"
#include "input/seal.h"
#include "input/slurp.h"

enum { XML_YEAR_FIRST = 1900, XML_YEAR_LAST = 2999 };

struct xml_schema;
struct xml_doc;
struct xml_element;

struct xml_node {
    const struct xml_element *element;
    const char *file;
    struct arena *arena; /* where texts are copied to */
};

/* Once, in main, before and after everything else. */
void xml_start(void);
void xml_stop(void);

/* Compiles one of our own schemas; NULL with a finding if it cannot. */
struct xml_schema *xml_schema_open(const char *path, struct findings *findings);
void xml_schema_close(struct xml_schema *schema);

/* From here on, what is read by the schema is refused if it has a character that the alphabet has not. */
void xml_schema_alphabet(struct xml_schema *schema, struct alphabet alphabet);

/* Reads a file for xml_open(), as it is; a finding if it cannot be read, is empty or over XML_SIZE_MAX. */
struct slurp xml_slurp(const char *path, struct findings *findings);
struct slurp xml_slurp_in(const char *path, struct arena *text, struct findings *findings);

/*
 * What is known of a document that need not be validated: it and its schema are as they were when the program was built, and
 * the alphabet has all its characters. NULL of any other.
 */
const struct seal *xml_seal(const struct slurp *text, const struct xml_schema *schema);

/*
 * Checks, parses and validates a file whose root must be <root> in `space`. NULL if it cannot be read at all; otherwise a
 * document to read on, even when the schema found faults (*valid is false then). What is sealed or known to be good is only
 * parsed. Until it is closed a quota holds for the errors that are found in the file.
 */
struct xml_doc *xml_open(struct slurp *text, const struct xml_schema *schema, const char *root, const char *space,
                         bool *valid, struct findings *findings);
void xml_close(struct xml_doc *doc);

struct xml_node xml_root(const struct xml_doc *doc, struct arena *arena);

/* The first and the following child elements: for (bool more = xml_first(&n, parent); more; more = xml_next(&n)) */
bool xml_first(struct xml_node *child, struct xml_node parent);
bool xml_next(struct xml_node *node);

bool xml_is(struct xml_node node, const char *name);
const char *xml_name(struct xml_node node);
struct place xml_place(struct xml_node node);

/* The first child element of that name; false if there is none. */
bool xml_child(struct xml_node *child, struct xml_node parent, const char *name);

/* Number of child elements of that name. */
size_t xml_count(struct xml_node parent, const char *name);

const char *xml_attribute(struct xml_node node, const char *name);            /* white space collapsed; NULL if not there */
const char *xml_text(struct xml_node node, const char *attribute);            /* the same, "" if not there */
bool xml_has(struct xml_node node, const char *attribute);                     /* whether it is there */
const char *xml_content(struct xml_node node);                                /* white space collapsed, never NULL */
bool xml_yes(struct xml_node node, const char *attribute);                    /* "yes" */
int xml_year(struct xml_node node, const char *attribute);                    /* 0 if not there or no year */
bool xml_dec(struct dec *value, struct xml_node node, const char *attribute); /* false if not there or no number */

#endif
