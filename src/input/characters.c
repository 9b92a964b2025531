#include "input/characters.h"

#include "base/syllable.h"
#include "base/text.h"
#include "input/old_encoding.h"
#include "input/xml_scan.h"

enum {
    WORD_SHOWN = 60,     /* bytes of a word that a message repeats, to each side of the fault */
    DECOMPOSED_MAX = 10, /* lines of decomposed letters that are told one by one; more are a whole file of them */
    CAPITALS_MAX = 6,    /* letters of an abbreviation */
    CAPITAL_ETH = 0xd0,
    SMALL_ETH = 0xf0,
    CAPITAL_D_STROKE = 0x110,
    SMALL_D_STROKE = 0x111,
    SOFT_HYPHEN = 0xad,
    WORD_BULLET = 0xf0b7
};

/* Text as it is looked at, line by line. */
struct reading {
    const struct alphabet *alphabet;
    struct findings *findings;
    struct place place;
    bool old_encoding; /* soft hyphen and Ð are letters there */
    struct {
        long line;
        const char *word;
    } decomposed[DECOMPOSED_MAX];
    size_t decomposed_count; /* of lines; the first few of them are kept */
};

static bool is_delimiter(char c)
{
    return c == '\0' || strchr(" \t\r\n<>\"", c) != NULL;
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

static const char *without_hidden(struct arena *arena, const char *word, const char *end)
{
    struct text out = text_in(arena);
    for (const char *at = word; at < end; at = word) {
        uint32_t c;
        if (!utf8_step(&word, end, &c))
            text_add(&out, "?");
        else if (!utf8_is_hidden(c))
            text_addn(&out, at, (size_t)(word - at));
    }
    return text_str(&out);
}

/* From the word around one place to that around another, for a message: as much of it as is of use, without what nobody sees. */
static const char *words_at(struct arena *arena, const char *text, size_t length, size_t offset, size_t last)
{
    size_t start = offset, end = last;
    while (start > 0 && offset - start < WORD_SHOWN && !is_delimiter(text[start - 1]))
        start--;
    while (start < offset && is_continuation(text[start]))
        start++;
    while (end < length && end - last < WORD_SHOWN && !is_delimiter(text[end]))
        end++;
    while (end < length && is_continuation(text[end]))
        end++;
    return without_hidden(arena, text + start, text + end);
}

static const char *word_at(struct arena *arena, const char *text, size_t length, size_t offset)
{
    return words_at(arena, text, length, offset, offset);
}

static const char *code_name(struct arena *arena, uint32_t c)
{
    return arena_printf(arena, "U+%04X", (unsigned)c);
}

static void report_hidden(struct findings *findings, struct place place, const char *text, size_t length, size_t offset,
                          uint32_t c)
{
    const char *code = NULL, *word = NULL;
    if (!findings_full(findings, FINDING_CONTROL_CHARACTER, place.file)) {
        code = code_name(findings->arena, c);
        word = word_at(findings->arena, text, length, offset);
    }
    finding_add(findings, FINDING_CONTROL_CHARACTER, place, code, word, NULL);
}

/* Characters that XML cannot have at all. */
static bool is_no_xml(uint32_t c)
{
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff;
}

/* UTF-16 and UTF-32 have a zero byte in each of the ASCII characters that a file starts with. */
static bool is_utf16(const char *bytes, size_t length)
{
    enum { LOOKED_AT = 64, ZEROS = 4 };
    size_t zeros = 0, looked_at = 0;
    for (; looked_at < length && looked_at < LOOKED_AT; looked_at++)
        zeros += bytes[looked_at] == '\0';
    bool marked = length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0);
    return marked || (zeros && zeros * ZEROS >= looked_at);
}

/* The first line that is not UTF-8, and how many there are. */
struct invalid {
    long first, last, count;
    size_t offset; /* in the first */
};

static void take_invalid(struct invalid *invalid, long line, size_t offset)
{
    if (!invalid->count) {
        invalid->first = line;
        invalid->offset = offset;
    }
    invalid->count += invalid->last != line;
    invalid->last = line;
}

static bool report_invalid(const struct invalid *invalid, const char *path, struct findings *findings)
{
    if (invalid->count)
        finding_add(findings, FINDING_NOT_UTF8, (struct place){ path, invalid->first },
                    arena_printf(findings->arena, "%zu", invalid->offset + 1),
                    arena_printf(findings->arena, "%ld", invalid->count), NULL);
    return !invalid->count;
}

