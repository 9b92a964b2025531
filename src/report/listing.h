/*
 * Listings: answers of query commands for people and for other programs.
 *
 * csv: RFC 4180 with LF, UTF-8 without byte order mark, a header line; marked: with it, which Excel knows UTF-8 by. json: one object a line, keys in column order;
 * integer columns are numbers, empty cells null. text: aligned columns.
 *
 * Spreadsheets run what begins with = + - @ in a csv: such a text, if it is no number, stands behind an apostrophe there. json
 * has every text as it is.
 */
#ifndef PHULUC_REPORT_LISTING_H
#define PHULUC_REPORT_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/finding.h"

enum listing_format { LISTING_TEXT, LISTING_CSV, LISTING_JSON, LISTING_CSV_MARKED };

enum listing_type { LISTING_WORD, LISTING_INTEGER };

struct listing_column {
    const char *name;
    enum listing_type type;
};

/*
 * A listing names its columns and what stands in them in one list of COLUMN(name, WORD or INTEGER, value), from which both
 * the head and the cells of a row are made; the value may use whatever the function has that adds the row:
 *
 *     #define COLUMNS(COLUMN)              \
 *         COLUMN(plan, WORD, plan->id)     \
 *         COLUMN(line, INTEGER, line_token)
 *     static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };
 *     ...
 *     COLUMNS(LISTING_CELL)
 */
#define LISTING_COLUMN(name, type, value) { #name, LISTING_##type },
#define LISTING_CELL(name, type, value) listing_add(listing, value);

struct listing {
    struct arena *arena;
    const struct listing_column *columns;
    size_t column_count;
    const char **cells; /* row by row; NULL is empty */
    size_t count, capacity;
};

struct listing listing_of(const struct listing_column *columns, size_t count, struct arena *arena);

/* Adds a cell, from left to right; by LISTING_CELL only. */
void listing_add(struct listing *listing, const char *cell);

const char *listing_print(const struct listing *listing, enum listing_format format);

/* Findings as a listing: file,line,code,severity,rule,subject,year,stated,computed,message. */
struct listing findings_listing(const struct findings *findings, enum language language, struct arena *arena);

#endif
