#include "model/layout.h"

const struct layout *layout_find(const struct layouts *layouts, const char *id)
{
    for (size_t i = 0; i < layouts->count; i++)
        if (strcmp(layouts->items[i]->id, id) == 0)
            return layouts->items[i];
    return NULL;
}
