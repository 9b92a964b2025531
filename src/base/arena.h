/*
 * Region allocator: everything of one job is allocated here and freed together.
 *
 * An arena never returns NULL. When memory runs out the program says so in one line on stderr and ends with status 3;
 * arena_give_up() is the only way to do so, so no caller handles allocation failure.
 *
 * Memory from an arena is zeroed where nothing else is said, suitably aligned, and lives until arena_release(). A struct in an
 * arena never owns anything outside it: files, XML documents and the like live inside one function each.
 */
#ifndef PHULUC_BASE_ARENA_H
#define PHULUC_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks;
};

#define ARENA_INIT \
    { \
        0 \
    }

/* The way out, for a library that would go on without memory. */
_Noreturn void arena_give_up(void);

/* Zeroed memory for count objects of size bytes. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* The same, not zeroed, for what is written before it is read: a page of it that nothing comes to stand in stays untouched. */
void *arena_room(struct arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of the first length bytes of text. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

/* A NUL-terminated copy of text; NULL gives NULL. */
char *arena_string(struct arena *arena, const char *text);

/* Formatted text of any length. */
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* True if the last thing that was allocated, of that size, now has room for so many more bytes, not zeroed, where it is. */
bool arena_extend(struct arena *arena, const void *memory, size_t size, size_t more) __attribute__((warn_unused_result));

/*
 * Where something so large that it lies apart is once it is larger, not zeroed behind what it was; where it was is gone. NULL if it
 * does not lie apart: then nothing has changed.
 */
void *arena_enlarge(struct arena *arena, const void *memory, size_t size, size_t larger) __attribute__((warn_unused_result));

/* Gives back the last thing that was allocated, of that size, if it is needed no more; without effect if it is not the last. */
void arena_take_back(struct arena *arena, const void *memory, size_t size);

/* Frees everything; the arena may be used again. */
void arena_release(struct arena *arena);

/*
 * Makes room for one more object in a growing array and returns its address, zeroed.
 * items and capacity describe the array and are replaced when it moves; older copies stay until release.
 */
void *arena_push(struct arena *arena, void **items, size_t *count, size_t *capacity, size_t size);

#define ARENA_PUSH(arena, items, count, capacity) \
    arena_push((arena), (void **)&(items), &(count), &(capacity), sizeof *(items))

#endif
