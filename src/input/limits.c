#include "input/limits.h"

struct entry {
    int limit;
    const char *vi, *en;
};

static const struct entry LIMITS[LIMIT_COUNT] = {
#define LIMIT(symbol, limit, of_vi, of_en, vi, en) [LIMIT_##symbol] = { (limit), vi, en },
#include "input/limits.def"
#undef LIMIT
};

/* The sentence with its limit. */
static const char *fill(struct arena *arena, const char *sentence, int limit)
{
    const char *hole = strstr(sentence, "{0}");
    return arena_printf(arena, "%.*s%d%s", (int)(hole - sentence), sentence, limit, hole + strlen("{0}"));
}

const char *limit_words(enum limit limit, enum language language, struct arena *arena)
{
    const struct entry *entry = &LIMITS[limit];
    return fill(arena, language == LANGUAGE_EN ? entry->en : entry->vi, entry->limit);
}

void limit_passed(enum limit limit, struct place place, struct findings *findings)
{
    finding_add(findings, FINDING_LIMIT_PASSED, place, limit_words(limit, LANGUAGE_VI, findings->arena),
                limit_words(limit, LANGUAGE_EN, findings->arena), NULL);
}
