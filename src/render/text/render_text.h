/* What the files of the text renderer share. */
#ifndef PHULUC_RENDER_TEXT_RENDER_TEXT_H
#define PHULUC_RENDER_TEXT_RENDER_TEXT_H

#include "base/text.h"
#include "report/block.h"

enum { TEXT_BAR_WIDTH = 78, TEXT_TABLE_WIDTH = 160 };

struct text_lines {
    const char **items;
    size_t count, capacity;
};

/* The lines of a text in columns of that width. */
struct text_lines text_wrap(const char *text, size_t width, struct arena *arena);

size_t text_display_width(const char *text, size_t length);

/* The text in a field of that width. */
void text_add_padded(struct text *out, const char *text, size_t width, enum align align);

/* The rows of a table between rules (render_text_grid.c). */
void text_add_grid(struct text *out, const struct table *table);

/* A block over TEXT_BAR_WIDTH columns: its sides beside one another, rules as runs of "-". */
void text_add_block(struct text *out, const struct block *block);

#endif
