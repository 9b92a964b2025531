#include "input/printed_number.h"

#include <string.h>

enum { NUMBER_MAX = 40 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A separator inside a number has digits on both sides; a dot or a blank has exactly three behind it. */
static bool groups(const char *at)
{
    return (*at == '.' || *at == ' ') && is_digit(at[1]) && is_digit(at[2]) && is_digit(at[3]) && !is_digit(at[4]);
}

bool printed_number_is(const char **at, struct dec value)
{
    char number[NUMBER_MAX];
    size_t length = 0;
    const char *from = *at;
    while (*from && !is_digit(*from))
        from++;
    bool fraction = false;
    for (; is_digit(*from) || (length && !fraction && groups(from)) ||
           (length && !fraction && *from == ',' && is_digit(from[1]));
         from++) {
        if (length + 2 > sizeof number)
            return false;
        fraction = fraction || *from == ',';
        if (*from == ',')
            number[length++] = '.';
        else if (is_digit(*from))
            number[length++] = *from;
    }
    number[length] = '\0';
    *at = from;
    struct dec printed;
    if (!length || !dec_parse(&printed, number))
        return false;
    value.units = value.units < 0 ? -value.units : value.units;
    return dec_cmp(printed, value) == 0;
}
