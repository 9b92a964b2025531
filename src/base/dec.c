#include "base/dec.h"

__extension__ typedef __int128 wide;

/* Powers of ten up to DEC_SCALE_MAX. */
#ifndef DEC_POWERS
#define DEC_POWERS \
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, \
        10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000
#endif

static const int64_t POWERS[DEC_SCALE_MAX + 1] = { DEC_POWERS };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Appends digits to *units (kept negative, so that INT64_MIN can be read); returns how many, or -1 on overflow. */
static int take_digits(int64_t *units, const char **text)
{
    int count = 0;
    for (; is_digit(**text); (*text)++, count++)
        if (__builtin_mul_overflow(*units, 10, units) || __builtin_sub_overflow(*units, **text - '0', units))
            return -1;
    return count;
}

bool dec_parse(struct dec *result, const char *text)
{
    bool negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    int64_t units = 0;
    int whole = take_digits(&units, &text), decimals = 0;
    if (whole <= 0)
        return false;
    if (*text == '.') {
        text++;
        decimals = take_digits(&units, &text);
        if (decimals <= 0 || decimals > DEC_SCALE_MAX)
            return false;
    }
    if (*text || (!negative && units == INT64_MIN))
        return false;
    *result = (struct dec){ negative ? units : -units, (unsigned)decimals };
    return true;
}

struct dec dec_of(int64_t whole)
{
    return (struct dec){ whole, 0 };
}

bool dec_rescale(struct dec *result, struct dec value, unsigned scale)
{
    if (scale > DEC_SCALE_MAX)
        return false;
    int64_t units = value.units;
    if (scale >= value.scale) {
        if (__builtin_mul_overflow(units, POWERS[scale - value.scale], &units))
            return false;
    } else {
        if (units % POWERS[value.scale - scale])
            return false;
        units /= POWERS[value.scale - scale];
    }
    *result = (struct dec){ units, scale };
    return true;
}

bool dec_shift_to_whole(int64_t *result, struct dec value, unsigned power)
{
    struct dec shifted;
    if (value.scale <= power) {
        if (power - value.scale > DEC_SCALE_MAX || !dec_rescale(&shifted, dec_of(value.units), power - value.scale))
            return false;
    } else if (!dec_rescale(&shifted, (struct dec){ value.units, value.scale - power }, 0)) {
        return false;
    }
    *result = shifted.units;
    return true;
}

struct dec dec_from_whole(int64_t whole, unsigned power, unsigned decimals)
{
    struct dec value = { whole, power };
    while (value.scale > decimals && value.units % 10 == 0) {
        value.units /= 10;
        value.scale--;
    }
    struct dec padded;
    return value.scale < decimals && dec_rescale(&padded, value, decimals) ? padded : value;
}

bool dec_add(struct dec *result, struct dec a, struct dec b)
{
    unsigned scale = a.scale > b.scale ? a.scale : b.scale;
    int64_t sum;
    if (!dec_rescale(&a, a, scale) || !dec_rescale(&b, b, scale) || __builtin_add_overflow(a.units, b.units, &sum))
        return false;
    *result = (struct dec){ sum, scale };
    return true;
}

bool dec_mul(struct dec *result, struct dec a, struct dec b)
{
    int64_t product;
    if (a.scale + b.scale > DEC_SCALE_MAX || __builtin_mul_overflow(a.units, b.units, &product))
        return false;
    *result = (struct dec){ product, a.scale + b.scale };
    return true;
}

int dec_cmp(struct dec a, struct dec b)
{
    wide left = (wide)a.units * POWERS[b.scale], right = (wide)b.units * POWERS[a.scale];
    return (left > right) - (left < right);
}

const char *dec_format(char buffer[DEC_TEXT_SIZE], struct dec value)
{
    char *at = buffer + (DEC_TEXT_SIZE - 1);
    int64_t rest = value.units;
    unsigned written = 0;
    *at = '\0';
    do {
        int digit = (int)(rest % 10);
        *--at = (char)('0' + (digit < 0 ? -digit : digit));
        rest /= 10;
        if (++written == value.scale)
            *--at = '.';
    } while (rest || written <= value.scale);
    if (value.units < 0)
        *--at = '-';
    return at;
}

unsigned dec_digits(struct dec value)
{
    unsigned digits = 1;
    for (int64_t rest = value.units / 10; rest; rest /= 10)
        digits++;
    return digits;
}

bool dong_add(int64_t *sum, int64_t a, int64_t b)
{
    int64_t result;
    if (__builtin_add_overflow(a, b, &result))
        return false;
    *sum = result;
    return true;
}
