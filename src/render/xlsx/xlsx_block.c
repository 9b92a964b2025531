/* Blocks on the columns of a sheet: where their sides part, their texts and their rules. */
#include "render/xlsx/xlsx_block.h"

#include "base/text.h"
#include "render/xlsx/xlsx_guard.h"
#include "render/xlsx/xlsx_page.h"
#include "render/xlsx/xlsx_print.h"
#include "report/wrap.h"

/* A block and the columns of the sheet that it stands on. */
struct frame {
    struct book *book;
    const struct block *block;
    const struct metrics *metrics;
    const mpt *edges; /* of the columns; one more than there are columns */
    size_t column_count;
    size_t split; /* the column that the right side begins with */
    bool free;    /* no column parts the sides where they should: their lines run on over cells between the first and the last */
    struct xlsx_rows *rows;
    unsigned next; /* first row not used yet */
};

struct span {
    mpt from, to;
};

#define DASH "—"
#define DASH_SIZE ((mpt)6000)

static const struct line *lines_of(const struct frame *frame, const struct block_line *line, mpt room, mpt *widest,
                                   size_t *count)
{
    const struct line *lines =
        wrap_text(frame->metrics, line->face, line->size, room, line->text, frame->book->arena, count);
    *widest = wrap_widest(lines, *count);
    return lines;
}

/* Of the rule of a line that stands in so much room; empty without one. */
static struct span rule_of(const struct frame *frame, const struct block_line *line, struct span room)
{
    size_t count;
    mpt widest;
    if (!line->text || line->rule == RULE_NONE)
        return (struct span){ 0, 0 };
    lines_of(frame, line, room.to - room.from, &widest, &count);
    mpt length = block_rule_width(line, widest);
    return (struct span){ (room.from + room.to - length) / 2, (room.from + room.to + length) / 2 };
}

/* The column that begins nearest to a place. */
static size_t column_at(const struct frame *frame, mpt x)
{
    size_t column = 0;
    while (column < frame->column_count && (frame->edges[column] + frame->edges[column + 1]) / 2 < x)
        column++;
    return column;
}

/* ---- the sides ---- */

/* The columns of a side; all of them where there is only one. */
static size_t side_columns(const struct frame *frame, enum side side, size_t *first)
{
    bool whole = side == SIDE_WHOLE || frame->column_count == 1;
    *first = side == SIDE_RIGHT && !whole ? frame->split : 0;
    if (whole)
        return frame->column_count;
    return side == SIDE_LEFT ? frame->split : frame->column_count - frame->split;
}

static struct span side_span(const struct frame *frame, enum side side)
{
    size_t first, count = side_columns(frame, side, &first);
    return (struct span){ frame->edges[first], frame->edges[first + count] };
}

/* What a side needs for the lines that stand unbroken where it is as wide as it should be: the name of the state does. */
static mpt side_need(const struct frame *frame, enum side side)
{
    mpt room = block_side_width(frame->block, side, frame->edges[frame->column_count]), need = 0;
    for (size_t r = 0; r < frame->block->count; r++) {
        const struct block_line *line = &frame->block->rows[r].lines[side];
        size_t count = 0;
        mpt widest = 0;
        if (line->text)
            lines_of(frame, line, room, &widest, &count);
        if (count == 1 && widest + 2 * CELL_PADDING_X > need)
            need = widest + 2 * CELL_PADDING_X;
    }
    return need;
}

static mpt lack(mpt need, mpt width)
{
    return need > width ? need - width : 0;
}

/*
 * Sides that lack so much are not made room for: the columns of the table would be no longer those of print. So much out of their
 * place, they would stand elsewhere than in print.
 */
static bool is_much(mpt length, mpt width)
{
    enum { MOST_PERCENT = 5 };
    return (int64_t)length * 100 > (int64_t)width * MOST_PERCENT;
}

