#include "base/groups.h"

struct groups groups_of(size_t count, struct arena *arena)
{
    return (struct groups){ map_of_texts(arena), arena_alloc(arena, count, sizeof(size_t)) };
}

void groups_add(struct groups *groups, const char *text, size_t index)
{
    size_t *last = text ? map_at(&groups->last, text) : NULL;
    if (!last)
        return;
    groups->before[index] = *last;
    *last = index + 1;
}

size_t groups_last(const struct groups *groups, const char *text)
{
    const size_t *last = map_find(&groups->last, text);
    return last ? *last : 0;
}
