/*
 * Amounts in words at 32 bits, beside a writer and a grammar of their own: the numbers of every group of three digits in every
 * place, and every row of words up to a length. What does not fit is met within a few words here: "ba tỷ" is too much.
 *
 *     amount_words STEP WORDS     every STEP-th number below a million, every row of up to so many words
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

typedef int64_t exact;
static const exact HIGHEST = INT32_MAX, LOWEST = INT32_MIN;

#define int64_t int32_t
#define uint64_t uint32_t
#undef INT64_MAX
#define INT64_MAX INT32_MAX
#include "../../src/base/amount_words.c"

static long tried, wrong;
static struct arena arena = ARENA_INIT;

static void expect(bool holds, const char *what, const char *words, exact number)
{
    tried++;
    if (!holds && wrong++ < 20)
        printf("%s is wrong: «%s» %lld\n", what, words, (long long)number);
}

/* ---- writing: each group is looked up, nothing is worked out ---- */

static const char *const TENS[] = { "",         "mười",     "hai mươi", "ba mươi",  "bốn mươi",
                                    "năm mươi", "sáu mươi", "bảy mươi", "tám mươi", "chín mươi" };
static const char *const ALONE[] = { "", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín" };
static const char *const AFTER_TEN[] = { "", "một", "hai", "ba", "bốn", "lăm", "sáu", "bảy", "tám", "chín" };
static const char *const AFTER_TENS[] = { "", "mốt", "hai", "ba", "tư", "lăm", "sáu", "bảy", "tám", "chín" };

static char GROUPS[2][2][1000][64]; /* with linh or lẻ; behind others, or first */

static void write_groups(bool le)
{
    const char *missing_ten = le ? "lẻ" : "linh";
    for (int first = 0; first < 2; first++)
        for (int n = 0; n < 1000; n++) {
            int h = n / 100, t = n / 10 % 10, u = n % 10;
            bool hundred = h || !first;
            const char *unit = t == 0 ? ALONE[u] : t == 1 ? AFTER_TEN[u] : AFTER_TENS[u];
            char words[96];
            snprintf(words, sizeof words, "%s%s %s %s %s",
                     !hundred ? ""
                     : h      ? ALONE[h]
                              : "không",
                     hundred ? " trăm" : "",
                     t              ? TENS[t]
                     : u && hundred ? missing_ten
                                    : "",
                     unit, "");
            snprintf(GROUPS[le][first][n], sizeof GROUPS[le][first][n], "%s", text_collapse(&arena, words));
        }
}

/* Groups from the highest, those of zero left out. */
static const char *expected_words(exact number, struct words_style style)
{
    static const char *const NAMES[] = { " tỷ", " triệu", " nghìn", "" };
    static const exact SCALES[] = { 1000000000, 1000000, 1000, 1 };
    struct text words = text_in(&arena);
    exact size = llabs(number);
    bool first = true;
    text_add(&words, number < 0 ? "âm " : "");
    for (int i = 0; i < 4; i++) {
        int group = (int)(size / SCALES[i] % 1000);
        if (!group)
            continue;
        text_addf(&words, "%s%s%s", first ? "" : style.commas ? ", " : " ", GROUPS[style.le][first][group], NAMES[i]);
        first = false;
    }
    text_addf(&words, "%s đồng%s", first ? "không" : "", style.even && size && size % 1000 == 0 ? " chẵn" : "");
    return text_str(&words);
}

static void try_number(exact number)
{
    for (unsigned bits = 0; bits < 8; bits++) {
        struct words_style style = { bits & 1, bits & 2, bits & 4, false };
        int64_t again = 0;
        const char *words = amount_in_words(&arena, (int64_t)number, style);
        expect(strcmp(words, expected_words(number, style)) == 0, "amount_in_words", words, number);
        expect(amount_of_words(&again, words) && again == number, "amount_of_words", words, again);
    }
    arena_release(&arena);
}

/* Any group beside groups that end, begin and fill in every way. */
static void try_numbers(int step)
{
    static const int BESIDE[] = { 0, 1, 4, 5, 10, 15, 21, 24, 100, 104, 111, 155, 990, 999 };
    enum { COUNT = sizeof BESIDE / sizeof *BESIDE };
    write_groups(false);
    write_groups(true);
    arena_release(&arena);
    for (exact n = 0; n < 1000000; n += step)
        try_number(n);
    for (exact group = 0; group < 1000; group += step < 10 ? 1 : 7)
        for (int i = 0; i < COUNT * COUNT; i++) {
            exact number = (group * 1000 + BESIDE[i / COUNT]) * 1000 + BESIDE[i % COUNT];
            try_number(number);
            try_number(-number - 1000000000);
        }
    for (int i = 0; i < 2000; i++) {
        try_number(HIGHEST - i);
        try_number(LOWEST + i);
    }
}

/* ---- reading: a grammar over rows of words ---- */

enum word {
    ZERO,
    ONE,
    MOT,
    TWO,
    FOUR,
    TU,
    FIVE,
    LAM,
    TEN,
    TY_TEN,
    HUNDRED,
    LINH,
    THOUSANDS,
    MILLIONS,
    BILLIONS,
    HALF,
    POINT,
    DONG,
    EVEN,
    END
};

static const char *const WORDS[] = { "không", "một",  "mốt",   "hai",   "bốn", "tư",   "năm",  "lăm",  "mười", "mươi",
                                     "trăm",  "linh", "nghìn", "triệu", "tỷ",  "rưỡi", "phẩy", "đồng", "chẵn" };

enum { WORDS_MOST = 8 };
static enum word row[WORDS_MOST + 1]; /* ended by END */

/* 0 to 9 where it stands alone; -1: it does not. */
static int alone(enum word word)
{
    static const int VALUES[] = { 0, 1, -1, 2, 4, 4, 5 };
    return word <= FIVE ? VALUES[word] : -1;
}

/* Behind a ten; 0: no word that stands there. */
static int behind(enum word word, int ten)
{
    if (word == MOT)
        return ten >= 2 ? 1 : 0;
    if (word == LAM)
        return ten >= 1 ? 5 : 0;
    return alone(word) > 0 ? alone(word) : 0;
}

/* A number below a hundred that begins with a ten; how many words it takes, 0: it is none. */
static int read_ten(const enum word *at, exact *value)
{
    bool ten = at[0] == TEN;
    int tens = ten ? 1 : alone(at[0]), words = ten ? 1 : 2;
    if (!ten && (tens < 1 || at[1] != TY_TEN))
        return 0;
    int unit = ten && at[1] == FIVE ? 0 : behind(at[words], tens);
    *value = tens * 10 + unit;
    return words + (unit > 0);
}

/* A group of up to three digits; how many words it takes, 0: it is none. */
static int read_group(const enum word *at, exact *value)
{
    exact rest = 0;
    int words = read_ten(at, value);
    if (words)
        return words;
    *value = alone(at[0]);
    if (*value < 0)
        return 0;
    if (at[1] != HUNDRED)
        return 1;
    *value *= 100;
    if (at[2] == HALF) {
        *value += 50;
        return 3;
    }
    if (at[2] == LINH) {
        *value += behind(at[3], 0);
        return behind(at[3], 0) ? 4 : 2; /* "linh" alone is left over, and refused */
    }
    words = read_ten(at + 2, &rest);
    *value += rest;
    return 2 + words;
}

static exact scale_named(enum word word)
{
    return word == THOUSANDS ? 1000 : word == MILLIONS ? 1000000 : word == BILLIONS ? 1000000000 : 0;
}

/* "một nghìn triệu", "hai nghìn không trăm mười triệu": at the very beginning, and what is behind nghìn has its hundreds. */
static bool read_thousands_of_millions(const enum word **at, exact *value)
{
    exact thousands, rest = 0;
    int words = read_group(*at, &thousands);
    if (!words || (*at)[words] != THOUSANDS)
        return false;
    const enum word *behind_them = *at + words + 1;
    int more = *behind_them == MILLIONS ? 0 : read_group(behind_them, &rest);
    if (behind_them[more] != MILLIONS || (more && behind_them[1] != HUNDRED))
        return false;
    *value = (thousands * 1000 + rest) * 1000000;
    *at = behind_them + more + 1;
    return true;
}

/* Groups with falling scales, up to what is none of them; the last scale is told if the words end with it. */
static const enum word *read_part(const enum word *at, bool first, exact *value, exact *ended_by)
{
    exact last = 1000000000, group;
    *value = *ended_by = 0;
    if (first && read_thousands_of_millions(&at, value))
        last = *ended_by = 1000000;
    for (int words; last > 1 && (words = read_group(at, &group)) > 0;) {
        exact scale = scale_named(at[words]);
        if (scale == 1000000000)
            scale = 0;
        if (scale >= last)
            return at;
        at += words + (scale > 0);
        *value += group * (scale ? scale : 1);
        *ended_by = scale;
        last = scale ? scale : 1;
    }
    return at;
}

static bool read_ending(const enum word *at)
{
    at += *at == DONG;
    at += *at == EVEN;
    return *at == END;
}

/* "năm tỷ", "hai mươi lăm tỷ" behind the point. */
static bool read_behind_point(const enum word *at, exact before, exact *value)
{
    exact number = 0, power = 1;
    int words = read_ten(at, &number);
    if (words) {
        power = 100;
        at += words;
    }
    for (; !words && (alone(*at) >= 0 || (*at == LAM && power > 1)); at++, power *= 10)
        number = number * 10 + (*at == LAM ? 5 : alone(*at));
    exact scale = scale_named(*at);
    if (power == 1 || !scale || scale % power != 0)
        return false;
    *value = before * scale + scale / power * number;
    return read_ending(at + 1);
}

/* Parts with tỷ behind them, and a last one with its ending. */
static bool read_row(exact *value)
{
    const enum word *at = row, *start;
    exact total = 0, part, scale;
    for (;;) {
        start = at;
        at = read_part(at, at == row, &part, &scale);
        total += part;
        if (*at != BILLIONS)
            break;
        if (!total || total > HIGHEST)
            return false;
        total *= 1000000000;
        at++;
    }
    if (at == row)
        return false;
    if (at == start)
        scale = 1000000000; /* right behind tỷ */
    *value = total;
    if (*at == HALF && scale) {
        *value += scale / 2;
        return read_ending(at + 1);
    }
    if (*at == POINT)
        return total <= HIGHEST && read_behind_point(at + 1, total, value);
    return read_ending(at);
}

static void try_row(int length)
{
    char words[WORDS_MOST * 10];
    size_t end = 0;
    exact value = 0;
    int64_t found = 0;
    for (int i = 0; i < length; i++)
        end += (size_t)snprintf(words + end, sizeof words - end, "%s%s", i ? " " : "", WORDS[row[i]]);
    row[length] = END;
    bool can = read_row(&value) && value <= HIGHEST, did = amount_of_words(&found, words);
    expect(did == can && (!did || found == value), can ? "amount_of_words, a number," : "amount_of_words, no number,",
           words, value);
}

static void try_rows(int length, int most)
{
    if (length)
        try_row(length);
    for (int word = 0; length < most && word < END; word++) {
        row[length] = (enum word)word;
        try_rows(length + 1, most);
    }
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 64;
    try_numbers((int)strtol(argv[1], NULL, 10));
    int most = (int)strtol(argv[2], NULL, 10);
    try_rows(0, most < WORDS_MOST ? most : WORDS_MOST);
    printf("%s amounts in words: %ld inputs at 32 bits\n", wrong ? "FAILED" : "ok    ", tried);
    printf("%d passed, %d failed\n", !wrong, wrong != 0);
    return wrong != 0;
}
