/* Files as a whole. */
#ifndef PHULUC_BASE_FILE_H
#define PHULUC_BASE_FILE_H

#include <stddef.h>
#include <stdio.h>

/* Writes text, or so many bytes, as the whole content of a file; 0 or the error. */
int file_write(const char *path, const char *text) __attribute__((warn_unused_result));
int file_write_bytes(const char *path, const void *bytes, size_t size) __attribute__((warn_unused_result));

/* Opens a regular file for reading; NULL with errno for all else: a pipe or a device in its place would make readers wait. */
FILE *file_open(const char *path);

/* The last part of a path. */
const char *file_name(const char *path);

#endif