/* Parts the sides where they lack least; of equals, nearest to where they should part. Says what each of them lacks. */
static void choose_split(struct frame *frame, mpt lacks[SIDE_COUNT])
{
    const mpt *edges = frame->edges;
    mpt width = edges[frame->column_count], wanted = block_side_x(frame->block, SIDE_RIGHT, width), best = width;
    mpt left = side_need(frame, SIDE_LEFT), right = side_need(frame, SIDE_RIGHT), nearest = width;
    lacks[SIDE_LEFT] = lacks[SIDE_RIGHT] = lacks[SIDE_WHOLE] = 0;
    for (size_t split = 1; split < frame->column_count; split++) {
        mpt sum = lack(left, edges[split]) + lack(right, width - edges[split]);
        mpt away = edges[split] > wanted ? edges[split] - wanted : wanted - edges[split];
        if (sum > best || (sum == best && away >= nearest))
            continue;
        best = sum;
        nearest = away;
        frame->split = split;
        lacks[SIDE_LEFT] = lack(left, edges[split]);
        lacks[SIDE_RIGHT] = lack(right, width - edges[split]);
    }
    frame->free = frame->column_count > 2 &&
                  (is_much(lacks[SIDE_LEFT] + lacks[SIDE_RIGHT], width) || is_much(nearest / 2, width));
    if (frame->free)
        lacks[SIDE_LEFT] = lacks[SIDE_RIGHT] = 0;
}

/* ---- rows of sides that no column parts ---- */

/* Lines of a side, as its share of the width breaks them; none if nothing stands there. */
static const struct line *free_lines(const struct frame *frame, const struct block_row *row, enum side side, size_t *count)
{
    mpt widest = 0, room = block_side_width(frame->block, side, frame->edges[frame->column_count]);
    *count = 0;
    return row->lines[side].text ? lines_of(frame, &row->lines[side], room, &widest, count) : NULL;
}

/* The steps of indent that set a line where its alignment wants it in the side's room, from the side's outer edge. */
static unsigned free_indent(const struct frame *frame, const struct block_line *line, enum side side, mpt width)
{
    mpt left = block_side_width(frame->block, side, frame->edges[frame->column_count]) - width;
    mpt before = line->align == ALIGN_CENTRE ? left / 2 : line->align == ALIGN_LEFT ? 0 : left;
    mpt outer = side == SIDE_LEFT ? before : left - before;
    return (unsigned)((outer + XLSX_INDENT / 2) / XLSX_INDENT);
}

/* The left side begins in the first column, the right side ends in the last one. A rule as long as its line is an underline. */
static void add_free_line(struct frame *frame, const struct block_line *line, enum side side, const struct line *text)
{
    struct style style = { .face = line->face,
                           .size = line->size,
                           .align = side == SIDE_LEFT ? ALIGN_LEFT : ALIGN_RIGHT,
                           .indent = free_indent(frame, line, side, text->width),
                           .underlined = line->rule == RULE_FULL,
                           .top = true };
    book_text(frame->book, frame->rows->sheet, frame->next, side == SIDE_LEFT ? 0 : frame->column_count - 1,
              arena_copy(frame->book->arena, text->text, text->length), style);
}

static bool is_free(const struct frame *frame, const struct block_row *row)
{
    return frame->free && !row->lines[SIDE_WHOLE].text;
}

/* ---- rules ---- */

static mpt distance(mpt a, mpt b)
{
    return a > b ? a - b : b - a;
}

/* The columns that a rule is drawn over, as borders: none if they would be a stroke of another length, or not in the middle. */
static size_t rule_columns(const struct frame *frame, const struct block_row *row, enum side side, size_t *first)
{
    *first = 0;
    if (is_free(frame, row))
        return 0;
    struct span rule = rule_of(frame, &row->lines[side], side_span(frame, side));
    *first = column_at(frame, rule.from);
    size_t end = column_at(frame, rule.to);
    mpt off = distance(frame->edges[*first], rule.from) + distance(frame->edges[end], rule.to);
    return end > *first && 2 * off <= rule.to - rule.from ? end - *first : 0;
}

