#include "report/compose_heading.h"

#include "base/text.h"
#include "report/columns.h"

enum { SHEET_NAME_MAX = 31 };

/*
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1: the decision's own annexes keep their numbers as printed. What it does not
 * issue is no annex and takes none of their numbers.
 */
static const char *annex_line(const struct view *view, int *summaries, struct arena *arena)
{
    if (view->standing == STANDS_AFTER)
        return arena_printf(arena, "Bảng tổng hợp %d", ++*summaries);
    return view->label;
}

static const char *title_line(const struct layout *layout, const struct view *view, struct arena *arena)
{
    struct figure_key key = figure_key_of(0, NULL);
    bool empty;
    const char *title = fill_template(&layout->title, view, key, &empty, arena);
    if (empty)
        title = fill_template(&layout->title_fallback, view, key, &empty, arena);
    return title;
}

const char *page_warning(const struct views *views, const char *between, struct arena *arena)
{
    static const char ILLUSTRATIVE[] = "SỐ LIỆU MINH HỌA";
    if (views->illustrative && views->incomplete)
        return arena_printf(arena, "%s%s%s", ILLUSTRATIVE, between, views->incomplete);
    return views->illustrative ? ILLUSTRATIVE : views->incomplete;
}

static const char *basis_line(const struct view *view, const char *warning, struct arena *arena)
{
    return view->basis && warning ? arena_printf(arena, "%s\n%s", view->basis, warning)
           : view->basis          ? view->basis
                                  : warning;
}

static bool sheet_taken(const struct report *report, const char *name, struct arena *arena)
{
    const char *upper = utf8_upper(arena, name);
    for (size_t i = 0; i < report->table_count; i++)
        if (report->tables[i].sheet && strcmp(utf8_upper(arena, report->tables[i].sheet), upper) == 0)
            return true;
    return false;
}

/* Excel takes none of these in the name of a sheet: "Biểu số 46/CK-NSNN" is "Biểu số 46-CK-NSNN" there. */
static const char *allowed_in_sheet(const char *wanted, struct arena *arena)
{
    char *name = arena_copy(arena, wanted, strlen(wanted));
    for (char *at = strpbrk(name, "[]:*?/\\"); at; at = strpbrk(at, "[]:*?/\\"))
        *at = '-';
    return name;
}

const char *sheet_name(const struct report *report, const char *wanted, struct arena *arena)
{
    wanted = allowed_in_sheet(wanted, arena);
    for (int n = 1;; n++) {
        const char *suffix = n == 1 ? "" : arena_printf(arena, " (%d)", n), *at = wanted;
        for (size_t left = SHEET_NAME_MAX - strlen(suffix); *at && left; left--)
            utf8_next(&at);
        const char *name = arena_printf(arena, "%.*s%s", (int)(at - wanted), wanted, suffix);
        if (!sheet_taken(report, name, arena))
            return name;
    }
}

/* What page one calls a table its sheet is called, too, and what it holds as far as there is room: "Biểu 4. Mục tiêu". */
static const char *wanted_sheet(const struct view *view, const char *label, const char *holds, struct arena *arena)
{
    if (!label)
        return holds;
    const char *both = arena_printf(arena, "%s. %s", label, holds);
    return view->standing == STANDS_AS_ANNEX || utf8_length(both) > SHEET_NAME_MAX ? label : both;
}

struct heading compose_heading(const struct view *view, const struct layout *layout, const char *warning, int *summaries,
                               struct arena *arena)
{
    bool empty;
    struct figure_key key = figure_key_of(0, NULL);
    struct heading heading = { .annex = annex_line(view, summaries, arena),
                               .title = title_line(layout, view, arena),
                               .basis = basis_line(view, warning, arena) };
    if (layout->has_unit)
        heading.unit = fill_template(&layout->unit, view, key, &empty, arena);
    heading.sheet = wanted_sheet(view, heading.annex, fill_template(&layout->sheet, view, key, &empty, arena), arena);
    return heading;
}
