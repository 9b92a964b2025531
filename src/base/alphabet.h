/* The characters that the documents can show: those of the fonts, known where the fonts are. */
#ifndef PHULUC_BASE_ALPHABET_H
#define PHULUC_BASE_ALPHABET_H

#include <stdbool.h>
#include <stdint.h>

struct alphabet {
    bool (*has)(const void *data, uint32_t codepoint); /* NULL: everything is let through */
    const void *data;
};

static inline bool alphabet_has(const struct alphabet *alphabet, uint32_t codepoint)
{
    return !alphabet->has || alphabet->has(alphabet->data, codepoint);
}

#endif
