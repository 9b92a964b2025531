/* Blocks of running lines on the page: two sides beside one another, or a line over both. */
#include "render/html/render_html.h"

static void add_line(struct text *out, const struct block_line *line, enum side side, const char *element)
{
    static const char *const SIDES[] = { [SIDE_LEFT] = "left", [SIDE_RIGHT] = "right", [SIDE_WHOLE] = "whole" };
    static const char *const ALIGNS[] = { [ALIGN_LEFT] = "", [ALIGN_CENTRE] = " c", [ALIGN_RIGHT] = " r" };
    static const char
        *const FACES[] = { [FACE_REGULAR] = "", [FACE_BOLD] = " b", [FACE_ITALIC] = " i", [FACE_BOLD_ITALIC] = " b i" };
    static const char *const RULES[] = { [RULE_NONE] = "", [RULE_SHORT] = " short", [RULE_FULL] = " full" };
    if (!line->text)
        return;
    text_addf(out, "<%s class=\"%s%s%s\" style=\"--pt:%d.%dpt\"><span class=\"line%s\">", element, SIDES[side],
              ALIGNS[line->align], FACES[line->face], (int)(line->size / MPT_PER_PT),
              (int)(line->size % MPT_PER_PT / (MPT_PER_PT / 10)), RULES[line->rule]);
    html_text(out, line->text);
    text_addf(out, "</span></%s>\n", element);
}

static bool is_title(const struct block *block, size_t row)
{
    const struct block_line *line = &block->rows[row].lines[SIDE_WHOLE];
    return line->text && line->title;
}

bool html_has_title(const struct block *block)
{
    for (size_t r = 0; block && r < block->count; r++)
        if (is_title(block, r))
            return true;
    return false;
}

/* The lines of the title from that row on are one heading. Returns the row after them. */
static size_t add_title(struct text *out, const struct block *block, size_t first)
{
    size_t r = first;
    text_addf(out, "<h1 style=\"margin-top:%dpt\">", (int)(block->rows[first].before / MPT_PER_PT));
    for (; r < block->count && is_title(block, r); r++) {
        text_add(out, r == first ? "" : " ");
        add_line(out, &block->rows[r].lines[SIDE_WHOLE], SIDE_WHOLE, "span");
    }
    text_add(out, "</h1>\n");
    return r;
}

void html_block(struct text *out, const struct block *block)
{
    text_add(out, "<div class=\"block\">\n");
    for (size_t r = 0; r < block->count; r++) {
        if (is_title(block, r))
            r = add_title(out, block, r);
        if (r == block->count)
            break;
        const struct block_row *row = &block->rows[r];
        text_addf(out, "<div class=\"pair\" style=\"margin-top:%dpt;grid-template-columns:%dfr %dfr\">\n",
                  (int)(row->before / MPT_PER_PT), block->left_percent, 100 - block->left_percent);
        for (int side = 0; side < SIDE_COUNT; side++)
            add_line(out, &row->lines[side], (enum side)side, "p");
        text_add(out, "</div>\n");
    }
    text_add(out, "</div>\n");
}
