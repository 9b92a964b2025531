/* Which rows stand on a page. */
#include "report/page/pager.h"

#include "report/wrap.h"

/* The first lines of a row that must be cut are not worth it if they are fewer. */
enum { LINES_WORTH_CUTTING = 3 };

static enum glue glue_after(const struct grid *grid, size_t row)
{
    const struct table *table = grid->table;
    enum glue asked = table_glue(table, row);
    if (asked != GLUE_NONE)
        return asked;
    const size_t *owners = grid->owners + row * table->column_count;
    for (size_t column = 0; column < table->column_count; column++)
        if (owners[column] == owners[column + table->column_count])
            return GLUE_SPAN;
    return GLUE_NONE;
}

/* Lines that a row makes room for. */
static size_t line_slots(const struct grid *grid, size_t row)
{
    mpt line = metrics_line_height(grid->table->font_size);
    mpt text = grid->table->rows[row].height - 2 * CELL_PADDING_Y;
    return text > line ? (size_t)((text + line - 1) / line) : 1;
}

/*
 * What a spanning cell that came from an earlier page still needs of its last row, after the height that it has got above
 * on this page.
 */
static mpt span_need(const struct grid *grid, struct position start, size_t row, mpt above)
{
    mpt need = 0;
    for (size_t i = 0; i < grid->span_count; i++) {
        const struct spanning *span = &grid->spans[i];
        if (span->end != row + 1 || span->row > start.row || (span->row == start.row && start.line == 0))
            continue;
        if (span->line_count <= span->printed)
            continue;
        mpt rest = wrap_height(grid->table->font_size, span->line_count - span->printed) - above;
        if (rest > need)
            need = rest;
    }
    return need;
}

/* Height of a row on a page that begins at start, `above` of it already filled with rows. */
static mpt height_on_page(const struct grid *grid, struct position start, size_t row, mpt above)
{
    mpt height = grid->table->rows[row].height;
    if (row == start.row && start.line > 0) {
        size_t slots = line_slots(grid, row);
        height = slots > start.line ? wrap_height(grid->table->font_size, slots - start.line) : 0;
    }
    mpt need = span_need(grid, start, row, above);
    return need > height ? need : height;
}

static void add_piece(struct grid *grid, struct page_rows *rows, struct piece piece)
{
    struct piece *added = ARENA_PUSH(grid->pen.arena, rows->pieces, rows->count, rows->capacity);
    *added = piece;
    rows->height = piece.height < INT32_MAX - rows->height ? rows->height + piece.height : INT32_MAX;
}

/* The headings of the groups that a row lies in, the outermost first. */
static void repeat_headings(struct grid *grid, struct page_rows *rows, size_t row)
{
    size_t first = rows->count;
    unsigned level = grid->table->rows[row].level;
    for (size_t i = row; i-- > grid->head_rows && level > 0;) {
        const struct row *above = &grid->table->rows[i];
        if (above->level >= level)
            continue;
        level = above->level;
        if (above->role != ROLE_GROUP)
            continue;
        size_t lines = repeated_line_count(grid, i);
        add_piece(grid, rows,
                  (struct piece){ .row = i,
                                  .line_count = lines,
                                  .repeated = true,
                                  .height = wrap_height(grid->table->font_size, lines) });
    }
    for (size_t low = first, high = rows->count; low + 1 < high; low++) {
        struct piece swap = rows->pieces[low];
        rows->pieces[low] = rows->pieces[--high];
        rows->pieces[high] = swap;
    }
}

/* The head, and the headings of the groups that go on. */
static struct page_rows page_top(struct grid *grid, struct position start)
{
    struct page_rows rows = { 0 };
    for (size_t row = 0; row < grid->head_rows; row++)
        add_piece(
            grid, &rows,
            (struct piece){ .row = row, .line_count = line_slots(grid, row), .height = grid->table->rows[row].height });
    struct page_rows plain = rows;
    if (start.row < grid->table->row_count)
        repeat_headings(grid, &rows, start.row);
    /* Headings that would fill half the page are not repeated: the rows need the room. */
    if (rows.height - plain.height > (grid->page_room - plain.height) / 2) {
        rows.height = plain.height;
        rows.count = plain.count;
    }
    return rows;
}

