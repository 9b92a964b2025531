#include "base/format.h"

#include <stdbool.h>
#include <stdint.h>

enum { DIGITS_MAX = 24 };

/* Where it is printed to. What does not fit is only counted. */
struct sink {
    char *out;
    size_t room, length;
};

/* In a struct, since a va_list that is a parameter cannot be handed on by its address. */
struct arguments {
    va_list list;
};

enum length { LENGTH_INT, LENGTH_LONG, LENGTH_LONG_LONG, LENGTH_SIZE };

/* What stands behind a %. */
struct directive {
    enum length length;
    bool limited; /* .* */
    int width;    /* filled with zeros; 0: none */
    char letter;
};

static void put(struct sink *sink, const char *bytes, size_t length)
{
    if (sink->length < sink->room) {
        size_t left = sink->room - sink->length;
        memcpy(sink->out + sink->length, bytes, length < left ? length : left);
    }
    sink->length += length;
}

static void put_number(struct sink *sink, uint64_t magnitude, bool negative, int width)
{
    char digits[DIGITS_MAX], *end = digits + sizeof digits, *at = end;
    for (; magnitude || at == end; magnitude /= 10)
        *--at = (char)('0' + magnitude % 10);
    while (end - at + negative < width)
        *--at = '0';
    if (negative)
        *--at = '-';
    put(sink, at, (size_t)(end - at));
}

static int64_t signed_number(enum length length, struct arguments *args)
{
    if (length == LENGTH_LONG_LONG)
        return va_arg(args->list, long long);
    return length == LENGTH_LONG ? va_arg(args->list, long) : va_arg(args->list, int);
}

static uint64_t unsigned_number(enum length length, struct arguments *args)
{
    switch (length) {
    case LENGTH_LONG: return va_arg(args->list, unsigned long);
    case LENGTH_LONG_LONG: return va_arg(args->list, unsigned long long);
    case LENGTH_SIZE: return va_arg(args->list, size_t);
    default: return va_arg(args->list, unsigned);
    }
}

static void print_text(struct sink *sink, bool limited, struct arguments *args)
{
    int limit = limited ? va_arg(args->list, int) : -1;
    const char *text = va_arg(args->list, const char *);
    if (!text)
        text = "(null)";
    put(sink, text, limit >= 0 ? strnlen(text, (size_t)limit) : strlen(text));
}

static void print(struct sink *sink, const struct directive *directive, struct arguments *args)
{
    if (directive->letter == 's') {
        print_text(sink, directive->limited, args);
    } else if (directive->letter == 'd') {
        int64_t number = signed_number(directive->length, args);
        put_number(sink, number < 0 ? -(uint64_t)number : (uint64_t)number, number < 0, directive->width);
    } else if (directive->letter == 'u') {
        put_number(sink, unsigned_number(directive->length, args), false, directive->width);
    } else {
        unsigned char c = directive->letter == 'c' ? (unsigned char)va_arg(args->list, int) : '%';
        put(sink, (const char *)&c, 1);
    }
}

static const char *read_length(enum length *length, const char *at)
{
    if (*at == 'z')
        *length = LENGTH_SIZE;
    else if (at[0] == 'l')
        *length = at[1] == 'l' ? LENGTH_LONG_LONG : LENGTH_LONG;
    return at + (*length != LENGTH_INT) + (*length == LENGTH_LONG_LONG);
}

/* The text behind a directive; NULL if the library has to print it. */
static const char *read_directive(struct directive *directive, const char *at)
{
    *directive = (struct directive){ .length = LENGTH_INT };
    if (at[0] == '0' && at[1] >= '1' && at[1] <= '9') {
        directive->width = at[1] - '0';
        at += 2;
    } else if (at[0] == '.' && at[1] == '*') {
        directive->limited = true;
        at += 2;
    }
    at = read_length(&directive->length, at);
    directive->letter = *at;
    bool known = false;
    switch (*at) {
    case 'd': known = !directive->limited && directive->length != LENGTH_SIZE; break;
    case 'u': known = !directive->limited; break;
    case 's': known = !directive->width && directive->length == LENGTH_INT; break;
    case 'c':
    case '%': known = !directive->width && !directive->limited && directive->length == LENGTH_INT; break;
    default: break;
    }
    return known ? at + 1 : NULL;
}

static void print_by_library(struct sink *sink, const char *format, struct arguments *args)
{
    bool fits = sink->length < sink->room;
    int length =
        vsnprintf(fits ? sink->out + sink->length : NULL, fits ? sink->room - sink->length + 1 : 0, format, args->list);
    sink->length += length > 0 ? (size_t)length : 0;
}

size_t format_print(char *out, size_t room, const char *format, va_list args)
{
    struct sink sink = { out, room ? room - 1 : 0, 0 };
    struct arguments own;
    va_copy(own.list, args);
    const char *percent;
    while (*(percent = strchrnul(format, '%'))) {
        struct directive directive;
        put(&sink, format, (size_t)(percent - format));
        format = read_directive(&directive, percent + 1);
        if (!format) {
            print_by_library(&sink, percent, &own);
            format = "";
            break;
        }
        print(&sink, &directive, &own);
    }
    put(&sink, format, strlen(format));
    va_end(own.list);
    if (room)
        out[sink.length < sink.room ? sink.length : sink.room] = '\0';
    return sink.length;
}
