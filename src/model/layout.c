#include "model/layout.h"

#include "base/text.h"

const struct layout *layout_find(const struct layouts *layouts, const char *id)
{
    for (size_t i = 0; i < layouts->count; i++)
        if (strcmp(layouts->items[i]->id, id) == 0)
            return layouts->items[i];
    return NULL;
}

static const struct layout *find_form(const struct layouts *layouts, const char *form, unsigned months)
{
    for (size_t i = 0; i < layouts->count; i++)
        if (text_equal(layouts->items[i]->form, form) && layouts->items[i]->months & months)
            return layouts->items[i];
    return NULL;
}

const struct layout *layout_for_month(const struct layouts *layouts, const char *form, int month)
{
    const struct layout *found = month ? find_form(layouts, form, 1U << month) : NULL;
    return found ? found : layout_find(layouts, form);
}

const struct layout *layout_of_same_month(const struct layouts *layouts, const struct layout *other)
{
    return other->form ? find_form(layouts, other->form, other->months) : NULL;
}
