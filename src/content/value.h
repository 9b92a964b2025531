/* One value of a report: final text, or a number with its format, and what is to be said about it. */
#ifndef PHULUC_CONTENT_VALUE_H
#define PHULUC_CONTENT_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dec.h"
#include "base/numfmt.h"

#define ALL_SOURCES SIZE_MAX

/* One money cell: which item, source (index in the view, or ALL_SOURCES) and year (0: the whole period). */
struct value_key {
    size_t item, source;
    int year;
};

enum value_kind { VALUE_EMPTY, VALUE_TEXT, VALUE_NUMBER };

struct value {
    enum value_kind kind;
    const char *text;         /* VALUE_TEXT */
    struct dec number;        /* VALUE_NUMBER */
    struct numfmt format;
    bool marked;              /* lost, or does not hold */
    const char *remark;       /* what is to be said about it, or NULL */
    const struct value_key *terms; /* the cells whose sum it is exactly; NULL for none */
    size_t term_count;
    const char *see_view, *see_row; /* a text that names a row of another view of the report: its number or name, NULL for
                                       the view as a whole; see_view NULL if it names none */
    size_t blank_count;       /* cells after the terms that are blank now and belong to the sum if they are filled in */
};

#endif