/*
 * The rule that no columns are as long as, in dashes that touch each other; NULL for none, or for one that a line has as its
 * underline.
 */
static const char *dashes_of(const struct frame *frame, const struct block_row *row, enum side side, mpt *width)
{
    const struct block_line *line = &row->lines[side];
    bool free = is_free(frame, row);
    size_t first;
    struct span room = side_span(frame, side);
    if (free)
        room = (struct span){ 0, block_side_width(frame->block, side, frame->edges[frame->column_count]) };
    struct span rule = rule_of(frame, line, room);
    if (rule.to <= rule.from || (free && line->rule == RULE_FULL) || rule_columns(frame, row, side, &first))
        return NULL;
    struct text out = text_in(frame->book->arena);
    mpt dash = metrics_width(frame->metrics, FACE_BOLD, DASH_SIZE, DASH, strlen(DASH));
    for (*width = 0; *width < rule.to - rule.from; *width += dash)
        text_add(&out, DASH);
    return text_str(&out);
}

/* True for dashes that stand in the next row, beside the line of the other side: a row of their own would part that one's lines. */
static bool are_beside_next(const struct frame *frame, const struct block_row *row, enum side side)
{
    const struct block_row *next = row + 1;
    return next < frame->block->rows + frame->block->count && is_free(frame, row) && is_free(frame, next) &&
           !next->lines[side].text && next->lines[side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT].text;
}

/* Height of the row of rules below a row; 0 without one. */
static mpt rules_height(const struct frame *frame, const struct block_row *row)
{
    enum { THIN = 3000 };
    mpt height = 0, width;
    for (int side = 0; side < SIDE_COUNT; side++) {
        size_t first;
        if (dashes_of(frame, row, (enum side)side, &width) && !are_beside_next(frame, row, (enum side)side))
            return xlsx_text_height(frame->metrics, FACE_REGULAR, DASH_SIZE, PAGE_LONG, "", frame->book->arena);
        if (rule_columns(frame, row, (enum side)side, &first))
            height = THIN;
    }
    return height;
}

static void add_dashes(const struct frame *frame, const struct block_row *row, enum side side)
{
    mpt width;
    const char *text = dashes_of(frame, row, side, &width);
    if (!text)
        return;
    struct style style = { .face = FACE_BOLD, .size = DASH_SIZE, .align = ALIGN_CENTRE, .top = true };
    size_t first, count = side_columns(frame, side, &first);
    if (is_free(frame, row)) {
        style.align = side == SIDE_LEFT ? ALIGN_LEFT : ALIGN_RIGHT;
        style.indent = free_indent(frame, &row->lines[side], side, width);
        book_text(frame->book, frame->rows->sheet, frame->next, side == SIDE_LEFT ? 0 : frame->column_count - 1, text, style);
    } else {
        book_merge(frame->book, frame->rows->sheet, (struct cell_ref){ frame->next, (unsigned)first }, 1, count, text, style);
    }
}

/* ---- lines of sides that no column parts ---- */

static unsigned free_row_count(const struct frame *frame, const struct block_row *row)
{
    size_t left, right;
    free_lines(frame, row, SIDE_LEFT, &left);
    free_lines(frame, row, SIDE_RIGHT, &right);
    size_t most = left > right ? left : right;
    return most ? (unsigned)most : 1;
}

