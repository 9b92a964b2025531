#include "base/shortened.h"

#include "base/text.h"

/* A phrase ends before one of these, or before a blank if there is none. */
static bool ends_phrase(const char *at)
{
    return *at == ',' || *at == ';' || *at == '(' || *at == ':';
}

const char *text_cut(const char *text, size_t most, struct arena *arena)
{
    enum { LEAST = 30 }; /* letters of a phrase that says something */
    size_t least = most / 4 > LEAST ? most / 4 : LEAST;
    const char *at = text, *blank = NULL, *phrase = NULL;
    for (size_t i = 0; i < most && *at; i++) {
        if (*at == ' ')
            blank = at;
        if (ends_phrase(at) && i > least)
            phrase = at;
        utf8_next(&at);
    }
    const char *end = phrase ? phrase : blank ? blank : at;
    while (end > text && end[-1] == ' ')
        end--;
    return *at ? arena_printf(arena, "%.*s…", (int)(end - text), text) : text;
}

const char *text_shortened(const char *text, struct arena *arena)
{
    enum { MOST = 200 };
    return text_cut(text, MOST, arena);
}
