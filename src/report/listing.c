#include "report/listing.h"

#include <assert.h>

#include "base/dec.h"
#include "base/json.h"
#include "base/text.h"

struct listing listing_of(const struct listing_column *columns, size_t count, struct arena *arena)
{
    assert(count > 0);
    return (struct listing){ .arena = arena, .columns = columns, .column_count = count };
}

void listing_add(struct listing *listing, const char *cell)
{
    const char **added = ARENA_PUSH(listing->arena, listing->cells, listing->count, listing->capacity);
    *added = cell ? utf8_shown(listing->arena, cell) : NULL;
}

/*
 * What a spreadsheet would take for a formula, or for a call of another program, when it opens the file: a text that begins
 * as one and is no number.
 */
static bool is_like_formula(const char *cell)
{
    struct dec number;
    return *cell && strchr("=+-@\t\r", *cell) && cell[1] && !dec_parse(&number, cell);
}

/* Quoted where a comma, a quote or a line break makes it necessary (RFC 4180); an apostrophe makes a formula a text. */
static void add_csv_cell(struct text *out, const char *cell)
{
    if (!cell)
        return;
    if (is_like_formula(cell))
        cell = arena_printf(out->arena, "'%s", cell);
    if (!strpbrk(cell, ",\"\r\n")) {
        text_add(out, cell);
        return;
    }
    text_add(out, "\"");
    for (; *cell; cell++)
        text_addn(out, *cell == '"' ? "\"\"" : cell, *cell == '"' ? 2 : 1);
    text_add(out, "\"");
}

static void print_csv(struct text *out, const struct listing *listing)
{
    size_t columns = listing->column_count;
    assert(columns > 0);
    for (size_t c = 0; c < columns; c++)
        text_addf(out, "%s%s", c ? "," : "", listing->columns[c].name);
    text_add(out, "\n");
    for (size_t i = 0; i < listing->count; i++) {
        if (i % columns)
            text_add(out, ",");
        add_csv_cell(out, listing->cells[i]);
        if (i % columns == columns - 1)
            text_add(out, "\n");
    }
}

/* The cells of integer columns are canonical integers already: they stand as they are. */
static void print_json(struct text *out, const struct listing *listing)
{
    size_t columns = listing->column_count;
    assert(columns > 0);
    for (size_t i = 0; i < listing->count; i++) {
        const struct listing_column *column = &listing->columns[i % columns];
        text_addf(out, "%s\"%s\":", i % columns ? "," : "{", column->name);
        if (!listing->cells[i])
            text_add(out, "null");
        else if (column->type == LISTING_INTEGER)
            text_add(out, listing->cells[i]);
        else
            text_add(out, json_quoted(out->arena, listing->cells[i]));
        if (i % columns == columns - 1)
            text_add(out, "}\n");
    }
}

static size_t width_of(const char *cell)
{
    return cell ? utf8_length(cell) : 0;
}

static void add_padded(struct text *out, const char *cell, size_t width, bool right, bool last)
{
    size_t own = width_of(cell), pad = width > own ? width - own : 0;
    if (right)
        text_addf(out, "%*s", (int)pad, "");
    text_add(out, cell ? cell : "");
    if (!right && !last)
        text_addf(out, "%*s", (int)pad, "");
    text_add(out, last ? "\n" : "  ");
}

static void print_text(struct text *out, const struct listing *listing)
{
    size_t columns = listing->column_count;
    assert(columns > 0);
    size_t *widths = arena_alloc(listing->arena, columns, sizeof *widths);
    for (size_t c = 0; c < columns; c++)
        widths[c] = width_of(listing->columns[c].name);
    for (size_t i = 0; i < listing->count; i++)
        if (width_of(listing->cells[i]) > widths[i % columns])
            widths[i % columns] = width_of(listing->cells[i]);
    for (size_t c = 0; c < columns; c++)
        add_padded(out, listing->columns[c].name, widths[c], listing->columns[c].type == LISTING_INTEGER, c + 1 == columns);
    for (size_t i = 0; i < listing->count; i++) {
        size_t c = i % columns;
        add_padded(out, listing->cells[i], widths[c], listing->columns[c].type == LISTING_INTEGER, c + 1 == columns);
    }
}

const char *listing_print(const struct listing *listing, enum listing_format format)
{
    struct text out = text_in(listing->arena);
    switch (format) {
    case LISTING_TEXT: print_text(&out, listing); break;
    case LISTING_CSV_MARKED: text_add(&out, "\xEF\xBB\xBF"); /* fall through */
    case LISTING_CSV: print_csv(&out, listing); break;
    case LISTING_JSON: print_json(&out, listing); break;
    }
    return text_str(&out);
}

/* clang-format off */
#define COLUMNS(COLUMN)                                                                                                \
    COLUMN(file, WORD, finding->place.file)                                                                            \
    COLUMN(line, INTEGER, finding->place.line > 0 ? arena_printf(arena, "%ld", finding->place.line) : NULL)            \
    COLUMN(code, WORD, finding_id(finding->code))                                                                      \
    COLUMN(severity, WORD, severity_token(finding_severity(finding)))                                                  \
    COLUMN(rule, WORD, finding_rule(finding->code))                                                                    \
    COLUMN(subject, WORD, finding->subject)                                                                            \
    COLUMN(year, WORD, finding->year)                                                                                  \
    COLUMN(stated, WORD, finding->stated)                                                                              \
    COLUMN(computed, WORD, finding->computed)                                                                          \
    COLUMN(message, WORD, arena_printf(arena, "%s: %s", finding_what(arena, finding, language),                        \
                                       finding_remedy(arena, finding, language)))
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_finding(struct listing *listing, const struct finding *finding, enum language language)
{
    struct arena *arena = listing->arena;
    COLUMNS(LISTING_CELL)
}

struct listing findings_listing(const struct findings *findings, enum language language, struct arena *arena)
{
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    for (size_t i = 0; i < findings->count; i++)
        list_finding(&listing, &findings->items[i], language);
    return listing;
}
