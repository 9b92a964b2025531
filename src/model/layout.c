#include "model/layout.h"

#include "base/text.h"

static struct layout *find_id(const struct layouts *layouts, const char *id)
{
    for (size_t i = 0; i < layouts->count; i++)
        if (strcmp(layouts->items[i]->id, id) == 0)
            return layouts->items[i];
    return NULL;
}

static struct layout *find_form(const struct layouts *layouts, const char *form, unsigned months)
{
    for (size_t i = 0; i < layouts->count; i++)
        if (text_equal(layouts->items[i]->form, form) && layouts->items[i]->months & months)
            return layouts->items[i];
    return NULL;
}

static const struct layout *whole(const struct layouts *layouts, struct layout *layout)
{
    if (layout && layout->head_only)
        layouts->read(layout, layouts->context);
    return layout;
}

const struct layout *layout_find(const struct layouts *layouts, const char *id)
{
    return whole(layouts, find_id(layouts, id));
}

const struct layout *layout_for_month(const struct layouts *layouts, const char *form, int month)
{
    struct layout *found = month ? find_form(layouts, form, 1U << month) : NULL;
    return found ? whole(layouts, found) : layout_find(layouts, form);
}

const struct layout *layout_of_same_id(const struct layouts *layouts, const struct layout *other)
{
    return find_id(layouts, other->id);
}

const struct layout *layout_of_same_month(const struct layouts *layouts, const struct layout *other)
{
    return other->form ? find_form(layouts, other->form, other->months) : NULL;
}
