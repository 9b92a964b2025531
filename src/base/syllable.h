/*
 * The spelling of Vietnamese syllables, for telling text of old encodings, which reads as a jumble of Latin letters, from
 * words of other languages.
 *
 * A spelling is written in small letters without marks of tone: the seven letters of their own are capitals here,
 * A ă, B â, D đ, E ê, O ô, P ơ, U ư.
 */
#ifndef PHULUC_BASE_SYLLABLE_H
#define PHULUC_BASE_SYLLABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SPELLING_SIZE = 9 }; /* "nghiêng" has seven letters */

enum tone { TONE_LEVEL, TONE_HUYEN, TONE_HOI, TONE_NGA, TONE_SAC, TONE_NANG };

struct spelling {
    char letters[SPELLING_SIZE];
    size_t length;
    enum tone tone;
    int tones;    /* marks of tone; a syllable has one at most */
    bool foreign; /* has a letter that is none of ours, or is too long */
};

/* Adds one letter of the alphabet above, or any other character, which makes the spelling foreign. */
void spelling_add(struct spelling *spelling, char letter, enum tone tone);

/* Gives the letter added last a tone. */
void spelling_add_tone(struct spelling *spelling, enum tone tone);

/* Adds a letter as Unicode has it, small or capital. */
void spelling_add_unicode(struct spelling *spelling, uint32_t letter);

/* True if it is spelt as syllables are: an initial and a rime that go together, and one tone that they can have. */
bool spelling_is_syllable(const struct spelling *spelling);

#endif
