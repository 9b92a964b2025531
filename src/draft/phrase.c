#include "draft/phrase.h"

#include <regex.h>
#include <string.h>

#include "base/map.h"
#include "base/text.h"

static const char *small(const char *text, struct arena *arena)
{
    const char *lower = utf8_lower(arena, text);
    return strlen(lower) == strlen(text) ? lower : text;
}

/* Each pattern is compiled once: a draft asks for the same few hundred of each paragraph and cell. */
static struct {
    struct arena arena;
    struct map map; /* pattern to place in items, from 1 */
    regex_t **items;
    size_t count, capacity;
} patterns;

static const regex_t *compiled(const char *pattern)
{
    if (!patterns.map.arena)
        patterns.map = map_of_texts(&patterns.arena);
    const size_t *place = map_find(&patterns.map, pattern);
    if (place)
        return patterns.items[*place - 1];
    regex_t *made = arena_alloc(&patterns.arena, 1, sizeof *made);
    if (regcomp(made, pattern, REG_EXTENDED) != 0)
        return NULL;
    regex_t **added = ARENA_PUSH(&patterns.arena, patterns.items, patterns.count, patterns.capacity);
    *added = made;
    *map_at(&patterns.map, arena_string(&patterns.arena, pattern)) = patterns.count;
    return made;
}

void phrase_release(void)
{
    for (size_t i = 0; i < patterns.count; i++)
        regfree(patterns.items[i]);
    arena_release(&patterns.arena);
    memset(&patterns, 0, sizeof patterns);
}

bool phrase_find(struct phrase *found, const char *pattern, const char *text, size_t from, struct arena *arena)
{
    regmatch_t matches[PHRASE_GROUPS];
    const regex_t *regex = from <= strlen(text) ? compiled(pattern) : NULL;
    if (!regex || regexec(regex, small(text, arena) + from, PHRASE_GROUPS, matches, from ? REG_NOTBOL : 0) != 0)
        return false;
    found->text = text;
    for (int i = 0; i < PHRASE_GROUPS; i++) {
        bool took = matches[i].rm_so >= 0;
        found->groups[i].from = took ? from + (size_t)matches[i].rm_so : 1;
        found->groups[i].to = took ? from + (size_t)matches[i].rm_eo : 0;
    }
    return true;
}

bool phrase_is(const char *pattern, const char *text, struct arena *arena)
{
    struct phrase found;
    return phrase_find(&found, pattern, text, 0, arena);
}

const char *phrase_group(const struct phrase *found, int group, struct arena *arena)
{
    size_t from = found->groups[group].from, to = found->groups[group].to;
    return to < from ? NULL : text_collapse(arena, arena_copy(arena, found->text + from, to - from));
}

const char *phrase_before(const struct phrase *found, struct arena *arena)
{
    return text_collapse(arena, arena_copy(arena, found->text, found->groups[0].from));
}

const char *phrase_after(const struct phrase *found, struct arena *arena)
{
    return text_collapse(arena, found->text + found->groups[0].to);
}

bool phrase_is_capitals(const char *text)
{
    bool letters = false;
    while (*text) {
        uint32_t letter = utf8_next(&text);
        if (!utf8_is_letter(letter))
            continue;
        letters = true;
        if (!utf8_is_capital(letter))
            return false;
    }
    return letters;
}

/* Bytes of the character before the end of the text. */
static size_t last_length(const char *text, size_t end)
{
    size_t length = 1;
    while (length < end && ((unsigned char)text[end - length] & 0xC0) == 0x80)
        length++;
    return length;
}

static bool is_among(const char *characters, const char *one, size_t length)
{
    return memmem(characters, strlen(characters), one, length) != NULL;
}

static size_t first_length(const char *text)
{
    const char *next = text;
    (void)utf8_next(&next);
    return (size_t)(next - text);
}

const char *phrase_trim(const char *text, const char *characters, struct arena *arena)
{
    size_t start = 0, end = strlen(text);
    while (start < end && is_among(characters, text + start, first_length(text + start)))
        start += first_length(text + start);
    while (end > start && is_among(characters, text + end - last_length(text, end), last_length(text, end)))
        end -= last_length(text, end);
    return text_collapse(arena, arena_copy(arena, text + start, end - start));
}

const char *phrase_excerpt(const char *text, struct arena *arena)
{
    const char *end = text;
    for (size_t letters = 0; *end && letters < 120; letters++)
        (void)utf8_next(&end);
    return *end ? arena_printf(arena, "%.*s…", (int)(end - text), text) : text;
}
