/* Drawing the rows of a page: fills, borders, and the lines of each cell. */
#include "report/page/pager.h"

enum { MARKED_WHITE = 85 };

/* True if one cell shows in the same column of two neighbouring pieces, so that no border stands between them. */
static bool joined(const struct grid *grid, const struct piece *above, const struct piece *below, size_t column)
{
    size_t columns = grid->table->column_count;
    return !above->repeated && !below->repeated &&
           grid->owners[above->row * columns + column] == grid->owners[below->row * columns + column];
}

static void draw_rule(const struct grid *grid, struct page *page, mpt x, mpt y, mpt width, mpt height)
{
    struct mark *mark = page_mark(page, MARK_RULE, x, y, grid->pen.arena);
    mark->width = width;
    mark->height = height;
}

/* The border above piece `below`, or under the last one, in runs as long as possible. */
static void draw_across(const struct grid *grid, const struct page_rows *rows, struct page *page, size_t below, mpt y)
{
    size_t columns = grid->table->column_count, start = 0;
    for (size_t column = 0; column <= columns; column++) {
        bool inner = below > 0 && below < rows->count && column < columns;
        if (column < columns && !(inner && joined(grid, &rows->pieces[below - 1], &rows->pieces[below], column)))
            continue;
        if (column > start)
            draw_rule(grid, page, grid->x + grid->edges[start], y, grid->edges[column] - grid->edges[start], 0);
        start = column + 1;
    }
}

/* The border left of a column, or right of the last one, in runs as long as possible. */
static void draw_down(const struct grid *grid, const struct page_rows *rows, struct page *page, size_t column, mpt top)
{
    size_t columns = grid->table->column_count;
    mpt start = top, y = top;
    for (size_t i = 0; i < rows->count; i++) {
        const size_t *owners = grid->owners + rows->pieces[i].row * columns;
        bool inner = column > 0 && column < columns;
        bool open = inner && owners[column - 1] == owners[column];
        if (open && y > start)
            draw_rule(grid, page, grid->x + grid->edges[column], start, 0, y - start);
        y += rows->pieces[i].height;
        if (open)
            start = y;
    }
    if (y > start)
        draw_rule(grid, page, grid->x + grid->edges[column], start, 0, y - start);
}

static void draw_borders(const struct grid *grid, const struct page_rows *rows, struct page *page, mpt top)
{
    mpt y = top;
    for (size_t i = 0; i <= rows->count; i++) {
        draw_across(grid, rows, page, i, y);
        if (i < rows->count)
            y += rows->pieces[i].height;
    }
    for (size_t column = 0; column <= grid->table->column_count; column++)
        draw_down(grid, rows, page, column, top);
}

/* A cell as it stands on a page. */
struct box {
    const struct cell *cell;
    size_t column;
    mpt x, y, width, height;
    bool centred;                  /* from top to bottom, as in heads */
    size_t first_line, line_count; /* the lines that belong here */
};

/* How far a number moves left of the edge so that the commas of its column stand under each other. */
static mpt comma_shift(const struct grid *grid, const struct box *box, mpt line_width)
{
    if (!grid_is_number(box->cell) || box->cell->columns > 1)
        return 0;
    mpt shift = grid->tails[box->column] - grid_tail_width(grid, box->cell);
    mpt free = box->width - 2 * CELL_PADDING_X - line_width;
    return shift < free ? shift : free > 0 ? free : 0;
}

static void draw_lines(const struct grid *grid, const struct box *box, const struct line *lines, struct page *page)
{
    mpt size = grid->table->font_size, step = metrics_line_height(size);
    mpt y = box->y + CELL_PADDING_Y;
    if (box->centred)
        y = box->y + (box->height - (mpt)box->line_count * step) / 2;
    for (size_t i = 0; i < box->line_count; i++, y += step) {
        const struct line *line = &lines[box->first_line + i];
        mpt shift = box->line_count == 1 ? comma_shift(grid, box, line->width) : 0;
        mpt indent = (mpt)box->cell->indent * CELL_INDENT;
        page_text(page, &grid->pen, box->cell->face, size, box->cell->align, box->x + CELL_PADDING_X + indent,
                  box->width - 2 * CELL_PADDING_X - indent - shift, y, line->text, line->length);
    }
}

