/*
 * Reading a TrueType file: as much as it takes to measure text and to embed the face in a PDF.
 *
 * Nothing in the file is believed. Every offset and count is checked against the file's size and every table against its
 * checksum, so a truncated or damaged file is a finding, not wrong text. Outlines are not looked at: whoever draws the
 * PDF does that.
 */
#ifndef PHULUC_REPORT_TRUETYPE_H
#define PHULUC_REPORT_TRUETYPE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/deflater.h"
#include "base/finding.h"

/* Code points from here on count as not covered: nothing above is printed in administrative documents. */
enum { TRUETYPE_CODES = 0x2600 };

/* What a document carries of a face, the same in all: the whole file, and the set of its glyphs. */
struct packed_font {
    struct packed file, glyph_set;
};

/* All lengths are in 1/1000 of the type size. */
struct truetype {
    const unsigned char *bytes; /* the whole file, for embedding */
    size_t size;
    unsigned glyph_count;
    const uint16_t *glyphs;   /* glyph of each code point below TRUETYPE_CODES; 0 if missing */
    const uint16_t *advances; /* of each glyph */
    int x_min, y_min, x_max, y_max;
    int ascent, descent; /* descent is negative, as in the file */
    int cap_height;
    int italic_angle;    /* whole degrees, negative for a face that leans right */
    uint32_t check_sum;  /* tells one face from another */
    struct arena *arena; /* where it lives */
    struct packed_font *packed; /* set by whoever has it or makes it first; of no size until then */
};

/* NULL after a finding FONT_UNREADABLE. */
const struct truetype *truetype_read(const char *path, struct arena *arena, struct findings *findings);

static inline unsigned truetype_glyph(const struct truetype *face, uint32_t codepoint)
{
    return codepoint < TRUETYPE_CODES ? face->glyphs[codepoint] : 0;
}

#endif
