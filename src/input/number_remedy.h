/* The likely meaning of a number keyed the Vietnamese way. */
#ifndef PHULUC_INPUT_NUMBER_REMEDY_H
#define PHULUC_INPUT_NUMBER_REMEDY_H

#include "base/arena.h"

/* "1.924,5" -> "1924.5"; NULL if text is no such number ("244.5" is right already). */
const char *number_remedy(struct arena *arena, const char *text);

#endif
