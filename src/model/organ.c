#include "model/organ.h"

#include "base/text.h"

const char *organ_words(struct arena *arena, const char *organ)
{
    static const char ABBREVIATION[] = "UBND";
    const char *at = strstr(organ, ABBREVIATION);
    if (!at)
        return organ;
    return arena_printf(arena, "%.*sỦy ban nhân dân%s", (int)(at - organ), organ, at + strlen(ABBREVIATION));
}

bool same_organ(struct arena *arena, const char *a, const char *b)
{
    return text_same_name(arena, organ_words(arena, a), organ_words(arena, b));
}
