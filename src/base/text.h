/*
 * Text: a growing string, and checks of UTF-8.
 *
 * All text inside the program is valid UTF-8 in normalization form C without control characters. It is checked once, on
 * input; after that strings are plain `const char *` into an arena.
 */
#ifndef PHULUC_BASE_TEXT_H
#define PHULUC_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

/* Invariant: data is NULL or NUL-terminated at length. */
struct text {
    struct arena *arena;
    char *data;
    size_t length, capacity;
};

struct text text_in(struct arena *arena);

void text_addn(struct text *text, const char *more, size_t length);

/* The length of a literal is known when this is compiled. */
static inline void text_add(struct text *text, const char *more)
{
    text_addn(text, more, strlen(more));
}

void text_addf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* In decimal; what files have millions of. */
void text_add_number(struct text *text, uint64_t number);

void text_add_codepoint(struct text *text, uint32_t codepoint);

/* The string built so far, never NULL; valid until the next addition or the arena's release. */
const char *text_str(const struct text *text);

enum utf8_fault { UTF8_OK, UTF8_INVALID, UTF8_NOT_NFC, UTF8_CONTROL };

/*
 * Checks that text is UTF-8, in normalization form C, and has no characters that utf8_is_hidden() tells.
 * On a fault *offset is where the faulty part starts.
 */
enum utf8_fault utf8_check(const char *text, size_t length, size_t *offset);

/* The part of utf8_check() about normalization form C; text must be valid. */
bool utf8_is_composed(const char *text, size_t length, size_t *offset);

/* Steps over one code point, or over one byte if it starts none: false then. */
bool utf8_step(const char **text, const char *end, uint32_t *codepoint);

/*
 * Control characters but TAB, LF and CR, and all others that nobody sees and that only confuse: byte order marks, marks of
 * the direction of writing, soft hyphens, joiners, separators of lines.
 */
bool utf8_is_hidden(uint32_t codepoint);

bool utf8_is_letter(uint32_t codepoint);
bool utf8_is_capital(uint32_t codepoint);

/* What Unicode has as the plain form of a character (one of width, place or face only): "°C" of ℃; "" if there is none. */
const char *utf8_plain(struct arena *arena, uint32_t codepoint);

/* utf8_next() at a code point that is not ASCII. */
uint32_t utf8_next_long(const char **text);

/* Steps over one code point; text must be valid. Returns it and advances *text; 0 at the end. */
static inline uint32_t utf8_next(const char **text)
{
    unsigned char first = (unsigned char)**text;
    if (first >= 0x80)
        return utf8_next_long(text);
    *text += first != 0;
    return first;
}

/* How many bytes from the first on are ASCII that shows: U+0020 to U+007E. */
size_t utf8_plain_run(const char *text, size_t length);

/* Number of code points. */
size_t utf8_length(const char *text);

/* Case mapping by code point, for headings ("Tổng hợp" -> "TỔNG HỢP"). */
char *utf8_upper(struct arena *arena, const char *text);
char *utf8_lower(struct arena *arena, const char *text);

/* The text in normalization form C; the text itself if it is no valid UTF-8. */
const char *utf8_compose(struct arena *arena, const char *text);

/*
 * For names of files, which may be any bytes: a byte that is no UTF-8, or of a character that utf8_is_hidden() tells, is %XX
 * then, so that no name writes to a terminal or reads backwards; all other text is given back itself.
 */
const char *utf8_shown(struct arena *arena, const char *text);

/* The text with its first letter a capital. */
const char *text_with_capital(struct arena *arena, const char *text);

/* The text as it stands inside a sentence: its first letter small. */
const char *text_with_small(struct arena *arena, const char *text);

/* White space as XML sees it folded to single blanks, none at the ends. */
char *text_collapse(struct arena *arena, const char *text);

/*
 * A name in the form in which two are compared: in lower case, any kinds of blanks single, and the tone of oa, oe, uy on the
 * first vowel ("hoà", "hòa"; "thuỷ", "thủy"). Not for print.
 */
const char *text_name_key(struct arena *arena, const char *name);

/* True if the keys are the same. */
bool text_same_name(struct arena *arena, const char *a, const char *b);

/* A name for machines: the letters without their marks in lower case, `between` for what is no letter or digit: "phu-luc-i". */
const char *text_machine_name(struct arena *arena, const char *text, char between);

/* NULL equals NULL only. */
static inline bool text_equal(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

#endif
