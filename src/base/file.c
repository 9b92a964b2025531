#include "base/file.h"

#include <errno.h>
#include <stdio.h>

int file_write(const char *path, const char *text)
{
    FILE *file = fopen(path, "we");
    if (!file)
        return errno;
    int error = fputs(text, file) == EOF ? errno : 0;
    if (fclose(file) != 0 && !error)
        error = errno;
    return error;
}
