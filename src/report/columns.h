/* A layout's columns for one view: blocks repeated, heads stacked, widths shared, wide tables split into parts. */
#ifndef PHULUC_REPORT_COLUMNS_H
#define PHULUC_REPORT_COLUMNS_H

#include "content/view.h"
#include "model/layout.h"
#include "report/metrics.h"
#include "report/table.h"

/* One head cell; columns that point to the same one stand under it together. */
struct head {
    const char *text;
    const struct head *parent; /* the head above, or NULL */
    unsigned depth;            /* 0 at the top */
};

struct leaf {
    const struct layout_node *node;
    enum fact_id fact; /* what the column shows, and which figure or text of it */
    struct figure_key key;
    const struct head *head;
    size_t number; /* from 0 on, among all columns of the layout, left out or not: its cell of the number row */
    int unit;      /* columns of one unit are never parted; -1 for the leading columns, repeated in every part */
    mpt width, read; /* in a workbook, and on pages (report/reading.h), where one that joins the next has no width */
};

struct part {
    struct leaf *leaves;
    size_t count;
    unsigned head_rows; /* without the number row */
};

/*
 * A column that is left out: its head, and the words that stand there instead of a figure where no item has one, or what all
 * items have there.
 */
struct left_out {
    const char *head, *why;
    bool same; /* all items have it */
};

struct parts {
    struct part *items;
    size_t count, capacity;
    struct left_out *left_out; /* that say why; those that are blank throughout are not told */
    size_t left_out_count, left_out_capacity;
};

/*
 * A column is as wide as the layout says, or as its widest number or the longest word of its head needs; flexible columns
 * give way to that down to their least width. Parts are split between the items of the outermost blocks, and between those of inner blocks where
 * an item of an outermost one is wider than the page. False with a finding if even such an item is.
 */
bool columns_expand(struct parts *parts, const struct layout *layout, const struct view *view,
                    const struct metrics *metrics, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

/* A template with its facts filled in; *empty is set if a fact in it has no value. */
const char *fill_template(const struct layout_text *text, const struct view *view, struct figure_key key, bool *empty,
                          struct arena *arena);

#endif
