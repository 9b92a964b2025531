#include "render/xlsx/xlsx_guard.h"

#include <xlsxwriter.h>

#include "base/text.h"
#include "report/block.h"
#include "report/chart.h"

const char *xlsx_shortened(struct arena *arena, const char *text, size_t limit)
{
    const char *end = text;
    while (limit-- && utf8_next(&end))
        ;
    return arena_copy(arena, text, (size_t)(end - text));
}

const char *xlsx_escaped(struct arena *arena, const char *text)
{
    enum { DIGITS = 4, END = DIGITS + 2 }; /* "_x0041_" */
    if (!strstr(text, "_x"))
        return text;
    struct text out = text_in(arena);
    for (; *text; text++) {
        bool coded = text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789ABCDEFabcdef") == DIGITS &&
                     text[END] == '_';
        text_add(&out, coded ? "_x005F" : "");
        text_addn(&out, text, 1);
    }
    return text_str(&out);
}

/* Excel counts UTF-16 units. */
static size_t length_in_excel(const char *text)
{
    size_t length = 0;
    for (uint32_t c; (c = utf8_next(&text)) != 0;)
        length += c > 0xffff ? 2 : 1;
    return length;
}

static bool sheet_name_is_good(const char *name, struct arena *arena)
{
    size_t length = length_in_excel(name);
    return length >= 1 && length <= XLSX_SHEET_CHARACTERS && !strpbrk(name, "[]:*?/\\\t\n\r") && name[0] != '\'' &&
           name[strlen(name) - 1] != '\'' &&
           !text_equal(utf8_upper(arena, name), "HISTORY"); /* Excel keeps this name for itself */
}

/* The name of a sheet; it must not be that of one of the first `index` tables. */
static bool guard_sheet_name(const struct report *report, size_t index, const char *name, struct place place,
                             struct findings *findings)
{
    bool good = sheet_name_is_good(name, findings->arena);
    const char *upper = utf8_upper(findings->arena, name);
    for (size_t i = 0; good && i < index; i++)
        good = !text_equal(upper, utf8_upper(findings->arena, report->tables[i].sheet));
    if (!good)
        finding_add(findings, FINDING_BAD_SHEET_NAME, place, name, NULL);
    return good;
}

bool xlsx_guard_text(const char *text, const char *sheet, struct place place, struct findings *findings)
{
    enum { FIRST_WORDS = 40 };
    if (!text || length_in_excel(text) <= XLSX_CELL_CHARACTERS)
        return true;
    finding_add(findings, FINDING_TEXT_TOO_LONG, place, xlsx_shortened(findings->arena, text, FIRST_WORDS), sheet, NULL);
    return false;
}

/* A chart's title and the names in its legend hold as much as a sheet's name and a document's title do. */
static bool guard_chart(const struct table *table, const struct chart *chart, struct findings *findings)
{
    bool good = utf8_length(chart->title) <= XLSX_PROPERTY_CHARACTERS;
    for (size_t s = 0; s < chart->series_count; s++)
        good = good && utf8_length(chart->series[s].name) <= XLSX_PROPERTY_CHARACTERS;
    if (!good)
        finding_add(findings, FINDING_TEXT_TOO_LONG, table->source, xlsx_shortened(findings->arena, chart->title, 40),
                    table->sheet, NULL);
    return good;
}

static bool guard_block(const struct block *block, const char *sheet, struct place place, struct findings *findings)
{
    bool good = true;
    for (size_t r = 0; block && r < block->count; r++)
        for (int side = 0; side < SIDE_COUNT; side++)
            good = xlsx_guard_text(block->rows[r].lines[side].text, sheet, place, findings) && good;
    return good;
}

static bool guard_texts(const struct table *table, struct findings *findings)
{
    const char *texts[] = { table->annex, table->title, table->basis, table->unit };
    bool good = true;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        good = xlsx_guard_text(texts[i], table->sheet, table->source, findings) && good;
    good = guard_block(table->opening, table->sheet, table->source, findings) && good;
    good = guard_block(table->signature, table->sheet, table->source, findings) && good;
    for (size_t i = 0; i < table->note_count; i++)
        good = xlsx_guard_text(table->notes[i], table->sheet, table->source, findings) && good;
    for (size_t i = 0; i < table->chart_count; i++)
        good = guard_chart(table, &table->charts[i], findings) && good;
    for (size_t r = 0; r < table->row_count; r++) {
        for (size_t c = 0; c < table->column_count; c++) {
            const struct cell *cell = table_cell(table, r, c);
            good = xlsx_guard_text(cell->text, table->sheet, table->source, findings) && good;
            good = xlsx_guard_text(cell->remark, table->sheet, table->source, findings) && good;
        }
    }
    return good;
}

