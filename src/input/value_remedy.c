#include "input/value_remedy.h"

#include <stdio.h>

#include "base/date.h"
#include "base/text.h"

static const char *const HARD_BLANKS[] = { "\xC2\xA0", "\xE2\x80\xAF" };

static size_t hard_blank(const char *text)
{
    for (size_t i = 0; i < sizeof HARD_BLANKS / sizeof *HARD_BLANKS; i++)
        if (strncmp(text, HARD_BLANKS[i], strlen(HARD_BLANKS[i])) == 0)
            return strlen(HARD_BLANKS[i]);
    return 0;
}

const char *without_hard_blanks(struct arena *arena, const char *text)
{
    struct text out = text_in(arena);
    bool any = false;
    while (*text) {
        size_t length = hard_blank(text);
        any = any || length;
        text_addn(&out, length ? " " : text, 1);
        text += length ? length : 1;
    }
    return any ? text_collapse(arena, text_str(&out)) : NULL;
}

static const char *day_of(struct arena *arena, int year, int month, int day)
{
    struct date date;
    const char *text = arena_printf(arena, "%04d-%02d-%02d", year, month, day);
    return date_parse(&date, text) ? text : NULL;
}

const char *date_remedy(struct arena *arena, const char *text)
{
    int a, b, c, length = 0;
    char first[2], second[2];
    if (sscanf(text, "%4d%1[-/.]%2d%1[-/.]%4d%n", &a, first, &b, second, &c, &length) < 5 || *first != *second ||
        text[length])
        return NULL;
    return c > 999 ? day_of(arena, c, b, a) : a > 999 ? day_of(arena, a, c, b) : NULL;
}
