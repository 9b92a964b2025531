/*
 * Values keyed with what print says around a number: "50-60", "top 15", "> 500", "0,25 tỷ". They are answered with the
 * attribute that says it.
 */
#ifndef PHULUC_INPUT_NUMBER_SLIP_H
#define PHULUC_INPUT_NUMBER_SLIP_H

#include "base/arena.h"
#include "input/xml_form.h"

/*
 * What to write instead of the value of an element, or of one of its attributes (NULL: of the element itself). Nothing (vi is
 * NULL then) if the value is no such slip.
 */
struct form number_slip(struct arena *arena, const char *element, const char *attribute, const char *value);

/* The token that a word of print stands for where an attribute takes one of a few: "about" for "khoảng"; NULL for no such word. */
const char *slip_token(struct arena *arena, const char *value);

#endif