static bool guard_cover(const struct report *report, struct findings *findings)
{
    const struct block *cover = report->cover;
    /* The cover has no layout of its own; what it says is said of the tables behind it. */
    struct place place = report->table_count ? report->tables[0].source : (struct place){ NULL, 0 };
    bool good = guard_sheet_name(report, report->table_count, cover->sheet, place, findings);
    return guard_block(cover, cover->sheet, place, findings) && good;
}

static bool refuse(struct place file, struct findings *findings, const char *reason)
{
    finding_add(findings, FINDING_LIBRARY_REFUSED, file, "libxlsxwriter", reason, NULL);
    return false;
}

static bool refuse_table(const struct table *table, struct findings *findings)
{
    struct arena *arena = findings->arena;
    finding_add(findings, FINDING_TABLE_TOO_LARGE, table->source, table->sheet, arena_printf(arena, "%zu", table->row_count),
                arena_printf(arena, "%zu", table->column_count), NULL);
    return false;
}

bool xlsx_guard(const struct report *report, struct place file, struct findings *findings)
{
    enum { LINES_AROUND = 100000 }; /* head, notes and broken lines; generous */
    bool good = true;
    if (!report->table_count && !report->cover)
        good = refuse(file, findings, "no table");
    if (report->cover)
        good = guard_cover(report, findings) && good;
    for (size_t i = 0; i < report->table_count; i++) {
        const struct table *table = &report->tables[i];
        good = guard_sheet_name(report, i, table->sheet, table->source, findings) && good;
        bool fits = table->column_count <= LXW_COL_MAX && table->row_count <= LXW_ROW_MAX - LINES_AROUND;
        good = (fits ? guard_texts(table, findings) : refuse_table(table, findings)) && good;
    }
    if (report->control_line && utf8_length(xlsx_footer(findings->arena, report->control_line)) > XLSX_FOOTER_CHARACTERS)
        good = refuse(file, findings, "control line too long for a footer");
    return good;
}

/* Both operands are exact as double, so the one rounding is the division's and the result is the nearest double. */
bool xlsx_number(double *number, struct dec value)
{
    enum { KEPT_DIGITS = 15 };
    while (value.scale && value.units % 10 == 0) {
        value.units /= 10;
        value.scale--;
    }
    struct dec significant = value;
    while (significant.units && significant.units % 10 == 0)
        significant.units /= 10;
    if (dec_digits(significant) > KEPT_DIGITS)
        return false;
    double power = 1;
    for (unsigned i = 0; i < value.scale; i++)
        power *= 10;
    *number = (double)value.units / power;
    return true;
}

/* A literal that ends just before goes on: two quotes in a row are best not left to the reader's taste. */
static void add_tail(struct text *out, const char *tail, bool after_literal)
{
    if (after_literal)
        out->data[--out->length] = '\0';
    text_addf(out, after_literal ? "%s\"" : "\"%s\"", tail);
}

/* Repeats the tail, and the room behind it, in every part of the pattern; parts end at a semicolon outside quotes. */
static const char *with_tail(struct arena *arena, const char *pattern, const char *tail, const char *room)
{
    struct text out = text_in(arena);
    bool quoted = false, after_literal = false;
    for (;; pattern++) {
        if (!*pattern || (*pattern == ';' && !quoted)) {
            if (*tail)
                add_tail(&out, tail, after_literal);
            text_add(&out, room);
        }
        if (!*pattern)
            return text_str(&out);
        after_literal = quoted && *pattern == '"';
        if (*pattern == '\\' && pattern[1])
            text_addn(&out, pattern++, 1);
        else if (*pattern == '"')
            quoted = !quoted;
        text_addn(&out, pattern, 1);
    }
}

/* In a pattern "_" and a character are the room that the character takes. */
static const char *decimal_room(struct arena *arena, const struct cell *cell, unsigned column_decimals)
{
    struct text room = text_in(arena);
    if (cell->format.suffix || cell->columns > 1)
        return "";
    unsigned own = cell->format.decimals;
    text_add(&room, own < column_decimals && !own ? "_," : "");
    for (; own < column_decimals; own++)
        text_add(&room, "_0");
    return text_str(&room);
}

/* Characters as wide as those of CELL_MARK that mean nothing to a reader of patterns, as a square bracket does. */
#define CELL_MARK_ROOM "_(_0_)"

/* What stands behind a number and its decimals in the column: its mark, or as much room as that of another takes. */
static const char *mark_room(const struct cell *cell, const struct xlsx_room *column)
{
    if (cell_is_marked_figure(cell))
        return "\"" CELL_MARK "\"";
    return column->marks && cell->columns == 1 ? CELL_MARK_ROOM : "";
}

