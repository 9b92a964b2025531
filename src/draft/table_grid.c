#include "draft/table_grid.h"

#include <string.h>

#include "base/text.h"
#include "draft/measure_find.h"
#include "draft/money_draft.h"
#include "draft/phrase.h"

/* The style of a row's number, from outer to inner. */
enum style {
    STYLE_NONE,
    STYLE_CAPITAL,
    STYLE_ROMAN,
    STYLE_NUMBER,
    STYLE_DOTTED,
    STYLE_DEEPER,
    STYLE_LETTER,
    STYLE_DASH,
    STYLE_PLUS
};

static enum style style_of(const char *no, struct arena *arena)
{
    if (phrase_is("^[ivx]+[.)]?$", no, arena) && phrase_is_capitals(no))
        return STYLE_ROMAN;
    if (phrase_is("^[a-h][.)]?$", no, arena) && phrase_is_capitals(no))
        return STYLE_CAPITAL;
    if (phrase_is("^[0-9]{1,3}[.)]?$", no, arena))
        return STYLE_NUMBER;
    if (phrase_is("^[0-9]{1,3}\\.[0-9]{1,3}[.)]?$", no, arena))
        return STYLE_DOTTED;
    if (phrase_is("^[0-9]{1,3}(\\.[0-9]{1,3}){2,}[.)]?$", no, arena))
        return STYLE_DEEPER;
    if (phrase_is("^([a-z]|đ)[.)]?$", no, arena))
        return STYLE_LETTER;
    if (phrase_is("^[-–*]$", no, arena))
        return STYLE_DASH;
    return phrase_is("^\\+$", no, arena) ? STYLE_PLUS : STYLE_NONE;
}

static bool is_total(const char *text, struct arena *arena)
{
    return phrase_is("^(tổng|cộng|toàn tỉnh)", text, arena);
}

static size_t filled(const struct original_row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++)
        count += row->cells[i].text[0] != '\0';
    return count;
}

/* "1 2 3 4=3/2", "A B (1) (2)" under the head. */
static bool is_number_row(const struct original_row *row, struct arena *arena)
{
    size_t numbers = 0;
    for (size_t i = 0; i < row->count; i++) {
        const char *text = row->cells[i].text;
        if (!*text)
            continue;
        if (!phrase_is("^\\(?[0-9a-c]{1,2}\\)?( ?=.*)?$", text, arena))
            return false;
        numbers++;
    }
    return numbers > 2 && numbers == filled(row) && phrase_is("^\\(?[1a]\\)?$", original_cell_text(row, 0), arena);
}

/* The head ends where rows are numbered, or where the total stands above all. */
static size_t head_rows(const struct original_table *table, struct arena *arena)
{
    size_t at = 0;
    while (at < table->count) {
        const struct original_row *row = &table->rows[at];
        if (at && (style_of(original_cell_text(row, 0), arena) != STYLE_NONE ||
                   is_total(original_cell_text(row, 0), arena) || is_total(original_cell_text(row, 1), arena)))
            break;
        at++;
    }
    return at < table->count ? at : 1;
}

/* The head of a column at a level: its own, or that of a cell that spans it. */
static const char *head_at(const struct original_table *table, size_t heads, size_t level, size_t column)
{
    const struct original_row *row = &table->rows[level];
    const char *own = original_cell_text(row, column);
    bool below = false;
    for (size_t i = level + 1; i < heads; i++)
        below |= original_cell_text(&table->rows[i], column)[0] != '\0';
    if (*own || !below)
        return own;
    size_t at = column;
    while (at && !original_cell_text(row, at)[0])
        at--;
    return original_cell_text(row, at);
}

static const struct {
    const char *fact, *pattern;
} HEADS[] = {
#define HEAD(fact, pattern) { fact, pattern },
#include "draft/words.def"
};

static const struct {
    const char *fact;
    enum column_kind kind;
} FACTS[] = {
    { "no", COLUMN_NO },           { "title", COLUMN_TITLE }, { "total", COLUMN_MONEY },       { "start", COLUMN_START },
    { "end", COLUMN_END },         { "unit", COLUMN_UNIT },   { "quantity", COLUMN_QUANTITY }, { "lead", COLUMN_LEAD },
    { "partner", COLUMN_PARTNER },
};

