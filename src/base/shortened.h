/* Texts that are too long for where they stand. */
#ifndef PHULUC_BASE_SHORTENED_H
#define PHULUC_BASE_SHORTENED_H

#include "base/arena.h"

/*
 * A text of up to `most` letters; of a longer one, which is told in full elsewhere, the phrases that have room, else the words, else,
 * where no blank parts them, the letters.
 */
const char *text_cut(const char *text, size_t most, struct arena *arena);

/* A text of up to 200 letters; of a longer one, which is told in full elsewhere, the phrases that have room. */
const char *text_shortened(const char *text, struct arena *arena);

#endif