const char *xlsx_pattern(struct arena *arena, const struct cell *cell, const struct xlsx_room *column)
{
    const char *pattern = numfmt_excel(arena, cell->format), *mark = cell->text ? cell->text + cell->parts.end : "";
    const char *room = *mark ? "" : decimal_room(arena, cell, column->decimals), *behind = mark_room(cell, column);
    if (strpbrk(mark, "\"\n"))
        mark = "";
    if (!*room && *behind == '"') { /* two texts in quotation marks side by side would be one with a quotation mark in it */
        mark = arena_printf(arena, "%s" CELL_MARK, mark);
        behind = "";
    }
    const char *border = cell->align == ALIGN_RIGHT && cell->columns == 1 ? "_ " : "";
    if (*mark || *room || *behind || *border)
        pattern = with_tail(arena, pattern, mark, arena_printf(arena, "%s%s%s", room, behind, border));
    if (strlen(pattern) <= XLSX_PATTERN_BYTES)
        return pattern;
    struct numfmt bare = cell->format;
    bare.suffix = NULL;
    return numfmt_excel(arena, bare);
}

const char *xlsx_quoted(struct arena *arena, const char *sheet)
{
    struct text out = text_in(arena);
    text_add(&out, "'");
    for (; *sheet; sheet++) {
        if (*sheet == '\'')
            text_add(&out, "'");
        text_addn(&out, sheet, 1);
    }
    text_add(&out, "'");
    return text_str(&out);
}

enum { NAME_CHARACTERS = 80 };

/* Of ASCII letters and digits, as the sheet is called; what is no numbered table gets a word before it, for "pl1" is a cell. */
static const char *plain_name(struct arena *arena, const struct table *table)
{
    const char *name = text_machine_name(arena, table->annex ? table->annex : table->sheet, '_');
    return arena_printf(arena, "%s%.*s", table->annex ? "" : "bang_", NAME_CHARACTERS, name);
}

const char *xlsx_name(struct arena *arena, const struct report *report, size_t index)
{
    const char *name = plain_name(arena, &report->tables[index]);
    for (size_t i = 0; i < report->table_count; i++)
        if (i != index && text_equal(name, plain_name(arena, &report->tables[i])))
            return arena_printf(arena, "%s__%zu", name, index + 1);
    return name;
}

static const char *row_label(struct arena *arena, const struct table *table, size_t row)
{
    const char *label = "";
    for (size_t c = 0; c < table->column_count && (c < table->key_columns || !*label); c++) {
        const struct cell *cell = table_cell(table, row, c);
        label = !cell->covered && cell->text ? cell->text : label;
    }
    return arena_printf(arena, "%.*s", NAME_CHARACTERS, text_machine_name(arena, label, '_'));
}

/* Of the group that the row lies in; "" without one. */
static const char *group_label(struct arena *arena, const struct table *table, size_t row)
{
    while (row > table->head_rows && table->rows[row].role != ROLE_GROUP)
        row--;
    return table->rows[row].role == ROLE_GROUP ? row_label(arena, table, row) : "";
}

/* "kinh_phi_tu_ngan_sach_tinh__cong": what a row of totals is called; with its group where others are called so, too. */
static const char *own_name(struct arena *arena, const struct table *table, size_t row, bool in_group)
{
    const char *group = in_group ? group_label(arena, table, row) : "";
    return arena_printf(arena, "%s%s%s", group, *group ? "__" : "", row_label(arena, table, row));
}

static bool is_only_one(struct arena *arena, const struct table *table, size_t row, bool in_group)
{
    const char *own = own_name(arena, table, row, in_group);
    for (size_t r = table->head_rows; r < table->row_count; r++)
        if (r != row && table->rows[r].role == ROLE_TOTAL && text_equal(own, own_name(arena, table, r, in_group)))
            return false;
    return *own;
}

const char *xlsx_total_name(struct arena *arena, const struct report *report, size_t index, size_t row)
{
    const struct table *table = &report->tables[index];
    const char *name = xlsx_name(arena, report, index);
    for (int in_group = 0; in_group <= 1; in_group++)
        if (is_only_one(arena, table, row, in_group))
            return arena_printf(arena, "%s__%s", name, own_name(arena, table, row, in_group));
    return arena_printf(arena, "%s__%s_%zu", name, row_label(arena, table, row), row - table->head_rows + 1);
}

/* The font's name stands between the size and the text: a digit after "&9" would be read as part of the size. */
#define FOOTER_FONT "&9&\"Times New Roman,Regular\""

const char *xlsx_footer(struct arena *arena, const char *line)
{
    struct text out = text_in(arena);
    text_add(&out, "&L" FOOTER_FONT);
    for (; line && *line; line++) {
        if (*line == '&')
            text_add(&out, "&");
        text_addn(&out, line, 1);
    }
    text_add(&out, "&R" FOOTER_FONT "Trang &P/&N");
    return text_str(&out);
}
