/* Marks: what stands on a page, in millipoints from its upper left corner, y growing downwards. */
#ifndef PHULUC_REPORT_PAGE_MARK_H
#define PHULUC_REPORT_PAGE_MARK_H

#include "report/metrics.h"
#include "report/table.h"

/* Thickness of every rule, in millipoints. */
#define RULE_THICKNESS ((mpt)500)

enum mark_kind {
    MARK_FILL, /* rectangle: behind a marked cell, or a part of a chart */
    MARK_RULE, /* from x, y to x + width, y + height; borders lie or stand, only the hatching of bars is slanted */
    MARK_TEXT  /* x, y is the left end of the base line */
};

/* Hundreds of them stand on a page: small. */
struct mark {
    enum mark_kind kind : 8;
    enum face face : 8; /* MARK_TEXT */
    unsigned white;     /* MARK_FILL: how light it is, in percent */
    mpt x, y;
    mpt width, height; /* of a text: its advance, and 0 */
    mpt size;          /* MARK_TEXT from here on */
    uint32_t length;
    const char *text; /* a part of a text, which goes on after it */
    unsigned part; /* index in the parts of the document (report/page/passage.h); 0 for none */
    unsigned cell; /* of a grid: row * columns + column */
};

/* An area that leads elsewhere; a cell cut by a page border has one on each page. */
struct page_link {
    mpt x, y, width, height;
    const struct link *to;
    unsigned part, cell; /* as those of marks */
};

#define NO_TABLE SIZE_MAX

struct page {
    mpt width, height;
    size_t table;    /* index in the report of the one it begins with; NO_TABLE on a cover */
    unsigned number; /* in its table, the further parts of that and what follows on its pages, from 1 */
    struct mark *marks;
    size_t mark_count, mark_capacity;
    struct page_link *links;
    size_t link_count, link_capacity;
    size_t foot, foot_count; /* which marks are the foot's */
    unsigned part, cell; /* what the next marks belong to */
};

/* What marks are made with. */
struct pen {
    const struct metrics *metrics;
    struct arena *arena;
};

struct mark *page_mark(struct page *page, enum mark_kind kind, mpt x, mpt y, struct arena *arena);

/* One line of text in a box, aligned; y is the upper edge of the line. */
void page_text(struct page *page, const struct pen *pen, enum face face, mpt size, enum align align, mpt x, mpt width,
               mpt y, const char *text, size_t length);

#endif
