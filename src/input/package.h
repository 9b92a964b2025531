/*
 * An archive of parts, as Word (.docx) and Excel (.xlsx) save their documents (ECMA-376 part 2): hostile until proved otherwise.
 *
 * All parts that are XML are unpacked at once, in memory, before anything is read from them; nothing is written to the disk, and
 * the archive is closed again. Refused, with the part named: what is no archive, is damaged or encrypted; names that are paths
 * (absolute, "..", a backslash), two parts of one name; macros, ActiveX, links to other files and DDE;
 * more parts, more bytes, or a better packing than a document has (limits.def): an archive that swells a thousandfold is no
 * document. The only place that knows libzip.
 */
#ifndef PHULUC_INPUT_PACKAGE_H
#define PHULUC_INPUT_PACKAGE_H

#include "base/finding.h"
#include "input/slurp.h"

struct package_part {
    const char *name; /* "word/document.xml" */
    const char *data; /* of XML (.xml, .rels), NUL-terminated; NULL for others: pictures, fonts, thumbnails */
    size_t length;
};

struct package {
    const char *path;
    struct package_part *parts;
    size_t count, capacity;
};

/* Unpacks the bytes of a file; false with a finding if it is refused. Memory is the findings' arena's. */
bool package_open(struct package *package, const struct slurp *bytes, struct findings *findings)
    __attribute__((warn_unused_result));

/* The part of that name, with data; NULL if there is none. */
const struct package_part *package_part(const struct package *package, const char *name);

/* True if the bytes begin like an archive, whatever the file is called. */
bool package_is(const struct slurp *bytes);

#endif
