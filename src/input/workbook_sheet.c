#include "input/workbook_sheet.h"

#include "base/cell_name.h"
#include "input/limits.h"

static bool is(const struct xml_event *event, const char *name)
{
    return strcmp(event->name, name) == 0;
}

static int hex_digit(char c)
{
    const char *digits = "0123456789abcdef", *at = c ? strchr(digits, c | 0x20) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* "_x000D_": a character by its number. */
static bool is_escape(const char *at, uint32_t *character)
{
    *character = 0;
    if (at[0] != '_' || at[1] != 'x')
        return false;
    for (int i = 2; i < 6; i++) {
        int digit = at[i] ? hex_digit(at[i]) : -1;
        if (digit < 0)
            return false;
        *character = *character * 16 + (uint32_t)digit;
    }
    return at[6] == '_' && *character;
}

static const char *unescaped(struct arena *arena, const char *text)
{
    enum { ESCAPE = 7 };
    struct text out = text_in(arena);
    uint32_t character;
    for (; *text; text++)
        if (is_escape(text, &character)) {
            text_add_codepoint(&out, character);
            text += ESCAPE - 1;
        } else {
            text_addn(&out, text, 1);
        }
    return text_str(&out);
}

bool shared_take(void *context, const struct xml_event *event)
{
    struct shared_reader *reader = context;
    if (!event->name) {
        if (reader->in_text && !reader->in_phonetic)
            text_add(&reader->text, event->text);
    } else if (is(event, "si") && !event->end) {
        reader->text = text_in(reader->arena);
    } else if (is(event, "si")) {
        const char **added = ARENA_PUSH(reader->arena, reader->texts->items, reader->texts->count, reader->texts->capacity);
        *added = unescaped(reader->arena, text_str(&reader->text));
    } else if (is(event, "t")) {
        reader->in_text = !event->end;
    } else if (is(event, "rPh")) {
        reader->in_phonetic = !event->end;
    }
    return true;
}

static bool refuse(struct sheet_reader *reader, const char *vi, const char *en, long line)
{
    reader->refused = true;
    finding_add(reader->findings, FINDING_WORKBOOK_XML, (struct place){ reader->path, 0 }, reader->sheet->part,
                arena_printf(reader->findings->arena, "%ld", line), vi, en, NULL);
    return false;
}

static bool too_large(struct sheet_reader *reader, enum limit limit, const char *reference)
{
    struct arena *arena = reader->findings->arena;
    reader->refused = true;
    finding_add(reader->findings, FINDING_WORKBOOK_TOO_LARGE, (struct place){ reader->path, 0 },
                arena_printf(arena, "%s!%s", reader->sheet->part, reference), limit_words(limit, LANGUAGE_VI, arena),
                limit_words(limit, LANGUAGE_EN, arena), NULL);
    return false;
}

static const char *reference_of(const struct sheet_reader *reader)
{
    return cell_name(reader->arena, reader->cell.row, reader->cell.column);
}

static bool begin_cell(struct sheet_reader *reader, const struct xml_event *event)
{
    const char *reference = xml_event_attribute(event, "r", reader->arena);
    reader->cell =
        (struct workbook_cell){ .row = reader->next_row ? reader->next_row - 1 : 0, .column = reader->next_column };
    if (reference && !workbook_reference(reference, &reader->cell.row, &reader->cell.column))
        return refuse(reader, "ô có địa chỉ sai", "a cell has a wrong reference", event->line);
    reader->next_column = reader->cell.column + 1;
    reader->type = xml_event_attribute(event, "t", reader->arena);
    reader->style = xml_event_attribute(event, "s", reader->arena);
    reader->text = text_in(reader->arena);
    reader->has_value = false;
    return true;
}

static bool read_shared(struct sheet_reader *reader, const char *number, long line)
{
    struct dec index;
    if (!dec_parse(&index, number) || index.scale || index.units < 0 || (uint64_t)index.units >= reader->texts->count)
        return refuse(reader, "ô nêu một chữ không có", "a cell names a text that is not there", line);
    reader->cell.text = text_collapse(reader->arena, reader->texts->items[index.units]);
    return true;
}

/* What the cell holds, by its type: ECMA-376 part 1, 18.18.11. */
static bool read_value(struct sheet_reader *reader, long line)
{
    struct workbook_cell *cell = &reader->cell;
    const char *type = reader->type ? reader->type : "n", *text = text_str(&reader->text);
    cell->kind = WORKBOOK_TEXT;
    cell->text = "";
    if (strcmp(type, "s") == 0)
        return !*text || read_shared(reader, text, line);
    cell->text = text_collapse(reader->arena, unescaped(reader->arena, text));
    if (strcmp(type, "n") == 0) {
        cell->kind = workbook_number(&cell->number, cell->text) ? WORKBOOK_NUMBER : WORKBOOK_OTHER;
        cell->shown = styles_shown(reader->styles, reader->style ? reader->style : "0");
    } else if (strcmp(type, "str") != 0 && strcmp(type, "inlineStr") != 0) {
        cell->kind = WORKBOOK_OTHER;
    }
    return true;
}

/* A cell that holds nothing is none, wherever it is: spreadsheets write the formats of whole columns. */
static bool end_cell(struct sheet_reader *reader, long line)
{
    struct workbook_sheet *sheet = reader->sheet;
    if (!read_value(reader, line))
        return false;
    if (!*reader->cell.text && !reader->cell.formula)
        return true;
    if (reader->cell.column >= WORKBOOK_COLUMNS_MAX)
        return too_large(reader, LIMIT_WORKBOOK_COLUMNS_MAX, reference_of(reader));
    if (reader->cell.row >= WORKBOOK_ROWS_MAX)
        return too_large(reader, LIMIT_WORKBOOK_ROWS_MAX, reference_of(reader));
    if (++*reader->cells > WORKBOOK_CELLS_MAX)
        return too_large(reader, LIMIT_WORKBOOK_CELLS_MAX, reference_of(reader));
    if (utf8_length(reader->cell.text) > XML_TEXT_MAX)
        return too_large(reader, LIMIT_XML_TEXT_MAX, reference_of(reader));
    struct workbook_cell *added = ARENA_PUSH(reader->arena, sheet->cells, sheet->cell_count, sheet->cell_capacity);
    *added = reader->cell;
    return true;
}

static bool take_merged(struct sheet_reader *reader, const struct xml_event *event)
{
    const char *range = xml_event_attribute(event, "ref", reader->arena);
    const char *colon = range ? strchr(range, ':') : NULL;
    struct workbook_range merged = { 0 };
    if (!colon ||
        !workbook_reference(arena_copy(reader->arena, range, (size_t)(colon - range)), &merged.row, &merged.column) ||
        !workbook_reference(colon + 1, &merged.last_row, &merged.last_column))
        return refuse(reader, "khối ô gộp có địa chỉ sai", "merged cells have a wrong reference", event->line);
    struct workbook_range *added =
        ARENA_PUSH(reader->arena, reader->sheet->merged, reader->sheet->merged_count, reader->sheet->merged_capacity);
    *added = merged;
    return true;
}

/* Two values of one cell would be read as one. */
static bool begin_value(struct sheet_reader *reader, long line)
{
    if (reader->has_value)
        return refuse(reader, "một ô có hai giá trị", "a cell has two values", line);
    reader->has_value = true;
    return true;
}

static bool take_start(struct sheet_reader *reader, const struct xml_event *event)
{
    if (is(event, "row")) {
        reader->next_row++;
        reader->next_column = 0;
        const char *number = xml_event_attribute(event, "r", reader->arena);
        struct dec row;
        if (number && dec_parse(&row, number) && !row.scale && row.units > 0)
            reader->next_row = (size_t)row.units;
    } else if (is(event, "c")) {
        return begin_cell(reader, event);
    } else if (is(event, "f")) {
        reader->cell.formula = true;
    } else if (is(event, "v") || is(event, "t")) {
        reader->in_value = true;
        return is(event, "t") || begin_value(reader, event->line);
    } else if (is(event, "is")) {
        return begin_value(reader, event->line);
    } else if (is(event, "rPh")) {
        reader->in_phonetic = true;
    } else if (is(event, "mergeCell")) {
        return take_merged(reader, event);
    }
    return true;
}

bool sheet_take(void *context, const struct xml_event *event)
{
    struct sheet_reader *reader = context;
    if (!event->name) {
        if (reader->in_value && !reader->in_phonetic && reader->text.arena)
            text_add(&reader->text, event->text);
        return true;
    }
    if (!event->end)
        return take_start(reader, event);
    if (is(event, "c"))
        return end_cell(reader, event->line);
    if (is(event, "v") || is(event, "t"))
        reader->in_value = false;
    else if (is(event, "rPh"))
        reader->in_phonetic = false;
    return true;
}
