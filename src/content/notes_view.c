#include "content/notes_view.h"

#include "content/report_items.h"

struct view notes_view(const char *const *lines, size_t count, struct arena *arena)
{
    struct report_items list = { .arena = arena };
    for (size_t i = 0; i < count; i++) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_REMARK_NO, value_text(arena_printf(arena, "%zu", i + 1)));
        report_put(&list, FACT_REMARK_TEXT, value_text(lines[i]));
    }
    struct view view = report_view(&list, EACH_REMARK, "ghi-chu", NULL);
    view.layout = "notes";
    view.backmatter = true;
    return view;
}

static const char *text_of(const struct item *item)
{
    for (size_t f = 0; f < item->fact_count; f++)
        if (item->facts[f].fact == FACT_REMARK_TEXT)
            return item->facts[f].value.text;
    return "";
}

static struct view *notes_of(struct views *views)
{
    for (size_t i = 0; i < views->count; i++)
        if (views->items[i].each == EACH_REMARK)
            return &views->items[i];
    return NULL;
}

static struct view *add_view(struct views *views, struct arena *arena)
{
    struct view *items = arena_alloc(arena, views->count + 1, sizeof *items);
    for (size_t i = 0; i < views->count; i++)
        items[i] = views->items[i];
    struct item_fact *name = arena_alloc(arena, 1, sizeof *name);
    *name = (struct item_fact){ .fact = FACT_PLAN_NAME, .value = value_text(views->plan_name) };
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
        all[count + i] = text_of(&notes->items[i]);
    if (!notes)
        notes = add_view(views, arena);
    struct view made = notes_view(all, count + before, arena);
    made.facts = notes->facts;
    made.fact_count = notes->fact_count;
    made.place = notes->place;
    *notes = made;
}
