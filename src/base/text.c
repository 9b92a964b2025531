#include "base/text.h"

#include <stdarg.h>

#include <utf8proc.h>

#include "base/format.h"

struct text text_in(struct arena *arena)
{
    return (struct text){ .arena = arena };
}

/* A short text takes hardly more than it needs, as long as nothing else is allocated before it is whole. */
static size_t capacity_for(const struct text *text, size_t need)
{
    enum { STEP = 16, SHORT = 256 };
    size_t grown = text->capacity < SHORT ? need + STEP - need % STEP : text->capacity * 2;
    return grown > need ? grown : need;
}

/* Where else the text can be: what it was is gone if it lay apart, else stays as garbage. */
static char *moved(const struct text *text, size_t capacity)
{
    char *data = text->data ? arena_enlarge(text->arena, text->data, text->capacity, capacity) : NULL;
    if (data)
        return data;
    data = arena_room(text->arena, capacity, 1);
    if (text->data)
        memcpy(data, text->data, text->length);
    return data;
}

static void grow(struct text *text, size_t need)
{
    size_t capacity = capacity_for(text, need);
    if (!text->data || !arena_extend(text->arena, text->data, text->capacity, capacity - text->capacity)) {
        capacity = text->data && text->capacity * 2 > need ? text->capacity * 2 : capacity;
        text->data = moved(text, capacity);
    }
    text->capacity = capacity;
}

/* Apart from growing, which is rare: nothing is called more often. */
static inline void reserve(struct text *text, size_t more)
{
    size_t need = text->length + more + 1;
    if (!text->data || need > text->capacity)
        grow(text, need);
}

void text_addn(struct text *text, const char *more, size_t length)
{
    reserve(text, length);
    if (length)
        memcpy(text->data + text->length, more, length);
    text->length += length;
    text->data[text->length] = '\0';
}

/* Printed where it is going to stand if there is some room; otherwise where there is, so that it is printed once. */
void text_addf(struct text *text, const char *format, ...)
{
    enum { ROOM = 256 };
    char start[ROOM];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t left = text->data ? text->capacity - text->length : 0;
    bool inside = left >= ROOM;
    size_t room = inside ? left : sizeof start;
    size_t length = format_print(inside ? text->data + text->length : start, room, format, args);
    va_end(args);
    if (length >= room) {
        reserve(text, length);
        format_print(text->data + text->length, length + 1, format, again);
        text->length += length;
    } else if (inside) {
        text->length += length;
    } else {
        text_addn(text, start, length);
    }
    va_end(again);
}

void text_add_number(struct text *text, uint64_t number)
{
    enum { DIGITS_MAX = 20 };
    char digits[DIGITS_MAX], *end = digits + sizeof digits, *at = end;
    do
        *--at = (char)('0' + number % 10);
    while (number /= 10);
    text_addn(text, at, (size_t)(end - at));
}

const char *text_str(const struct text *text)
{
    return text->data ? text->data : "";
}

/* Eight bytes at a time: of one that is below a blank the difference, of DEL the sum, of one beyond ASCII itself has the top bit. */
size_t utf8_plain_run(const char *text, size_t length)
{
    const uint64_t ones = 0x0101010101010101, tops = ones << 7;
    size_t run = 0;
    for (uint64_t word; length - run >= sizeof word; run += sizeof word) {
        memcpy(&word, text + run, sizeof word);
        if (((word - ones * ' ') | (word + ones) | word) & tops)
            break;
    }
    while (run < length && text[run] >= ' ' && (unsigned char)text[run] < 0x7f)
        run++;
    return run;
}

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

/*
 * The length of the code point that a text starts with, or 0 if it starts none. The library is asked about all but what
 * Vietnamese consists of: one byte, two, or three outside the surrogates.
 */
static size_t decode(const char *text, size_t length, uint32_t *codepoint)
{
    const unsigned char *at = (const unsigned char *)text;
    if (length >= 1 && at[0] < 0x80) {
        *codepoint = at[0];
        return 1;
    }
    if (length >= 2 && at[0] >= 0xc2 && at[0] < 0xe0 && is_continuation(at[1])) {
        *codepoint = (at[0] & 0x1fU) << 6 | (at[1] & 0x3fU);
        return 2;
    }
    if (length >= 3 && at[0] > 0xe0 && at[0] < 0xed && is_continuation(at[1]) && is_continuation(at[2])) {
        *codepoint = (at[0] & 0xfU) << 12 | (at[1] & 0x3fU) << 6 | (at[2] & 0x3fU);
        return 3;
    }
    utf8proc_int32_t other = 0;
    utf8proc_ssize_t step = utf8proc_iterate(at, (utf8proc_ssize_t)length, &other);
    *codepoint = step > 0 ? (uint32_t)other : 0;
    return step > 0 ? (size_t)step : 0;
}

/* Latin letters and signs, nearly all that a Vietnamese text has; none of them is hidden. */
static bool is_usual(uint32_t codepoint)
{
    static const uint32_t SOFT_HYPHEN = 0xad;
    return (codepoint >= ' ' && codepoint < 0x7f) || (codepoint >= 0xa0 && codepoint < 0x300 && codepoint != SOFT_HYPHEN) ||
           (codepoint >= 0x1e00 && codepoint <= 0x1eff);
}

