#include "draft/said_amounts.h"

#include <string.h>

bool said_has(const struct said_amounts *said, const char *shown, const char *unit)
{
    for (size_t i = 0; unit && i < said->count; i++)
        if (strcmp(said->items[i].shown, shown) == 0 && strcmp(said->items[i].unit, unit) == 0)
            return true;
    return false;
}

void said_add(struct said_amounts *said, const char *shown, const char *unit)
{
    if (said_has(said, shown, unit))
        return;
    struct said_amount *added = ARENA_PUSH(said->arena, said->items, said->count, said->capacity);
    *added = (struct said_amount){ shown, unit };
}
