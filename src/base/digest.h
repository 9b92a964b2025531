/* SHA-256 digests in lower-case hexadecimal. */
#ifndef PHULUC_BASE_DIGEST_H
#define PHULUC_BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_TEXT_SIZE = 65 };

/* Digest of a file; 0, or the error: what a failed read means depends on whose file it is. EISDIR, EINVAL: it is no file. */
int digest_file(char digest[SHA256_TEXT_SIZE], const char *path) __attribute__((warn_unused_result));

/* Bytes in lower-case hexadecimal, and a NUL: 2 * count + 1 characters. */
void digest_write(char *text, const uint8_t *bytes, size_t count);

void digest_bytes(char digest[SHA256_TEXT_SIZE], const char *bytes, size_t length);
void digest_text(char digest[SHA256_TEXT_SIZE], const char *text);

#endif
