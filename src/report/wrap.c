#include "report/wrap.h"

#include <linebreak.h>

#include "base/text.h"

/* What may happen after a byte of text, from forbidden to forced. */
enum breaking {
    BREAK_NEVER,
    BREAK_RESORT, /* only if nothing else fits: in a pair that belongs together, after "/", "-", "." in a word */
    BREAK_ALLOWED,
    BREAK_FORCED
};

/* Taller than a thousand pages; two of them still add up without overflow. */
#define HEIGHT_MAX ((mpt)1000000000)

struct word {
    const char *text;
    size_t length;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Letters beyond ASCII count; so do, harmlessly, signs beyond ASCII. */
static bool is_word_byte(char c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool word_is(struct word word, const char *const *list)
{
    for (; *list; list++)
        if (strlen(*list) == word.length && memcmp(*list, word.text, word.length) == 0)
            return true;
    return false;
}

/* The word without the brackets and stops around it. */
static struct word bare(struct word word)
{
    while (word.length && strchr("(.,;:", *word.text))
        word.text++, word.length--;
    while (word.length && strchr("().,;:/", word.text[word.length - 1]))
        word.length--;
    return word;
}

static struct word word_before(const char *text, size_t end)
{
    size_t start = end;
    while (start > 0 && text[start - 1] != ' ' && text[start - 1] != '\n')
        start--;
    return (struct word){ text + start, end - start };
}

static struct word word_after(const char *text, size_t start)
{
    return (struct word){ text + start, strcspn(text + start, " \n") };
}

static bool is_roman(struct word word)
{
    for (size_t i = 0; i < word.length; i++)
        if (!strchr("IVXLC", word.text[i]))
            return false;
    return word.length > 0;
}

static bool is_dash(struct word word)
{
    static const char *const DASHES[] = { "-", "–", "—", "−", NULL };
    return word_is(word, DASHES);
}

static bool starts_with_digit(struct word word)
{
    return word.length > 0 && is_digit(word.text[0]);
}

static bool ends_with_digit(struct word word)
{
    return word.length > 0 && is_digit(word.text[word.length - 1]);
}

/* "1.924,5 triệu", "Điều 1", "Mục II", "2021 - 2025" stay together. */
static bool belong_together(struct word before, struct word after, struct word third)
{
    static const char *const UNITS[] = { "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "%", NULL };
    static const char *const COUNTED[] = { "Điều", "điều", "Mục", "mục", "Khoản", "khoản", "Phụ", "lục", "LỤC", "số",
                                           "Số",   "ngày", "Ngày", "tháng", "Tháng", "năm", "Năm", NULL };
    static const char *const PHU[] = { "Phụ", "phụ", "PHỤ", NULL };
    static const char *const LUC[] = { "lục", "LỤC", NULL };
    before = bare(before);
    after = bare(after);
    if (ends_with_digit(before) && word_is(after, UNITS))
        return true;
    if (word_is(before, COUNTED) && (starts_with_digit(after) || is_roman(after)))
        return true;
    if (word_is(before, PHU) && word_is(after, LUC))
        return starts_with_digit(bare(third)) || is_roman(bare(third));
    if (ends_with_digit(before) && is_dash(after))
        return starts_with_digit(bare(third));
    return false;
}

/* The pair on both sides of the blanks that end at `at`. */
static bool is_pair(const char *text, size_t first_blank, size_t at)
{
    struct word before = word_before(text, first_blank), after = word_after(text, at);
    size_t next = (size_t)(after.text - text) + after.length;
    struct word third = { text + next, 0 };
    if (text[next] == ' ')
        third = word_after(text, next + strspn(text + next, " "));
    if (belong_together(before, after, third))
        return true;
    if (!is_dash(before) || !starts_with_digit(bare(after)))
        return false;
    size_t end = (size_t)(before.text - text);
    while (end > 0 && text[end - 1] == ' ')
        end--;
    return end < (size_t)(before.text - text) && ends_with_digit(bare(word_before(text, end)));
}

/* A break inside a word, after the byte at `at`: codes, periods and addresses are broken only as a last resort. */
static enum breaking inside_word(const char *text, size_t at, enum breaking found)
{
    char next = text[at + 1];
    if (text[at] == '/')
        return next && next != ' ' ? BREAK_RESORT : BREAK_NEVER;
    bool group = text[at] == '.' && at > 0 && is_digit(text[at - 1]) && is_digit(next);
    bool hyphen = text[at] == '-' && at > 0 && is_word_byte(text[at - 1]) && is_word_byte(next);
    bool dash = at >= 3 && memcmp(text + at - 2, "–", 3) == 0 && is_digit(text[at - 3]) && is_digit(next);
    if (group || hyphen || dash)
        return BREAK_RESORT;
    return found;
}

static enum breaking translate(char found)
{
    switch (found) {
    case LINEBREAK_MUSTBREAK: return BREAK_FORCED;
    case LINEBREAK_ALLOWBREAK: return BREAK_ALLOWED;
    default: return BREAK_NEVER;
    }
}

static void initialize_once(void)
{
    static bool done;
    if (!done)
        init_linebreak();
    done = true;
}

/* What may happen after each byte of text. */
static const unsigned char *find_breaks(const char *text, size_t length, struct arena *arena)
{
    initialize_once();
    char *breaks = arena_alloc(arena, length, 1);
    set_linebreaks_utf8((const utf8_t *)text, length, "vi", breaks);
    size_t first_blank = 0;
    for (size_t at = 0; at < length; at++) {
        enum breaking found = translate(breaks[at]);
        if (at == 0 || text[at] != ' ' || text[at - 1] != ' ')
            first_blank = at;
        if (text[at] == '\n')
            found = BREAK_FORCED;
        else if (text[at] != ' ')
            found = breaks[at] == LINEBREAK_INSIDEACHAR ? BREAK_NEVER : inside_word(text, at, found);
        else if (found == BREAK_ALLOWED && is_pair(text, first_blank, at + 1))
            found = BREAK_RESORT;
        breaks[at] = (char)found;
    }
    return (const unsigned char *)breaks;
}

struct wrapping {
    const struct metrics *metrics;
    enum face face;
    mpt size, width;
    const char *text;
    size_t length;
    const unsigned char *breaks;
};

/* Where the line that starts at `start` ends (the next one starts there). */
static size_t line_end(const struct wrapping *wrapping, size_t start)
{
    const char *text = wrapping->text, *next = text + start;
    size_t best[BREAK_FORCED] = { 0 }; /* last break of each kind that fits */
    int64_t limit = (int64_t)wrapping->width * 1000, sum = 0;
    while (next < text + wrapping->length) {
        size_t at = (size_t)(next - text);
        if (text[at] == '\n')
            return at + 1;
        uint32_t code = utf8_next(&next);
        sum += (int64_t)wrapping->metrics->advance(wrapping->metrics, wrapping->face, code) * wrapping->size;
        if (sum > limit && code != ' ') /* blanks may hang over the edge */
            return best[BREAK_ALLOWED] ? best[BREAK_ALLOWED]
                   : best[BREAK_RESORT] ? best[BREAK_RESORT]
                   : at > start         ? at
                                        : (size_t)(next - text);
        size_t after = (size_t)(next - text);
        enum breaking breaking = wrapping->breaks[after - 1];
        if (breaking == BREAK_FORCED)
            return after;
        best[breaking] = after;
    }
    return wrapping->length;
}

static struct line make_line(const struct wrapping *wrapping, size_t start, size_t end)
{
    const char *text = wrapping->text + start;
    size_t length = end - start;
    while (length && (text[length - 1] == ' ' || text[length - 1] == '\n'))
        length--;
    return (struct line){ text, length,
                          metrics_width(wrapping->metrics, wrapping->face, wrapping->size, text, length) };
}

/* Most cells hold a number or a few words: they need no line breaking. */
static bool fits_in_one(const struct wrapping *wrapping)
{
    if (wrapping->length == 0)
        return true;
    return !memchr(wrapping->text, '\n', wrapping->length) &&
           make_line(wrapping, 0, wrapping->length).width <= wrapping->width;
}

const struct line *wrap_text(const struct metrics *metrics, enum face face, mpt size, mpt width, const char *text,
                             struct arena *arena, size_t *count)
{
    struct wrapping wrapping = { metrics, face, size, width, text, strlen(text), NULL };
    struct line *lines = NULL;
    size_t capacity = 0;
    *count = 0;
    if (fits_in_one(&wrapping)) {
        lines = arena_alloc(arena, 1, sizeof *lines);
        *lines = make_line(&wrapping, 0, wrapping.length);
        *count = 1;
        return lines;
    }
    wrapping.breaks = find_breaks(text, wrapping.length, arena);
    for (size_t start = 0, end; start < wrapping.length; start = end) {
        end = line_end(&wrapping, start);
        struct line *line = ARENA_PUSH(arena, lines, *count, capacity);
        *line = make_line(&wrapping, start, end);
    }
    return lines;
}

static mpt cell_height(const struct table *table, size_t column, const struct cell *cell,
                       const struct metrics *metrics, struct arena *arena)
{
    size_t lines = 1;
    if (cell->text)
        wrap_text(metrics, cell->face, table->font_size,
                  table_span_width(table, column, cell->columns) - 2 * CELL_PADDING_X, cell->text, arena, &lines);
    return wrap_height(table->font_size, lines);
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
    for (size_t row = 0; row < table->row_count; row++)
        table->rows[row].height = wrap_height(table->font_size, 1);
    /* Plain cells first: what a spanning cell lacks is known only when all rows it covers have their own height. */
    for (int spanning = 0; spanning <= 1; spanning++)
        for (size_t row = 0; row < table->row_count; row++)
            for (size_t column = 0; column < table->column_count; column++) {
                const struct cell *cell = table_cell(table, row, column);
                if (!cell->covered && (cell->rows > 1) == (spanning == 1))
                    grow_last_row(table, row, cell->rows, cell_height(table, column, cell, metrics, arena));
            }
}
