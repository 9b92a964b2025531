/* How memory is taken from the system and given back, and what becomes of a process without it, whoever asked: our code or a library. */
#ifndef PHULUC_BASE_ALLOCATION_H
#define PHULUC_BASE_ALLOCATION_H

/* A process that has run out of memory ends with this status: arenas see to it, and allocation_must_succeed(). */
enum { OUT_OF_MEMORY_STATUS = 3 };

/*
 * From here on malloc(), calloc() and realloc() end this process and its children, as an arena does (arena_give_up()), where
 * they would return NULL. libxlsxwriter writes through the NULL of a cell that it could not make, jansson leaves out what it
 * could not add; so no library is ever told. Under the sanitizers, which have an allocator of their own, nothing changes.
 */
void allocation_must_succeed(void);

/*
 * Memory is taken from the system and given back by megabytes, its pages by dozens: reports come and go by megabytes. Small parts of
 * a document that is released are joined at once, not kept apart and sorted over and over while the rest of it is freed.
 */
void allocation_in_large_parts(void);

/* Before a fork: what is free goes back to the system, or the child would copy each page of it that it writes to. */
void allocation_before_fork(void);

#endif
