/*
 * Files of the program's own that were looked at when it was built: schemas, layouts, the catalogue and fonts, each known by its
 * digest.
 *
 * A layout or catalogue that is still what was validated then, by a schema that is still the same, need not be validated in
 * every run. One that somebody has changed, by one byte, is no longer known and is validated in full.
 *
 * Of a layout its head is known, too: what layouts are chosen and listed by. Its columns are read when a table needs them. A font
 * is there as PDF files embed it, so that no run packs it.
 */
#ifndef PHULUC_INPUT_SEAL_H
#define PHULUC_INPUT_SEAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/deflater.h"
#include "input/slurp.h"
#include "model/layout.h"

struct seal {
    size_t length;
    const char *digest;         /* SHA-256 (base/digest.h) */
    const struct layout *head;  /* of a layout; only id, name, form, months, drafted_for, each, landscape, place.line are set */
    struct packed font;         /* of a font: the file */
    struct packed glyph_set;    /* and which of its glyphs there are: all */
};

/* From here on these files are known; the list is borrowed. None at the start. */
void seal_by(const struct seal *seals, size_t count);

/* The file that the text is, as it was read; NULL if it is none of them. */
const struct seal *seal_of(const struct slurp *text);

#endif