static enum column_kind kind_of(const char *fact)
{
    for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS; i++)
        if (strcmp(FACTS[i].fact, fact) == 0)
            return FACTS[i].kind;
    return COLUMN_TEXT;
}

/* The head of a column that sums up its row. */
static bool is_row_total(const char *head, struct arena *arena)
{
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++)
        if (strcmp(HEADS[i].fact, "total") == 0 && phrase_is(HEADS[i].pattern, head, arena))
            return true;
    return false;
}

static const struct {
    const char *code, *pattern;
} PHASES[] = {
#define PHASE(code, pattern) { code, pattern },
#include "draft/words.def"
};

static const char *const NEUTRALS[] = {
#define NEUTRAL(pattern) pattern,
#include "draft/words.def"
};

/* "Năm 2025", "Ước thực hiện năm 2025 (triệu đồng)": the year, if the head has nothing else that counts. */
static bool read_phase(struct grid_column *column, const char *head, struct arena *arena)
{
    struct phrase found;
    if (phrase_find(&found, "^(năm )?(20[0-9]{2})$", head, 0, arena)) {
        column->year = phrase_group(&found, 2, arena);
        return true;
    }
    for (size_t i = 0; i < sizeof PHASES / sizeof *PHASES; i++) {
        const char *pattern = arena_printf(arena, "^(%s)( năm)?( (20[0-9]{2}))?$", PHASES[i].pattern);
        if (!phrase_find(&found, pattern, head, 0, arena))
            continue;
        column->phase = *PHASES[i].code ? PHASES[i].code : column->phase;
        const char *year = phrase_group(&found, 4, arena);
        column->year = year && *year ? year : column->year;
        return true;
    }
    return false;
}

static bool is_neutral(const char *head, struct arena *arena)
{
    for (size_t i = 0; i < sizeof NEUTRALS / sizeof *NEUTRALS; i++)
        if (phrase_is(arena_printf(arena, "^(%s)$", NEUTRALS[i]), head, arena))
            return true;
    return !*head;
}

/* What a head above a column says of its money. Words that are not known make the column vague, never a guess. */
static void read_band(struct grid_column *column, const char *head, struct arena *arena)
{
    struct phrase found;
    const char *id, *code;
    const char *unit = strchr(head, '(') ? money_unit(strchr(head, '('), arena) : NULL;
    column->unit = unit ? unit : column->unit;
    const char *bare =
        unit && phrase_find(&found, " *\\([^()]*\\)", head, 0, arena)
            ? text_collapse(arena, arena_printf(arena, "%s %s", phrase_before(&found, arena), phrase_after(&found, arena)))
            : head;
    if (read_phase(column, bare, arena) || is_neutral(bare, arena))
        return;
    if (fund_kinds(bare, &id, &code, arena) == 1 && utf8_length(bare) < 40)
        column->fund = bare;
    else if (!is_row_total(bare, arena))
        column->vague = true;
}

static void read_column(struct grid *grid, size_t heads, size_t at, struct arena *arena)
{
    struct grid_column *column = &grid->columns[at];
    const struct original_table *table = grid->table;
    column->head = "";
    for (size_t level = 0; level < heads; level++) {
        const char *head = head_at(table, heads, level, at);
        if (!*head)
            continue;
        if (*column->head && strcmp(column->head, head) != 0)
            column->band = column->head;
        column->head = head;
    }
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        if (!phrase_is(HEADS[i].pattern, column->head, arena))
            continue;
        column->kind = kind_of(HEADS[i].fact);
        column->name = column->kind == COLUMN_TEXT ? HEADS[i].fact : NULL;
        if (column->kind == COLUMN_TITLE && grid_count(grid, COLUMN_TITLE) > 1)
            column->kind = COLUMN_UNKNOWN;
        break;
    }
    if (column->kind != COLUMN_UNKNOWN && column->kind != COLUMN_MONEY)
        return;
    for (size_t level = 0; level < heads; level++)
        read_band(column, head_at(table, heads, level, at), arena);
    if (column->kind == COLUMN_UNKNOWN && (column->year || column->fund || column->phase))
        column->kind = COLUMN_MONEY;
    if (column->kind == COLUMN_MONEY && column->vague)
        column->kind = COLUMN_UNKNOWN;
}

