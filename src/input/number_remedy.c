#include "input/number_remedy.h"

#include "base/text.h"

enum { GROUP = 3 };

static size_t digits(const char *text)
{
    return strspn(text, "0123456789");
}

static size_t count(const char *text, char wanted)
{
    size_t found = 0;
    for (; *text; text++)
        found += *text == wanted;
    return found;
}

bool number_is_plain(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = digits(text);
    text += whole;
    if (!whole || !*text)
        return whole > 0;
    return *text == '.' && digits(text + 1) && !text[1 + digits(text + 1)];
}

/* True if text up to end is one to three digits, then groups of three, each after the separator. */
static bool is_grouped(const char *text, const char *end, char separator)
{
    size_t first = digits(text);
    if (first < 1 || first > GROUP)
        return false;
    for (text += first; text < end; text += 1 + GROUP)
        if (*text != separator || digits(text + 1) < GROUP || (text[1 + GROUP] && digits(text + 1) > GROUP))
            return false;
    return text == end;
}

/* Digits with one decimal sign, the whole part grouped by separator or not at all. */
static bool is_printed(const char *text, char separator, char point)
{
    const char *end = strchr(text, point);
    if (!end || !digits(end + 1) || end[1 + digits(end + 1)])
        return false;
    return digits(text) == (size_t)(end - text) ? end > text : is_grouped(text, end, separator);
}

/* Leaves digits, and a point for the decimal sign (none: '\0'). */
static const char *rewrite(struct arena *arena, bool negative, const char *text, char point)
{
    struct text out = text_in(arena);
    text_add(&out, negative ? "-" : "");
    for (; *text; text++) {
        if (*text == point)
            text_add(&out, ".");
        else if (digits(text))
            text_addn(&out, text, 1);
    }
    return text_str(&out);
}

const char *number_remedy(struct arena *arena, const char *text)
{
    bool negative = *text == '-';
    text += negative || *text == '+';
    const char *end = text + strlen(text);
    if (is_printed(text, '.', ',') || is_printed(text, ' ', ','))
        return rewrite(arena, negative, text, ',');
    if (count(text, ',') && is_printed(text, ',', '.'))
        return rewrite(arena, negative, text, '.');
    bool dots = count(text, '.') > 1 && is_grouped(text, end, '.');
    bool commas = count(text, ',') > 1 && is_grouped(text, end, ',');
    if (dots || commas || (count(text, ' ') && is_grouped(text, end, ' ')))
        return rewrite(arena, negative, text, '\0');
    return NULL;
}
