#include "form/form_match.h"

#include "base/cell_name.h"
#include "base/map.h"
#include "base/text.h"
#include "content/words.h"

enum { KEYS_ROW, FIRST_ROW, IDS_COLUMN = 0, FIRST_COLUMN };

/* A sheet that came back beside the one that was sent. */
struct sheets {
    const struct form_match *match;
    struct fill_in_sheet *to;
    const struct workbook_sheet *from;
};

void form_match_fault(const struct form_match *match, struct fill_in_cell *cell, const struct finding *finding)
{
    form_remark(cell, finding, match->arena);
}

static struct place place_of(const struct sheets *s, size_t row)
{
    return (struct place){ s->match->answer->path, (long)row + 1 };
}

static const char *where(const struct sheets *s, size_t row, size_t column)
{
    return arena_printf(s->match->arena, "%s!%s", s->to->name, cell_name(s->match->arena, row, column));
}

static void mark_first(const struct sheets *s, struct fill_in_row *row, const struct finding *finding)
{
    if (s->to->row_count)
        form_match_fault(s->match, &(row ? row : &s->to->rows[0])->cells[0], finding);
}

/* False, with a finding on the first, if a key is not where it was: which column is which is not guessed. */
static bool keys_are_there(const struct sheets *s)
{
    for (size_t c = 0; c <= s->to->column_count; c++) {
        const struct workbook_cell *cell = workbook_cell(s->from, KEYS_ROW, FIRST_COLUMN + c);
        const char *key = c < s->to->column_count ? s->to->columns[c].key : "", *found = cell ? cell->text : "";
        if (strcmp(found, key) == 0)
            continue;
        mark_first(s, NULL,
                   finding_add(s->match->findings, FINDING_FORM_COLUMNS_MOVED, place_of(s, KEYS_ROW),
                               where(s, KEYS_ROW, FIRST_COLUMN + c), key, found, NULL));
        return false;
    }
    return true;
}

static const char *label_of(const struct fill_in_sheet *sheet, const struct fill_in_row *row)
{
    const char *label = sheet->column_count > 1 && row->cells[1].kind == FILL_IN_KNOWN ? row->cells[1].text
                                                                                       : row->cells[0].text;
    return label ? label : "";
}

/* The row that each id of the sheet stands in; those that are not asked for, or asked twice, are told. */
static void find_rows(const struct sheets *s, struct map *lines)
{
    for (size_t i = 0; i < s->from->cell_count; i++) {
        const struct workbook_cell *cell = &s->from->cells[i];
        if (cell->column != IDS_COLUMN || cell->row < FIRST_ROW)
            continue;
        struct fill_in_row *row = fill_in_row(s->to, cell->text);
        const char *at = where(s, cell->row, IDS_COLUMN);
        if (!row) {
            mark_first(
                s, NULL,
                finding_add(s->match->findings, FINDING_FORM_ROW_UNKNOWN, place_of(s, cell->row), at, cell->text, NULL));
            continue;
        }
        size_t *line = map_at(lines, row->id);
        if (*line)
            mark_first(s, row,
                       finding_add(s->match->findings, FINDING_FORM_ROW_DOUBLED, place_of(s, cell->row), at, cell->text,
                                   where(s, *line - 1, IDS_COLUMN), NULL));
        else
            *line = cell->row + 1;
    }
}

static void check_merged(const struct sheets *s)
{
    for (size_t i = 0; i < s->from->merged_count; i++) {
        const struct workbook_range *range = &s->from->merged[i];
        const char *words = arena_printf(s->match->arena, "%s:%s", where(s, range->row, range->column),
                                         cell_name(s->match->arena, range->last_row, range->last_column));
        struct finding *finding =
            finding_add(s->match->findings, FINDING_FORM_MERGED, place_of(s, range->row), words, NULL);
        bool inside = range->row >= FIRST_ROW && range->row - FIRST_ROW < s->to->row_count &&
                      range->column >= FIRST_COLUMN && range->column - FIRST_COLUMN < s->to->column_count;
        if (inside)
            form_match_fault(s->match, &s->to->rows[range->row - FIRST_ROW].cells[range->column - FIRST_COLUMN], finding);
    }
}

static const char *known_words(const struct sheets *s, const struct fill_in_cell *cell)
{
    if (cell->has_number)
        return number_words(s->match->arena, cell->number);
    return cell->text ? cell->text : "";
}

