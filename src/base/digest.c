#include "base/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sha2.h>

static int digest_descriptor(char digest[SHA256_TEXT_SIZE], int descriptor)
{
    SHA2_CTX context;
    uint8_t buffer[16384];
    ssize_t size;
    SHA256Init(&context);
    while ((size = read(descriptor, buffer, sizeof buffer)) != 0) {
        if (size > 0)
            SHA256Update(&context, buffer, (size_t)size);
        else if (errno != EINTR)
            return errno;
    }
    SHA256End(&context, digest);
    return 0;
}

bool digest_file(char digest[SHA256_TEXT_SIZE], const char *path, struct findings *findings)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    if (descriptor >= 0 && fstat(descriptor, &status) == 0 && !S_ISREG(status.st_mode)) {
        close(descriptor);
        finding_add(findings, FINDING_NOT_A_FILE, (struct place){ path, 0 }, NULL);
        return false;
    }
    int error = descriptor < 0 ? errno : digest_descriptor(digest, descriptor);
    if (descriptor >= 0)
        close(descriptor);
    if (error)
        finding_errno(findings, FINDING_FILE_UNREADABLE, (struct place){ path, 0 }, error);
    return !error;
}

void digest_bytes(char digest[SHA256_TEXT_SIZE], const char *bytes, size_t length)
{
    SHA256Data((const uint8_t *)bytes, length, digest);
}

void digest_text(char digest[SHA256_TEXT_SIZE], const char *text)
{
    digest_bytes(digest, text, strlen(text));
}
