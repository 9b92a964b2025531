#include "draft/join.h"

#include <ctype.h>
#include <string.h>

#include "base/syllable.h"

struct joined joined_in(struct arena *arena)
{
    return (struct joined){ .text = text_in(arena) };
}

void joint_at_end(struct joined *joined, size_t bytes)
{
    size_t *joint = ARENA_PUSH(joined->text.arena, joined->joints, joined->joint_count, joined->joint_capacity);
    *joint = joined->text.length - bytes;
}

/* The bytes of the letters that a text ends with, and begins with. */
static size_t letters_at_end(const char *text)
{
    const char *end = text + strlen(text), *start = end;
    while (start > text) {
        const char *letter = start - 1, *next;
        while (letter > text && (*letter & 0xc0) == 0x80)
            letter--;
        next = letter;
        if (!utf8_is_letter(utf8_next(&next)))
            break;
        start = letter;
    }
    return (size_t)(end - start);
}

static size_t letters_at_start(const char *text)
{
    const char *at = text;
    while (*at) {
        const char *next = at;
        if (!utf8_is_letter(utf8_next(&next)))
            break;
        at = next;
    }
    return (size_t)(at - text);
}

static void spell(struct spelling *spelling, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end)
        spelling_add_unicode(spelling, utf8_next(&text));
}

static bool is_syllable(const char *first, size_t first_length, const char *second, size_t second_length)
{
    struct spelling spelling = { 0 };
    spell(&spelling, first, first_length);
    spell(&spelling, second, second_length);
    return spelling_is_syllable(&spelling);
}

/* A line of one or two letters was cut out of a word. */
static bool is_fragment(const char *text)
{
    return letters_at_start(text) == strlen(text) && utf8_length(text) <= 2;
}

bool join_is_piece(const char *before, const char *line)
{
    size_t tail = letters_at_end(before);
    if (is_fragment(line) || (isdigit((unsigned char)*line) && strlen(line) <= 2))
        return true;
    return tail && !is_syllable(before + strlen(before) - tail, tail, "", 0) &&
           is_syllable(before + strlen(before) - tail, tail, line, letters_at_start(line));
}

enum bond { BOND_BLANK, BOND_NONE, BOND_UNSURE_NONE };

/* Digits beside digits are one number, or two: 13, 64. */
static enum bond bond_of_digits(const char *before, const char *line)
{
    size_t length = strlen(before);
    if (isdigit((unsigned char)before[length - 1]) && isdigit((unsigned char)*line))
        return BOND_UNSURE_NONE;
    return *line == '/' ? BOND_NONE : BOND_BLANK;
}

/* "TT" and "g" are an abbreviation, or an abbreviation and the beginning of a word. */
static bool is_abbreviation(const char *text, const char *line)
{
    size_t letters = 0;
    while (*text) {
        uint32_t letter = utf8_next(&text);
        if (!utf8_is_capital(letter))
            return false;
        letters++;
    }
    return letters > 1 && !utf8_is_capital(utf8_next(&line));
}

static enum bond bond_of(const char *before, const char *line)
{
    size_t length = strlen(before), tail = letters_at_end(before), head = letters_at_start(line);
    if (!tail || !head)
        return bond_of_digits(before, line);
    const char *end = before + length - tail;
    bool both = is_syllable(end, tail, line, head), left = is_syllable(end, tail, "", 0),
         right = is_syllable(line, head, "", 0);
    if (is_fragment(line) && is_abbreviation(end, line))
        return BOND_UNSURE_NONE;
    if (!both)
        return !left && is_fragment(line) ? BOND_UNSURE_NONE : BOND_BLANK;
    if (!left || !right)
        return BOND_NONE;
    /* Both are words by themselves and together: a whole line of one of them is no word of its own. */
    return is_fragment(line) ? BOND_UNSURE_NONE : BOND_BLANK;
}

/* "tri", "ể", "n": the vowel alone is a syllable, and with all three it is seen that it is none. Takes its blank away. */
static bool mend_fragment(struct joined *joined, const char *line)
{
    size_t blank = joined->fragment;
    if (!blank)
        return false;
    char *data = joined->text.data;
    data[blank] = '\0';
    size_t tail = letters_at_end(data), head = letters_at_start(line);
    struct spelling spelling = { 0 };
    spell(&spelling, data + blank - tail, tail);
    spell(&spelling, data + blank + 1, joined->text.length - blank - 1);
    spell(&spelling, line, head);
    data[blank] = ' ';
    if (!tail || !head || !spelling_is_syllable(&spelling))
        return false;
    memmove(data + blank, data + blank + 1, joined->text.length - blank);
    joined->text.length--;
    return true;
}

/* A word of one letter: "i với". */
static bool begins_with_vowel(const char *line)
{
    size_t head = letters_at_start(line);
    return head && utf8_length(line) - utf8_length(line + head) == 1 && is_syllable(line, head, "", 0);
}

/* True if what the text ends with and what the line begins with are one syllable. */
static bool is_whole(const struct joined *joined, const char *line)
{
    size_t tail = letters_at_end(joined->text.data);
    return is_syllable(joined->text.data + joined->text.length - tail, tail, line, letters_at_start(line));
}

void join(struct joined *joined, const char *line)
{
    if (!joined->text.length) {
        text_add(&joined->text, line);
        return;
    }
    enum bond bond = mend_fragment(joined, line) ? BOND_NONE : bond_of(text_str(&joined->text), line);
    /* "đ", "ố", "i với": a vowel by itself behind a piece of a word ends that word. */
    if (bond == BOND_BLANK && joined->piece && begins_with_vowel(line) && is_whole(joined, line))
        bond = BOND_UNSURE_NONE;
    joined->piece = is_fragment(line);
    joined->fragment = bond == BOND_BLANK && is_fragment(line) ? joined->text.length : 0;
    if (bond == BOND_BLANK)
        text_add(&joined->text, " ");
    text_add(&joined->text, line);
    if (bond == BOND_UNSURE_NONE)
        joint_at_end(joined, strlen(line));
}
