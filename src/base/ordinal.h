/* Running numbers as decisions print them. */
#ifndef PHULUC_BASE_ORDINAL_H
#define PHULUC_BASE_ORDINAL_H

#include <stdbool.h>

/* Position of a printed number in its own way of counting: "3", "III", "c" (Vietnamese alphabet, without f, j, w, z). */
bool ordinal_of(int *position, const char *number, const char *previous);

#endif