static void add_free_lines(struct frame *frame, const struct block_row *row)
{
    unsigned rows = free_row_count(frame, row);
    for (size_t i = 0; i < rows; i++) {
        mpt highest = 0;
        for (int side = 0; side < SIDE_WHOLE; side++) {
            size_t count;
            const struct line *lines = free_lines(frame, row, (enum side)side, &count);
            if (i >= count)
                continue;
            const struct block_line *line = &row->lines[side];
            mpt height = xlsx_text_height(frame->metrics, line->face, line->size, PAGE_LONG, "", frame->book->arena);
            highest = height > highest ? height : highest;
            add_free_line(frame, line, (enum side)side, &lines[i]);
        }
        for (int side = 0; !i && row > frame->block->rows && side < SIDE_WHOLE; side++)
            if (are_beside_next(frame, row - 1, (enum side)side))
                add_dashes(frame, row - 1, (enum side)side);
        xlsx_set_height(frame->rows, frame->next++, highest, 0);
    }
}

/* ---- rows ---- */

static void add_lines(struct frame *frame, const struct block_row *row)
{
    mpt highest = 0;
    for (int side = 0; side < SIDE_COUNT; side++) {
        const struct block_line *line = &row->lines[side];
        size_t first, count = side_columns(frame, (enum side)side, &first);
        struct span span = side_span(frame, (enum side)side);
        if (!line->text)
            continue;
        struct style style = { .face = line->face, .size = line->size, .align = line->align, .wrap = true, .top = true };
        const char *text = line->title ? xlsx_broken(frame->metrics, line->face, line->size, span.to - span.from,
                                                    line->text, frame->book->arena)
                                      : line->text;
        mpt height =
            xlsx_text_height(frame->metrics, line->face, line->size, span.to - span.from, text, frame->book->arena);
        highest = height > highest ? height : highest;
        book_merge(frame->book, frame->rows->sheet, (struct cell_ref){ frame->next, (unsigned)first }, 1, count, text,
                   style);
    }
    xlsx_set_height(frame->rows, frame->next++, highest, 0);
}

static void add_rules(struct frame *frame, const struct block_row *row)
{
    mpt height = rules_height(frame, row);
    struct style style = { .size = height, .edges = EDGE_TOP };
    for (int side = 0; side < SIDE_COUNT; side++) {
        size_t first, count = rule_columns(frame, row, (enum side)side, &first);
        for (size_t c = first; c < first + count; c++)
            book_text(frame->book, frame->rows->sheet, frame->next, c, NULL, style);
        if (!are_beside_next(frame, row, (enum side)side))
            add_dashes(frame, row, (enum side)side);
    }
    if (height)
        xlsx_set_height(frame->rows, frame->next++, height, 0);
}

static void add_block(struct frame *frame)
{
    for (size_t r = 0; r < frame->block->count; r++) {
        const struct block_row *row = &frame->block->rows[r];
        if (row->before > 0)
            xlsx_set_height(frame->rows, frame->next++, row->before, 0);
        if (is_free(frame, row))
            add_free_lines(frame, row);
        else
            add_lines(frame, row);
        add_rules(frame, row);
    }
}

static int by_place(const void *a, const void *b)
{
    const mpt *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

/* A border is as long as its columns are wide: there is an edge at each end of each rule. */
static void choose_edges(struct frame *frame, mpt width)
{
    enum { NEAR = 2000 };
    struct arena *arena = frame->book->arena;
    mpt *edges = arena_alloc(arena, 3 + 2 * (size_t)SIDE_COUNT * frame->block->count, sizeof *edges);
    size_t count = 0, kept = 1;
    edges[count++] = 0;
    edges[count++] = block_side_x(frame->block, SIDE_RIGHT, width);
    for (size_t r = 0; r < frame->block->count; r++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            mpt from = block_side_x(frame->block, (enum side)side, width);
            struct span room = { from, from + block_side_width(frame->block, (enum side)side, width) };
            struct span rule = rule_of(frame, &frame->block->rows[r].lines[side], room);
            if (rule.to <= rule.from)
                continue;
            edges[count++] = rule.from;
            edges[count++] = rule.to;
        }
    }
    qsort(edges, count, sizeof *edges, by_place);
    for (size_t i = 1; i < count; i++)
        if (edges[i] > edges[kept - 1] + NEAR && edges[i] < width - NEAR)
            edges[kept++] = edges[i];
    edges[kept] = width;
    frame->edges = edges;
    frame->column_count = kept;
}