bool utf8_is_hidden(uint32_t codepoint)
{
    if (is_usual(codepoint) || codepoint == '\t' || codepoint == '\n' || codepoint == '\r')
        return false;
    switch (utf8proc_category((utf8proc_int32_t)codepoint)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    default: return codepoint == 0xfffe || codepoint == 0xffff;
    }
}

bool utf8_is_capital(uint32_t codepoint)
{
    return utf8proc_category((utf8proc_int32_t)codepoint) == UTF8PROC_CATEGORY_LU;
}

bool utf8_is_letter(uint32_t codepoint)
{
    if (codepoint < 0x80)
        return (codepoint >= 'a' && codepoint <= 'z') || (codepoint >= 'A' && codepoint <= 'Z');
    switch (utf8proc_category((utf8proc_int32_t)codepoint)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return true;
    default: return false;
    }
}

/* Offset of the first difference between a text and its NFC form, stepped back to the start of its base letter. */
static size_t first_difference(const char *text, const char *composed)
{
    size_t at = 0;
    while (text[at] && text[at] == composed[at])
        at++;
    while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80)
        at--;
    return at;
}

/*
 * Ranges of letters and signs that compose with nothing before them and are their own composed form, so that text of them
 * alone is in NFC (Unicode Standard Annex 15, quick check). All of Vietnamese is in them; test_text.c tries each.
 */
static bool is_composed_already(uint32_t codepoint)
{
    return codepoint < 0x300 || (codepoint >= 0x1e00 && codepoint <= 0x1eff) ||
           (codepoint >= 0x2010 && codepoint <= 0x2027);
}

static bool is_plainly_composed(const char *text, size_t length)
{
    const char *end = text + length;
    uint32_t codepoint;
    while (text < end) {
        if ((unsigned char)*text < 0x80)
            text++;
        else if (!utf8_step(&text, end, &codepoint) || !is_composed_already(codepoint))
            return false;
    }
    return true;
}

static enum utf8_fault check_nfc(const char *text, size_t length, size_t *offset)
{
    utf8proc_uint8_t *composed = NULL;
    if (is_plainly_composed(text, length))
        return UTF8_OK;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &composed,
                                         UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    enum utf8_fault fault = UTF8_OK;
    if (size < 0) {
        *offset = 0;
        fault = UTF8_INVALID;
    } else if ((size_t)size != length || memcmp(composed, text, length) != 0) {
        *offset = first_difference(text, (const char *)composed);
        fault = UTF8_NOT_NFC;
    }
    free(composed);
    return fault;
}

enum utf8_fault utf8_check(const char *text, size_t length, size_t *offset)
{
    bool ascii = true;
    for (size_t at = 0; at < length;) {
        uint32_t c;
        size_t step = decode(text + at, length - at, &c);
        *offset = at;
        if (!step)
            return UTF8_INVALID;
        if (utf8_is_hidden(c))
            return UTF8_CONTROL;
        ascii = ascii && c < 0x80;
        at += step;
    }
    return ascii ? UTF8_OK : check_nfc(text, length, offset);
}

const char *utf8_shown(struct arena *arena, const char *text)
{
    struct text out = text_in(arena);
    bool valid = true;
    for (const char *at = text; *at;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)at, -1, &c);
        bool seen = step > 0 && !utf8_is_hidden((uint32_t)c);
        valid = valid && seen;
        if (seen)
            text_addn(&out, at, (size_t)step);
        for (utf8proc_ssize_t byte = 0; !seen && byte < (step > 0 ? step : 1); byte++)
            text_addf(&out, "%%%02X", (unsigned)(unsigned char)at[byte]);
        at += step > 0 ? step : 1;
    }
    return valid ? text : text_str(&out);
}

bool utf8_is_composed(const char *text, size_t length, size_t *offset)
{
    return check_nfc(text, length, offset) == UTF8_OK;
}

bool utf8_step(const char **text, const char *end, uint32_t *codepoint)
{
    size_t step = decode(*text, (size_t)(end - *text), codepoint);
    *text += step ? step : 1;
    return step != 0;
}

/* Nothing behind the end of the text is looked at: its zero continues no code point. */
uint32_t utf8_next_long(const char **text)
{
    enum { CODE_POINT_MAX = 4, REPLACEMENT = 0xfffd };
    uint32_t c;
    size_t step = decode(*text, CODE_POINT_MAX, &c);
    *text += step ? step : 1;
    return step ? c : (uint32_t)REPLACEMENT;
}

size_t utf8_length(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

void text_add_codepoint(struct text *text, uint32_t codepoint)
{
    if (codepoint < 0x80) {
        text_addn(text, &(char){ (char)codepoint }, 1);
        return;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char((utf8proc_int32_t)codepoint, bytes);
    text_addn(text, (const char *)bytes, (size_t)size);
}

const char *utf8_plain(struct arena *arena, uint32_t codepoint)
{
    enum { PARTS = 32 };
    utf8proc_int32_t parts[PARTS];
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)codepoint, parts, PARTS, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);
    struct text out = text_in(arena);
    bool other = count > 1 || (count == 1 && parts[0] != (utf8proc_int32_t)codepoint);
    for (utf8proc_ssize_t i = 0; other && i < count && i < PARTS; i++)
        text_add_codepoint(&out, (uint32_t)parts[i]);
    return text_str(&out);
}

