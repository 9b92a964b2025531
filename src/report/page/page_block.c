/* What stands outside tables: a cover, notes, the signature area. */
#include "report/page/pager.h"

#include "report/chart.h"
#include "report/wrap.h"

enum {
    NOTE_SIZE = 11000,
    NOTE_GAP = 6000,
    OPENING_GAP = 12000,
    NOTES_KEPT_WHOLE = 10, /* lines; more of them are a text of their own, which may go on on a further page */
    LINES_BEFORE_NEXT = 2  /* a signature or a chart with less above it would look like a sheet without a text */
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

/* The lines of one side of a row. */
struct wrapped {
    const struct line *lines;
    size_t count;
    mpt text_width; /* of the widest */
};

static struct wrapped wrap_side(const struct pager *pager, const struct block_line *line, mpt room)
{
    struct wrapped side = { 0 };
    if (!line->text)
        return side;
    side.lines = line->align == ALIGN_CENTRE
                     ? wrap_balanced(pager->metrics, line->face, line->size, room, line->text, pager->arena, &side.count)
                     : wrap_text(pager->metrics, line->face, line->size, room, line->text, pager->arena, &side.count);
    for (size_t i = 0; i < side.count; i++)
        side.text_width = side.lines[i].width > side.text_width ? side.lines[i].width : side.text_width;
    return side;
}

/*
 * The parts of a block's lines, by row and side, in the order in which they are read: of rows with two sides that follow each
 * other first all lines on the left, as "Nơi nhận" is read before the signer. Lines of a title that follow each other are one.
 */
static unsigned *block_parts(struct pager *pager, const struct block *block)
{
    unsigned *parts = arena_alloc(pager->arena, block->count * SIDE_COUNT, sizeof *parts), title = 0;
    for (size_t row = 0, end; row < block->count; row = end) {
        const struct block_line *whole = &block->rows[row].lines[SIDE_WHOLE];
        for (end = row; end < block->count && !block->rows[end].lines[SIDE_WHOLE].text; end++)
            ;
        for (int side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
            for (size_t i = row; i < end; i++)
                if (block->rows[i].lines[side].text)
                    parts[i * SIDE_COUNT + (size_t)side] = pager_passage(pager, PASSAGE_TEXT);
        if (end > row) {
            title = 0;
            continue;
        }
        title = !whole->title ? 0 : title ? title : pager_passage(pager, PASSAGE_TITLE);
        parts[row * SIDE_COUNT + SIDE_WHOLE] = title ? title : pager_passage(pager, PASSAGE_TEXT);
        end = row + 1;
    }
    return parts;
}

/* Lines from the first to before the end, from pager->y on, and the rule under the last of all. Returns their height. */
static mpt draw_side(struct pager *pager, const struct block_line *line, const struct wrapped *side, mpt x, mpt room,
                     size_t first, size_t end)
{
    struct page *page = pager_page(pager);
    mpt y = pager->y;
    for (size_t i = first; i < end && i < side->count; i++, y += metrics_line_height(line->size))
        page_text(page, &pager->grid.pen, line->face, line->size, line->align, x, room, y, side->lines[i].text,
                  side->lines[i].length);
    if (first < side->count && side->count <= end)
        draw_rule(page, &pager->grid, line, x, room, side->text_width, y);
    return y - pager->y;
}

/* How many lines of a row have room from pager->y on, as if all were of its largest letters; one at least, to come to an end. */
static size_t lines_below(const struct pager *pager, const struct block_row *row)
{
    mpt step = 1, room = pager_bottom(pager) - pager->y;
    for (int side = 0; side < SIDE_COUNT; side++)
        if (row->lines[side].text && metrics_line_height(row->lines[side].size) > step)
            step = metrics_line_height(row->lines[side].size);
    return room > step ? (size_t)(room / step) : 1;
}

/* A row from pager->y on, which is below it then. One that the page has no room for goes on on further pages, line by line. */
static void draw_row(struct pager *pager, const struct block *block, size_t index, mpt width, const unsigned *parts)
{
    const struct block_row *row = &block->rows[index];
    bool whole = pager->y + block_row_height(block, index, width, pager->metrics, pager->arena) <= pager_bottom(pager);
    struct wrapped sides[SIDE_COUNT];
    size_t longest = 0;
    for (int i = 0; i < SIDE_COUNT; i++) {
        sides[i] = wrap_side(pager, &row->lines[i], block_side_width(block, (enum side)i, width));
        longest = sides[i].count > longest ? sides[i].count : longest;
    }
    for (size_t first = 0, end; first < longest; first = end) {
        if (first > 0)
            pager_new_page(pager);
        end = whole ? longest : first + lines_below(pager, row);
        mpt highest = 0;
        for (int i = 0; i < SIDE_COUNT; i++) {
            enum side side = (enum side)i;
            pager_read_as(pager, parts[index * SIDE_COUNT + side]);
            mpt height = draw_side(pager, &row->lines[i], &sides[i], MARGIN_LEFT + block_side_x(block, side, width),
                                   block_side_width(block, side, width), first, end);
            highest = height > highest ? height : highest;
        }
        pager->y += highest;
    }
    pager_read_as(pager, 0);
}

static void draw_block(struct pager *pager, const struct block *block, mpt width)
{
    const unsigned *parts = block_parts(pager, block);
    for (size_t r = 0; r < block->count; r++) {
        pager->y += block->rows[r].before;
        draw_row(pager, block, r, width, parts);
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
    const unsigned *parts = block_parts(pager, cover);
    for (size_t r = 0; r < cover->count; r++) {
        mpt height = block_row_height(cover, r, width, pager->metrics, pager->arena);
        if (pager->y + cover->rows[r].before + height > pager_bottom(pager))
            pager_new_page(pager);
        else
            pager->y += cover->rows[r].before;
        draw_row(pager, cover, r, width, parts);
    }
}

/* ---- notes and signature ---- */

static size_t notes_of(const struct table *table)
{
    return table->note_count + (table->shade_note != NULL);
}

static const char *note_at(const struct table *table, size_t i)
{
    return i < table->note_count ? table->notes[i] : table->shade_note;
}

static size_t note_line_count(const struct pager *pager)
{
    size_t total = 0;
    for (size_t i = 0; i < notes_of(pager->table); i++) {
        size_t count;
        wrap_text(pager->metrics, FACE_REGULAR, NOTE_SIZE, table_page_width(pager->table),
                  note_at(pager->table, i), pager->arena, &count);
        total += count;
    }
    return total;
}

/* What follows the notes and is not to stand on a page of its own: the first chart, or the signature. */
static mpt following_height(const struct pager *pager)
{
    const struct table *table = pager->table;
    if (table->chart_count)
        return pager_chart_need(pager, &table->charts[0]);
    return table->signature ? block_height(table->signature, table_page_width(table), pager->metrics, pager->arena) : 0;
}

mpt pager_tail_height(const struct pager *pager)
{
    /* What leaves no room for a head and rows above it would push them on from page to page for ever. */
    mpt most = (pager_bottom(pager) - MARGIN_TOP) * 2 / 3, step = metrics_line_height(NOTE_SIZE);
    mpt lines = (mpt)note_line_count(pager), following = following_height(pager);
    mpt whole = (lines ? NOTE_GAP : 0) + lines * step + following;
    if (lines <= NOTES_KEPT_WHOLE && whole <= most)
        return whole;
    /* The last lines of notes go with what follows them; without notes the rows have to. */
    if (lines)
        return NOTE_GAP + (lines < LINES_BEFORE_NEXT ? lines : LINES_BEFORE_NEXT) * step;
    return following <= most ? following : 0;
}

bool pager_tail_parts(const struct pager *pager, mpt free)
{
    mpt lines = (mpt)note_line_count(pager);
    return pager->table->chart_count && lines >= LINES_BEFORE_NEXT &&
           NOTE_GAP + (lines - LINES_BEFORE_NEXT) * metrics_line_height(NOTE_SIZE) <= free;
}

/* `left` lines of notes are still to come, the first of them at this place. */
static void draw_note_line(struct pager *pager, const struct line *line, size_t left)
{
    mpt step = metrics_line_height(NOTE_SIZE), need = step;
    if (left == LINES_BEFORE_NEXT)
        need = LINES_BEFORE_NEXT * step + following_height(pager);
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
    for (size_t i = 0; i < notes_of(table); i++) {
        size_t count;
        const struct line *lines = wrap_text(pager->metrics, FACE_REGULAR, NOTE_SIZE, table_page_width(table),
                                             note_at(table, i), pager->arena, &count);
        pager_read_as(pager, pager_passage(pager, PASSAGE_TEXT));
        for (size_t j = 0; j < count; j++)
            draw_note_line(pager, &lines[j], left--);
    }
    pager_read_as(pager, 0);
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
