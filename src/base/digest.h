/* SHA-256 digests in lower-case hexadecimal. */
#ifndef PHULUC_BASE_DIGEST_H
#define PHULUC_BASE_DIGEST_H

#include <stdbool.h>

#include "base/finding.h"

enum { SHA256_TEXT_SIZE = 65 };

/* Digest of a file; false with a finding if it cannot be read. */
bool digest_file(char digest[SHA256_TEXT_SIZE], const char *path, struct findings *findings)
    __attribute__((warn_unused_result));

void digest_bytes(char digest[SHA256_TEXT_SIZE], const char *bytes, size_t length);
void digest_text(char digest[SHA256_TEXT_SIZE], const char *text);

#endif
