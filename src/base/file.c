#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int file_write_bytes(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "we");
    if (!file)
        return errno;
    int error = fwrite(bytes, 1, size, file) != size ? errno : 0;
    if (fclose(file) != 0 && !error)
        error = errno;
    return error;
}

int file_write(const char *path, const char *text)
{
    return file_write_bytes(path, text, strlen(text));
}

FILE *file_open(const char *path)
{
    struct stat status;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return NULL;
    int error = fstat(descriptor, &status) != 0 ? errno : S_ISREG(status.st_mode) ? 0 : EINVAL;
    FILE *file = error ? NULL : fdopen(descriptor, "rb");
    if (!file) {
        error = error ? error : errno;
        close(descriptor);
        errno = error;
    }
    return file;
}

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}