/* The row after the last whole row that fits; *used is their height. */
static size_t fill(const struct grid *grid, struct position start, mpt room, mpt *used)
{
    size_t row = start.row;
    *used = 0;
    for (; row < grid->table->row_count; row++) {
        mpt height = height_on_page(grid, start, row, *used);
        if (height > room - *used)
            break;
        *used += height;
    }
    return row;
}

/* The last place at or before `end` where the table breaks with the least harm. */
static size_t best_break(const struct grid *grid, size_t start, size_t end, enum glue *weakest)
{
    size_t best = end;
    *weakest = GLUE_HEADING;
    for (size_t row = end; row > start; row--) {
        enum glue glue = glue_after(grid, row - 1);
        if (row == end || glue < *weakest) {
            *weakest = glue;
            best = row;
        }
    }
    return best;
}

/* True if the rows from start on that belong together would fit on a page of their own. */
static bool better_on_new_page(const struct grid *grid, struct position start, mpt full_room)
{
    size_t end = start.row;
    while (end + 1 < grid->table->row_count && glue_after(grid, end) != GLUE_NONE)
        end++;
    mpt used;
    return fill(grid, start, full_room, &used) > end;
}

static void add_whole_rows(struct grid *grid, struct page_rows *rows, struct position *position, size_t end)
{
    struct position start = *position;
    mpt used = 0;
    for (; position->row < end; position->row++, position->line = 0) {
        size_t row = position->row, slots = line_slots(grid, row);
        mpt height = height_on_page(grid, start, row, used);
        if (height > 0) /* a cut row may have nothing left */
            add_piece(grid, rows,
                      (struct piece){ .row = row,
                                      .first_line = position->line,
                                      .line_count = slots > position->line ? slots - position->line : 0,
                                      .height = height });
        used += height;
    }
}

/* As many lines of the row at *position as the room holds, at least one. */
static void add_cut_row(struct grid *grid, struct page_rows *rows, struct position *position, mpt room)
{
    mpt line = metrics_line_height(grid->table->font_size);
    mpt text = room - 2 * CELL_PADDING_Y;
    size_t lines = text > line ? (size_t)(text / line) : 1;
    add_piece(grid, rows,
              (struct piece){ .row = position->row,
                              .first_line = position->line,
                              .line_count = lines,
                              .height = wrap_height(grid->table->font_size, lines) });
    position->line += lines;
}

/* True if the row fits on no page, so that it has to be cut. */
static bool too_tall(struct grid *grid, struct position start, size_t row, mpt used)
{
    struct position here = { row, row == start.row ? start.line : 0 };
    mpt height = height_on_page(grid, start, row, used);
    return height > grid->page_room - page_top(grid, here).height;
}

/*
 * True if the row at `end` is to be cut on this page, which has `left` under the rows before it: because no page holds it,
 * or because half of this one would stay empty.
 */
static bool cut_here(struct grid *grid, struct position start, size_t end, mpt used, mpt left, bool fresh)
{
    if (fresh && end == start.row)
        return true;
    bool wasteful = left > grid->page_room / 2;
    return left >= wrap_height(grid->table->font_size, LINES_WORTH_CUTTING) &&
           (wasteful || too_tall(grid, start, end, used));
}

struct page_rows rows_for_page(struct grid *grid, struct position *position, mpt room, bool fresh)
{
    struct position start = *position;
    struct page_rows rows = page_top(grid, start);
    mpt used, top = rows.height, left = room - top;
    size_t end = fill(grid, start, left, &used);
    if (end < grid->table->row_count) {
        if (cut_here(grid, start, end, used, left - used, fresh)) {
            add_whole_rows(grid, &rows, position, end);
            add_cut_row(grid, &rows, position, left - used);
            return rows;
        }
        enum glue weakest = GLUE_NONE;
        end = best_break(grid, start.row, end, &weakest);
        if (!fresh && weakest != GLUE_NONE && better_on_new_page(grid, start, grid->page_room - top))
            end = start.row;
        if (!fresh && end == start.row)
            return (struct page_rows){ 0 };
    }
    add_whole_rows(grid, &rows, position, end);
    return rows;
}
