#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include "base/allocation.h"
#include "base/format.h"

enum { BLOCK_SIZE = 64 * 1024, ROOM_FIRST = 512 };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    max_align_t data[];
};

/* Nothing is flushed or cleaned up: whoever asked may hold a lock on a stream, or half an answer. */
_Noreturn void arena_give_up(void)
{
    static const char WORDS[] = "phuluc: hết bộ nhớ: giảm số tệp mỗi lần chạy (out of memory: give it fewer files a run)\n";
    (void)!write(STDERR_FILENO, WORDS, sizeof WORDS - 1);
    _Exit(OUT_OF_MEMORY_STATUS);
}

static size_t round_up(size_t size)
{
    const size_t unit = sizeof(max_align_t);
    if (size > SIZE_MAX - unit)
        arena_give_up();
    return (size + unit - 1) / unit * unit;
}

static struct arena_block *new_block(struct arena *arena, size_t least)
{
    size_t size = least > BLOCK_SIZE ? least : (size_t)BLOCK_SIZE;
    if (size > SIZE_MAX - sizeof(struct arena_block))
        arena_give_up();
    struct arena_block *block = malloc(sizeof *block + size);
    if (!block)
        arena_give_up();
    *block = (struct arena_block){ .size = size };
    struct arena_block **place = &arena->blocks;
    if (size > BLOCK_SIZE && *place)
        place = &(*place)->next; /* the first one still has room */
    block->next = *place;
    *place = block;
    return block;
}

/* Not cleared. */
static void *take(struct arena *arena, size_t bytes)
{
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < bytes)
        block = new_block(arena, bytes);
    void *memory = (char *)block->data + block->used;
    block->used += bytes;
    return memory;
}

static size_t bytes_of(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        arena_give_up();
    return round_up(count > 0 && size > 0 ? count * size : 1);
}

void *arena_room(struct arena *arena, size_t count, size_t size)
{
    return take(arena, bytes_of(count, size));
}

/* Cleared only now: the end of a block that nobody asks for stays untouched, and takes no page of memory. */
void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    size_t bytes = bytes_of(count, size);
    return memset(take(arena, bytes), 0, bytes);
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        arena_give_up();
    char *copy = take(arena, round_up(length + 1));
    if (length)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
{
    char start[ROOM_FIRST];
    va_list again;
    va_copy(again, arguments);
    size_t length = format_print(start, sizeof start, format, arguments);
    char *text = arena_room(arena, length + 1, 1);
    if (length < sizeof start)
        memcpy(text, start, length + 1);
    else
        format_print(text, length + 1, format, again);
    va_end(again);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprintf(arena, format, arguments);
    va_end(arguments);
    return text;
}

bool arena_extend(struct arena *arena, const void *memory, size_t size, size_t more)
{
    struct arena_block *block = arena->blocks;
    size_t before = round_up(size);
    if (!block || !size || block->used < before || (const char *)block->data + (block->used - before) != memory)
        return false;
    size_t bytes = round_up(size + more) - before;
    if (size + more < size || block->size - block->used < bytes)
        return false;
    block->used += bytes;
    return true;
}

void *arena_enlarge(struct arena *arena, const void *memory, size_t size, size_t larger)
{
    struct arena_block **place = &arena->blocks;
    size_t before = round_up(size), after = round_up(larger);
    if (before <= BLOCK_SIZE || after <= before || after > SIZE_MAX - sizeof(struct arena_block))
        return NULL;
    while (*place && (const char *)(*place)->data != memory)
        place = &(*place)->next;
    if (!*place || (*place)->used != before)
        return NULL;
    struct arena_block *block = realloc(*place, sizeof *block + after);
    if (!block)
        arena_give_up();
    block->used = block->size = after;
    *place = block;
    return block->data;
}

void arena_take_back(struct arena *arena, const void *memory, size_t size)
{
    size_t bytes = round_up(size ? size : 1);
    struct arena_block *block = arena->blocks;
    if (!block || block->used < bytes || (char *)block->data + (block->used - bytes) != memory)
        return;
    block->used -= bytes;
}

/* Few of a large thing: most rows have a handful of figures, and there may be a hundred thousand rows. */
static size_t first_capacity(size_t size)
{
    enum { FEW = 4, SOME = 8, LARGE = 64 };
    return size >= LARGE ? FEW : SOME;
}

void *arena_push(struct arena *arena, void **items, size_t *count, size_t *capacity, size_t size)
{
    if (*count == *capacity) {
        size_t larger = *capacity ? *capacity * 2 : first_capacity(size);
        if (!*capacity || !arena_extend(arena, *items, *capacity * size, (larger - *capacity) * size)) {
            void *moved = arena_room(arena, larger, size);
            if (*count)
                memcpy(moved, *items, *count * size);
            *items = moved;
        }
        *capacity = larger;
    }
    return memset((char *)*items + (*count)++ * size, 0, size);
}

void arena_release(struct arena *arena)
{
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}