bool bytes_check(char *bytes, size_t length, const char *path, bool *clean, struct findings *findings)
{
    struct invalid invalid = { 0 };
    struct place place = { path, 1 };
    const char *line = bytes;
    long told = 0; /* the last line with a character that XML cannot have */
    if (is_utf16(bytes, length))
        return finding_add(findings, FINDING_UTF16, (struct place){ path, 0 }, NULL), false;
    for (const char *at = bytes; at += utf8_plain_run(at, (size_t)(bytes + length - at)), at < bytes + length;) {
        size_t start = (size_t)(at - bytes);
        uint32_t c;
        if (!utf8_step(&at, bytes + length, &c)) {
            take_invalid(&invalid, place.line, (size_t)(bytes + start - line));
        } else if (c == '\n') {
            place.line++;
            line = at;
        } else if (is_no_xml(c)) {
            if (told != place.line)
                report_hidden(findings, place, bytes, length, start, c);
            told = place.line;
            *clean = false;
            memset(bytes + start, ' ', (size_t)(at - bytes) - start);
        }
    }
    return report_invalid(&invalid, path, findings);
}

/* What a character that the fonts lack can be written as, in Vietnamese and English. */
static void report_missing(const struct reading *reading, const char *line, size_t length, size_t offset, uint32_t c)
{
    struct findings *findings = reading->findings;
    struct arena *arena = findings->arena;
    const char *vi = "ký tự khác, có trong phông chữ ấy", *en = "another character, which the fonts have";
    if (findings_full(findings, FINDING_NOT_IN_FONTS, reading->place.file)) {
        finding_add(findings, FINDING_NOT_IN_FONTS, reading->place, NULL);
        return;
    }
    const char *plain = c == WORD_BULLET ? "•" : utf8_plain(arena, c), *at = plain;
    bool known = *plain != '\0';
    while (*at)
        known = alphabet_has(reading->alphabet, utf8_next(&at)) && known;
    if (known && strcmp(plain, " ") == 0) {
        vi = "dấu cách thường";
        en = "a plain blank";
    } else if (known) {
        vi = en = arena_printf(arena, "«%s»", plain);
    }
    finding_add(findings, FINDING_NOT_IN_FONTS, reading->place, code_name(arena, c), word_at(arena, line, length, offset),
                vi, en, NULL);
}

static bool is_eth(uint32_t c)
{
    return c == CAPITAL_ETH || c == SMALL_ETH;
}

static uint32_t d_stroke(uint32_t eth)
{
    return eth == CAPITAL_ETH ? CAPITAL_D_STROKE : SMALL_D_STROKE;
}

static const char *with_d_stroke(struct arena *arena, const char *word)
{
    struct text out = text_in(arena);
    for (const char *at = word; *at; at = word) {
        uint32_t c = utf8_next(&word);
        if (is_eth(c))
            text_add(&out, c == CAPITAL_ETH ? "Đ" : "đ");
        else
            text_addn(&out, at, (size_t)(word - at));
    }
    return text_str(&out);
}

/* Whether letters with an eth in them are a Vietnamese word or abbreviation: "Ðiều", "QÐ"; Guðmundur is a name. */
static bool is_misspelt(const char *letters, const char *end)
{
    struct spelling spelling = { 0 };
    size_t capitals = 0, count = 0;
    for (const char *at = letters; at < end; count++) {
        uint32_t c = utf8_next(&at);
        spelling_add_unicode(&spelling, is_eth(c) ? d_stroke(c) : c);
        capitals += utf8_is_capital(c);
    }
    return spelling_is_syllable(&spelling) || (capitals == count && count <= CAPITALS_MAX);
}

/* The letter at `at` is an eth: true, and it is told, if it stands for a Vietnamese one. */
static bool check_eth(const struct reading *reading, const char *line, size_t length, const char *word, const char *at)
{
    struct arena *arena = reading->findings->arena;
    const char *end = at;
    for (const char *next = at; next < line + length && next - word <= WORD_SHOWN && utf8_is_letter(utf8_next(&next));)
        end = next;
    if (end - word > WORD_SHOWN || !is_misspelt(word, end))
        return false;
    const char *shown = word_at(arena, line, length, (size_t)(at - line));
    finding_add(reading->findings, FINDING_ETH, reading->place, shown, with_d_stroke(arena, shown), NULL);
    return true;
}

/* Where the letters begin that stand directly before a place in a line. */
static const char *letters_before(const char *line, const char *at)
{
    for (const char *start = at; start > line; at = start) {
        do
            start--;
        while (start > line && is_continuation(*start));
        const char *next = start;
        if (!utf8_is_letter(utf8_next(&next)))
            break;
    }
    return at;
}

