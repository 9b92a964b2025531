#include "report/wrap.h"

#include "base/text.h"
#include "report/breaks.h"

/* Taller than a thousand pages; two of them still add up without overflow. */
#define HEIGHT_MAX ((mpt)1000000000)

struct wrapping {
    const struct metrics *metrics;
    enum face face;
    mpt size, width;
    const char *text;
    size_t length;
    const unsigned char *breaks;
};

/* Of the last breaks of each kind that fit, the one to take; 0 if there is none. */
static size_t best_break(const size_t breaks[BREAK_FORCED])
{
    for (int kind = BREAK_ALLOWED; kind > BREAK_NEVER; kind--)
        if (breaks[kind])
            return breaks[kind];
    return 0;
}

/* Where the line that starts at `start` ends (the next one starts there). */
static size_t line_end(const struct wrapping *wrapping, size_t start)
{
    const char *text = wrapping->text, *next = text + start;
    size_t last[BREAK_FORCED] = { 0 }; /* break of each kind that fits */
    int64_t limit = (int64_t)wrapping->width * 1000, sum = 0;
    while (next < text + wrapping->length) {
        size_t at = (size_t)(next - text);
        if (text[at] == '\n')
            return at + 1;
        uint32_t code = utf8_next(&next);
        sum += (int64_t)wrapping->metrics->advance(wrapping->metrics, wrapping->face, code) * wrapping->size;
        if (sum > limit && code != ' ') { /* blanks may hang over the edge */
            size_t end = best_break(last);
            return end ? end : at > start ? at : (size_t)(next - text);
        }
        size_t after = (size_t)(next - text);
        enum breaking breaking = wrapping->breaks[after - 1];
        if (breaking == BREAK_FORCED)
            return after;
        last[breaking] = after;
    }
    return wrapping->length;
}

static struct line make_line(const struct wrapping *wrapping, size_t start, size_t end)
{
    const char *text = wrapping->text + start;
    size_t length = end - start;
    while (length && (text[length - 1] == ' ' || text[length - 1] == '\n'))
        length--;
    return (struct line){ text, length, metrics_width(wrapping->metrics, wrapping->face, wrapping->size, text, length) };
}

/* Most cells hold a number or a few words: they need no line breaking. */
static bool fits_in_one(const struct wrapping *wrapping, struct line *line)
{
    if (memchr(wrapping->text, '\n', wrapping->length))
        return false;
    *line = make_line(wrapping, 0, wrapping->length);
    return wrapping->length == 0 || line->width <= wrapping->width;
}

static const struct line *break_lines(const struct wrapping *wrapping, struct arena *arena, size_t *count)
{
    struct line *lines = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t start = 0, end; start < wrapping->length; start = end) {
        end = line_end(wrapping, start);
        struct line *line = ARENA_PUSH(arena, lines, *count, capacity);
        *line = make_line(wrapping, start, end);
    }
    return lines;
}

const struct line *wrap_text(const struct metrics *metrics, enum face face, mpt size, mpt width, const char *text,
                             struct arena *arena, size_t *count)
{
    struct wrapping wrapping = { metrics, face, size, width, text, strlen(text), NULL };
    struct line only;
    if (fits_in_one(&wrapping, &only)) {
        struct line *line = arena_alloc(arena, 1, sizeof *line);
        *line = only;
        *count = 1;
        return line;
    }
    wrapping.breaks = breaks_find(text, wrapping.length, false, arena);
    return break_lines(&wrapping, arena, count);
}

/* The narrowest width at which there are no more lines, found by halving. */
const struct line *wrap_balanced(const struct metrics *metrics, enum face face, mpt size, mpt width, const char *text,
                                 struct arena *arena, size_t *count)
{
    const struct line *lines = wrap_text(metrics, face, size, width, text, arena, count);
    if (*count == 1)
        return lines;
    size_t length = strlen(text);
    const unsigned char *breaks = breaks_find(text, length, true, arena);
    for (mpt least = width / 2; width - least > MPT_PER_PT;) {
        size_t tried;
        struct wrapping wrapping = { metrics, face, size, least + (width - least) / 2, text, length, breaks };
        const struct line *narrower = break_lines(&wrapping, arena, &tried);
        if (tried > *count) {
            least = wrapping.width;
        } else {
            width = wrapping.width;
            lines = narrower;
        }
    }
    return lines;
}

