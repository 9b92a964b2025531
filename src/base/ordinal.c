#include "base/ordinal.h"

#include "base/dec.h"
#include "base/text.h"

static bool arabic(int *position, const char *number)
{
    struct dec value;
    if (!dec_parse(&value, number) || value.scale || value.units < 0 || value.units > 9999)
        return false;
    *position = (int)value.units;
    return true;
}

static int roman_digit(char c)
{
    static const char DIGITS[] = "IVXLC";
    static const int VALUES[] = { 1, 5, 10, 50, 100 };
    const char *at = c ? strchr(DIGITS, c) : NULL;
    return at ? VALUES[at - DIGITS] : 0;
}

static bool roman(int *position, const char *number)
{
    int sum = 0;
    for (const char *at = number; *at; at++) {
        int digit = roman_digit(*at);
        if (!digit)
            return false;
        sum += digit < roman_digit(at[1]) ? -digit : digit;
    }
    *position = sum;
    return sum > 0;
}

/* Order of points in Vietnamese documents: a b c d đ e g h i k … (Nghị định 30/2020/NĐ-CP uses no f, j, w, z). */
static bool letter(int *position, const char *number)
{
    static const char *const LETTERS[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                           "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++)
        if (strcmp(LETTERS[i], number) == 0) {
            *position = (int)i + 1;
            return true;
        }
    return false;
}

/* "2.3" counts by its last part, and only beside numbers with the same first part. */
static bool dotted(int *position, const char *number, const char *previous)
{
    const char *dot = strrchr(number, '.');
    if (!dot)
        return false;
    size_t head = (size_t)(dot - number) + 1;
    if (previous && strncmp(number, previous, head) != 0)
        return false;
    return arabic(position, dot + 1);
}

enum counting { BY_PARTS, BY_DIGITS, BY_CAPITALS, BY_LETTERS };

static enum counting counting_of(const char *number)
{
    if (strchr(number, '.'))
        return BY_PARTS;
    if (*number >= '0' && *number <= '9')
        return BY_DIGITS;
    return *number >= 'A' && *number <= 'Z' ? BY_CAPITALS : BY_LETTERS;
}

bool ordinal_of(int *position, const char *number, const char *previous)
{
    if (previous && counting_of(previous) != counting_of(number))
        return false;
    return dotted(position, number, previous) || (!strchr(number, '.') && arabic(position, number)) ||
           roman(position, number) || letter(position, number);
}
