#include "base/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nettle/sha2.h>

void digest_write(char *text, const uint8_t *bytes, size_t count)
{
    static const char DIGITS[] = "0123456789abcdef";
    for (size_t i = 0; i < count; i++) {
        text[2 * i] = DIGITS[bytes[i] >> 4];
        text[2 * i + 1] = DIGITS[bytes[i] & 0xf];
    }
    text[2 * count] = '\0';
}

static void finish(char digest[SHA256_TEXT_SIZE], struct sha256_ctx *context)
{
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_digest(context, sizeof bytes, bytes);
    digest_write(digest, bytes, sizeof bytes);
}

static int digest_descriptor(char digest[SHA256_TEXT_SIZE], int descriptor)
{
    struct sha256_ctx context;
    uint8_t buffer[65536];
    ssize_t size;
    sha256_init(&context);
    while ((size = read(descriptor, buffer, sizeof buffer)) != 0) {
        if (size > 0)
            sha256_update(&context, (size_t)size, buffer);
        else if (errno != EINTR)
            return errno;
    }
    finish(digest, &context);
    return 0;
}

int digest_file(char digest[SHA256_TEXT_SIZE], const char *path)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return errno;
    struct stat status;
    int error = fstat(descriptor, &status) != 0    ? errno
                : S_ISREG(status.st_mode)          ? digest_descriptor(digest, descriptor)
                : S_ISDIR(status.st_mode)          ? EISDIR
                                                   : EINVAL;
    close(descriptor);
    return error;
}

void digest_bytes(char digest[SHA256_TEXT_SIZE], const char *bytes, size_t length)
{
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, length, (const uint8_t *)bytes);
    finish(digest, &context);
}

void digest_text(char digest[SHA256_TEXT_SIZE], const char *text)
{
    digest_bytes(digest, text, strlen(text));
}
