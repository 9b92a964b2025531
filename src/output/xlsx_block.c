#include "output/xlsx_block.h"

#include "output/xlsx_guard.h"
#include "output/xlsx_page.h"
#include "report/wrap.h"

/* A block and the columns of the sheet that it stands on. */
struct frame {
    struct book *book;
    lxw_worksheet *sheet;
    const struct block *block;
    const struct metrics *metrics;
    const mpt *edges; /* of the columns; one more than there are columns */
    size_t column_count;
    unsigned next;    /* first row not used yet */
};

struct span {
    mpt from, to;
};

/* Of a line's rule in a block of that width; empty without one. */
static struct span rule_of(const struct frame *frame, const struct block_line *line, enum side side, mpt width)
{
    size_t count;
    mpt x = block_side_x(frame->block, side, width), room = block_side_width(frame->block, side, width), widest = 0;
    if (!line->text || line->rule == RULE_NONE)
        return (struct span){ 0, 0 };
    const struct line *lines =
        wrap_text(frame->metrics, line->face, line->size, room, line->text, frame->book->arena, &count);
    for (size_t i = 0; i < count; i++)
        widest = lines[i].width > widest ? lines[i].width : widest;
    mpt length = block_rule_width(line, widest);
    return (struct span){ x + (room - length) / 2, x + (room + length) / 2 };
}

/* The column that begins nearest to a place. */
static size_t column_at(const struct frame *frame, mpt x)
{
    size_t column = 0;
    while (column < frame->column_count && (frame->edges[column] + frame->edges[column + 1]) / 2 < x)
        column++;
    return column;
}

/* The columns of a side: each side has one at least if there are two. */
static size_t side_columns(const struct frame *frame, enum side side, size_t *first)
{
    mpt width = frame->edges[frame->column_count];
    size_t split = column_at(frame, block_side_x(frame->block, SIDE_RIGHT, width)), last = frame->column_count - 1;
    split = split > last ? last : split;
    split = split == 0 && last > 0 ? 1 : split;
    *first = side == SIDE_RIGHT ? split : 0;
    if (side == SIDE_WHOLE || last == 0)
        return frame->column_count;
    return side == SIDE_LEFT ? split : frame->column_count - split;
}

static void set_height(struct frame *frame, unsigned row, mpt height)
{
    book_watch(frame->book, worksheet_set_row_pixels(frame->sheet, row, xlsx_row_pixels(height), NULL));
}

static mpt side_width(const struct frame *frame, size_t first, size_t count)
{
    return frame->edges[first + count] - frame->edges[first];
}

static void add_lines(struct frame *frame, const struct block_row *row)
{
    mpt highest = 0;
    for (int side = 0; side < SIDE_COUNT; side++) {
        const struct block_line *line = &row->lines[side];
        size_t first, count = side_columns(frame, (enum side)side, &first);
        if (!line->text || !count)
            continue;
        struct style style = { .face = line->face, .size = line->size, .align = line->align, .wrap = true, .top = true };
        mpt height = xlsx_text_height(frame->metrics, line->face, line->size, side_width(frame, first, count), line->text,
                                      frame->book->arena);
        highest = height > highest ? height : highest;
        book_merge(frame->book, frame->sheet, (struct cell_ref){ frame->next, (unsigned)first }, 1, count, line->text,
                   style);
    }
    set_height(frame, frame->next++, highest);
}

/* True if a rule of the row is as wide as a column of the sheet at least. */
static bool has_rules(const struct frame *frame, const struct block_row *row)
{
    bool any = false;
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct span rule = rule_of(frame, &row->lines[side], (enum side)side, frame->edges[frame->column_count]);
        any = any || (rule.to > 0 && column_at(frame, rule.from) < column_at(frame, rule.to));
    }
    return any;
}

static void add_rules(struct frame *frame, const struct block_row *row)
{
    enum { THIN = 3000 };
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct span rule =
            rule_of(frame, &row->lines[side], (enum side)side, frame->edges[frame->column_count]);
        for (size_t c = column_at(frame, rule.from); rule.to > 0 && c < column_at(frame, rule.to); c++)
            book_text(frame->book, frame->sheet, frame->next, c, NULL, (struct style){ .size = THIN, .edges = EDGE_TOP });
    }
    if (has_rules(frame, row))
        set_height(frame, frame->next++, THIN);
}

static void add_block(struct frame *frame)
{
    for (size_t r = 0; r < frame->block->count; r++) {
        const struct block_row *row = &frame->block->rows[r];
        if (row->before > 0)
            set_height(frame, frame->next++, row->before);
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
            struct span rule = rule_of(frame, &frame->block->rows[r].lines[side], (enum side)side, width);
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
static struct frame table_frame(struct book *book, const struct table *table, const struct block *block,
                                const struct metrics *metrics)
{
    mpt *edges = arena_alloc(book->arena, table->column_count + 1, sizeof *edges);
    for (size_t c = 0; c < table->column_count; c++)
        edges[c + 1] = edges[c] + table->columns[c].width;
    return (struct frame){ book, NULL, block, metrics, edges, table->column_count, 0 };
}

unsigned xlsx_block_rows(struct book *book, const struct table *table, const struct block *block,
                         const struct metrics *metrics)
{
    struct frame frame = table_frame(book, table, block, metrics);
    unsigned rows = 0;
    for (size_t r = 0; r < block->count; r++)
        rows += (block->rows[r].before > 0) + 1u + has_rules(&frame, &block->rows[r]);
    return rows;
}

unsigned xlsx_add_block(struct book *book, lxw_worksheet *sheet, const struct table *table, const struct block *block,
                        const struct metrics *metrics, unsigned row)
{
    struct frame frame = table_frame(book, table, block, metrics);
    frame.sheet = sheet;
    frame.next = row;
    add_block(&frame);
    return frame.next;
}

void xlsx_add_cover(struct book *book, const struct report *report, const struct metrics *metrics)
{
    static const struct table PORTRAIT = { .landscape = false };
    struct frame frame = { .book = book, .block = report->cover, .metrics = metrics };
    frame.sheet = book_sheet(book, report->cover->sheet);
    if (!frame.sheet)
        return;
    choose_edges(&frame, table_page_width(&PORTRAIT));
    for (size_t c = 0; c < frame.column_count; c++) {
        unsigned pixels = xlsx_library_pixels(xlsx_length_pixels(frame.edges[c + 1] - frame.edges[c]));
        book_watch(book, worksheet_set_column_pixels(frame.sheet, (lxw_col_t)c, (lxw_col_t)c, pixels, NULL));
    }
    add_block(&frame);
    xlsx_set_paper(book, frame.sheet, false, frame.next - 1, frame.column_count - 1,
                   xlsx_footer(book->arena, report->control_line));
    worksheet_activate(frame.sheet);
}
