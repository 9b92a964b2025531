/* Blocks of running lines as text. */
#include "render/text/render_text.h"

enum { LINE_HEIGHT = 16000 }; /* room of which a blank line stands for one */

/* The lines of one side, its rule among them. */
static struct text_lines side_lines(const struct block_line *line, size_t width, struct arena *arena)
{
    struct text_lines lines = { 0 };
    if (!line->text)
        return lines;
    lines = text_wrap(line->text, width, arena);
    size_t widest = 0;
    for (size_t i = 0; i < lines.count; i++) {
        size_t length = text_display_width(lines.items[i], strlen(lines.items[i]));
        widest = length > widest ? length : widest;
    }
    mpt rule = block_rule_width(line, (mpt)widest);
    if (rule > 0) {
        struct text dashes = text_in(arena);
        while (rule--)
            text_add(&dashes, "-");
        const char **added = ARENA_PUSH(arena, lines.items, lines.count, lines.capacity);
        *added = text_str(&dashes);
    }
    return lines;
}

static void trim(struct text *out)
{
    while (out->length && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
}

static void add_sides(struct text *out, const struct block *block, const struct block_row *row)
{
    bool whole = row->lines[SIDE_WHOLE].text != NULL;
    int first = whole ? SIDE_WHOLE : SIDE_LEFT, last = whole ? SIDE_WHOLE : SIDE_RIGHT;
    struct text_lines lines[SIDE_COUNT];
    size_t height = 0, widths[SIDE_COUNT];
    for (int side = first; side <= last; side++) {
        widths[side] = (size_t)block_side_width(block, (enum side)side, TEXT_BAR_WIDTH);
        lines[side] = side_lines(&row->lines[side], widths[side], out->arena);
        height = lines[side].count > height ? lines[side].count : height;
    }
    for (size_t i = 0; i < height; i++) {
        for (int side = first; side <= last; side++)
            text_add_padded(out, i < lines[side].count ? lines[side].items[i] : "", widths[side], row->lines[side].align);
        trim(out);
        text_add(out, "\n");
    }
}

void text_add_block(struct text *out, const struct block *block)
{
    for (size_t r = 0; r < block->count; r++) {
        for (mpt room = block->rows[r].before; out->length && room >= LINE_HEIGHT; room -= LINE_HEIGHT)
            text_add(out, "\n");
        add_sides(out, block, &block->rows[r]);
    }
}
