/*
 * Numbers in printed text with what is printed around them: comparator, unit, growth, rank. "khoảng 1.000 lượt", "75 - 85%",
 * "55% dân số trở lên", "tăng 25%/năm", "top 5".
 *
 * Numbers that measure nothing (years, days, numbers of acts, levels of services, B2C) are passed over.
 */
#ifndef PHULUC_DRAFT_MEASURE_FIND_H
#define PHULUC_DRAFT_MEASURE_FIND_H

#include "draft/original.h"

/* A number as printed: "1.924,5". */
struct digits {
    const char *value; /* as keyed: "1924.5"; NULL: not a number */
    const char *shown; /* as printed */
    bool grouped;      /* one dot and three digits behind it: 1.377 is 1377, or a decimal of another convention */
    bool unclear;      /* has separators that no convention explains */
};

/* The number that a text begins with; *length is what it takes. */
struct digits digits_at(const char *text, size_t *length, struct arena *arena);
/* A text that is a number and nothing else. */
struct digits digits_of(const char *text, struct arena *arena);

struct found_measure {
    size_t from, to;      /* of the number with its comparator and unit, in the text */
    const char *op;       /* a token of the plan's grammar */
    struct digits number; /* the lower bound of a range */
    struct digits high;   /* value NULL: none */
    const char *unit;     /* "%", "lượt"; NULL: unknown */
    const char *kind;     /* "growth", "rank" or NULL */
    const char *doubt;    /* what is doubtful, or NULL */
};

struct found_measures {
    struct found_measure *items;
    size_t count, capacity;
};

struct found_measures measures_find(const char *text, struct arena *arena);

#endif
