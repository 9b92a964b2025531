/*
 * Files of the program's own that were looked at when it was built: schemas, layouts and the catalogue, each known by its digest.
 *
 * A layout or catalogue that is still what was validated then, by a schema that is still the same, need not be validated in
 * every run. One that somebody has changed, by one byte, is no longer known and is validated in full.
 */
#ifndef PHULUC_INPUT_SEAL_H
#define PHULUC_INPUT_SEAL_H

#include <stdbool.h>
#include <stddef.h>

#include "input/slurp.h"

/* From here on the files with these SHA-256 digests (base/digest.h) are known; the list is borrowed. None at the start. */
void seal_by(const char *const *digests, size_t count);

/* Whether the text, as it was read, is one of them. */
bool seal_knows(const struct slurp *text);

#endif
