#include "draft/original.h"

#include "base/text.h"

struct original_block *original_paragraph(struct original *source, const char *text, long line)
{
    const char *clean = text_collapse(source->arena, text);
    if (!*clean)
        return NULL;
    struct original_block *block = ARENA_PUSH(source->arena, source->blocks, source->count, source->capacity);
    block->text = clean;
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
    cell->text = text_collapse(source->arena, text);
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
