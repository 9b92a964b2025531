#include "content/view.h"

#include "base/text.h"

void view_note(struct view *view, const char *note, struct arena *arena)
{
    const char **notes = arena_alloc(arena, view->note_count + 1, sizeof *notes);
    for (size_t i = 0; i < view->note_count; i++)
        notes[i] = view->notes[i];
    notes[view->note_count++] = note;
    view->notes = notes;
}

size_t view_source(const struct view *view, const char *id)
{
    for (size_t s = 0; s < view->source_count; s++)
        if (text_equal(view->sources[s], id))
            return s + 1;
    return 0;
}

bool view_supplies(const struct view *view, enum fact_id fact)
{
    for (size_t i = 0; i < view->supplied.count; i++)
        if (view->supplied.ids[i] == fact)
            return true;
    for (size_t i = 0; i < view->fact_count; i++)
        if (view->facts[i].fact == fact)
            return true;
    return false;
}

struct view_fact *item_fact(const struct item *item, enum fact_id fact, struct figure_key key)
{
    for (size_t i = 0; i < item->fact_count; i++)
        if (item->facts[i].fact == fact && figure_key_equal(item->facts[i].key, key))
            return &item->facts[i];
    return NULL;
}

const struct value *view_lookup(const struct view *view, const struct fact_ref *ref)
{
    static const struct value EMPTY = { .kind = VALUE_EMPTY };
    if (fact_is_of_item(ref->fact)) {
        const struct view_fact *found = item_fact(&view->items[ref->item], ref->fact, ref->key);
        return found ? &found->value : &EMPTY;
    }
    for (size_t i = 0; i < view->fact_count; i++)
        if (view->facts[i].fact == ref->fact && figure_key_within(ref->key, view->facts[i].key))
            return &view->facts[i].value;
    return &EMPTY;
}
