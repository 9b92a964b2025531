/* Blocks of running lines: a table without borders, a column for each side. */
#include "render/docx/docx.h"

static void open_table(struct docx_xml *xml, const struct block *block, mpt width)
{
    docx_open(xml, "w:tbl");
    docx_open(xml, "w:tblPr");
    docx_width(xml, "w:tblW", width);
    docx_open(xml, "w:tblLayout");
    docx_attribute(xml, "w:type", "fixed");
    docx_close(xml);
    docx_open(xml, "w:tblCellMar");
    docx_width(xml, "w:left", 0);
    docx_width(xml, "w:right", 0);
    docx_close(xml);
    docx_close(xml);
    const mpt widths[] = { block_side_width(block, SIDE_LEFT, width), block_side_width(block, SIDE_RIGHT, width) };
    docx_columns(xml, widths, sizeof widths / sizeof *widths);
}

static void add_line(struct docx *docx, const struct block_line *line, mpt before, mpt room, bool keep)
{
    bool blank = !line->text;
    mpt widest = 0;
    const char *text = blank ? NULL
                             : docx_broken(docx, line->align, line->face, line->size, room, line->text, &widest);
    struct docx_paragraph paragraph = { .keep = keep,
                                        .before = blank ? 0 : before,
                                        .align = line->align,
                                        .aligned = line->align != ALIGN_LEFT,
                                        .mark_size = blank ? MPT_PER_PT : line->size };
    docx_open_paragraph(docx->xml, &paragraph);
    docx_run(docx->xml, text, line->face, FACE_REGULAR, line->size);
    docx_close(docx->xml);
    if (!blank && line->rule != RULE_NONE)
        docx_rule(docx->xml, room, block_rule_width(line, widest), RULE_BELOW, 0, keep);
}

/* In Word a rule is a paragraph of its own: what stands under it begins that much higher than in print. */
static mpt room_before(const struct block *block, const struct block_row *row)
{
    const struct block_row *above = row > block->rows ? row - 1 : NULL;
    bool ruled = false;
    for (int side = 0; above && side < SIDE_COUNT; side++)
        ruled = ruled || (above->lines[side].text && above->lines[side].rule != RULE_NONE);
    return !ruled ? row->before : row->before > RULE_BELOW ? row->before - RULE_BELOW : 0;
}

static void add_side(struct docx *docx, const struct block *block, const struct block_row *row, enum side side, mpt width,
                     bool keep)
{
    struct docx_xml *xml = docx->xml;
    mpt room = block_side_width(block, side, width);
    docx_open(xml, "w:tc");
    docx_open(xml, "w:tcPr");
    docx_width(xml, "w:tcW", room);
    if (side == SIDE_WHOLE)
        docx_value_number(xml, "w:gridSpan", 2);
    docx_close(xml);
    add_line(docx, &row->lines[side], room_before(block, row), room, keep);
    docx_close(xml);
}

void docx_block(struct docx *docx, const struct block *block, mpt width, bool keep)
{
    open_table(docx->xml, block, width);
    for (size_t r = 0; r < block->count; r++) {
        const struct block_row *row = &block->rows[r];
        bool keep_row = keep || r + 1 < block->count;
        docx_open(docx->xml, "w:tr");
        docx_open(docx->xml, "w:trPr");
        docx_flag(docx->xml, "w:cantSplit");
        docx_close(docx->xml);
        if (row->lines[SIDE_WHOLE].text) {
            add_side(docx, block, row, SIDE_WHOLE, width, keep_row);
        } else {
            add_side(docx, block, row, SIDE_LEFT, width, keep_row);
            add_side(docx, block, row, SIDE_RIGHT, width, keep_row);
        }
        docx_close(docx->xml);
    }
    docx_close(docx->xml);
}
