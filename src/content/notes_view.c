#include "content/notes_view.h"

#include "base/text.h"
#include "content/items.h"

/* The id of the page. */
static const char NOTES[] = "ghi-chu";

struct view notes_view(const char *const *lines, size_t count, struct arena *arena)
{
    static const enum fact_id SUPPLIED[] = { FACT_REMARK_NO, FACT_REMARK_TEXT };
    struct items list = { .arena = arena };
    for (size_t i = 0; i < count; i++) {
        items_add(&list, ROLE_BODY, 0);
        items_put(&list, FACT_REMARK_NO, value_text(arena_printf(arena, "%zu", i + 1)));
        items_put(&list, FACT_REMARK_TEXT, value_text(lines[i]));
    }
    struct view view = items_view(&list, EACH_REMARK, NOTES, NULL, FACTS(SUPPLIED));
    view.standing = STANDS_BEHIND;
    view.layout = "notes";
    return view;
}

static struct view *notes_of(struct views *views)
{
    for (size_t i = 0; i < views->count; i++)
        if (text_equal(views->items[i].id, NOTES))
            return &views->items[i];
    return NULL;
}

static struct view *add_view(struct views *views, struct arena *arena)
{
    struct view *items = arena_alloc(arena, views->count + 1, sizeof *items);
    for (size_t i = 0; i < views->count; i++)
        items[i] = views->items[i];
    struct view_fact *name = arena_alloc(arena, 1, sizeof *name);
    *name = (struct view_fact){ .fact = FACT_PLAN_NAME, .value = value_text(views->office ? "báo cáo" : views->plan_name) };
    items[views->count].facts = name;
    items[views->count].fact_count = 1;
    views->items = items;
    return &views->items[views->count++];
}

void views_add_notes(struct views *views, const char *const *lines, size_t count, struct arena *arena)
{
    struct view *notes = notes_of(views);
    size_t before = notes ? notes->item_count : 0;
    const char **all = arena_alloc(arena, count + before, sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = lines[i];
    for (size_t i = 0; i < before; i++)
        all[count + i] = view_lookup(notes, &(struct fact_ref){ .item = i, .fact = FACT_REMARK_TEXT })->text;
    if (!notes)
        notes = add_view(views, arena);
    struct view made = notes_view(all, count + before, arena);
    made.facts = notes->facts;
    made.fact_count = notes->fact_count;
    made.place = notes->place;
    *notes = made;
}
