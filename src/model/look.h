/* How content is to look, in the terms of layouts, views and tables alike: roles of rows, alignment, kinds of charts. */
#ifndef PHULUC_MODEL_LOOK_H
#define PHULUC_MODEL_LOOK_H

#include <stdint.h>

enum row_role {
    ROLE_HEAD,  /* table head, repeated on every page */
    ROLE_GROUP, /* heading of a group, repeated with "(tiếp theo)" where the group goes on */
    ROLE_BODY,
    ROLE_TOTAL, /* totals; never alone at the top of a page */
    ROLE_WORDS, /* the amount of the total before it in words: stays with it */
    ROLE_NOTE   /* text over the whole width inside the table */
};

enum align {
    ALIGN_LEFT,
    ALIGN_CENTRE,
    ALIGN_RIGHT,
    ALIGN_NUMBER /* of a column: its numbers right, its texts left; of no cell */
};

enum chart_kind {
    CHART_CLUSTERED, /* the bars of a category under each other */
    CHART_COLUMNS,   /* the bars of a category beside each other, standing: categories are years */
    CHART_BULLET     /* the first series as a dark bar, on the wide light one of the second if there is one */
};

/* A value that all bars of a chart are to be held against: a line across them. */
struct chart_line {
    int64_t at;       /* in whole units of the axis */
    const char *name; /* "mục tiêu = 100 %"; NULL: there is no line */
};

#endif
