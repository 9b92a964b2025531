#include "draft/original.h"

#include <string.h>

#include "base/text.h"
#include "draft/phrase.h"

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
    cell->lines = arena_string(source->arena, text);
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

/* Words that no table of figures has. */
static bool places_only(const struct original_table *table, struct arena *arena)
{
    if (original_columns(table) > 3)
        return false;
    for (size_t row = 0; row < table->count; row++)
        for (size_t i = 0; i < table->rows[row].count; i++)
            if (phrase_is("^số ?: ?[0-9]*|^cộng h(òa|oà) xã hội|^nơi nhận ?:?|^(tm|kt|tl|tuq)\\. ",
                          table->rows[row].cells[i].text, arena))
                return true;
    return false;
}

static void add_lines(struct original *to, const char *lines, long line)
{
    while (*lines) {
        size_t length = strcspn(lines, "\n");
        (void)original_paragraph(to, arena_copy(to->arena, lines, length), line);
        lines += length + (lines[length] == '\n');
    }
}

void original_flatten(struct original *source)
{
    struct original flat = { .path = source->path,
                             .arena = source->arena,
                             .counted = source->counted,
                             .objects = source->objects };
    for (size_t i = 0; i < source->count; i++) {
        struct original_block *block = &source->blocks[i];
        if (block->table && places_only(block->table, source->arena)) {
            for (size_t row = 0; row < block->table->count; row++)
                for (size_t cell = 0; cell < block->table->rows[row].count; cell++)
                    add_lines(&flat, block->table->rows[row].cells[cell].lines, block->line);
            continue;
        }
        struct original_block *copy = ARENA_PUSH(flat.arena, flat.blocks, flat.count, flat.capacity);
        *copy = *block;
        copy->number = block->table ? ++flat.tables : ++flat.paragraphs;
    }
    *source = flat;
}
