#include "model/number_row.h"

#include "base/text.h"

enum { DEPTH_MAX = 16, HUNDRED = 100, TEN = 10 };

/* One cell being read. */
struct reader {
    const struct number_row *row;
    struct number_row_cell *cell;
    size_t own; /* its column */
    const char *at;
    struct arena *arena;
    size_t capacity;
    unsigned depth;
};

/* ---- pieces of text ---- */

static const char *skip_blanks(const char *at)
{
    for (;;) {
        if (*at == ' ')
            at++;
        else if (strncmp(at, "\u00a0", strlen("\u00a0")) == 0)
            at += strlen("\u00a0");
        else
            return at;
    }
}

/* Takes one of the spellings, with the blanks before it. */
static bool take(const char **at, const char *const *spellings)
{
    const char *start = skip_blanks(*at);
    for (; *spellings; spellings++)
        if (strncmp(start, *spellings, strlen(*spellings)) == 0) {
            *at = start + strlen(*spellings);
            return true;
        }
    return false;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Where digits end, with those behind points between them: "12", "4.1", "1.000". */
static const char *skip_digits(const char *at)
{
    while (is_digit(*at) || (*at == '.' && is_digit(at[-1]) && is_digit(at[1])))
        at++;
    return at;
}

/* Where one letter ends, or a Roman number of several: "B", "Đ", "VIII". */
static const char *skip_letters(const char *at)
{
    static const char *const OTHERS[] = { "Đ", "đ", NULL };
    size_t roman = strspn(at, "IVX");
    const char *end = at;
    if (roman > 1)
        end = at + roman;
    else if (is_letter(*at))
        end = at + 1;
    else if (!take(&end, OTHERS))
        return at;
    return is_letter(*end) ? at : end;
}

/* "12", "6a", "4.1", "B", "IV"; "4x1" is a product and no label. */
static const char *take_label(const char **at, struct arena *arena)
{
    const char *start = skip_blanks(*at), *digits = skip_digits(start), *end = digits;
    bool times = digits > start && (*digits == 'x' || *digits == 'X');
    if (!times && *digits != ' ')
        end = skip_letters(digits);
    if (end == start || (is_letter(*end) && !times))
        return NULL;
    *at = end;
    return arena_copy(arena, start, (size_t)(end - start));
}

static const char *const OPEN[] = { "(", NULL }, *const CLOSE[] = { ")", NULL }, *const EQUALS[] = { "=", NULL };

/* A label with or without brackets. */
static const char *take_own_label(const char **at, struct arena *arena)
{
    const char *rest = *at;
    bool brackets = take(&rest, OPEN);
    const char *label = take_label(&rest, arena);
    if (!label || (brackets && !take(&rest, CLOSE)))
        return NULL;
    *at = rest;
    return label;
}

/* ---- labels ---- */

static size_t column_of(const struct number_row *row, const char *label)
{
    for (size_t i = 0; i < row->count; i++)
        if (text_equal(row->cells[i].label, label))
            return i;
    return row->count;
}

/* Sets the label and returns where the cell goes on. */
static const char *read_label(struct number_row_cell *cell, struct arena *arena)
{
    const char *at = cell->printed, *label = take_own_label(&at, arena);
    if (!label)
        return at;
    cell->label = label;
    const char *again = at, *second = take_own_label(&again, arena);
    if (second && strcmp(second, label) == 0) {
        cell->fault = NUMBER_ROW_REPEATED;
        cell->named = label;
        return again;
    }
    return at;
}

/* The number of a label, 0 for letters. */
static int64_t number_of_label(const char *label)
{
    int64_t number = 0;
    for (; label && is_digit(*label) && number < INT32_MAX; label++)
        number = number * 10 + (*label - '0');
    return number;
}

static void set_fault(struct number_row_cell *cell, enum number_row_fault fault, const char *named)
{
    if (cell->fault >= fault)
        return;
    cell->fault = fault;
    cell->named = named;
}

/* Numbers run on from 1; a number with a letter behind it, or a number again, does not move them on. */
static void check_labels(const struct number_row *row, struct arena *arena)
{
    int64_t last = 0;
    for (size_t i = 0; i < row->count; i++) {
        struct number_row_cell *cell = &row->cells[i];
        int64_t number = number_of_label(cell->label);
        if (number > last + 1)
            set_fault(cell, NUMBER_ROW_GAP, arena_printf(arena, "%d", (int)(number - 1)));
        if (cell->label && column_of(row, cell->label) < i)
            set_fault(cell, NUMBER_ROW_TWICE, cell->label);
        last = number > last ? number : last;
    }
}

/* ---- claims ---- */

static bool fail(struct reader *reader, enum number_row_fault fault, const char *named)
{
    set_fault(reader->cell, fault, named);
    return false;
}

static void add_step(struct reader *reader, struct number_row_step step)
{
    struct number_row_cell *cell = reader->cell;
    struct number_row_step *added = ARENA_PUSH(reader->arena, cell->steps, cell->step_count, reader->capacity);
    *added = step;
}

static void add_code(struct reader *reader, enum number_row_code code)
{
    add_step(reader, (struct number_row_step){ .code = code });
}

static bool read_sum(struct reader *reader);

static void add_constant(struct reader *reader, int64_t constant, bool turns)
{
    add_step(reader, (struct number_row_step){ .code = NUMBER_CONSTANT, .constant = constant, .turns = turns });
}

/* "10", "1000", "1.000": the ten, hundred, thousand … that turns one unit into another; 0 for other labels. */
static int64_t power_of_ten(const char *label)
{
    int64_t value = *label == '1' ? 1 : 0;
    size_t group = 0;
    bool points = strchr(label, '.') != NULL;
    for (const char *end = label + strlen(label); value && --end > label;) {
        bool point = points && group == 3;
        if (*end != (point ? '.' : '0') || value >= INT32_MAX / TEN)
            return 0;
        value *= point ? 1 : TEN;
        group = point ? 0 : group + 1;
    }
    return value;
}

/*
 * A number that is no column: 100 or 100%, a power of ten as a factor, another percentage as a factor (8% of what stands before
 * it, also where there is a column 8). False if the label is a column, or should be one.
 */
static bool read_constant(struct reader *reader, const char *label, bool column, enum number_row_code before)
{
    static const char *const PERCENT[] = { "%", NULL }, *const FACTOR[] = { "x", "X", "*", "×", "·", "/", ":", "÷", NULL };
    const char *behind = reader->at;
    bool factor = before == NUMBER_MULTIPLY || before == NUMBER_DIVIDE || take(&behind, FACTOR);
    int64_t ten = column ? 0 : power_of_ten(label);
    bool percent = take(&reader->at, PERCENT), number = is_digit(*label) && !label[strspn(label, "0123456789")];
    if (ten == HUNDRED || (ten >= TEN && factor && !percent)) {
        add_constant(reader, ten, ten != HUNDRED);
        return true;
    }
    if (!percent || !number || (column && before == NUMBER_DIVIDE))
        return false;
    add_constant(reader, number_of_label(label), false);
    add_constant(reader, HUNDRED, false);
    add_code(reader, NUMBER_DIVIDE);
    return true;
}

/* A column or a constant; `before` is the operator on its left, NUMBER_COLUMN for none. */
static bool read_reference(struct reader *reader, enum number_row_code before)
{
    const char *start = skip_blanks(reader->at), *label = take_label(&reader->at, reader->arena);
    if (!label)
        return fail(reader, NUMBER_ROW_UNREADABLE, start);
    size_t column = column_of(reader->row, label);
    if (read_constant(reader, label, column < reader->row->count, before))
        return true;
    if (column == reader->row->count)
        return fail(reader, NUMBER_ROW_UNKNOWN, label);
    if (column == reader->own)
        return fail(reader, NUMBER_ROW_SELF, label);
    add_step(reader, (struct number_row_step){ .code = NUMBER_COLUMN, .column = column });
    return true;
}

static bool read_factor(struct reader *reader, enum number_row_code before)
{
    if (!take(&reader->at, OPEN))
        return read_reference(reader, before);
    if (reader->depth == DEPTH_MAX)
        return fail(reader, NUMBER_ROW_UNREADABLE, reader->at);
    reader->depth++;
    bool read = read_sum(reader);
    reader->depth--;
    if (read && !take(&reader->at, CLOSE))
        return fail(reader, NUMBER_ROW_UNREADABLE, reader->at);
    return read;
}

static bool read_product(struct reader *reader)
{
    static const char *const TIMES[] = { "x", "X", "*", "×", "·", NULL }, *const OVER[] = { "/", ":", "÷", NULL };
    if (!read_factor(reader, NUMBER_COLUMN))
        return false;
    for (;;) {
        enum number_row_code code = NUMBER_MULTIPLY;
        if (take(&reader->at, OVER))
            code = NUMBER_DIVIDE;
        else if (!take(&reader->at, TIMES))
            return true;
        if (!read_factor(reader, code))
            return false;
        add_code(reader, code);
    }
}

/* "4 + ... + 8": the columns between the one just read and the next are added too. */
static bool read_between(struct reader *reader)
{
    static const char *const PLUS[] = { "+", NULL };
    const struct number_row_step *last = &reader->cell->steps[reader->cell->step_count - 1];
    const char *start = reader->at;
    size_t first = last->column;
    bool from_column = last->code == NUMBER_COLUMN;
    const char *label = take(&reader->at, PLUS) ? take_own_label(&reader->at, reader->arena) : NULL;
    size_t end = label ? column_of(reader->row, label) : reader->row->count;
    if (label && end == reader->row->count)
        return fail(reader, NUMBER_ROW_UNKNOWN, label);
    if (!label || !from_column || end <= first)
        return fail(reader, NUMBER_ROW_UNREADABLE, start);
    for (size_t column = first + 1; column <= end; column++) {
        if (column == reader->own)
            return fail(reader, NUMBER_ROW_SELF, reader->cell->label);
        add_step(reader, (struct number_row_step){ .code = NUMBER_COLUMN, .column = column });
        add_code(reader, NUMBER_ADD);
    }
    return true;
}

static bool read_sum(struct reader *reader)
{
    static const char *const PLUS[] = { "+", NULL }, *const MINUS[] = { "-", "–", "−", NULL };
    static const char *const DOTS[] = { "....", "...", "..", "…", NULL };
    if (!read_product(reader))
        return false;
    for (;;) {
        enum number_row_code code = NUMBER_ADD;
        if (take(&reader->at, MINUS))
            code = NUMBER_SUBTRACT;
        else if (!take(&reader->at, PLUS))
            return true;
        if (code == NUMBER_ADD && take(&reader->at, DOTS)) {
            if (!read_between(reader))
                return false;
            continue;
        }
        if (!read_product(reader))
            return false;
        add_code(reader, code);
    }
}

/* What stands behind a label: nothing, or "=" and a claim. */
static void read_claim(struct reader *reader)
{
    const char *start = reader->at = skip_blanks(reader->at);
    if (!*start)
        return;
    static const char *const PERCENT[] = { "(%)", NULL };
    bool read = reader->cell->label && take(&reader->at, EQUALS) && read_sum(reader);
    take(&reader->at, PERCENT);
    if (read && !*skip_blanks(reader->at))
        return;
    if (reader->cell->fault < NUMBER_ROW_SELF)
        fail(reader, NUMBER_ROW_UNREADABLE, start);
}

struct number_row number_row_read(const char *const *printed, size_t count, struct arena *arena)
{
    struct number_row row = { arena_alloc(arena, count, sizeof *row.cells), count };
    const char **rest = arena_alloc(arena, count, sizeof *rest);
    for (size_t i = 0; i < count; i++) {
        row.cells[i].printed = printed[i];
        rest[i] = read_label(&row.cells[i], arena);
    }
    for (size_t i = 0; i < count; i++) {
        struct reader reader = { .row = &row, .cell = &row.cells[i], .own = i, .at = rest[i], .arena = arena };
        read_claim(&reader);
        if (row.cells[i].fault >= NUMBER_ROW_SELF) {
            row.cells[i].steps = NULL;
            row.cells[i].step_count = 0;
        }
    }
    check_labels(&row, arena);
    return row;
}

/* ---- what a claim comes to, and how it is written ---- */

/* A piece of a formula and how tightly it binds. */
struct piece {
    const char *text;
    enum { BINDS_SUM, BINDS_PRODUCT, BINDS_ONE } binds;
};

static const char *bracketed(struct piece piece, bool needed, struct arena *arena)
{
    return needed ? arena_printf(arena, "(%s)", piece.text) : piece.text;
}

static struct piece join(enum number_row_code code, struct piece a, struct piece b, struct arena *arena)
{
    static const char
        SIGNS[] = { [NUMBER_ADD] = '+', [NUMBER_SUBTRACT] = '-', [NUMBER_MULTIPLY] = '*', [NUMBER_DIVIDE] = '/' };
    bool product = code == NUMBER_MULTIPLY || code == NUMBER_DIVIDE;
    bool second = product ? b.binds < BINDS_ONE : code == NUMBER_SUBTRACT && b.binds == BINDS_SUM;
    return (struct piece){ arena_printf(arena, "%s%c%s", bracketed(a, product && a.binds == BINDS_SUM, arena), SIGNS[code],
                                        bracketed(b, second, arena)),
                           product ? BINDS_PRODUCT : BINDS_SUM };
}

const char *number_row_formula(const struct number_row_cell *cell, const char *const *names, struct arena *arena)
{
    struct piece *stack = arena_alloc(arena, cell->step_count, sizeof *stack);
    size_t depth = 0;
    for (size_t i = 0; i < cell->step_count; i++) {
        const struct number_row_step *step = &cell->steps[i];
        if (step->code == NUMBER_COLUMN) {
            stack[depth++] = (struct piece){ names[step->column], BINDS_ONE };
        } else if (step->code == NUMBER_CONSTANT) {
            stack[depth++] = (struct piece){ arena_printf(arena, "%d", (int)step->constant), BINDS_ONE };
        } else {
            depth--;
            stack[depth - 1] = join(step->code, stack[depth - 1], stack[depth], arena);
        }
    }
    return stack[0].text;
}
