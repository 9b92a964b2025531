/* What is written in cells of workbooks: numbers, their formats, and references. */
#include "input/workbook.h"

#include <string.h>

enum { KEPT_DIGITS = 15, DIGITS_MAX = 40, EXPONENT_MAX = 400 };

/* Digits without point, and the power of ten that they are counted in. */
struct digits {
    bool negative;
    char digit[DIGITS_MAX]; /* their values */
    int count, power;
};

static bool take_digits(struct digits *digits, const char **text)
{
    bool point = false, any = false;
    for (; (**text >= '0' && **text <= '9') || (**text == '.' && !point); (*text)++) {
        if (**text == '.') {
            point = true;
            continue;
        }
        any = true;
        if (digits->count == DIGITS_MAX)
            return false;
        if (digits->count || **text != '0')
            digits->digit[digits->count++] = (char)(**text - '0');
        digits->power -= point;
    }
    return any;
}

static bool take_exponent(struct digits *digits, const char **text)
{
    int exponent = 0;
    if (**text != 'E' && **text != 'e')
        return true;
    (*text)++;
    bool negative = **text == '-';
    *text += **text == '-' || **text == '+';
    if (**text < '0' || **text > '9')
        return false;
    for (; **text >= '0' && **text <= '9'; (*text)++)
        if ((exponent = exponent * 10 + (**text - '0')) > EXPONENT_MAX)
            return false;
    digits->power += negative ? -exponent : exponent;
    return true;
}

/* Half away from zero, as the spreadsheet shows it. */
static void round_to_kept(struct digits *digits)
{
    if (digits->count <= KEPT_DIGITS)
        return;
    bool up = digits->digit[KEPT_DIGITS] >= 5;
    digits->power += digits->count - KEPT_DIGITS;
    digits->count = KEPT_DIGITS;
    for (int i = KEPT_DIGITS - 1; up && i >= 0; i--) {
        up = digits->digit[i] == 9;
        digits->digit[i] = (char)(up ? 0 : digits->digit[i] + 1);
    }
    if (up) {
        digits->digit[0] = 1;
        digits->power++;
    }
}

static bool to_dec(struct dec *number, const struct digits *digits)
{
    enum { WHOLE_DIGITS = 17 };
    int count = digits->count, power = digits->power;
    while (count && !digits->digit[count - 1]) {
        count--;
        power++;
    }
    int zeros = power > 0 && count ? power : 0;
    if (count + zeros > WHOLE_DIGITS || (count && -power > DEC_SCALE_MAX))
        return false;
    int64_t units = 0;
    for (int i = 0; i < count + zeros; i++)
        units = units * 10 + (i < count ? digits->digit[i] : 0);
    *number = (struct dec){ digits->negative ? -units : units, count && power < 0 ? (unsigned)-power : 0 };
    return true;
}

bool workbook_number(struct dec *number, const char *text)
{
    struct digits digits = { 0 };
    digits.negative = *text == '-';
    text += *text == '-' || *text == '+';
    if (!take_digits(&digits, &text) || !take_exponent(&digits, &text) || *text)
        return false;
    round_to_kept(&digits);
    return to_dec(number, &digits);
}

/* A sign of a number format that stands for itself, or for a colour or a condition, is left out; [h] is a time. */
static const char *after_literal(const char *at)
{
    if (*at == '"' || *at == '[') {
        const char *end = strchr(at + 1, *at == '"' ? '"' : ']');
        bool time = *at == '[' && strchr("hmsHMS", at[1]) && at[1];
        return time ? at : end ? end + 1 : at + strlen(at);
    }
    if (*at == '\\' || *at == '_' || *at == '*')
        return at[1] ? at + 2 : at + 1;
    return at;
}

enum workbook_shown workbook_shown(const char *format)
{
    char before = ' ';
    for (const char *at = format; *at;) {
        const char *next = after_literal(at);
        if (next != at) {
            at = next;
            continue;
        }
        if (*at == '%')
            return WORKBOOK_PERCENT;
        if (strchr("dmyhsDMYHS", *at))
            return WORKBOOK_DATE;
        if (*at == ',' && strchr("0#?", before) && !(at[1] && strchr("0#?", at[1])))
            return WORKBOOK_SCALED;
        before = *at++;
    }
    return WORKBOOK_PLAIN;
}

bool workbook_reference(const char *text, size_t *row, size_t *column)
{
    enum { LETTERS_MAX = 3, DIGITS_OF_ROW = 7, LETTERS = 26 };
    size_t letters = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), numbers = strspn(text + letters, "0123456789");
    size_t at = 0, line = 0;
    if (!letters || letters > LETTERS_MAX || !numbers || numbers > DIGITS_OF_ROW || text[letters + numbers])
        return false;
    for (size_t i = 0; i < letters; i++)
        at = at * LETTERS + (size_t)(text[i] - 'A') + 1;
    for (size_t i = 0; i < numbers; i++)
        line = line * 10 + (size_t)(text[letters + i] - '0');
    if (!line)
        return false;
    *column = at - 1;
    *row = line - 1;
    return true;
}