static size_t lines_in(const struct grid *grid, mpt height)
{
    mpt text = height - 2 * CELL_PADDING_Y;
    return text > 0 ? (size_t)(text / metrics_line_height(grid->table->font_size)) : 0;
}

static struct spanning *find_span(const struct grid *grid, size_t row, size_t column)
{
    for (size_t i = 0; i < grid->span_count; i++)
        if (grid->spans[i].row == row && grid->spans[i].column == column)
            return &grid->spans[i];
    return NULL;
}

/* Decides which of a cell's `total` lines stand in the box. */
static void choose_lines(const struct grid *grid, const struct piece *piece, struct box *box, size_t total)
{
    size_t owner = grid->owners[piece->row * grid->table->column_count + box->column];
    struct spanning *span = find_span(grid, owner / grid->table->column_count, box->column);
    size_t room = piece->line_count;
    box->first_line = piece->first_line;
    if (piece->row < grid->head_rows)
        room = total;
    else if (span && !piece->repeated) {
        box->first_line = span->printed;
        room = lines_in(grid, box->height);
    }
    if (box->first_line > total)
        box->first_line = total;
    box->line_count = total - box->first_line < room ? total - box->first_line : room;
    if (span && !piece->repeated)
        span->printed += box->line_count;
}

static void draw_cell(const struct grid *grid, const struct piece *piece, struct box box, struct page *page,
                      struct arena *passing)
{
    const char *text = piece->repeated ? grid_repeated_text(grid, piece->row, box.column)
                                       : cell_in_print(box.cell, grid->pen.arena);
    if (box.cell->marked && !piece->repeated) {
        struct mark *fill = page_mark(page, MARK_FILL, box.x, box.y, grid->pen.arena);
        fill->width = box.width;
        fill->height = box.height;
        fill->white = MARKED_WHITE;
    }
    if (!text)
        return;
    if (box.cell->link && !piece->repeated) {
        struct page_link *link = ARENA_PUSH(grid->pen.arena, page->links, page->link_count, page->link_capacity);
        *link = (struct page_link){ box.x, box.y, box.width, box.height, box.cell->link, page->part, page->cell };
    }
    size_t total;
    const struct line *lines = grid_lines(grid, box.column, box.cell, text, passing, &total);
    choose_lines(grid, piece, &box, total);
    draw_lines(grid, &box, lines, page);
}

/* False for what stands on the page for the eye: it was read on an earlier one. */
static bool is_read(const struct grid *grid, const struct piece *piece)
{
    return !piece->repeated && !(grid->head_read && piece->row < grid->head_rows);
}

/* Draws the cells whose upper edge on this page is that of piece i. */
static void draw_cells(const struct grid *grid, const struct page_rows *rows, size_t i, struct page *page, mpt y,
                       struct arena *passing)
{
    const struct piece *piece = &rows->pieces[i];
    size_t columns = grid->table->column_count;
    for (size_t column = 0; column < columns; column++) {
        size_t owner = grid->owners[piece->row * columns + column];
        if (owner % columns != column || (i > 0 && joined(grid, piece - 1, piece, column)))
            continue;
        const struct cell *cell = table_cell(grid->table, owner / columns, column);
        struct box box = { .cell = cell,
                           .column = column,
                           .x = grid->x + grid->edges[column],
                           .y = y,
                           .width = grid->edges[column + cell->columns] - grid->edges[column],
                           .height = piece->height,
                           .centred = grid->table->rows[piece->row].role == ROLE_HEAD };
        for (size_t j = i + 1; j < rows->count && joined(grid, piece, &rows->pieces[j], column); j++)
            box.height += rows->pieces[j].height;
        page->part = is_read(grid, piece) ? grid->part : 0;
        page->cell = (unsigned)owner;
        draw_cell(grid, piece, box, page, passing);
    }
}

void grid_draw(struct grid *grid, const struct page_rows *rows, struct page *page, mpt y)
{
    struct arena passing = ARENA_INIT; /* marks point to the texts, not to the lines made of them */
    draw_borders(grid, rows, page, y);
    for (size_t i = 0; i < rows->count; i++) {
        draw_cells(grid, rows, i, page, y, &passing);
        y += rows->pieces[i].height;
    }
    arena_release(&passing);
    page->part = page->cell = 0;
    grid->head_read = true;
}
