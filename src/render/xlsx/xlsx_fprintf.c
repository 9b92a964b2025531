#include "render/xlsx/xlsx_fprintf.h"

#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

__extension__ typedef __int128 wide;

enum { DECIMALS_MAX = 6, DIGITS_MAX = 15, SIGNIFICANT = 16, MANTISSA = 53 };

static const uint64_t POWERS[] = { 1,
                                   10,
                                   100,
                                   1000,
                                   10000,
                                   100000,
                                   1000000,
                                   10000000,
                                   100000000,
                                   1000000000,
                                   10000000000,
                                   100000000000,
                                   1000000000000,
                                   10000000000000,
                                   100000000000000,
                                   1000000000000000 };

/* units / 10^scale */
struct decimal {
    uint64_t units;
    int scale, digits; /* of the units */
};

/* The decimal with the fewest digits that reads as the number; false if it has too many. The number is not negative. */
static bool find_decimal(struct decimal *decimal, double number)
{
    for (int scale = 0; scale <= DECIMALS_MAX; scale++) {
        double power = (double)POWERS[scale], scaled = number * power;
        if (!(scaled < (double)POWERS[DIGITS_MAX]))
            return false;
        *decimal = (struct decimal){ .units = (uint64_t)(scaled + 0.5), .scale = scale, .digits = 1 };
        if ((double)decimal->units / power != number)
            continue;
        while (decimal->digits < DIGITS_MAX && decimal->units >= POWERS[decimal->digits])
            decimal->digits++;
        return decimal->units < POWERS[DIGITS_MAX];
    }
    return false;
}

/*
 * Whether the number, which is not quite the decimal, is it once rounded to 16 digits: 9.95 is 9.949999999999999 then. The number is
 * mantissa / 2^shift exactly, and so is what it is off.
 */
static bool rounds_to(double number, const struct decimal *decimal)
{
    int exponent;
    double fraction = frexp(number, &exponent);
    uint64_t mantissa = (uint64_t)ldexp(fraction, MANTISSA);
    int shift = MANTISSA - exponent;
    wide off = (wide)mantissa * (wide)POWERS[decimal->scale] - ((wide)decimal->units << shift);
    if (off < 0 && decimal->units == POWERS[decimal->digits - 1])
        return false; /* it has a digit less before the point */
    off = off < 0 ? -off : off;
    return off * 2 * (wide)POWERS[SIGNIFICANT - decimal->digits] < (wide)1 << shift;
}

static size_t print_units(char *out, uint64_t units, int least)
{
    char digits[XLSX_NUMBER_ROOM], *end = digits + sizeof digits, *at = end;
    for (; units || end - at < least; units /= 10)
        *--at = (char)('0' + units % 10);
    memcpy(out, at, (size_t)(end - at));
    return (size_t)(end - at);
}

size_t xlsx_print_number(char out[XLSX_NUMBER_ROOM], double number)
{
    static const double LEAST = 1e-4; /* of those below "%G" prints the exponent */
    struct decimal decimal;
    double size = fabs(number);
    if (!(size >= LEAST) || !find_decimal(&decimal, size) || (decimal.scale && !rounds_to(size, &decimal)))
        return 0;
    size_t length = 0;
    if (number < 0)
        out[length++] = '-';
    length += print_units(out + length, decimal.units / POWERS[decimal.scale], 1);
    if (!decimal.scale)
        return length;
    out[length++] = '.';
    return length + print_units(out + length, decimal.units % POWERS[decimal.scale], decimal.scale);
}

enum { SINK_ROOM = 1024 };

/* What is printed, on its way to the file. */
struct sink {
    FILE *file;
    size_t count, written;
    bool failed;
    char *bytes; /* SINK_ROOM, of which the first `count` wait: they are not cleared for each cell */
};

static void write_out(struct sink *sink, const char *bytes, size_t length)
{
    sink->failed = (length && fwrite(bytes, 1, length, sink->file) != length) || sink->failed;
    sink->written += length;
}

static void put(struct sink *sink, const char *bytes, size_t length)
{
    if (length > SINK_ROOM - sink->count) {
        write_out(sink, sink->bytes, sink->count);
        sink->count = 0;
    }
    if (length > SINK_ROOM) {
        write_out(sink, bytes, length);
        return;
    }
    memcpy(sink->bytes + sink->count, bytes, length);
    sink->count += length;
}

static void put_int(struct sink *sink, int number)
{
    char out[XLSX_NUMBER_ROOM];
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    if (number < 0)
        put(sink, "-", 1);
    put(sink, out, print_units(out, size, 1));
}

static void put_double(struct sink *sink, double number)
{
    char out[32];
    size_t length = xlsx_print_number(out, number);
    if (!length)
        length = (size_t)snprintf(out, sizeof out, "%.16G", number);
    put(sink, out, length);
}

/* The length of the directive behind a "%" if it is one of those that are printed here; else 0. */
static size_t known_directive(const char *at)
{
    if (*at == 's' || *at == 'd')
        return 1;
    return strncmp(at, ".16G", strlen(".16G")) == 0 ? strlen(".16G") : 0;
}

static bool is_known(const char *format)
{
    for (; *(format = strchrnul(format, '%')); format += 1 + known_directive(format + 1))
        if (known_directive(format + 1) == 0)
            return false;
    return true;
}

/* In a struct, since a va_list that is a parameter cannot be handed on by its address. */
struct arguments {
    va_list list;
};

static int print_known(FILE *file, const char *format, struct arguments *arguments)
{
    char bytes[SINK_ROOM];
    struct sink sink = { .file = file, .bytes = bytes };
    const char *percent;
    for (; *(percent = strchrnul(format, '%')); format = percent + 1 + known_directive(percent + 1)) {
        put(&sink, format, (size_t)(percent - format));
        if (percent[1] == 's') {
            const char *text = va_arg(arguments->list, const char *);
            text = text ? text : "(null)";
            put(&sink, text, strlen(text));
        } else if (percent[1] == 'd') {
            put_int(&sink, va_arg(arguments->list, int));
        } else {
            put_double(&sink, va_arg(arguments->list, double));
        }
    }
    put(&sink, format, (size_t)(percent - format));
    write_out(&sink, sink.bytes, sink.count);
    return sink.failed ? -1 : (int)sink.written;
}

/*
 * As a library calls fprintf() that was compiled with checks of what it passes.
 * NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the name is the C library's.
 */
int __fprintf_chk(FILE *file, int checks, const char *format, ...) __attribute__((format(printf, 3, 4)));

int __fprintf_chk(FILE *file, int checks, const char *format, ...)
{
    struct arguments arguments;
    (void)checks;
    va_start(arguments.list, format);
    int printed = is_known(format) ? print_known(file, format, &arguments) : vfprintf(file, format, arguments.list);
    va_end(arguments.list);
    return printed;
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

/* To name one function of an object is to link all of it. */
void xlsx_fprintf_link(void) {}
