/* Where a text may be broken into lines. Private to report/wrap.c. */
#ifndef PHULUC_REPORT_BREAKS_H
#define PHULUC_REPORT_BREAKS_H

#include <stdbool.h>

#include "base/arena.h"

/* What may happen after a byte of text, from forbidden to forced. */
enum breaking {
    BREAK_NEVER,
    BREAK_RESORT,    /* only if nothing else fits: in a pair that belongs together, after "/", "-", "." in a word */
    BREAK_RELUCTANT, /* rather than those: in a phrase that reads better whole */
    BREAK_ALLOWED,
    BREAK_FORCED
};

/*
 * What may happen after each byte of text: an enum breaking a byte. With `whole_words` the syllables of a word that titles
 * are made of ("thương mại") are a pair too: cells are too narrow for that.
 */
const unsigned char *breaks_find(const char *text, size_t length, bool whole_words, struct arena *arena);

#endif
