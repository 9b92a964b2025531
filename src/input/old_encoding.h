/*
 * Vietnamese text of the time before Unicode that was saved as UTF-8 byte by byte: TCVN3 (TCVN 5712:1993, VN3; "ABC" fonts)
 * writes "KÕ ho¹ch" for "Kế hoạch", VNI "Keá hoaïch". It is valid UTF-8 and is known by its letters only: by words that
 * are no syllables as they stand and are syllables when read in the old encoding. One such word can be a foreign name; two
 * next to each other, or three in a file, are none.
 */
#ifndef PHULUC_INPUT_OLD_ENCODING_H
#define PHULUC_INPUT_OLD_ENCODING_H

#include "base/finding.h"

/* One finding for each old encoding in the text, at its first word, with the number of words; true if there is any. */
bool old_encoding_check(const char *text, const char *path, struct findings *findings);

#endif
