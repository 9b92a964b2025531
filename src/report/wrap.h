/*
 * Breaking text into lines of a given width, by the Unicode line breaking algorithm (libunibreak) with no-break pairs of
 * Vietnamese office text ("1.924,5 triệu", "Điều 1", "giai đoạn 2021 - 2025", "QĐ-UBND"). A word wider than the line is broken inside: at least
 * one character is always placed. '\n' always breaks.
 */
#ifndef PHULUC_REPORT_WRAP_H
#define PHULUC_REPORT_WRAP_H

#include "report/metrics.h"

struct line {
    const char *text; /* not NUL-terminated */
    size_t length;    /* bytes, without trailing blanks */
    mpt width;
};

/* How a text was broken once, and for what. */
struct cell_lines {
    const struct line *items;
    size_t count;
    enum face face;
    mpt size, width;
};

/* Returns the lines of text at that size and face, at least one; count receives how many. */
const struct line *wrap_text(const struct metrics *metrics, enum face face, mpt size, mpt width, const char *text,
                             struct arena *arena, size_t *count);

/*
 * The same for centred lines: they are of about one length, so that a title does not end in a line of one word, and words
 * like "thương mại" stay whole where that costs no line. There are as many lines as wrap_text() makes.
 */
const struct line *wrap_balanced(const struct metrics *metrics, enum face face, mpt size, mpt width, const char *text,
                                 struct arena *arena, size_t *count);

/* The lines again as one text, with a '\n' between them: for programs that would break it elsewhere. */
const char *wrap_joined(const struct line *lines, size_t count, struct arena *arena);

/* Of the widest line. */
mpt wrap_widest(const struct line *lines, size_t count);

/*
 * The lines of a text in the place of a cell. Those that table_measure() kept are given again if it is the cell's own text and
 * face, size and width are what they were then.
 */
const struct line *wrap_cell(const struct table *table, size_t column, const struct cell *cell, const char *text,
                             const struct metrics *metrics, struct arena *arena, size_t *count);

/* Height of a cell with that many lines, its padding included. */
mpt wrap_height(mpt size, size_t lines);

/* Sets the height of every row of the table so that no wrapped text is cut. Lines of longer texts stay with their cells. */
void table_measure(struct table *table, const struct metrics *metrics, struct arena *arena);

#endif
