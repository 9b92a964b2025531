/*
 * Listings: answers of query commands for people and for other programs.
 *
 * csv: RFC 4180 with LF, UTF-8 without byte order mark, a header line. json: one object a line, keys in column order;
 * integer columns are numbers, empty cells null. text: aligned columns.
 */
#ifndef PHULUC_REPORT_LISTING_H
#define PHULUC_REPORT_LISTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/finding.h"

enum listing_format { LISTING_TEXT, LISTING_CSV, LISTING_JSON };

struct listing_column {
    const char *name;
    bool integer;
};

struct listing {
    struct arena *arena;
    const struct listing_column *columns;
    size_t column_count;
    const char **cells; /* row by row; NULL is empty */
    size_t count, capacity;
};

struct listing listing_of(const struct listing_column *columns, size_t count, struct arena *arena);

/* Adds the cells of a row from left to right. */
void listing_add(struct listing *listing, const char *cell);

const char *listing_print(const struct listing *listing, enum listing_format format);

/* Findings as a listing: file,line,code,severity,rule,subject,year,stated,computed,message. */
struct listing findings_listing(const struct findings *findings, enum language language, struct arena *arena);

#endif
