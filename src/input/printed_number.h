/* Numbers in printed Vietnamese text: dots or blanks group thousands, a comma is the decimal sign, zeros may lead. */
#ifndef PHULUC_INPUT_PRINTED_NUMBER_H
#define PHULUC_INPUT_PRINTED_NUMBER_H

#include <stdbool.h>

#include "base/dec.h"

/* True if the next number in the text is the value, but for its sign: "00" is 0, "> 1.500" is 1500. Steps behind it. */
bool printed_number_is(const char **at, struct dec value);

#endif
