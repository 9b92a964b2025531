#include "input/workbook_styles.h"

#include "base/text.h"

static bool is(const struct xml_event *event, const char *name)
{
    return strcmp(event->name, name) == 0;
}

static void add_format(struct workbook_styles *styles, const struct xml_event *event)
{
    const char *id = xml_event_attribute(event, "numFmtId", styles->arena);
    const char *code = xml_event_attribute(event, "formatCode", styles->arena);
    if (!id || !code)
        return;
    size_t *shown = map_at(&styles->formats, id);
    *shown = (size_t)workbook_shown(code);
}

struct workbook_styles styles_in(struct arena *arena)
{
    return (struct workbook_styles){ .formats = map_of_texts(arena), .arena = arena };
}

bool styles_take(void *context, const struct xml_event *event)
{
    struct workbook_styles *styles = context;
    if (!event->name)
        return true;
    if (is(event, "numFmts")) {
        styles->in_formats = !event->end;
    } else if (is(event, "cellXfs")) {
        styles->in_styles = !event->end;
    } else if (is(event, "numFmt") && !event->end && styles->in_formats) {
        add_format(styles, event);
    } else if (is(event, "xf") && !event->end && styles->in_styles) {
        const char **added = ARENA_PUSH(styles->arena, styles->styles, styles->style_count, styles->style_capacity);
        *added = xml_event_attribute(event, "numFmtId", styles->arena);
    }
    return true;
}

static bool is_between(int64_t number, int64_t first, int64_t last)
{
    return number >= first && number <= last;
}

/* The formats that every spreadsheet has: ECMA-376 part 1, 18.8.30. */
static enum workbook_shown shown_by_number(int64_t id)
{
    if (is_between(id, 9, 10))
        return WORKBOOK_PERCENT;
    bool date = is_between(id, 14, 22) || is_between(id, 27, 36) || is_between(id, 45, 47) || is_between(id, 50, 58);
    return date ? WORKBOOK_DATE : WORKBOOK_PLAIN;
}

enum workbook_shown styles_shown(const struct workbook_styles *styles, const char *style)
{
    struct dec index, number;
    if (!dec_parse(&index, style) || index.scale || index.units < 0 || (uint64_t)index.units >= styles->style_count)
        return WORKBOOK_PLAIN;
    const char *id = styles->styles[index.units];
    const size_t *own = id ? map_find(&styles->formats, id) : NULL;
    if (own)
        return (enum workbook_shown) * own;
    return id && dec_parse(&number, id) && !number.scale ? shown_by_number(number.units) : WORKBOOK_PLAIN;
}
