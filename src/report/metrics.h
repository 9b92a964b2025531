/*
 * Font metrics: advance widths and coverage of the four faces that the documents are set in, read from the same TrueType
 * files that are embedded in the PDF, so that measuring and drawing cannot disagree.
 *
 * Tests pass metrics of their own; nothing above this header opens a font.
 */
#ifndef PHULUC_REPORT_METRICS_H
#define PHULUC_REPORT_METRICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/finding.h"
#include "report/table.h"

struct metrics {
    /* Advance of one code point in 1/1000 of the type size; the width of a missing character if not covered. */
    int (*advance)(const struct metrics *metrics, enum face face, uint32_t codepoint);
    bool (*covers)(const struct metrics *metrics, enum face face, uint32_t codepoint);
    const uint16_t *ascii[FACE_COUNT]; /* the same of each ASCII character; NULL in tests */
    int ascent, descent; /* of the tallest face, in 1/1000 of the type size; descent is positive */
    const void *data;
    const char *font_files[FACE_COUNT]; /* path of each face, for embedding; NULL in tests */
};

struct truetype;

/* Reads the faces LiberationSerif-{Regular,Bold,Italic,BoldItalic}.ttf in directory. */
const struct metrics *metrics_open(const char *directory, struct arena *arena, struct findings *findings);

/* The face itself, for embedding; only of metrics that metrics_open() made. */
const struct truetype *metrics_face(const struct metrics *metrics, enum face face);

mpt metrics_width(const struct metrics *metrics, enum face face, mpt size, const char *text, size_t length);

/* Distance from one base line to the next for a type size. */
mpt metrics_line_height(mpt size);

#endif
