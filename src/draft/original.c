#include "draft/original.h"

#include "base/text.h"

const char *original_clean(struct arena *arena, const char *text)
{
    enum { NO_BREAK = 0xa0, FIGURE_SPACE = 0x2007, THIN_SPACE = 0x2009, NARROW_NO_BREAK = 0x202f };
    const char *composed = utf8_compose(arena, text);
    struct text out = text_in(arena);
    while (*composed) {
        uint32_t letter = utf8_next(&composed);
        if (letter == NO_BREAK || letter == FIGURE_SPACE || letter == THIN_SPACE || letter == NARROW_NO_BREAK)
            text_add(&out, " ");
        else if (!utf8_is_hidden(letter))
            text_add_codepoint(&out, letter);
    }
    return text_collapse(arena, text_str(&out));
}

struct original_block *original_paragraph(struct original *source, const char *text, long line)
{
    const char *words = original_clean(source->arena, text);
    if (!*words)
        return NULL;
    struct original_block *block = ARENA_PUSH(source->arena, source->blocks, source->count, source->capacity);
    block->text = words;
    block->number = ++source->paragraphs;
    block->line = line;
    return block;
}

struct original_table *original_table(struct original *source, long line)
{
    struct original_block *block = ARENA_PUSH(source->arena, source->blocks, source->count, source->capacity);
    block->table = arena_alloc(source->arena, 1, sizeof *block->table);
    block->number = ++source->tables;
    block->line = line;
    return block->table;
}

struct original_row *original_row(struct original *source, struct original_table *table)
{
    struct original_row *row = ARENA_PUSH(source->arena, table->rows, table->count, table->capacity);
    row->number = (long)table->count;
    return row;
}

void original_cell(struct original *source, struct original_row *row, const char *text, bool covered)
{
    struct original_cell *cell = ARENA_PUSH(source->arena, row->cells, row->count, row->capacity);
    cell->text = original_clean(source->arena, text);
    cell->covered = covered;
}

const char *original_cell_text(const struct original_row *row, size_t column)
{
    return column < row->count ? row->cells[column].text : "";
}

bool original_has_joint(const struct original_block *block, size_t from, size_t to)
{
    for (size_t i = 0; i < block->joint_count; i++)
        if (block->joints[i] > from && block->joints[i] < to)
            return true;
    return false;
}

const char *original_place(struct arena *arena, const struct original_block *block)
{
    return arena_printf(arena, block->table ? "bảng %ld" : "đoạn %ld", block->number);
}

size_t original_columns(const struct original_table *table)
{
    size_t most = 0;
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].count > most)
            most = table->rows[i].count;
    return most;
}