/* Each kind of fault once a line. */
static void check_each(const struct reading *reading, const char *line, size_t length, bool composed)
{
    bool hidden = false, missing = !composed, eth = reading->old_encoding;
    for (const char *at = line; at += utf8_plain_run(at, (size_t)(line + length - at)), at < line + length;) {
        const char *start = at;
        size_t offset = (size_t)(start - line);
        uint32_t c = utf8_next(&at);
        if (is_eth(c) && !eth) {
            eth = check_eth(reading, line, length, letters_before(line, start), start);
        } else if (utf8_is_hidden(c)) {
            if (!hidden && !(c == SOFT_HYPHEN && reading->old_encoding))
                report_hidden(reading->findings, reading->place, line, length, offset, c);
            hidden = true;
        } else if (!missing && c >= 0x80 && !alphabet_has(reading->alphabet, c)) {
            report_missing(reading, line, length, offset, c);
            missing = true;
        }
    }
}

/*
 * What of a line is decomposed, from the first such word to the last, so that it is typed again once; the first word alone
 * where tags or too much stands between them. `offset` is in the first one.
 */
static const char *decomposed_words(struct arena *arena, const char *line, size_t length, size_t offset)
{
    enum { MOST = 120 };
    size_t last = offset, at = offset, next;
    for (;;) {
        while (at < length && !is_delimiter(line[at]))
            at++;
        if (at == length || line[at] != ' ' || at - offset > MOST || utf8_is_composed(line + at, length - at, &next))
            break;
        for (next += at; at < next && !strchr("<>\"\t", line[at]);)
            at++;
        if (at < next)
            break;
        last = at;
    }
    return words_at(arena, line, length, offset, last);
}

static void check_line(struct reading *reading, const char *line, size_t length)
{
    size_t offset = 0;
    while ((offset += utf8_plain_run(line + offset, length - offset)) < length &&
           (line[offset] == '\t' || line[offset] == '\r'))
        offset++;
    if (offset == length)
        return;
    bool composed = utf8_is_composed(line, length, &offset);
    if (!composed && reading->decomposed_count++ < DECOMPOSED_MAX) {
        reading->decomposed[reading->decomposed_count - 1].line = reading->place.line;
        reading->decomposed[reading->decomposed_count - 1].word =
            decomposed_words(reading->findings->arena, line, length, offset);
    }
    check_each(reading, line, length, composed);
}

/* A few words are typed again; a whole file is converted. */
static void report_decomposed(const struct reading *reading)
{
    struct findings *findings = reading->findings;
    struct place place = { reading->place.file, reading->decomposed[0].line };
    if (reading->decomposed_count > DECOMPOSED_MAX) {
        finding_add(findings, FINDING_FILE_NOT_NFC, place, arena_printf(findings->arena, "%zu", reading->decomposed_count),
                    NULL);
        return;
    }
    for (size_t i = 0; i < reading->decomposed_count; i++) {
        const char *word = reading->decomposed[i].word;
        place.line = reading->decomposed[i].line;
        finding_add(findings, FINDING_NOT_NFC, place, word, utf8_compose(findings->arena, word), NULL);
    }
}

bool characters_check(const char *text, const struct alphabet *alphabet, const char *path, struct findings *findings)
{
    struct arena arena = ARENA_INIT;
    struct reading reading = { .alphabet = alphabet, .findings = findings, .place = { path, 1 } };
    size_t before = findings->count;
    text = xml_plain(&arena, text);
    reading.old_encoding = old_encoding_check(text, path, findings);
    for (; *text; reading.place.line++) {
        size_t length = strcspn(text, "\n");
        check_line(&reading, text, length);
        text += length + (text[length] == '\n');
    }
    report_decomposed(&reading);
    arena_release(&arena);
    return findings->count == before;
}

bool characters_are_in(const char *text, const struct alphabet *alphabet)
{
    enum { BITS = 64, PLANE = 0x10000 };
    uint64_t seen[PLANE / BITS] = { 0 };
    if (strstr(text, "&#"))
        return false;
    while (*text) {
        uint32_t c = utf8_next(&text);
        if (c < 0x80 || (c < PLANE && seen[c / BITS] >> c % BITS & 1))
            continue;
        if (!alphabet_has(alphabet, c))
            return false;
        if (c < PLANE)
            seen[c / BITS] |= (uint64_t)1 << c % BITS;
    }
    return true;
}
