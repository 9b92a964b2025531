/* Names that were probably intended where another is keyed: ids, elements, words of schemas. */
#ifndef PHULUC_BASE_NEAR_NAME_H
#define PHULUC_BASE_NEAR_NAME_H

#include <stdbool.h>

/*
 * True if the names differ in the case of ASCII letters, or in one keystroke: a byte more, fewer or other, or two neighbours
 * exchanged. Equal names are near. Names of one or two bytes are near only by case: anything else would be.
 */
bool is_near_name(const char *keyed, const char *name);

#endif