static bool same_text(const char *a, const char *b)
{
    return a ? b && strcmp(a, b) == 0 : !b;
}

/*
 * Two columns that say the same of their money differ in something that was not read; and where each row has a unit of its own and
 * no quantity beside it, the figures are in that unit and are no money.
 */
static void doubt_columns(struct grid *grid)
{
    bool by_row = grid_count(grid, COLUMN_UNIT) && !grid_count(grid, COLUMN_QUANTITY);
    for (size_t i = 0; i < grid->column_count; i++) {
        struct grid_column *column = &grid->columns[i];
        for (size_t j = 0; j < i && column->kind == COLUMN_MONEY; j++) {
            struct grid_column *other = &grid->columns[j];
            if (other->kind == COLUMN_MONEY && same_text(column->year, other->year) &&
                same_text(column->fund, other->fund) && same_text(column->phase, other->phase))
                column->vague = other->vague = true;
        }
        column->vague |= by_row && column->kind == COLUMN_MONEY;
    }
    for (size_t i = 0; i < grid->column_count; i++)
        if (grid->columns[i].kind == COLUMN_MONEY && grid->columns[i].vague)
            grid->columns[i].kind = COLUMN_UNKNOWN;
}

size_t grid_count(const struct grid *grid, enum column_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < grid->column_count; i++)
        count += grid->columns[i].kind == kind;
    return count;
}

static bool repeats_head(const struct original_table *table, size_t heads, size_t at)
{
    for (size_t head = 0; head < heads; head++) {
        bool same = table->rows[at].count == table->rows[head].count && filled(&table->rows[at]);
        for (size_t i = 0; same && i < table->rows[at].count; i++)
            same = strcmp(table->rows[at].cells[i].text, table->rows[head].cells[i].text) == 0;
        if (same)
            return true;
    }
    return false;
}

static size_t column_of(const struct grid *grid, enum column_kind kind)
{
    for (size_t i = 0; i < grid->column_count; i++)
        if (grid->columns[i].kind == kind)
            return i;
    return grid->column_count;
}

/* A row without a number that goes on with the one before: its title begins small, or is blank. */
static bool goes_on(const struct grid *grid, const char *no, const char *title, const struct original_row *row,
                    struct arena *arena)
{
    const char *letter = title;
    if (!grid->row_count || *no || is_total(title, arena) || grid->rows[grid->row_count - 1].kind == GRID_TOTAL)
        return false;
    if (!*title)
        return filled(row) > 0;
    return !utf8_is_capital(utf8_next(&letter)) && utf8_is_letter(utf8_next(&(const char *){ title }));
}

static void append_row(struct grid *grid, const struct original_row *row, struct arena *arena)
{
    struct grid_row *last = &grid->rows[grid->row_count - 1];
    for (size_t i = 0; i < grid->column_count; i++) {
        const char *more = original_cell_text(row, i);
        if (*more)
            last->cells[i] = text_collapse(arena, arena_printf(arena, "%s %s", last->cells[i], more));
    }
    last->title = last->cells[column_of(grid, COLUMN_TITLE)];
}

static void add_row(struct grid *grid, const struct original_row *row, struct arena *arena)
{
    size_t title = column_of(grid, COLUMN_TITLE), no = column_of(grid, COLUMN_NO);
    struct grid_row *item = ARENA_PUSH(arena, grid->rows, grid->row_count, grid->row_capacity);
    item->row = row;
    item->cells = arena_alloc(arena, grid->column_count, sizeof *item->cells);
    for (size_t i = 0; i < grid->column_count; i++)
        item->cells[i] = original_cell_text(row, i);
    item->title = item->cells[title];
    item->no = no < grid->column_count ? item->cells[no] : "";
    item->kind = GRID_ITEM;
    const char *label = *item->title ? item->title : item->no;
    if (style_of(item->no, arena) == STYLE_NONE && is_total(label, arena)) {
        item->kind = filled(row) == 1 ? GRID_WORDS : GRID_TOTAL;
        item->title = label;
        item->no = "";
    } else if (style_of(item->no, arena) == STYLE_ROMAN || style_of(item->no, arena) == STYLE_CAPITAL) {
        item->kind = GRID_GROUP;
    }
}

