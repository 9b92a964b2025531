/*
 * A layout: how one kind of annex table looks, as data. A layout says what to show (facts by name), where (columns,
 * blocks of columns repeated for years and sources) and how (widths, alignment). It has no expressions, no conditions and
 * no arithmetic. Every name in it has been resolved and checked when it was read.
 */
#ifndef PHULUC_MODEL_LAYOUT_H
#define PHULUC_MODEL_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"
#include "model/fact.h"

/* Text with placeholders: pieces of plain text and facts in turn. */
struct layout_piece {
    const char *text; /* NULL for a fact */
    enum fact_id fact;
};

struct layout_text {
    struct layout_piece *pieces;
    size_t count;
};

/* LAYOUT_NUMBER: numbers to the right, words to the left, in a column that has both. */
enum layout_align { LAYOUT_LEFT, LAYOUT_CENTRE, LAYOUT_RIGHT, LAYOUT_NUMBER };

enum layout_kind { LAYOUT_COLUMN, LAYOUT_BAND, LAYOUT_YEARS, LAYOUT_SOURCES };

struct layout_node {
    struct place place;
    enum layout_kind kind;
    bool has_head;
    bool block; /* of a band: it stays whole, and may go to a further part of a table wider than its page */
    struct layout_text head; /* of a column or band; of a block: the head of each of its items */
    struct layout_node *children;
    size_t child_count;
    /* columns only */
    enum fact_id fact;
    int width;     /* mm; of a flexible column the least it needs */
    int share;     /* weight of a flexible column, 0 for a fixed one */
    enum layout_align align;
    bool bold, italic, sum;
    bool never_bold; /* not in rows of groups and totals either */
};

struct layout {
    struct place place;
    const char *id, *name;
    const char *form;  /* the form that it is, in some months; NULL: it is asked for by its id */
    unsigned months;   /* bit 1 << month */
    enum each each;
    bool landscape;
    int font_size; /* points */
    struct layout_text title, title_fallback, unit, sheet;
    bool has_unit;
    struct layout_node *columns;
    size_t column_count;
};

struct layouts {
    struct layout **items;
    size_t count, capacity;
};

/* NULL if there is none. */
const struct layout *layout_find(const struct layouts *layouts, const char *id);

/* The form's layout for a month (0: none); the layout with the form's name as its id where no other is for that month. */
const struct layout *layout_for_month(const struct layouts *layouts, const char *form, int month);

/* One that is for the same form and a month that another one is for; NULL if there is none. */
const struct layout *layout_of_same_month(const struct layouts *layouts, const struct layout *other);

#endif