static bool is_unchanged(const struct sheets *s, const struct fill_in_cell *known, const struct workbook_cell *from)
{
    if (!from)
        return !known->has_number && !known->text;
    if (from->formula)
        return false;
    if (known->has_number)
        return from->kind == WORKBOOK_NUMBER && dec_cmp(from->number, known->number) == 0;
    return known->text && strcmp(text_collapse(s->match->arena, known->text), from->text) == 0;
}

static void match_cell(const struct sheets *s, struct fill_in_cell *cell, size_t line, size_t column)
{
    const struct workbook_cell *from = workbook_cell(s->from, line, column);
    const char *at = where(s, line, column);
    cell->line = (long)line + 1;
    if (cell->kind == FILL_IN_ENTRY) {
        if (from)
            form_match_entry(s->match, at, cell, from);
    } else if (!is_unchanged(s, cell, from)) {
        form_match_fault(s->match, cell,
                         finding_add(s->match->findings, FINDING_FORM_LOCKED_CHANGED, place_of(s, line), at,
                                     from ? from->text : "", known_words(s, cell), NULL));
    }
}

static void match_row(const struct sheets *s, struct fill_in_row *row, const struct map *lines)
{
    const size_t *line = map_find(lines, row->id);
    if (!line) {
        mark_first(s, row,
                   finding_add(s->match->findings, FINDING_FORM_ROW_MISSING, place_of(s, KEYS_ROW), s->to->name, row->id,
                               label_of(s->to, row), NULL));
        return;
    }
    for (size_t c = 0; c < s->to->column_count; c++)
        match_cell(s, &row->cells[c], *line - 1, FIRST_COLUMN + c);
}

/* Headings and instructions say what is asked, and in which unit: an answer to other words is none to these. */
static void match_words(const struct sheets *s, const struct fill_in_row *row)
{
    size_t line = FIRST_ROW + (size_t)(row - s->to->rows);
    for (size_t c = 0; c < s->to->column_count; c++) {
        struct fill_in_cell *cell = &row->cells[c];
        const struct workbook_cell *from = workbook_cell(s->from, line, FIRST_COLUMN + c);
        if (cell->kind == FILL_IN_NOTHING || is_unchanged(s, cell, from))
            continue;
        mark_first(s, NULL,
                   finding_add(s->match->findings, FINDING_FORM_LOCKED_CHANGED, place_of(s, line),
                               where(s, line, FIRST_COLUMN + c), from ? from->text : "", known_words(s, cell), NULL));
    }
}

/* True where the form itself has words: a heading or an instruction. */
static bool is_words(const struct sheets *s, size_t row, size_t column)
{
    if (row < FIRST_ROW || row - FIRST_ROW >= s->to->row_count || column < FIRST_COLUMN)
        return false;
    const struct fill_in_row *at = &s->to->rows[row - FIRST_ROW];
    return !at->id && column - FIRST_COLUMN < s->to->column_count &&
           at->cells[column - FIRST_COLUMN].kind != FILL_IN_NOTHING;
}

/* What stands where the form has nothing at all would be lost. */
static void find_strays(const struct sheets *s, const struct map *lines)
{
    for (size_t i = 0; i < s->from->cell_count; i++) {
        const struct workbook_cell *cell = &s->from->cells[i];
        const struct workbook_cell *id = workbook_cell(s->from, cell->row, IDS_COLUMN);
        bool of_row = id && map_find(lines, id->text) && cell->column - FIRST_COLUMN < s->to->column_count;
        if (cell->row == KEYS_ROW || cell->column == IDS_COLUMN || of_row || is_words(s, cell->row, cell->column))
            continue;
        mark_first(s, NULL,
                   finding_add(s->match->findings, FINDING_FORM_LOCKED_CHANGED, place_of(s, cell->row),
                               where(s, cell->row, cell->column), cell->text, "", NULL));
    }
}

void form_match_sheet(const struct form_match *match, struct fill_in_sheet *sheet)
{
    struct sheets s = { match, sheet, workbook_sheet(match->answer->sent, sheet->name) };
    struct map lines = map_of_texts(match->arena);
    if (!s.from) {
        finding_add(match->findings, FINDING_FORM_NOT_ONE, (struct place){ match->answer->path, 0 },
                    arena_printf(match->arena, "trang «%s»", sheet->name),
                    arena_printf(match->arena, "sheet \"%s\"", sheet->name), NULL);
        return;
    }
    if (!keys_are_there(&s))
        return;
    find_rows(&s, &lines);
    check_merged(&s);
    for (size_t r = 0; r < sheet->row_count; r++)
        if (sheet->rows[r].id)
            match_row(&s, &sheet->rows[r], &lines);
        else
            match_words(&s, &sheet->rows[r]);
    find_strays(&s, &lines);
}