mpt wrap_widest(const struct line *lines, size_t count)
{
    mpt widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = lines[i].width > widest ? lines[i].width : widest;
    return widest;
}

const char *wrap_joined(const struct line *lines, size_t count, struct arena *arena)
{
    struct text joined = text_in(arena);
    for (size_t i = 0; i < count; i++) {
        text_add(&joined, i ? "\n" : "");
        text_addn(&joined, lines[i].text, lines[i].length);
    }
    return text_str(&joined);
}

const struct line *wrap_cell(const struct table *table, size_t column, const struct cell *cell, const char *text,
                             const struct metrics *metrics, struct arena *arena, size_t *count)
{
    mpt width = table_text_width(table, column, cell);
    const struct cell_lines *kept = cell->lines;
    if (!kept || kept->items->text != text || kept->face != cell->face || kept->size != table->font_size ||
        kept->width != width)
        return wrap_text(metrics, cell->face, table->font_size, width, text, arena, count);
    *count = kept->count;
    return kept->items;
}

/* Texts of more than one line are broken again by every renderer: their lines are kept. */
static void keep_lines(const struct table *table, size_t column, struct cell *cell, const struct line *lines, size_t count,
                       struct arena *arena)
{
    struct cell_lines *kept = arena_alloc(arena, 1, sizeof *kept);
    struct line *items = arena_alloc(arena, count, sizeof *items);
    memcpy(items, lines, count * sizeof *items);
    *kept = (struct cell_lines){ items, count, cell->face, table->font_size, table_text_width(table, column, cell) };
    cell->lines = kept;
}

/* passing: for what breaking the text takes besides its lines. */
static mpt cell_height(const struct table *table, size_t column, struct cell *cell, const struct metrics *metrics,
                       struct arena *arena, struct arena *passing)
{
    size_t count = 1;
    const struct line *lines = cell->text ? wrap_cell(table, column, cell, cell->text, metrics, passing, &count) : NULL;
    if (count > 1)
        keep_lines(table, column, cell, lines, count, arena);
    return wrap_height(table->font_size, count);
}

mpt wrap_height(mpt size, size_t lines)
{
    int64_t height = (int64_t)lines * metrics_line_height(size) + 2 * (int64_t)CELL_PADDING_Y;
    return height < HEIGHT_MAX ? (mpt)height : HEIGHT_MAX;
}

/* Makes the last row that a spanning cell covers tall enough for what the rows above it leave over. */
static void grow_last_row(struct table *table, size_t row, unsigned rows, mpt height)
{
    int64_t above = 0;
    for (unsigned i = 0; i + 1 < rows; i++)
        above += table->rows[row + i].height;
    struct row *last = &table->rows[row + rows - 1];
    if (height - above > last->height)
        last->height = (mpt)(height - above);
}

void table_measure(struct table *table, const struct metrics *metrics, struct arena *arena)
{
    enum { ROWS_AT_ONCE = 64 };
    struct arena passing = ARENA_INIT;
    for (size_t row = 0; row < table->row_count; row++)
        table->rows[row].height = wrap_height(table->font_size, 1);
    /* Plain cells first: what a spanning cell lacks is known only when all rows it covers have their own height. */
    for (int spanning = 0; spanning <= 1; spanning++)
        for (size_t row = 0; row < table->row_count; row++) {
            for (size_t column = 0; column < table->column_count; column++) {
                struct cell *cell = &table->rows[row].cells[column];
                if (!cell->covered && (cell->rows > 1) == (spanning == 1))
                    grow_last_row(table, row, cell->rows, cell_height(table, column, cell, metrics, arena, &passing));
            }
            if (row % ROWS_AT_ONCE == 0)
                arena_release(&passing);
        }
    arena_release(&passing);
}
