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

void limit_passed(enum limit limit, struct place place, struct findings *findings)
{
    const struct entry *entry = &LIMITS[limit];
    finding_add(findings, FINDING_LIMIT_PASSED, place, fill(findings->arena, entry->vi, entry->limit),
                fill(findings->arena, entry->en, entry->limit), NULL);
}
