/* The rows of a table over its pages: which page_rows.c gives to a page, page_draw.c draws there. */
#include "report/page/pager.h"

enum {
    UNIT_SIZE = 12000,
    UNIT_GAP = 3000,
    ROWS_BEFORE_TAIL = 2 /* notes or signature, on their page; of a row that fills a page alone, as many lines */
};

/* Where rows begin on this page, for bookmarks and links. */
static void place_rows(struct pager *pager, const struct page_rows *rows)
{
    mpt y = pager->y;
    for (size_t i = 0; i < rows->count; i++) {
        const struct piece *piece = &rows->pieces[i];
        bool begins = !piece->repeated && piece->first_line == 0 && piece->row >= pager->grid.head_rows;
        if (begins) {
            pager->pages->spots[pager->table_index][piece->row] = (struct spot){ pager->pages->count - 1, y };
            pager_bookmark(pager, pager->table->rows[piece->row].bookmark, 1, y);
        }
        y += piece->height;
    }
}

/* The rows of one page, under the unit line where they begin. */
static void draw_rows(struct pager *pager, const struct page_rows *rows, bool first)
{
    const char *unit = pager->table->unit;
    if (first && unit) {
        pager_read_as(pager, pager_passage(pager, PASSAGE_TEXT));
        page_text(pager_page(pager), &pager->grid.pen, FACE_ITALIC, UNIT_SIZE, ALIGN_RIGHT, MARGIN_LEFT,
                  table_page_width(pager->table), pager->y, unit, strlen(unit));
        pager->y += metrics_line_height(UNIT_SIZE) + UNIT_GAP;
        pager_read_as(pager, 0);
    }
    if (!pager->grid.part)
        pager->grid.part = pager_passage(pager, PASSAGE_GRID);
    place_rows(pager, rows);
    grid_draw(&pager->grid, rows, pager_page(pager), pager->y);
    pager->y += rows->height;
}

/* Height of the last `wanted` rows of the pieces; of a single row on a page of its own only some lines. */
static mpt last_rows(const struct pager *pager, const struct page_rows *rows, size_t wanted, bool fresh)
{
    size_t body = 0;
    mpt height = 0;
    for (size_t i = rows->count; i-- > 0 && body < wanted; body++) {
        if (rows->pieces[i].repeated || rows->pieces[i].row < pager->grid.head_rows)
            break;
        height += rows->pieces[i].height;
    }
    return fresh && body < wanted ? (mpt)wanted * metrics_line_height(pager->table->font_size) : height;
}

/* How many rows must go from this page to that of the notes or the signature, so that these never stand alone. */
static size_t rows_to_move(const struct pager *pager, struct position next, mpt free)
{
    mpt tail = pager_tail_height(pager);
    size_t left = pager->table->row_count - next.row;
    if (tail == 0 || (left == 0 && (tail <= free || pager_tail_parts(pager, free))))
        return 0;
    return left < ROWS_BEFORE_TAIL && next.line == 0 ? ROWS_BEFORE_TAIL - left : 0;
}

/* Rows that are read, from the first to before the end: a heading alone says nothing. */
static size_t rows_between(const struct table *table, size_t first, size_t end)
{
    size_t count = 0;
    for (size_t row = first; row < end; row++)
        count += table->rows[row].role != ROLE_GROUP;
    return count;
}

/* True if all that is left from there on stands on one page, with what goes below the rows. */
static bool rest_fits_page(struct pager *pager, struct position from)
{
    mpt room = pager->grid.page_room - pager_tail_height(pager);
    (void)rows_for_page(&pager->grid, &from, room, true);
    return from.row == pager->table->row_count;
}

/*
 * Fewer rows on this page, so that the table does not end with one or two alone on the next; as they are, where this page would
 * then be the poor one or the next too small.
 */
static struct page_rows balanced(struct pager *pager, struct position start, struct page_rows rows,
                                 struct position *position, bool fresh)
{
    const struct table *table = pager->table;
    size_t end = table->row_count;
    if (position->row == end || position->line || start.line || rows_between(table, position->row, end) >= ROWS_TOGETHER)
        return rows;
    for (size_t fewer = 1; fewer < rows.count; fewer++) {
        struct position earlier = start;
        struct page_rows kept =
            rows_for_page(&pager->grid, &earlier, rows.height - last_rows(pager, &rows, fewer, fresh), fresh);
        if (earlier.line || rows_between(table, start.row, earlier.row) < ROWS_TOGETHER)
            return rows;
        if (rows_between(table, earlier.row, end) < ROWS_TOGETHER)
            continue;
        if (!rest_fits_page(pager, earlier))
            return rows;
        *position = earlier;
        return kept;
    }
    return rows;
}

/* The rows of this page, of which so many go to the next if there are any left without them. */
static struct page_rows without_last(struct pager *pager, struct position start, struct page_rows rows,
                                     struct position *position, size_t wanted, bool fresh)
{
    struct position earlier = start;
    struct page_rows fewer =
        rows_for_page(&pager->grid, &earlier, rows.height - last_rows(pager, &rows, wanted, fresh), fresh);
    if (earlier.row == position->row && earlier.line == position->line)
        return rows;
    *position = earlier;
    return fewer;
}

static struct page_rows next_rows(struct pager *pager, struct position *position, mpt room, bool fresh)
{
    struct position start = *position;
    struct page_rows rows = rows_for_page(&pager->grid, position, room, fresh);
    size_t wanted = rows.count ? rows_to_move(pager, *position, room - rows.height) : 0;
    if (wanted)
        rows = without_last(pager, start, rows, position, wanted, fresh);
    return rows.count ? balanced(pager, start, rows, position, fresh) : rows;
}

/* A unit line that is wider than the page is lines of their own, on as many pages as they need. False if it is not. */
static bool draw_wide_unit(struct pager *pager)
{
    size_t count = 0;
    mpt width = table_page_width(pager->table), step = metrics_line_height(UNIT_SIZE);
    const struct line *lines = NULL;
    if (pager->table->unit)
        lines = wrap_text(pager->metrics, FACE_ITALIC, UNIT_SIZE, width, pager->table->unit, pager->arena, &count);
    if (count < 2)
        return false;
    pager_read_as(pager, pager_passage(pager, PASSAGE_TEXT));
    for (size_t i = 0; i < count; i++) {
        if (pager->y + step > pager_bottom(pager))
            pager_new_page(pager);
        page_text(pager_page(pager), &pager->grid.pen, FACE_ITALIC, UNIT_SIZE, ALIGN_RIGHT, MARGIN_LEFT, width, pager->y,
                  lines[i].text, lines[i].length);
        pager->y += step;
    }
    pager_read_as(pager, 0);
    pager->y += UNIT_GAP;
    return true;
}

void pager_rows(struct pager *pager)
{
    struct position position = { pager->grid.head_rows, 0 };
    bool first = !draw_wide_unit(pager); /* a short one stands on the page where the rows begin */
    while (position.row < pager->table->row_count) {
        mpt unit = first && pager->table->unit ? metrics_line_height(UNIT_SIZE) + UNIT_GAP : 0;
        bool fresh = pager->y == MARGIN_TOP;
        struct page_rows rows = next_rows(pager, &position, pager_bottom(pager) - pager->y - unit, fresh);
        if (rows.count > 0) {
            draw_rows(pager, &rows, first);
            first = false;
        }
        if (position.row < pager->table->row_count)
            pager_new_page(pager);
    }
}
