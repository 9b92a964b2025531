/*
 * Changes of a document that leave it a document: so most of them pass the schema, and what lies behind it is tried.
 *
 * The text is seen as elements (from "<" to the end of its closing tag) and quoted values; nothing is parsed.
 */
#include "fuzz.h"

enum { PLACES = 512, NESTED = 4096 };

struct span {
    size_t start, end;
};

struct mutation {
    const char *text;
    size_t size, most;
    unsigned random;
    struct text out;
};

static unsigned chance(struct mutation *m, size_t below)
{
    m->random = m->random * 1103515245U + 12345U;
    return below ? (unsigned)((m->random >> 8) % below) : 0;
}

static const char *const VALUES[] = {
    "0", "1", "-1", "0.1", "100", "101", "1.000", "99999999999999999", "-99999999999999999", "99999999.999999999", "1900", "2999",
    "2021", "2021-01-01", "2999-12-31", "1900-01-01", "2024-02-29", "2021-Q4", "2021-H2", "yes", "no", "dash", "blank", "lost",
    "rest", "same", "not-stated", "about", "range", "none", "ge", "lt", "level", "growth", "rank", "amends", "replaces", "whole",
    "row", "dong", "million-dong", "billion-dong", "share", "rate", "number", "money", "of-which", "=1+1", "«»", "{year}",
    "nt", "1=2+…+9", "một tỷ đồng", "%", "đồng", "a", "2*", "10mm", "hàng, cột; \t dấu",
};

/* Where the tag that begins at `at` ends: behind its ">". 0 if it does not. */
static size_t tag_end(const struct mutation *m, size_t at)
{
    char quote = 0;
    for (; at < m->size; at++) {
        char c = m->text[at];
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return 0;
}

/* The element that begins at `at`, with all that is in it. */
static bool element_at(const struct mutation *m, size_t at, struct span *element)
{
    size_t depth = 0, seen = 0;
    *element = (struct span){ at, 0 };
    while (at < m->size && seen++ < NESTED) {
        size_t end = tag_end(m, at);
        if (!end)
            return false;
        bool closing = m->text[at + 1] == '/', alone = m->text[end - 2] == '/' || m->text[at + 1] == '!' || m->text[at + 1] == '?';
        depth += !closing && !alone;
        if (closing && !depth)
            return false;
        depth -= closing;
        if (!depth) {
            element->end = end;
            return true;
        }
        for (at = end; at < m->size && m->text[at] != '<'; at++)
            ;
    }
    return false;
}

/* Up to PLACES places of the character, begun to be looked for anywhere; a quote counts where a value begins. */
static size_t places_of(struct mutation *m, char wanted, size_t *places)
{
    size_t count = 0, start = chance(m, m->size);
    for (size_t i = 0; i < m->size && count < PLACES; i++) {
        size_t at = (start + i) % m->size;
        if (m->text[at] != wanted || (wanted == '"' && (!at || m->text[at - 1] != '=')))
            continue;
        if (wanted == '<' && at + 1 < m->size && (m->text[at + 1] == '/' || m->text[at + 1] == '?'))
            continue;
        places[count++] = at;
    }
    return count;
}

static void add(struct mutation *m, size_t start, size_t end)
{
    if (end > start)
        text_addn(&m->out, m->text + start, end - start);
}

/* Any element but the root. */
static bool some_element(struct mutation *m, const size_t *places, size_t count, struct span *element)
{
    for (int tries = 0; tries < 8 && count; tries++)
        if (element_at(m, places[chance(m, count)], element) && element->end - element->start < m->size / 2)
            return true;
    return false;
}

static void change_elements(struct mutation *m)
{
    size_t places[PLACES], count = places_of(m, '<', places);
    struct span one, other;
    if (!some_element(m, places, count, &one))
        return;
    if (!some_element(m, places, count, &other))
        other = one;
    switch (chance(m, 5)) {
    case 0: /* dropped */
        add(m, 0, one.start);
        add(m, one.end, m->size);
        break;
    case 1: /* doubled */
        add(m, 0, one.end);
        add(m, one.start, m->size);
        break;
    case 2: /* put before another */
        add(m, 0, other.start);
        add(m, one.start, one.end);
        add(m, other.start, m->size);
        break;
    case 3: /* in the place of another */
        add(m, 0, other.start);
        add(m, one.start, one.end);
        add(m, other.end, m->size);
        break;
    default: /* what it holds, by a value */
        add(m, 0, tag_end(m, one.start));
        text_add(&m->out, VALUES[chance(m, sizeof VALUES / sizeof *VALUES)]);
        add(m, tag_end(m, one.start), m->size);
    }
}

static struct span value_at(const struct mutation *m, size_t quote)
{
    const char *end = memchr(m->text + quote + 1, '"', m->size - quote - 1);
    return (struct span){ quote + 1, end ? (size_t)(end - m->text) : quote + 1 };
}

/* From the document itself, or one that means something somewhere. */
static void change_value(struct mutation *m)
{
    size_t places[PLACES], count = places_of(m, '"', places);
    if (!count)
        return;
    struct span one = value_at(m, places[chance(m, count)]), other = value_at(m, places[chance(m, count)]);
    add(m, 0, one.start);
    if (chance(m, 2))
        text_add(&m->out, VALUES[chance(m, sizeof VALUES / sizeof *VALUES)]);
    else
        add(m, other.start, other.end);
    add(m, one.end, m->size);
}

/* An attribute that another element has. */
static void add_attribute(struct mutation *m)
{
    size_t places[PLACES], tags[PLACES], count = places_of(m, '"', places), tag_count = places_of(m, '<', tags);
    if (!count || !tag_count)
        return;
    struct span value = value_at(m, places[chance(m, count)]);
    size_t name = value.start - 2, tag = tags[chance(m, tag_count)] + 1;
    while (name && m->text[name - 1] != ' ' && m->text[name - 1] != '\n')
        name--;
    while (tag < m->size && !strchr(" />\n", m->text[tag]))
        tag++;
    if (value.start < 3 || value.end >= m->size)
        return;
    add(m, 0, tag);
    text_add(&m->out, " ");
    add(m, name, value.end + 1);
    add(m, tag, m->size);
}

/* A digit of a number. */
static void change_digit(struct mutation *m)
{
    size_t start = chance(m, m->size);
    for (size_t i = 0; i < m->size; i++) {
        size_t at = (start + i) % m->size;
        if (m->text[at] < '0' || m->text[at] > '9')
            continue;
        char digit = (char)('0' + chance(m, 10));
        add(m, 0, at);
        text_addn(&m->out, &digit, 1);
        add(m, at + 1, m->size);
        return;
    }
}

size_t xml_mutate(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    static void (*const CHANGES[])(struct mutation *) = { change_elements, change_elements, change_value, change_value,
                                                          add_attribute, change_digit };
    struct arena arena = ARENA_INIT;
    struct mutation m = { (const char *)data, size, most, seed, text_in(&arena) };
    if (size)
        CHANGES[chance(&m, sizeof CHANGES / sizeof *CHANGES)](&m);
    size_t length = m.out.length;
    if (length > most)
        length = 0;
    if (length)
        memcpy(data, m.out.data, length);
    arena_release(&arena);
    return length;
}
