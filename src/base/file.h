/* Files as a whole. */
#ifndef PHULUC_BASE_FILE_H
#define PHULUC_BASE_FILE_H

/* Writes text as the whole content of a file; 0 or the error. */
int file_write(const char *path, const char *text) __attribute__((warn_unused_result));

#endif
