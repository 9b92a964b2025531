/* What was probably meant by a value that cannot be used, from how offices write it and what word processors put in. */
#ifndef PHULUC_INPUT_VALUE_REMEDY_H
#define PHULUC_INPUT_VALUE_REMEDY_H

#include "base/arena.h"

/* The text without blanks that a screen shows like plain ones (U+00A0, U+202F) at its ends; within it they are plain. NULL: none. */
const char *without_hard_blanks(struct arena *arena, const char *text);

/*
 * "2026-01-15" of a day in the order of Vietnamese offices (15/01/2026, 15-1-2026, 15.01.2026) or with month and day the
 * wrong way round (2026-15-01); NULL of anything else.
 */
const char *date_remedy(struct arena *arena, const char *text);

#endif
