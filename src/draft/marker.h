/*
 * The numbering that paragraphs begin with: "III.", "2.1.", "a)", "đ.", "-", "Điều 1.", and where a paragraph stands by it.
 *
 * Headings are recognised by their numbers alone: texts of offices mark them in every way, or not at all.
 */
#ifndef PHULUC_DRAFT_MARKER_H
#define PHULUC_DRAFT_MARKER_H

#include "draft/original.h"

enum marker_kind { MARKER_NONE, MARKER_ROMAN, MARKER_NUMBER, MARKER_DOTTED, MARKER_LETTER, MARKER_DASH, MARKER_ARTICLE };

struct marker {
    enum marker_kind kind;
    const char *no;   /* "III", "2", "2.1", "a"; "" for a dash */
    const char *rest; /* the text behind it */
};

struct marker marker_of(const char *text, struct arena *arena);

/* Where a block stands: the numbers of the headings above it, "" where there is none. */
struct standing {
    const char *roman, *number, *letter;
};

/* The standing of each block of the source, itself included; before the first Roman heading all are "". */
struct standing *standings_of(const struct original *source, struct arena *arena);

/* "Mục III.1 Kế hoạch", "Mục III Điều 1"; `of` is what follows. */
const char *standing_words(struct standing standing, const char *of, bool with_letter, struct arena *arena);

#endif
