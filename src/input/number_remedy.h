/* The likely meaning of a number keyed the way it is printed. */
#ifndef PHULUC_INPUT_NUMBER_REMEDY_H
#define PHULUC_INPUT_NUMBER_REMEDY_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * "1.924,5" -> "1924.5"; also dots or blanks between groups ("1.924.500", "1 924") and the English way ("1,924.5").
 * NULL if text is no such number ("244.5" is right already) or could mean several.
 */
const char *number_remedy(struct arena *arena, const char *text);

/* True if text is [-+]digits[.digits], whatever its length. */
bool number_is_plain(const char *text);

#endif