/* On the columns of a table's sheet. */
static struct frame table_frame(const struct xlsx_sheet *s, const struct block *block, mpt lacks[SIDE_COUNT])
{
    const struct table *table = s->table;
    mpt *edges = arena_alloc(s->book->arena, table->column_count + 1, sizeof *edges);
    for (size_t c = 0; c < table->column_count; c++)
        edges[c + 1] = edges[c] + table->columns[c].width;
    struct frame frame = { .book = s->book,
                           .block = block,
                           .metrics = s->metrics,
                           .edges = edges,
                           .column_count = table->column_count };
    choose_split(&frame, lacks);
    return frame;
}

const struct table *xlsx_block_room(const struct xlsx_sheet *s, const struct block *block)
{
    mpt lacks[SIDE_COUNT];
    struct frame frame = table_frame(s, block, lacks);
    struct table *table = arena_alloc(s->book->arena, 1, sizeof *table);
    *table = *s->table;
    table->columns = arena_alloc(s->book->arena, table->column_count, sizeof *table->columns);
    for (size_t c = 0; c < table->column_count; c++) {
        enum side side = c < frame.split ? SIDE_LEFT : SIDE_RIGHT;
        size_t first, count = side_columns(&frame, side, &first);
        table->columns[c] = s->table->columns[c];
        table->columns[c].width += (lacks[side] + (mpt)count - 1) / (mpt)count;
    }
    return table;
}

unsigned xlsx_block_rows(const struct xlsx_sheet *s, const struct block *block)
{
    mpt lacks[SIDE_COUNT];
    struct frame frame = table_frame(s, block, lacks);
    unsigned rows = 0;
    for (size_t r = 0; r < block->count; r++)
        rows += (unsigned)(block->rows[r].before > 0) + (unsigned)(rules_height(&frame, &block->rows[r]) > 0) +
                (is_free(&frame, &block->rows[r]) ? free_row_count(&frame, &block->rows[r]) : 1u);
    return rows;
}

void xlsx_add_block(struct xlsx_sheet *s, const struct block *block)
{
    mpt lacks[SIDE_COUNT];
    struct frame frame = table_frame(s, block, lacks);
    frame.rows = &s->heights;
    frame.next = s->next;
    add_block(&frame);
    xlsx_keep(&s->heights, s->next + 1, frame.next, GLUE_WHOLE);
    s->next = frame.next;
}

void xlsx_add_cover(struct book *book, const struct report *report, const struct metrics *metrics)
{
    enum { LEAST_SIZE = 11 * MPT_PER_PT };
    static const struct table PORTRAIT = { .landscape = false };
    mpt lacks[SIDE_COUNT];
    struct xlsx_rows rows = { .book = book, .sheet = book_sheet(book, report->cover->sheet) };
    struct frame frame = { .book = book, .block = report->cover, .metrics = metrics, .rows = &rows };
    if (!rows.sheet)
        return;
    choose_edges(&frame, table_page_width(&PORTRAIT));
    choose_split(&frame, lacks);
    unsigned width = 0;
    for (size_t c = 0; c < frame.column_count; c++) {
        unsigned pixels = xlsx_length_pixels(frame.edges[c + 1] - frame.edges[c]);
        width += pixels;
        book_watch(book,
                   worksheet_set_column_pixels(rows.sheet, (lxw_col_t)c, (lxw_col_t)c, xlsx_library_pixels(pixels), NULL));
    }
    add_block(&frame);
    xlsx_set_print(&rows, &(struct xlsx_print){ .width = width,
                                                .last_column = frame.column_count - 1,
                                                .area = { .last = frame.next - 1 },
                                                .size = LEAST_SIZE,
                                                .footer = xlsx_footer(book->arena, report->control_line) });
    worksheet_activate(rows.sheet);
}
