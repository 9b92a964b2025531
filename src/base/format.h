/*
 * What printf prints, for the strings that documents consist of: some millions of short ones in a run, in which the
 * library's own formatting would take a fifth of the time.
 */
#ifndef PHULUC_BASE_FORMAT_H
#define PHULUC_BASE_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/*
 * As vsnprintf(), except that the length, which is returned, has no limit of INT_MAX. %s, %.*s, %c, %% and whole numbers
 * %d, %u, %ld, %lu, %lld, %llu, %zu, also as %02d, are printed here; from any other directive on the library prints.
 */
size_t format_print(char *out, size_t room, const char *format, va_list args) __attribute__((format(printf, 3, 0)));

#endif
