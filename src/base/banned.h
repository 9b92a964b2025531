/*
 * Functions that this program never calls, made into compile-time errors.
 *
 * Forced into every translation unit by the Makefile (-include). The standard headers come first so that their own
 * declarations are read before the names are taken away.
 *
 *   unbounded or truncating string functions   use base/text.h
 *   conversions through double                 money and ratios are exact: base/dec.h
 *   the clock and the locale                   output depends on the as-of date only
 */
#ifndef PHULUC_BASE_BANNED_H
#define PHULUC_BASE_BANNED_H

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BANNED(name) phuluc_does_not_use_##name

#undef strcpy
#define strcpy(...) BANNED(strcpy)
#undef strcat
#define strcat(...) BANNED(strcat)
#undef strncpy
#define strncpy(...) BANNED(strncpy)
#undef strncat
#define strncat(...) BANNED(strncat)
#undef strtok
#define strtok(...) BANNED(strtok)
#undef sprintf
#define sprintf(...) BANNED(sprintf)
#undef vsprintf
#define vsprintf(...) BANNED(vsprintf)
#undef atoi
#define atoi(...) BANNED(atoi)
#undef atol
#define atol(...) BANNED(atol)
#undef atof
#define atof(...) BANNED(atof)
#undef strtof
#define strtof(...) BANNED(strtof)
#undef time
#define time(...) BANNED(time)
#undef localtime
#define localtime(...) BANNED(localtime)
#undef gmtime
#define gmtime(...) BANNED(gmtime)
#undef ctime
#define ctime(...) BANNED(ctime)
#undef setlocale
#define setlocale(...) BANNED(setlocale)

#endif