static char *map_case(struct arena *arena, const char *text, utf8proc_int32_t (*map)(utf8proc_int32_t))
{
    struct text out = text_in(arena);
    text_add(&out, "");
    for (uint32_t c; (c = utf8_next(&text)) != 0;)
        text_add_codepoint(&out, (uint32_t)map((utf8proc_int32_t)c));
    return out.data;
}

char *utf8_upper(struct arena *arena, const char *text)
{
    return map_case(arena, text, utf8proc_toupper);
}

char *utf8_lower(struct arena *arena, const char *text)
{
    return map_case(arena, text, utf8proc_tolower);
}

const char *utf8_compose(struct arena *arena, const char *text)
{
    utf8proc_uint8_t *composed = utf8proc_NFC((const utf8proc_uint8_t *)text);
    const char *copy = composed ? arena_string(arena, (const char *)composed) : text;
    free(composed);
    return copy;
}

char *text_collapse(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, strlen(text) + 1, 1), *end = out;
    for (; *text; text++) {
        bool blank = *text == ' ' || *text == '\t' || *text == '\n' || *text == '\r';
        if (!blank)
            *end++ = *text;
        else if (end > out && end[-1] != ' ')
            *end++ = ' ';
    }
    if (end > out && end[-1] == ' ')
        end--;
    *end = '\0';
    return out;
}

const char *text_machine_name(struct arena *arena, const char *text, char between)
{
    static const uint32_t D_WITH_STROKE = 0x111; /* no mark that could be taken off */
    struct text out = text_in(arena);
    for (const char *at = utf8_lower(arena, text); *at;) {
        uint32_t letter = utf8_next(&at);
        const char *plain = utf8_plain(arena, letter);
        uint32_t base = letter == D_WITH_STROKE ? 'd' : *plain ? (uint32_t)(unsigned char)*plain : letter;
        bool kept = (base >= 'a' && base <= 'z') || (base >= '0' && base <= '9');
        if (kept || (out.length && out.data[out.length - 1] != between))
            text_add_codepoint(&out, kept ? base : (uint32_t)(unsigned char)between);
    }
    while (out.length && out.data[out.length - 1] == between)
        out.data[--out.length] = '\0';
    return text_str(&out);
}

/* The two places of a tone, and blanks that are none to XML. */
static const char *const SAME_IN_NAMES[][2] = {
    { "oà", "òa" },    { "oá", "óa" },    { "oả", "ỏa" },    { "oã", "õa" },    { "oạ", "ọa" },
    { "oè", "òe" },    { "oé", "óe" },    { "oẻ", "ỏe" },    { "oẽ", "õe" },    { "oẹ", "ọe" },
    { "uỳ", "ùy" },    { "uý", "úy" },    { "uỷ", "ủy" },    { "uỹ", "ũy" },    { "uỵ", "ụy" },
    { "\u00a0", " " }, { "\u2007", " " }, { "\u2009", " " }, { "\u202f", " " }, { "\u3000", " " },
};

/* The bytes that one of them may begin with. */
static const char FIRST_IN_NAMES[] = "ou\xc2\xe2\xe3";

const char *text_name_key(struct arena *arena, const char *name)
{
    const char *lower = utf8_lower(arena, name);
    struct text out = text_in(arena);
    while (*lower) {
        size_t i = 0, count = sizeof SAME_IN_NAMES / sizeof *SAME_IN_NAMES, plain = strcspn(lower, FIRST_IN_NAMES);
        text_addn(&out, lower, plain);
        lower += plain;
        while (*lower && i < count && strncmp(lower, SAME_IN_NAMES[i][0], strlen(SAME_IN_NAMES[i][0])) != 0)
            i++;
        if (*lower && i < count) {
            text_add(&out, SAME_IN_NAMES[i][1]);
            lower += strlen(SAME_IN_NAMES[i][0]);
        } else if (*lower) {
            text_addn(&out, lower++, 1);
        }
    }
    return text_collapse(arena, text_str(&out));
}

bool text_same_name(struct arena *arena, const char *a, const char *b)
{
    return strcmp(text_name_key(arena, a), text_name_key(arena, b)) == 0;
}

static const char *with_first(struct arena *arena, const char *text, char *(*cased)(struct arena *, const char *))
{
    const char *rest = text;
    if (!*text)
        return text;
    struct text first = text_in(arena);
    text_add_codepoint(&first, utf8_next(&rest));
    return arena_printf(arena, "%s%s", cased(arena, text_str(&first)), rest);
}

const char *text_with_capital(struct arena *arena, const char *text)
{
    return with_first(arena, text, utf8_upper);
}

const char *text_with_small(struct arena *arena, const char *text)
{
    return with_first(arena, text, utf8_lower);
}
