#include "input/value_remedy.h"

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

/* Of at most four digits; -1 where there are none, or more. Steps behind them. */
static int digits_at(const char **text)
{
    enum { MOST = 4, TEN = 10 };
    size_t length = strspn(*text, "0123456789");
    int number = 0;
    for (size_t i = 0; i < length && length <= MOST; i++)
        number = number * TEN + ((*text)[i] - '0');
    *text += length;
    return length && length <= MOST ? number : -1;
}

const char *date_remedy(struct arena *arena, const char *text)
{
    enum { PARTS = 3, YEARS = 1000 };
    int parts[PARTS];
    char sign = '\0';
    for (int i = 0; i < PARTS; i++) {
        parts[i] = digits_at(&text);
        bool apart = *text && strchr("-/.", *text) && (!sign || *text == sign);
        if (parts[i] < 0 || (i < PARTS - 1 ? !apart : *text))
            return NULL;
        sign = *text;
        text += i < PARTS - 1;
    }
    return parts[2] >= YEARS   ? day_of(arena, parts[2], parts[1], parts[0])
           : parts[0] >= YEARS ? day_of(arena, parts[0], parts[2], parts[1])
                               : NULL;
}
