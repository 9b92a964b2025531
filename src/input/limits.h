/* The limits of input files, as constants and in words; limits.def has the table. */
#ifndef PHULUC_INPUT_LIMITS_H
#define PHULUC_INPUT_LIMITS_H

#include "base/finding.h"

enum {
#define LIMIT(symbol, limit, of_vi, of_en, vi, en) symbol = (limit),
#include "input/limits.def"
#undef LIMIT
};

enum limit {
#define LIMIT(symbol, limit, of_vi, of_en, vi, en) LIMIT_##symbol,
#include "input/limits.def"
#undef LIMIT
    LIMIT_COUNT
};

/* What passing a limit is called, of those that have a sentence. */
const char *limit_words(enum limit limit, enum language language, struct arena *arena);

/* The finding that a file passes a limit. */
void limit_passed(enum limit limit, struct place place, struct findings *findings);

#endif
