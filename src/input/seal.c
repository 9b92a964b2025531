#include "input/seal.h"

#include <string.h>

#include "base/digest.h"

static const struct seal *known;
static size_t known_count;

void seal_by(const struct seal *seals, size_t count)
{
    known = seals;
    known_count = count;
}

const struct seal *seal_of(const struct slurp *text)
{
    char digest[SHA256_TEXT_SIZE] = "";
    for (size_t i = 0; text->data && i < known_count; i++) {
        if (known[i].length != text->length)
            continue; /* a plan is not digested for this */
        if (!*digest)
            digest_bytes(digest, text->data, text->length);
        if (strcmp(known[i].digest, digest) == 0)
            return &known[i];
    }
    return NULL;
}
