/* Files as a whole. */
#ifndef PHULUC_BASE_FILE_H
#define PHULUC_BASE_FILE_H

#include <stdio.h>

/* Writes text as the whole content of a file; 0 or the error. */
int file_write(const char *path, const char *text) __attribute__((warn_unused_result));

/* Opens a regular file for reading; NULL with errno for all else: a pipe or a device in its place would make readers wait. */
FILE *file_open(const char *path);

#endif
