/*
 * A table of the source as a grid with a meaning: what each column holds, by its head; where the head ends; what each row is,
 * by its numbering.
 */
#ifndef PHULUC_DRAFT_TABLE_GRID_H
#define PHULUC_DRAFT_TABLE_GRID_H

#include "draft/original.h"

enum column_kind {
    COLUMN_UNKNOWN,
    COLUMN_NO,
    COLUMN_TITLE,
    COLUMN_MONEY, /* of a year, of a source, of both, or the sum of the row */
    COLUMN_START,
    COLUMN_END,
    COLUMN_UNIT,
    COLUMN_QUANTITY,
    COLUMN_LEAD,
    COLUMN_PARTNER,
    COLUMN_TEXT
};

struct grid_column {
    enum column_kind kind;
    const char *head;   /* the lowest of its heads */
    const char *band;   /* the head above it, or NULL */
    const char *year;   /* of money, or NULL */
    const char *fund;   /* the name of its source in the head, or NULL */
    const char *phase;  /* the step of its figures, or NULL: the plan itself */
    bool vague;         /* a head above it says something that is not known */
    const char *name;   /* of a text: "note" */
    const char *unit;   /* of money, from the head: "million-dong", or NULL */
    const char *number; /* in the number row, or NULL */
};

enum grid_row_kind { GRID_GROUP, GRID_ITEM, GRID_TOTAL, GRID_WORDS };

struct grid_row {
    const struct original_row *row;
    enum grid_row_kind kind;
    size_t depth; /* from 0 */
    const char *no, *title;
    bool parent;        /* has rows below it */
    bool shifted;       /* cells do not fit their columns */
    const char **cells; /* one a column; rows that a page break cut are one */
};

struct grid {
    const struct original_table *table;
    struct grid_column *columns;
    size_t column_count;
    struct grid_row *rows;
    size_t row_count, row_capacity;
    bool by_fund;  /* rows are sources: the head of the titles says so */
    bool numbered; /* has a number row */
};

/* False if the table has no head and rows that can be told: fewer than two columns, or no column of titles. */
bool table_read(struct grid *grid, const struct original_table *table, struct arena *arena);

/* The number of columns of a kind. */
size_t grid_count(const struct grid *grid, enum column_kind kind);

#endif