/* Depths follow the order in which styles of numbers appear: each new one is inside the one before. */
static void set_depths(struct grid *grid, struct arena *arena)
{
    enum style stack[8] = { STYLE_NONE };
    size_t depth = 0;
    for (size_t i = 0; i < grid->row_count; i++) {
        struct grid_row *row = &grid->rows[i];
        if (row->kind == GRID_TOTAL || row->kind == GRID_WORDS)
            continue;
        enum style style = style_of(row->no, arena);
        size_t at = 0;
        while (at < depth && stack[at] != style)
            at++;
        if (at == depth && depth < 7)
            depth++;
        else
            depth = at + 1;
        stack[at] = style;
        row->depth = at;
    }
    for (size_t i = 0; i + 1 < grid->row_count; i++)
        grid->rows[i].parent = grid->rows[i].kind != GRID_TOTAL && grid->rows[i + 1].kind != GRID_TOTAL &&
                               grid->rows[i + 1].kind != GRID_WORDS && grid->rows[i + 1].depth > grid->rows[i].depth;
}

static bool is_number_cell(const char *text, struct arena *arena)
{
    return !*text || phrase_is("^[-–x]$", text, arena) || digits_of(text, arena).value;
}

/* Cells that cannot be what their columns hold: words for a number, a quantity of nothing. */
static bool is_shifted(const struct grid *grid, const struct grid_row *row, struct arena *arena)
{
    size_t unit = column_of(grid, COLUMN_UNIT), quantity = column_of(grid, COLUMN_QUANTITY);
    if (row->kind == GRID_TOTAL || row->kind == GRID_WORDS)
        return false;
    for (size_t i = 0; i < grid->column_count; i++) {
        enum column_kind kind = grid->columns[i].kind;
        bool number = kind == COLUMN_MONEY || kind == COLUMN_QUANTITY;
        bool year = kind == COLUMN_START || kind == COLUMN_END;
        if (number && !is_number_cell(row->cells[i], arena))
            return true;
        if (year && *row->cells[i] && !phrase_is("^[0-9]{4}$", row->cells[i], arena))
            return true;
    }
    return unit < grid->column_count && quantity < grid->column_count && !*row->cells[unit] && *row->cells[quantity];
}

static void read_rows(struct grid *grid, size_t heads, struct arena *arena)
{
    const struct original_table *table = grid->table;
    size_t title = column_of(grid, COLUMN_TITLE), no = column_of(grid, COLUMN_NO);
    for (size_t i = heads; i < table->count; i++) {
        const struct original_row *row = &table->rows[i];
        if (!filled(row) || repeats_head(table, heads, i) || (i == heads && grid->numbered))
            continue;
        if (goes_on(grid, original_cell_text(row, no), original_cell_text(row, title), row, arena))
            append_row(grid, row, arena);
        else
            add_row(grid, row, arena);
    }
    set_depths(grid, arena);
    for (size_t i = 0; i < grid->row_count; i++)
        grid->rows[i].shifted = is_shifted(grid, &grid->rows[i], arena);
}

static void read_number_row(struct grid *grid, size_t heads, struct arena *arena)
{
    if (heads >= grid->table->count || !is_number_row(&grid->table->rows[heads], arena))
        return;
    grid->numbered = true;
    for (size_t i = 0; i < grid->column_count; i++)
        grid->columns[i].number = original_cell_text(&grid->table->rows[heads], i);
}

bool table_read(struct grid *grid, const struct original_table *table, struct arena *arena)
{
    *grid = (struct grid){ .table = table, .column_count = original_columns(table) };
    if (grid->column_count < 2 || table->count < 2)
        return false;
    size_t heads = head_rows(table, arena);
    grid->columns = arena_alloc(arena, grid->column_count, sizeof *grid->columns);
    for (size_t i = 0; i < grid->column_count; i++)
        read_column(grid, heads, i, arena);
    doubt_columns(grid);
    size_t title = column_of(grid, COLUMN_TITLE);
    if (title == grid->column_count || grid_count(grid, COLUMN_TITLE) != 1)
        return false;
    grid->by_fund = phrase_is("^nguồn", grid->columns[title].head, arena);
    read_number_row(grid, heads, arena);
    read_rows(grid, heads, arena);
    return grid->row_count > 0;
}
