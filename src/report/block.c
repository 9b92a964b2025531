#include "report/block.h"

#include "report/wrap.h"

mpt block_side_x(const struct block *block, enum side side, mpt width)
{
    return side == SIDE_RIGHT ? width - block_side_width(block, SIDE_RIGHT, width) : 0;
}

mpt block_side_width(const struct block *block, enum side side, mpt width)
{
    mpt left = (mpt)((int64_t)width * block->left_percent / 100);
    if (side == SIDE_WHOLE)
        return width;
    return side == SIDE_LEFT ? left : width - left;
}

mpt block_rule_width(const struct block_line *line, mpt text_width)
{
    if (line->rule == RULE_NONE)
        return 0;
    return line->rule == RULE_FULL ? text_width : (mpt)((int64_t)text_width * RULE_SHORT_PERCENT / 100);
}

mpt block_row_height(const struct block *block, size_t row, mpt width, const struct metrics *metrics, struct arena *arena)
{
    mpt highest = 0;
    for (int side = 0; side < SIDE_COUNT; side++) {
        const struct block_line *line = &block->rows[row].lines[side];
        if (!line->text)
            continue;
        size_t count;
        wrap_text(metrics, line->face, line->size, block_side_width(block, (enum side)side, width), line->text, arena,
                  &count);
        mpt height = (mpt)count * metrics_line_height(line->size);
        highest = height > highest ? height : highest;
    }
    return highest;
}

mpt block_height(const struct block *block, mpt width, const struct metrics *metrics, struct arena *arena)
{
    mpt height = 0;
    for (size_t r = 0; r < block->count; r++)
        height += block->rows[r].before + block_row_height(block, r, width, metrics, arena);
    return height;
}

bool block_check(const struct block *block, struct findings *findings)
{
    bool final = text_is_final(block->bookmark) && text_is_final(block->sheet);
    for (size_t r = 0; r < block->count; r++)
        for (int side = 0; side < SIDE_COUNT; side++)
            final = final && text_is_final(block->rows[r].lines[side].text);
    if (!final)
        finding_add(findings, FINDING_TABLE_BROKEN, (struct place){ NULL, 0 }, block->sheet ? block->sheet : "?",
                    "chữ chưa chuẩn hóa hoặc có ký tự điều khiển", NULL);
    return final;
}
