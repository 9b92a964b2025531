/* Names of organisations as decisions print them. */
#ifndef PHULUC_MODEL_ORGAN_H
#define PHULUC_MODEL_ORGAN_H

#include <stdbool.h>

#include "base/arena.h"

/* "UBND tỉnh" spelt out as "Ủy ban nhân dân tỉnh"; two names of one issuer are the same then. */
const char *organ_words(struct arena *arena, const char *organ);
bool same_organ(struct arena *arena, const char *a, const char *b);

#endif
