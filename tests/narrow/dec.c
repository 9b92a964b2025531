/* Every decimal of 8 bits and three scales, every pair of two, and every text of up to five signs. */
#define WIDE short
#include "narrow.h"

static const long TENS[] = { 1, 10, 100, 1000, 10000, 100000 };

/* In hundredths: exact for all three scales. */
static long hundredths(struct dec value)
{
    return value.units * TENS[2 - value.scale];
}

static void try_one(struct dec a)
{
    struct dec result;
    int8_t whole;
    char buffer[DEC_TEXT_SIZE];
    for (unsigned scale = 0; scale <= 3; scale++) {
        long exact = scale > 2 ? 0 : hundredths(a) / TENS[2 - scale];
        bool can = scale <= 2 && hundredths(a) % TENS[2 - scale] == 0 && fits_8(exact);
        bool did = dec_rescale(&result, a, scale);
        expect(did == can && (!did || (result.units == exact && result.scale == scale)), "dec_rescale", a.units, a.scale, scale, 0);
    }
    for (unsigned power = 0; power <= 4; power++) {
        long exact = hundredths(a) * TENS[power];
        bool can = exact % 100 == 0 && fits_8(exact / 100) && (power <= a.scale || power - a.scale <= 2 || !a.units);
        bool did = dec_shift_to_whole(&whole, a, power);
        bool far = power > a.scale + 2; /* refused whatever the value: no scale is so large */
        expect(far ? !did : did == can && (!did || whole == exact / 100), "dec_shift_to_whole", a.units, a.scale, power, 0);
    }
    for (unsigned decimals = 0; decimals <= 2; decimals++) {
        struct dec made = dec_from_whole(a.units, a.scale, decimals);
        expect(hundredths(made) == hundredths(a), "dec_from_whole", a.units, a.scale, decimals, 0);
    }
    expect(dec_parse(&result, dec_format(buffer, a)) && result.units == a.units && result.scale == a.scale, "dec_format",
           a.units, a.scale, 0, 0);
    unsigned digits = (unsigned)snprintf(buffer, sizeof buffer, "%d", abs(a.units));
    expect(dec_digits(a) == digits, "dec_digits", a.units, a.scale, digits, 0);
}

static void try_pair(struct dec a, struct dec b)
{
    struct dec result;
    unsigned scale = a.scale > b.scale ? a.scale : b.scale;
    long left = hundredths(a) / TENS[2 - scale], right = hundredths(b) / TENS[2 - scale], product = (long)a.units * b.units;
    bool can = fits_8(left) && fits_8(right) && fits_8(left + right), did = dec_add(&result, a, b);
    expect(did == can && (!did || (result.units == left + right && result.scale == scale)), "dec_add", a.units, a.scale, b.units,
           b.scale);
    can = a.scale + b.scale <= 2 && fits_8(product);
    did = dec_mul(&result, a, b);
    expect(did == can && (!did || (result.units == product && result.scale == a.scale + b.scale)), "dec_mul", a.units, a.scale,
           b.units, b.scale);
    long order = hundredths(a) - hundredths(b);
    int found = dec_cmp(a, b);
    expect((order > 0) - (order < 0) == (found > 0) - (found < 0), "dec_cmp", a.units, a.scale, b.units, b.scale);
}

/* [-+]digits[.digits], at most two decimals, in range: read sign by sign, without the code under test. */
static bool read_text(const char *text, long *units, unsigned *scale)
{
    bool negative = *text == '-', point = false;
    int digits = 0, decimals = 0;
    long value = 0;
    for (text += *text == '-' || *text == '+'; *text; text++) {
        if (*text == '.' && !point && digits) {
            point = true;
        } else if (*text >= '0' && *text <= '9') {
            value = value * 10 + (*text - '0');
            digits++;
            decimals += point;
        } else {
            return false;
        }
    }
    *units = negative ? -value : value;
    *scale = (unsigned)decimals;
    return digits && point == (decimals > 0) && decimals <= 2 && fits_8(*units);
}

static void try_texts(char *text, int length)
{
    static const char SIGNS[] = "-+.0123456789 ";
    struct dec result;
    long units = 0;
    unsigned scale = 0;
    text[length] = '\0';
    bool can = read_text(text, &units, &scale), did = dec_parse(&result, text);
    expect(did == can && (!did || (result.units == units && result.scale == scale)), text, units, scale, did, can);
    for (int sign = 0; length < 5 && SIGNS[sign]; sign++) {
        text[length] = SIGNS[sign];
        try_texts(text, length + 1);
    }
}

int main(void)
{
    char text[8];
    int8_t sum;
    for (int units = LEAST; units <= MOST; units++)
        for (unsigned scale = 0; scale <= 2; scale++) {
            struct dec a = { (int8_t)units, scale };
            try_one(a);
            for (int other = LEAST; other <= MOST; other++)
                for (unsigned second = 0; second <= 2; second++)
                    try_pair(a, (struct dec){ (int8_t)other, second });
        }
    for (int a = LEAST; a <= MOST; a++)
        for (int b = LEAST; b <= MOST; b++) {
            bool did = dong_add(&sum, (int8_t)a, (int8_t)b);
            expect(did == fits_8(a + b) && (!did || sum == a + b), "dong_add", a, b, 0, 0);
        }
    try_texts(text, 0);
    return tell("decimals");
}
