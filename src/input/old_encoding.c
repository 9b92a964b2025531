#include "input/old_encoding.h"

#include "base/syllable.h"
#include "base/text.h"

enum { FIRST = 0xa1, LAST = 0xfe, WORDS_KEPT = 3 };

/* A word of letters: those of ASCII, and what the old encodings have instead of the Vietnamese ones. */
struct word {
    const char *start;
    size_t length;
    bool candidate; /* has some of both, and nothing else */
};

typedef void read_word(struct spelling *spelling, const struct word *word);

/* What was seen of one encoding. */
struct trace {
    const char *name;
    struct word words[WORDS_KEPT]; /* the first different ones */
    size_t different, count;
    const char *end; /* of the last one */
    bool sure;
};

/* TCVN3 by code, from 0xA1: the letter, '.' if it is none, and the number of its tone. */
static const char TCVN3[] =
    "ABEOPUDABEOPUD......aaaaa.AAAA.......ABBBBBe.eeeeEEEEEii...iiio.ooooOOOOOPPPPPu.uuuuUUUUUyyyyy";
static const char TCVN3_TONES[] =
    "0000000000000000000012345012340000000512345102345123451200034510234512345123451023451234512345";

static bool is_ascii_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char small(uint32_t c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static void read_unicode(struct spelling *spelling, const struct word *word)
{
    for (const char *at = word->start; at < word->start + word->length;)
        spelling_add_unicode(spelling, utf8_next(&at));
}

static void read_tcvn3(struct spelling *spelling, const struct word *word)
{
    for (const char *at = word->start; at < word->start + word->length;) {
        uint32_t c = utf8_next(&at);
        if (is_ascii_letter(c))
            spelling_add(spelling, small(c), TONE_LEVEL);
        else if (c >= FIRST && c <= LAST)
            spelling_add(spelling, TCVN3[c - FIRST], (enum tone)(TCVN3_TONES[c - FIRST] - '0'));
    }
}

/* A letter of VNI that stands alone. */
static bool read_single(struct spelling *spelling, uint32_t c)
{
    static const struct {
        uint16_t code;
        char letter;
        enum tone tone;
    } SINGLE[] = {
        { 0xf4, 'P', TONE_LEVEL }, { 0xf6, 'U', TONE_LEVEL }, { 0xf1, 'D', TONE_LEVEL },
        { 0xec, 'i', TONE_HUYEN }, { 0xe6, 'i', TONE_HOI },   { 0xf3, 'i', TONE_NGA },
        { 0xed, 'i', TONE_SAC },   { 0xf2, 'i', TONE_NANG },  { 0xee, 'y', TONE_NANG },
    };
    for (size_t i = 0; i < sizeof SINGLE / sizeof *SINGLE; i++)
        if (SINGLE[i].code == c) {
            spelling_add(spelling, SINGLE[i].letter, SINGLE[i].tone);
            return true;
        }
    return false;
}

/* A mark of VNI behind a letter: it gives the letter a tone, or makes another letter of it, or both. */
static bool read_mark(struct spelling *spelling, uint32_t c)
{
    static const char ALL[] = "aeouyPU", ROOF[] = "aeo", ROOFED[] = "BEO";
    static const struct {
        uint16_t code;
        const char *from, *to;
        enum tone tone;
    } MARKS[] = {
        { 0xf8, ALL, ALL, TONE_HUYEN },     { 0xfb, ALL, ALL, TONE_HOI },      { 0xf5, ALL, ALL, TONE_NGA },
        { 0xf9, ALL, ALL, TONE_SAC },       { 0xef, ALL, ALL, TONE_NANG },     { 0xe2, ROOF, ROOFED, TONE_LEVEL },
        { 0xe0, ROOF, ROOFED, TONE_HUYEN }, { 0xe5, ROOF, ROOFED, TONE_HOI },  { 0xe3, ROOF, ROOFED, TONE_NGA },
        { 0xe1, ROOF, ROOFED, TONE_SAC },   { 0xe4, ROOF, ROOFED, TONE_NANG }, { 0xea, "a", "A", TONE_LEVEL },
        { 0xe8, "a", "A", TONE_HUYEN },     { 0xfa, "a", "A", TONE_HOI },      { 0xfc, "a", "A", TONE_NGA },
        { 0xe9, "a", "A", TONE_SAC },       { 0xeb, "a", "A", TONE_NANG },
    };
    char *last = spelling->length ? &spelling->letters[spelling->length - 1] : NULL;
    for (size_t i = 0; last && i < sizeof MARKS / sizeof *MARKS; i++) {
        const char *at = MARKS[i].code == c ? strchr(MARKS[i].from, *last) : NULL;
        if (at) {
            *last = MARKS[i].to[at - MARKS[i].from];
            spelling_add_tone(spelling, MARKS[i].tone);
            return true;
        }
    }
    return false;
}

static void read_vni(struct spelling *spelling, const struct word *word)
{
    enum { CAPITALS_FIRST = 0xc0, CAPITALS_LAST = 0xde, TO_SMALL = 0x20 };
    for (const char *at = word->start; at < word->start + word->length;) {
        uint32_t c = utf8_next(&at);
        if (c >= CAPITALS_FIRST && c <= CAPITALS_LAST)
            c += TO_SMALL;
        if (is_ascii_letter(c))
            spelling_add(spelling, small(c), TONE_LEVEL);
        else if (!read_mark(spelling, c) && !read_single(spelling, c))
            spelling->foreign = true;
    }
}

static bool is_syllable(read_word *read, const struct word *word)
{
    struct spelling spelling = { 0 };
    read(&spelling, word);
    return spelling_is_syllable(&spelling);
}

static bool is_punctuation(uint32_t c)
{
    enum { GENERAL_FIRST = 0x2000, GENERAL_LAST = 0x2bff, PRIVATE_FIRST = 0xe000 };
    return c < FIRST || (c >= GENERAL_FIRST && c <= GENERAL_LAST) || c >= PRIVATE_FIRST;
}

/*
 * The word at `text` or behind it; length 0 at the end. « before a word and » behind it are quotes; in a word they are the
 * ô and ằ of TCVN3.
 */
static struct word next_word(const char *text)
{
    enum { QUOTE = 0xab };
    static const char CLOSING[] = "»";
    const size_t closing = sizeof CLOSING - 1;
    struct word word = { .candidate = false };
    bool ascii = false, high = false, pure = true;
    while (*text) {
        const char *start = text;
        uint32_t c = utf8_next(&text);
        if ((!is_ascii_letter(c) && is_punctuation(c)) || (c == QUOTE && !word.length)) {
            if (word.length)
                break;
            continue;
        }
        if (!word.length)
            word.start = start;
        word.length = (size_t)(text - word.start);
        ascii = ascii || is_ascii_letter(c);
        high = high || c >= FIRST;
        pure = pure && c <= LAST;
    }
    word.candidate = ascii && high && pure;
    if (word.length > closing && memcmp(word.start + word.length - closing, CLOSING, closing) == 0)
        word.length -= closing;
    return word;
}

/*
 * The next place that may be in a word with letters beyond ASCII, which any candidate has: where the letters before the next of
 * them begin, or the end.
 */
static const char *skip_ascii(const char *text, const char *end)
{
    const char *at = text;
    while ((at += utf8_plain_run(at, (size_t)(end - at))) < end && (unsigned char)*at < 0x80)
        at++;
    while (*at && at > text && is_ascii_letter((unsigned char)at[-1]))
        at--;
    return at;
}

static bool same(const struct word *a, const struct word *b)
{
    return a->length == b->length && memcmp(a->start, b->start, a->length) == 0;
}

/*
 * A sign where only TCVN3 has a letter: "n¨m", "th¸ng". Unicode has no word with such a sign before another letter, so that one
 * word is enough. The signs that do stand between letters ("N·m", "m²s", quotes, degrees) are not among them.
 */
static bool has_sign_inside(const struct word *word)
{
    static const char SIGNS[] = "\xa8\xa9\xac\xae\xb6\xb8\xbc\xbd\xbe";
    const char *end = word->start + word->length;
    for (const char *at = word->start; at < end;) {
        uint32_t c = utf8_next(&at);
        if (c >= FIRST && c <= LAST && memchr(SIGNS, (int)c, sizeof SIGNS - 1) && at < end)
            return true;
    }
    return false;
}

static void take(struct trace *trace, const struct word *word)
{
    bool next = trace->end && word->start == trace->end + 1 && *trace->end == ' ';
    bool new = true;
    trace->count++;
    trace->end = word->start + word->length;
    for (size_t i = 0; i < trace->different; i++)
        new = new && !same(&trace->words[i], word);
    if (new && trace->different < WORDS_KEPT)
        trace->words[trace->different++] = *word;
    trace->sure = trace->sure || trace->different == WORDS_KEPT || (next && new) || has_sign_inside(word);
}

static void report(const struct trace *trace, const char *text, const char *path, struct findings *findings)
{
    struct place place = { path, 1 };
    for (const char *at = text; at < trace->words[0].start; at++)
        place.line += *at == '\n';
    finding_add(findings, FINDING_OLD_ENCODING, place,
                arena_copy(findings->arena, trace->words[0].start, trace->words[0].length), trace->name,
                arena_printf(findings->arena, "%zu", trace->count), NULL);
}

bool old_encoding_check(const char *text, const char *path, struct findings *findings)
{
    struct trace traces[] = { { .name = "TCVN3 (ABC)" }, { .name = "VNI" } };
    size_t count = sizeof traces / sizeof *traces;
    bool found = false;
    const char *end = text + strlen(text);
    for (struct word word = next_word(skip_ascii(text, end)); word.length;
         word = next_word(skip_ascii(word.start + word.length, end))) {
        if (!word.candidate || is_syllable(read_unicode, &word))
            continue;
        bool tcvn3 = is_syllable(read_tcvn3, &word), vni = is_syllable(read_vni, &word);
        if (tcvn3 != vni) /* a word of both says nothing about which it is */
            take(&traces[vni], &word);
    }
    for (size_t i = 0; i < count; i++) {
        if (traces[i].sure)
            report(&traces[i], text, path, findings);
        found = found || traces[i].sure;
    }
    return found;
}
