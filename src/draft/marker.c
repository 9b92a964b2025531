#include "draft/marker.h"

#include <string.h>

#include "base/text.h"
#include "draft/phrase.h"

/* Numbers of years and amounts are no headings: a heading's number is short. */
static const struct {
    enum marker_kind kind;
    const char *pattern;
} MARKERS[] = {
    { MARKER_ARTICLE, "^điều ([0-9]{1,2})\\. *" },
    { MARKER_ROMAN, "^([ivx]{1,5})[.)] +" },
    { MARKER_DOTTED, "^([0-9]{1,2}(\\.[0-9]{1,2})+)[.)]? +" },
    { MARKER_NUMBER, "^([0-9]{1,2})[.)] +" },
    { MARKER_LETTER, "^-? ?([a-z]|đ)[.)] +" },
    { MARKER_DASH, "^()[-–+•*] *" },
};

struct marker marker_of(const char *text, struct arena *arena)
{
    struct phrase found;
    for (size_t i = 0; i < sizeof MARKERS / sizeof *MARKERS; i++) {
        if (!phrase_find(&found, MARKERS[i].pattern, text, 0, arena))
            continue;
        const char *no = phrase_group(&found, 1, arena);
        /* "i)" after "h)" is a letter; Roman numbers of headings are capitals. */
        if (MARKERS[i].kind == MARKER_ROMAN && !phrase_is_capitals(no))
            continue;
        return (struct marker){ MARKERS[i].kind, no, text + found.groups[0].to };
    }
    return (struct marker){ MARKER_NONE, "", text };
}

static struct standing stand(struct standing before, struct marker marker)
{
    switch (marker.kind) {
    case MARKER_ROMAN: return (struct standing){ marker.no, "", "" };
    case MARKER_NUMBER:
    case MARKER_DOTTED: return (struct standing){ before.roman, marker.no, "" };
    case MARKER_LETTER: return (struct standing){ before.roman, before.number, marker.no };
    case MARKER_ARTICLE: return (struct standing){ "", "", "" };
    case MARKER_NONE:
    case MARKER_DASH: break;
    }
    return before;
}

struct standing *standings_of(const struct original *source, struct arena *arena)
{
    struct standing *standings = arena_alloc(arena, source->count + 1, sizeof *standings);
    struct standing at = { "", "", "" };
    for (size_t i = 0; i < source->count; i++) {
        if (source->blocks[i].text)
            at = stand(at, marker_of(source->blocks[i].text, arena));
        standings[i] = at;
    }
    return standings;
}

const char *standing_words(struct standing standing, const char *of, bool with_letter, struct arena *arena)
{
    struct text out = text_in(arena);
    if (!*standing.roman && !*standing.number)
        return of;
    text_addf(&out, "Mục %s%s%s %s", standing.roman, *standing.roman && *standing.number ? "." : "", standing.number, of);
    if (with_letter && *standing.letter)
        text_addf(&out, ", điểm %s", standing.letter);
    return text_str(&out);
}
