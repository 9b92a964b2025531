#include "report/breaks.h"

#include <linebreak.h>
#include <string.h>

#include "base/text.h"

struct word {
    const char *text;
    size_t length;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Letters beyond ASCII count; so do, harmlessly, signs beyond ASCII. */
static bool is_word_byte(char c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool word_is(struct word word, const char *const *list)
{
    for (; word.length && *list; list++)
        if (**list == *word.text && strlen(*list) == word.length && memcmp(*list, word.text, word.length) == 0)
            return true;
    return false;
}

/* The word without the brackets and stops around it. */
static struct word bare(struct word word)
{
    while (word.length && strchr("(.,;:", *word.text))
        word.text++, word.length--;
    while (word.length && strchr("().,;:/", word.text[word.length - 1]))
        word.length--;
    return word;
}

static struct word word_before(const char *text, size_t end)
{
    size_t start = end;
    while (start > 0 && text[start - 1] != ' ' && text[start - 1] != '\n')
        start--;
    return (struct word){ text + start, end - start };
}

static struct word word_after(const char *text, size_t start)
{
    return (struct word){ text + start, strcspn(text + start, " \n") };
}

static bool is_roman(struct word word)
{
    for (size_t i = 0; i < word.length; i++)
        if (!strchr("IVXLC", word.text[i]))
            return false;
    return word.length > 0;
}

static bool is_dash(struct word word)
{
    static const char *const DASHES[] = { "-", "–", "—", "−", NULL };
    return word_is(word, DASHES);
}

static bool starts_with_digit(struct word word)
{
    return word.length > 0 && is_digit(word.text[0]);
}

static bool ends_with_digit(struct word word)
{
    return word.length > 0 && is_digit(word.text[word.length - 1]);
}

/* "1.924,5 triệu", "Điều 1", "Mục II", "2021 - 2025" stay together. */
static bool belong_together(struct word before, struct word after, struct word third)
{
    static const char *const UNITS[] = { "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "%", NULL };
    static const char *const COUNTED[] = { "Điều", "điều", "Mục",  "mục",   "Khoản", "khoản", "Phụ", "lục", "LỤC",   "số",
                                           "Số",   "ngày", "Ngày", "tháng", "Tháng", "năm",   "Năm", "NĂM", "THÁNG", NULL };
    static const char *const PHU[] = { "Phụ", "phụ", "PHỤ", NULL };
    static const char *const LUC[] = { "lục", "LỤC", NULL };
    before = bare(before);
    after = bare(after);
    if (ends_with_digit(before) && word_is(after, UNITS))
        return true;
    if (word_is(before, COUNTED) && (starts_with_digit(after) || is_roman(after)))
        return true;
    if (word_is(before, PHU) && word_is(after, LUC))
        return starts_with_digit(bare(third)) || is_roman(bare(third));
    if (ends_with_digit(before) && is_dash(after))
        return starts_with_digit(bare(third));
    return false;
}

/* The pair on both sides of the blanks that end at `at`. */
static bool is_pair(const char *text, size_t first_blank, size_t at)
{
    struct word before = word_before(text, first_blank), after = word_after(text, at);
    size_t next = (size_t)(after.text - text) + after.length;
    struct word third = { text + next, 0 };
    if (text[next] == ' ')
        third = word_after(text, next + strspn(text + next, " "));
    if (belong_together(before, after, third))
        return true;
    if (!is_dash(before) || !starts_with_digit(bare(after)))
        return false;
    size_t end = (size_t)(before.text - text);
    while (end > 0 && text[end - 1] == ' ')
        end--;
    return end < (size_t)(before.text - text) && ends_with_digit(bare(word_before(text, end)));
}

/* "giai đoạn 2021-2025", whole. */
static bool is_period_name(struct word before, struct word after)
{
    static const char *const GIAI[] = { "Giai", "giai", "GIAI", NULL }, *const DOAN[] = { "đoạn", "ĐOẠN", NULL };
    if (word_is(before, DOAN))
        return starts_with_digit(after);
    return word_is(before, GIAI) && word_is(after, DOAN);
}

/* The syllables of one word, or the parts of a date. */
static bool is_compound(struct word before, struct word after, struct arena *arena)
{
    static const char *const WORDS[] = { "THƯƠNG MẠI", "ĐIỆN TỬ",    "KẾ HOẠCH",   "KINH PHÍ", "SỐ LIỆU",
                                         "MỤC TIÊU",   "HOẠT ĐỘNG",  "THỰC HIỆN",  "NHIỆM VỤ", "PHÁT TRIỂN",
                                         "TỔNG HỢP",   "QUYẾT ĐỊNH", "ỦY BAN",     "NHÂN DÂN", "CHỦ TỊCH",
                                         "ĐƠN VỊ",     "TỔ CHỨC",    "HÀNH CHÍNH", "ĐỊA BÀN",  "QUỐC GIA" };
    static const char *const DATE[] = { "tháng", "năm", NULL };
    if (ends_with_digit(before) && word_is(after, DATE))
        return true;
    const char *joined =
        utf8_upper(arena, arena_printf(arena, "%.*s %.*s", (int)before.length, before.text, (int)after.length, after.text));
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (strcmp(WORDS[i], joined) == 0)
            return true;
    return false;
}

/* A break at the blanks from first_blank to before `at`. */
static enum breaking between_words(const char *text, size_t first_blank, size_t at, bool whole_words, struct arena *arena)
{
    if (is_pair(text, first_blank, at))
        return BREAK_RESORT;
    struct word before = bare(word_before(text, first_blank)), after = bare(word_after(text, at));
    if (is_period_name(before, after) || (whole_words && is_compound(before, after, arena)))
        return BREAK_RELUCTANT;
    return BREAK_ALLOWED;
}

/* The number of a column ends there: "6", "(6)", "6a". */
static bool ends_operand(const char *text, size_t at)
{
    bool letter = text[at] >= 'a' && text[at] <= 'z' && at > 0 && is_digit(text[at - 1]);
    return is_digit(text[at]) || text[at] == ')' || letter;
}

/* Inside "(6)=(4)x(5)" of a number row: behind "=", else before an operator. */
static enum breaking inside_claim(const char *text, size_t at)
{
    char next = text[at + 1];
    if (text[at] == '=')
        return next && next != ' ' ? BREAK_RELUCTANT : BREAK_NEVER;
    return ends_operand(text, at) && next && strchr("+-*/:x", next) ? BREAK_RESORT : BREAK_NEVER;
}

/* Where the word that starts there becomes a claim, a column's number and "=": at its "="; SIZE_MAX if it does not. */
static size_t claim_of(const char *text, size_t start)
{
    struct word word = word_after(text, start);
    const char *equals = memchr(word.text, '=', word.length);
    bool number = starts_with_digit(word) || *word.text == '(';
    bool claim = number && equals && equals > word.text && ends_operand(text, (size_t)(equals - text) - 1);
    return claim ? (size_t)(equals - text) : SIZE_MAX;
}

/* A break inside a word, after the byte at `at`: codes, periods and addresses are broken only as a last resort. */
static enum breaking inside_word(const char *text, size_t at, size_t claim, enum breaking found)
{
    char next = text[at + 1];
    if (at >= claim)
        return inside_claim(text, at);
    if (text[at] == '/')
        return next && next != ' ' ? BREAK_RESORT : BREAK_NEVER;
    bool group = text[at] == '.' && at > 0 && is_digit(text[at - 1]) && is_digit(next);
    bool hyphen = text[at] == '-' && at > 0 && is_word_byte(text[at - 1]) && is_word_byte(next);
    bool dash = at >= 3 && memcmp(text + at - 2, "–", 3) == 0 && is_digit(text[at - 3]) && is_digit(next);
    if (group || hyphen || dash)
        return BREAK_RESORT;
    return found;
}

static enum breaking translate(char found)
{
    switch (found) {
    case LINEBREAK_MUSTBREAK: return BREAK_FORCED;
    case LINEBREAK_ALLOWBREAK: return BREAK_ALLOWED;
    default: return BREAK_NEVER;
    }
}

static void initialize_once(void)
{
    static bool done;
    if (!done)
        init_linebreak();
    done = true;
}

const unsigned char *breaks_find(const char *text, size_t length, bool whole_words, struct arena *arena)
{
    initialize_once();
    char *breaks = arena_alloc(arena, length, 1);
    set_linebreaks_utf8((const utf8_t *)text, length, "vi", breaks);
    size_t first_blank = 0, claim = claim_of(text, 0);
    for (size_t at = 0; at < length; at++) {
        enum breaking found = translate(breaks[at]);
        if (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
            claim = claim_of(text, at);
        if (at == 0 || text[at] != ' ' || text[at - 1] != ' ')
            first_blank = at;
        if (text[at] == '\n')
            found = BREAK_FORCED;
        else if (text[at] != ' ')
            found = breaks[at] == LINEBREAK_INSIDEACHAR ? BREAK_NEVER : inside_word(text, at, claim, found);
        else if (found == BREAK_ALLOWED)
            found = between_words(text, first_blank, at + 1, whole_words, arena);
        breaks[at] = (char)found;
    }
    return (const unsigned char *)breaks;
}
