/*
 * Passages: the parts that a document has for those who hear it instead of seeing it, in reading order. Every mark that is
 * read belongs to one; page numbers, control lines, borders and what is repeated on further pages belong to none.
 */
#ifndef PHULUC_REPORT_PAGE_PASSAGE_H
#define PHULUC_REPORT_PAGE_PASSAGE_H

#include "report/page/mark.h"

enum passage_kind {
    PASSAGE_NONE,
    PASSAGE_TITLE,   /* what the document is called, over all its tables */
    PASSAGE_HEADING, /* number and title of a table */
    PASSAGE_TEXT,    /* a line of a block, a basis, a unit, a note */
    PASSAGE_GRID,    /* the rows of a table; each mark says of which cell it is */
    PASSAGE_FIGURE   /* a chart: all its marks, not only texts */
};

struct passage {
    enum passage_kind kind;
    size_t table;              /* index in the report; NO_TABLE for the cover */
    const struct chart *chart; /* PASSAGE_FIGURE */
    size_t page;               /* PASSAGE_FIGURE: a drawing stands on one page; its box there */
    mpt x, y, width, height;
};

#endif
