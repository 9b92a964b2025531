#include "report/fill_in.h"

#include "base/text.h"

struct fill_in_sheet *fill_in_add_sheet(struct fill_in_book *book, const char *name, const struct fill_in_column *columns,
                                        size_t column_count, struct arena *arena)
{
    struct fill_in_sheet *sheet = ARENA_PUSH(arena, book->sheets, book->sheet_count, book->sheet_capacity);
    *sheet = (struct fill_in_sheet){ .name = name, .columns = columns, .column_count = column_count };
    return sheet;
}

struct fill_in_cell *fill_in_add_row(struct fill_in_sheet *sheet, const char *id, struct arena *arena)
{
    struct fill_in_row *row = ARENA_PUSH(arena, sheet->rows, sheet->row_count, sheet->row_capacity);
    *row = (struct fill_in_row){ id, arena_alloc(arena, sheet->column_count, sizeof *row->cells), 1 };
    return row->cells;
}

void fill_in_add_fact(struct fill_in_book *book, const char *name, const char *value)
{
    if (book->fact_count < FILL_IN_FACTS_MAX)
        book->facts[book->fact_count++] = (struct fill_in_fact){ name, value };
}

struct fill_in_sheet *fill_in_sheet(const struct fill_in_book *book, const char *name)
{
    for (size_t i = 0; i < book->sheet_count; i++)
        if (strcmp(book->sheets[i].name, name) == 0)
            return &book->sheets[i];
    return NULL;
}

struct fill_in_row *fill_in_row(const struct fill_in_sheet *sheet, const char *id)
{
    for (size_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].id && strcmp(sheet->rows[i].id, id) == 0)
            return &sheet->rows[i];
    return NULL;
}

struct fill_in_cell *fill_in_cell(const struct fill_in_sheet *sheet, const struct fill_in_row *row, const char *key)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        if (strcmp(sheet->columns[i].key, key) == 0)
            return &row->cells[i];
    return NULL;
}

bool fill_in_is_filled(const struct fill_in_cell *cell)
{
    return cell->kind == FILL_IN_ENTRY && (cell->has_number || cell->text);
}

static void add_rule(struct text *out, const struct entry_rule *rule)
{
    text_addf(out, "entry %d %u %lld %lld\n", (int)rule->type, rule->decimals,
              rule->has_least ? (long long)rule->least : INT64_MIN, rule->has_most ? (long long)rule->most : INT64_MAX);
    for (size_t i = 0; rule->choices && rule->choices[i]; i++)
        text_addf(out, "choice %s\n", rule->choices[i]);
}

static void add_cell(struct text *out, const struct fill_in_cell *cell)
{
    char number[DEC_TEXT_SIZE];
    if (cell->kind == FILL_IN_ENTRY)
        add_rule(out, cell->rule);
    else if (cell->kind == FILL_IN_KNOWN)
        text_addf(out, "known %s\n", cell->has_number ? dec_format(number, cell->number) : cell->text ? cell->text : "");
}

void fill_in_digest(char digest[SHA256_TEXT_SIZE], const struct fill_in_book *book)
{
    struct arena arena = ARENA_INIT;
    struct text out = text_in(&arena);
    for (size_t s = 0; s < book->sheet_count; s++) {
        const struct fill_in_sheet *sheet = &book->sheets[s];
        text_addf(&out, "sheet %s\n", sheet->name);
        for (size_t c = 0; c < sheet->column_count; c++)
            text_addf(&out, "column %s\n", sheet->columns[c].key);
        for (size_t r = 0; r < sheet->row_count; r++) {
            if (!sheet->rows[r].id)
                continue;
            text_addf(&out, "row %s\n", sheet->rows[r].id);
            for (size_t c = 0; c < sheet->column_count; c++)
                add_cell(&out, &sheet->rows[r].cells[c]);
        }
    }
    digest_text(digest, text_str(&out));
    arena_release(&arena);
}
