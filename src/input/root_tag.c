#include "input/root_tag.h"

#include <string.h>

#include "input/xml_scan.h"

static const char BLANKS[] = " \t\r\n";

/* The file's text; of UTF-16, whose letters have zeros between them, a copy without those. */
static const char *text_of(const struct slurp *file, struct arena *arena)
{
    size_t kept = 0;
    if (!file->data)
        return "";
    if (!memchr(file->data, '\0', file->length))
        return file->data;
    char *text = arena_alloc(arena, file->length + 1, 1);
    for (size_t i = 0; i < file->length; i++)
        if (file->data[i])
            text[kept++] = file->data[i];
    return text;
}

/* What stands in the first element, past declarations, too: those are refused later. */
static const char *first_element(const char *text)
{
    const char *tag = xml_first_tag(text);
    while (tag && tag[1] == '!')
        tag = xml_first_tag(tag + strcspn(tag, ">"));
    return tag ? tag + 1 : NULL;
}

struct root_tag root_tag(const struct slurp *file, struct arena *arena)
{
    const char *start = first_element(text_of(file, arena));
    if (!start)
        return (struct root_tag){ "", "" };
    size_t length = strcspn(start, " \t\r\n/>");
    const char *colon = memchr(start, ':', length);
    size_t prefix = colon ? (size_t)(colon + 1 - start) : 0;
    return (struct root_tag){ arena_copy(arena, start + prefix, length - prefix),
                              arena_copy(arena, start, strcspn(start, ">")) };
}

/* The length of the quote that text begins with; 0 if it begins with none. */
static size_t quote_at(const char *text)
{
    static const char *const QUOTES[] = { "\"", "'", "“", "”", "‘", "’" };
    for (size_t i = 0; i < sizeof QUOTES / sizeof *QUOTES; i++)
        if (strncmp(text, QUOTES[i], strlen(QUOTES[i])) == 0)
            return strlen(QUOTES[i]);
    return 0;
}

const char *root_tag_attribute(const struct root_tag *tag, const char *name, struct arena *arena)
{
    size_t length = strlen(name);
    for (const char *at = tag->text; (at = strstr(at, name)) != NULL; at += length) {
        const char *value = at + length + strspn(at + length, BLANKS);
        if (at == tag->text || !strchr(BLANKS, at[-1]) || *value != '=')
            continue;
        value += 1 + strspn(value + 1, BLANKS);
        value += quote_at(value);
        const char *end = value;
        while (*end && !quote_at(end) && !strchr(BLANKS, *end))
            end++;
        return arena_copy(arena, value, (size_t)(end - value));
    }
    return NULL;
}
