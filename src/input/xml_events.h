/*
 * XML that other programs write (parts of workbooks), element by element. Nothing of a document is kept.
 *
 * Refused: a DOCTYPE, entities of its own, what is not well-formed or not UTF-8. Elements are known by their local names: the
 * two namespaces that ECMA-376 gives a part (transitional and strict) hold the same elements.
 */
#ifndef PHULUC_INPUT_XML_EVENTS_H
#define PHULUC_INPUT_XML_EVENTS_H

#include <stdbool.h>

#include "base/finding.h"
#include "input/slurp.h"

struct xml_event {
    const char *name; /* of the element, without its prefix; NULL: text */
    const char *text; /* of text */
    bool end;         /* of the element; one without content has an end too */
    long line;
    void *reader;
};

/* An attribute of the element that begins, a copy; NULL if it has none of that name, which is with its prefix. */
const char *xml_event_attribute(const struct xml_event *event, const char *name, struct arena *arena);

/* Calls take for each event until it returns false. False with a finding if the part is refused; path is the file it is of. */
bool xml_events(const struct slurp *part, const char *path, bool (*take)(void *context, const struct xml_event *event),
                void *context, struct findings *findings) __attribute__((warn_unused_result));

/*
 * The same for a web page, as a browser would read it: tags that are missing or wrong are no fault, its DOCTYPE is passed over, and
 * nothing that it names is loaded.
 */
bool html_events(const struct slurp *page, bool (*take)(void *context, const struct xml_event *event), void *context,
                 struct findings *findings) __attribute__((warn_unused_result));

#endif
