#include "input/number_remedy.h"

#include <stdbool.h>

#include "base/text.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

const char *number_remedy(struct arena *arena, const char *text)
{
    size_t commas = 0, dots = 0, digits = 0;
    for (const char *at = text; *at; at++) {
        commas += *at == ',';
        dots += *at == '.';
        digits += is_digit(*at);
        if (!is_digit(*at) && !strchr(",.- ", *at))
            return NULL;
    }
    if (!digits || (commas == 0 && dots < 2) || (commas > 1 && dots > 0))
        return NULL;
    struct text out = text_in(arena);
    for (const char *at = text; *at; at++) {
        if (is_digit(*at) || *at == '-')
            text_addn(&out, at, 1);
        else if (*at == ',' && commas == 1)
            text_add(&out, ".");
    }
    return text_str(&out);
}
