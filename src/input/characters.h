/*
 * The characters of an input file, before any parser sees them.
 *
 * Refused: UTF-16, what is not UTF-8, control characters and others that nobody sees, text not in normalization form C,
 * the Ð of Icelandic for Đ, old Vietnamese encodings, and what the fonts of the documents lack. A character counts however
 * it is written, as itself or as &#x…;.
 */
#ifndef PHULUC_INPUT_CHARACTERS_H
#define PHULUC_INPUT_CHARACTERS_H

#include "base/alphabet.h"
#include "base/finding.h"

/*
 * What a parser cannot read at all. False with a finding if the bytes are no UTF-8; characters that XML does not allow are
 * findings and become blanks (*clean is cleared), so that the parser goes on and finds what else is wrong.
 */
bool bytes_check(char *bytes, size_t length, const char *path, bool *clean, struct findings *findings)
    __attribute__((warn_unused_result));

/* All else, in text that bytes_check() has let through: comments and instructions are not looked at. False with findings. */
bool characters_check(const char *text, const struct alphabet *alphabet, const char *path, struct findings *findings)
    __attribute__((warn_unused_result));

/* Whether the alphabet has every character of a text that has no references (&#x…;); false, without a finding, of one that has. */
bool characters_are_in(const char *text, const struct alphabet *alphabet);

#endif
