/* What stands outside tables: a cover, notes, the signature area. */
#include "report/page/pager.h"

#include "report/wrap.h"

enum {
    NOTE_SIZE = 11000,
    NOTE_GAP = 6000,
    OPENING_GAP = 18000,
    NOTES_KEPT_WHOLE = 10,     /* lines; more of them are a text of their own, which may go on on a further page */
    LINES_BEFORE_SIGNATURE = 2 /* a signature with less above it would look like a sheet without a text */
};

/* ---- blocks ---- */

static void draw_rule(struct page *page, const struct grid *grid, const struct block_line *line, mpt x, mpt room,
                      mpt text_width, mpt y)
{
    mpt width = block_rule_width(line, text_width);
    if (width == 0)
        return;
    struct mark *mark = page_mark(page, MARK_RULE, x + (room - width) / 2, y + RULE_BELOW, grid->pen.arena);
    mark->width = width;
}

static void draw_side(struct page *page, const struct grid *grid, const struct block_line *line, mpt x, mpt room, mpt y)
{
    size_t count;
    mpt text_width = 0;
    const struct line *lines =
        line->align == ALIGN_CENTRE
            ? wrap_balanced(grid->pen.metrics, line->face, line->size, room, line->text, grid->pen.arena, &count)
            : wrap_text(grid->pen.metrics, line->face, line->size, room, line->text, grid->pen.arena, &count);
    for (size_t i = 0; i < count; i++, y += metrics_line_height(line->size)) {
        page_text(page, &grid->pen, line->face, line->size, line->align, x, room, y, lines[i].text, lines[i].length);
        text_width = lines[i].width > text_width ? lines[i].width : text_width;
    }
    draw_rule(page, grid, line, x, room, text_width, y);
}

static void draw_row(struct pager *pager, const struct block *block, size_t row, mpt width)
{
    for (int i = 0; i < SIDE_COUNT; i++) {
        enum side side = (enum side)i;
        const struct block_line *line = &block->rows[row].lines[side];
        if (line->text)
            draw_side(pager_page(pager), &pager->grid, line, MARGIN_LEFT + block_side_x(block, side, width),
                      block_side_width(block, side, width), pager->y);
    }
}

static void draw_block(struct pager *pager, const struct block *block, mpt width)
{
    for (size_t r = 0; r < block->count; r++) {
        pager->y += block->rows[r].before;
        draw_row(pager, block, r, width);
        pager->y += block_row_height(block, r, width, pager->metrics, pager->arena);
    }
}

void pager_cover(struct pager *pager, const struct block *cover)
{
    static const struct table PORTRAIT = { .landscape = false };
    mpt width = table_page_width(&PORTRAIT);
    pager->table = &PORTRAIT;
    pager->table_index = NO_TABLE;
    pager->number = 0;
    pager->grid = (struct grid){ .pen = { pager->metrics, pager->arena } };
    pager_new_page(pager);
    pager_bookmark(pager, cover->bookmark, 0, pager->y);
    for (size_t r = 0; r < cover->count; r++) {
        mpt height = block_row_height(cover, r, width, pager->metrics, pager->arena);
        if (pager->y + cover->rows[r].before + height > pager_bottom(pager))
            pager_new_page(pager);
        else
            pager->y += cover->rows[r].before;
        draw_row(pager, cover, r, width);
        pager->y += height;
    }
}

/* ---- notes and signature ---- */

static size_t note_line_count(const struct pager *pager)
{
    size_t total = 0;
    for (size_t i = 0; i < pager->table->note_count; i++) {
        size_t count;
        wrap_text(pager->metrics, FACE_REGULAR, NOTE_SIZE, table_page_width(pager->table), pager->table->notes[i],
                  pager->arena, &count);
        total += count;
    }
    return total;
}

/* Of a signature that follows the notes; under a chart it is not alone. */
static mpt signature_height(const struct pager *pager)
{
    const struct block *signature = pager->table->chart_count ? NULL : pager->table->signature;
    return signature ? block_height(signature, table_page_width(pager->table), pager->metrics, pager->arena) : 0;
}

mpt pager_tail_height(const struct pager *pager)
{
    mpt lines = (mpt)note_line_count(pager), signature = signature_height(pager);
    if (lines > NOTES_KEPT_WHOLE)
        lines = LINES_BEFORE_SIGNATURE, signature = 0;
    return (lines ? NOTE_GAP : 0) + lines * metrics_line_height(NOTE_SIZE) + signature;
}

/* `left` lines of notes are still to come, the first of them at this place. */
static void draw_note_line(struct pager *pager, const struct line *line, size_t left)
{
    mpt step = metrics_line_height(NOTE_SIZE), need = step;
    if (left == LINES_BEFORE_SIGNATURE)
        need = LINES_BEFORE_SIGNATURE * step + signature_height(pager);
    if (pager->y + need > pager_bottom(pager))
        pager_new_page(pager);
    page_text(pager_page(pager), &pager->grid.pen, FACE_REGULAR, NOTE_SIZE, ALIGN_LEFT, MARGIN_LEFT,
              table_page_width(pager->table), pager->y, line->text, line->length);
    pager->y += step;
}

void pager_notes(struct pager *pager)
{
    const struct table *table = pager->table;
    size_t left = note_line_count(pager);
    if (left > 0)
        pager->y += NOTE_GAP;
    for (size_t i = 0; i < table->note_count; i++) {
        size_t count;
        const struct line *lines = wrap_text(pager->metrics, FACE_REGULAR, NOTE_SIZE, table_page_width(table),
                                             table->notes[i], pager->arena, &count);
        for (size_t j = 0; j < count; j++)
            draw_note_line(pager, &lines[j], left--);
    }
}

void pager_signature(struct pager *pager)
{
    const struct block *signature = pager->table->signature;
    mpt width = table_page_width(pager->table);
    if (!signature)
        return;
    if (pager->y + block_height(signature, width, pager->metrics, pager->arena) > pager_bottom(pager))
        pager_new_page(pager);
    draw_block(pager, signature, width);
}

void pager_opening(struct pager *pager)
{
    if (!pager->table->opening)
        return;
    draw_block(pager, pager->table->opening, table_page_width(pager->table));
    pager->y += OPENING_GAP;
}
