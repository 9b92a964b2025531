#include "report/separate.h"

#include "base/text.h"

/* The table after the part that begins at `first`: one with all its further parts, or everything that has no name of its own. */
static size_t part_end(const struct report *whole, size_t first)
{
    size_t end = first + 1;
    bool annex = whole->tables[first].annex != NULL;
    while (end < whole->table_count && (annex ? whole->tables[end].continues : !whole->tables[end].annex))
        end++;
    return end;
}

const struct report *report_separate(const struct report *whole, struct arena *arena, size_t *count)
{
    struct report *parts = arena_alloc(arena, whole->table_count + 1, sizeof *parts);
    *count = 0;
    if (whole->cover) {
        struct report *part = &parts[(*count)++];
        *part = *whole;
        part->id = arena_printf(arena, "%s/00-trang-dau", whole->id);
        part->table_count = 0;
    }
    int number = 0;
    for (size_t first = 0, end; first < whole->table_count; first = end) {
        end = part_end(whole, first);
        struct table *table = &whole->tables[first];
        struct report *part = &parts[(*count)++];
        *part = *whole;
        part->id = arena_printf(arena, "%s/%02d-%s", whole->id, ++number,
                                table->annex ? text_machine_name(arena, table->annex, '-') : table->id);
        part->cover = NULL;
        part->tables = table;
        part->table_count = end - first;
        part->sign_room = table->issued;
        if (table->annex)
            part->title = table->bookmark;
    }
    return parts;
}
