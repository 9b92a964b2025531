#include "input/seal.h"

#include <string.h>

#include "base/digest.h"

static const char *const *known;
static size_t known_count;

void seal_by(const char *const *digests, size_t count)
{
    known = digests;
    known_count = count;
}

bool seal_knows(const struct slurp *text)
{
    if (!known_count || !text->data)
        return false;
    char digest[SHA256_TEXT_SIZE];
    digest_bytes(digest, text->data, text->length);
    bool found = false;
    for (size_t i = 0; i < known_count && !found; i++)
        found = strcmp(known[i], digest) == 0;
    return found;
}
