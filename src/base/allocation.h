/* What becomes of a process without memory, whoever asked for it: our own code or a library. */
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

#endif
