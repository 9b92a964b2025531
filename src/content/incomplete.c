#include "content/incomplete.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "content/notes_view.h"

/* As many names as have room in a heading. */
enum { NAMES_MOST = 3 };

static const char *warning_of(const char *const *files, size_t count, struct arena *arena)
{
    struct text warning = text_in(arena);
    text_add(&warning, "BÁO CÁO LẬP THIẾU SỐ LIỆU: không dùng được tệp ");
    for (size_t i = 0; i < count && i < NAMES_MOST; i++)
        text_addf(&warning, "%s%s", i ? ", " : "", file_name(files[i]));
    if (count > NAMES_MOST)
        text_addf(&warning, " và %zu tệp khác", count - NAMES_MOST);
    return text_str(&warning);
}

void views_set_incomplete(struct views *views, const char *const *files, size_t count, struct arena *arena)
{
    if (!count)
        return;
    const char **notes = arena_alloc(arena, count, sizeof *notes);
    for (size_t i = 0; i < count; i++)
        notes[i] = arena_printf(arena, "Không dùng được tệp %s: những gì tệp ấy nêu không có trong tài liệu này.",
                                file_name(files[i]));
    views_add_notes(views, notes, count, arena);
    views->incomplete = warning_of(files, count, arena);
}
