/* Drawing the rows of a block: the lines of each side and their rules. */
#include "report/pager.h"

#include "report/wrap.h"

static void draw_rule(struct page *page, const struct grid *grid, const struct block_line *line, mpt x, mpt room,
                      mpt text_width, mpt y)
{
    mpt width = block_rule_width(line, text_width);
    if (width == 0)
        return;
    struct mark *mark = page_mark(page, MARK_RULE, x + (room - width) / 2, y + RULE_BELOW, grid->arena);
    mark->width = width;
}

static void draw_side(struct page *page, const struct grid *grid, const struct block_line *line, mpt x, mpt width, mpt y)
{
    size_t count;
    mpt widest = 0;
    const struct line *lines =
        wrap_text(grid->metrics, line->face, line->size, width, line->text, grid->arena, &count);
    for (size_t i = 0; i < count; i++, y += metrics_line_height(line->size)) {
        page_text(page, grid, line->face, line->size, line->align, x, width, y, lines[i].text, lines[i].length);
        widest = lines[i].width > widest ? lines[i].width : widest;
    }
    draw_rule(page, grid, line, x, width, widest, y);
}

void block_draw_row(struct page *page, const struct grid *grid, const struct block *block, size_t row, mpt width, mpt y)
{
    for (int i = 0; i < SIDE_COUNT; i++) {
        enum side side = (enum side)i;
        const struct block_line *line = &block->rows[row].lines[side];
        if (line->text)
            draw_side(page, grid, line, MARGIN_LEFT + block_side_x(block, side, width),
                      block_side_width(block, side, width), y);
    }
}
