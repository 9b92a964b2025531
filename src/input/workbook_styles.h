/* How the cells of a workbook show their numbers: xl/styles.xml. For workbook.c only. */
#ifndef PHULUC_INPUT_WORKBOOK_STYLES_H
#define PHULUC_INPUT_WORKBOOK_STYLES_H

#include "base/dec.h"
#include "base/map.h"
#include "input/workbook.h"
#include "input/xml_events.h"

struct workbook_styles {
    struct map formats;  /* of the workbook itself: how each shows a number, by its id */
    const char **styles; /* the number format of each, by its id, in the order that cells count them; NULL: none */
    size_t style_count, style_capacity;
    bool in_styles, in_formats;
    struct arena *arena;
};

struct workbook_styles styles_in(struct arena *arena);
bool styles_take(void *context, const struct xml_event *event);

/* How a cell of that style, counted from 0, shows a number; the style is "0" where a cell names none. */
enum workbook_shown styles_shown(const struct workbook_styles *styles, const char *style);

#endif
