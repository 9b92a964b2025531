/*
 * A layout: how one kind of annex table looks, as data. A layout says what to show (facts by name, texts of a row by name,
 * figures by key), where (columns, blocks of columns repeated for years, sources …) and how (widths, alignment). It has no
 * conditions, and no arithmetic but what its number row claims. Every fact in it has been resolved and checked when it was
 * read; what a plan names (texts, measures, phases, sources) is checked with the plan.
 *
 * A table of a plan may carry a layout of its own, read by the same reader.
 */
#ifndef PHULUC_MODEL_LAYOUT_H
#define PHULUC_MODEL_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"
#include "model/fact.h"
#include "model/figure_key.h"
#include "model/look.h"

/* Text with placeholders: pieces of plain text and facts in turn. */
struct layout_piece {
    const char *text; /* NULL for a fact */
    enum fact_id fact;
};

struct layout_text {
    struct layout_piece *pieces;
    size_t count;
};

/* LAYOUT_YEARS and LAYOUT_SOURCES are repeats over all years, over all sources with money. */
enum layout_kind { LAYOUT_COLUMN, LAYOUT_BAND, LAYOUT_YEARS, LAYOUT_SOURCES, LAYOUT_REPEAT };

enum layout_over { OVER_YEAR, OVER_QUARTER, OVER_SOURCE, OVER_PHASE, OVER_MEASURE, OVER_UNIT };

/* What a column shows of each row: a fact; a text by name; a figure by key. */
enum layout_shows { SHOWS_FACT, SHOWS_TEXT, SHOWS_FIGURE };

/* Which parts of a key a column names itself; the others come from the blocks around it, else they are the table's default. */
struct layout_key {
    struct figure_key key;
    bool has_measure, has_phase, has_period, has_source;
};

struct layout_node {
    struct place place;
    enum layout_kind kind;
    bool has_head;
    bool block;              /* of a band: it stays whole, and may go to a further part of a table wider than its page */
    struct layout_text head; /* of a column or band; of a block: the head of each of its items */
    struct layout_node *children;
    size_t child_count;
    /* blocks only */
    enum layout_over over;
    const char **items; /* what the block repeats over, as keyed; none: all that the table has */
    size_t item_count;
    /* columns only */
    enum layout_shows shows;
    enum fact_id fact;     /* SHOWS_FACT */
    const char *text;      /* SHOWS_TEXT: its name */
    struct layout_key key; /* SHOWS_FIGURE */
    int width;             /* mm; of a flexible column the least it needs */
    int share;             /* weight of a flexible column, 0 for a fixed one */
    enum align align;
    bool bold, italic, sum;
    bool joins;      /* stands with the column behind it as one: under its head, and without a line between them */
    bool optional;   /* left out where no item of the table has anything for it */
    bool once;       /* left out where all items of the table have the same, which is said below the table */
    bool never_bold; /* not in rows of groups and totals either */
};

struct layout {
    bool head_only; /* only what is said at `read` of struct layouts is known yet */
    struct place place;
    const char *id, *name;
    const char *form;        /* the form that it is, in some months; NULL: it is asked for by its id */
    unsigned months;         /* bit 1 << month */
    const char *drafted_for; /* kinds of columns for which a draft takes it, in the order of the schema; or NULL */
    enum each each;
    bool landscape;
    int font_size; /* points */
    struct layout_text title, title_fallback, unit, sheet;
    bool has_unit;
    struct layout_node *columns;
    size_t column_count;
    const char *
        *numbers; /* the number row as printed, a cell for each column behind all repeats; model/number_row.h reads it */
    size_t number_count;
    struct place numbers_place;
};

struct layouts {
    struct layout **items;
    size_t count, capacity;
    const char *refused; /* the files that hold no layout that can be used, with commas; NULL without one */
    /*
     * Reads what is not known yet of a layout that is head_only: all but its id, name, form, months, drafted_for, each, landscape
     * and place. The functions below call it for the layout that they find. NULL: all are whole.
     */
    void (*read)(struct layout *layout, const void *context);
    const void *context;
};

/* NULL if there is none. */
const struct layout *layout_find(const struct layouts *layouts, const char *id);

/* The form's layout for a month (0: none); the layout with the form's name as its id where no other is for that month. */
const struct layout *layout_for_month(const struct layouts *layouts, const char *form, int month);

/* One that has the same id, its head; NULL if there is none. */
const struct layout *layout_of_same_id(const struct layouts *layouts, const struct layout *other);

/* One that is for the same form and a month that another one is for, its head; NULL if there is none. */
const struct layout *layout_of_same_month(const struct layouts *layouts, const struct layout *other);

#endif
