/* What becomes of a process without memory, whoever asked for it: our own code or a library. */
#ifndef PHULUC_BASE_ALLOCATION_H
#define PHULUC_BASE_ALLOCATION_H

/* A process that has run out of memory ends with this status: arenas see to it, and allocation_must_succeed(). */
enum { OUT_OF_MEMORY_STATUS = 3 };

/*
 * From here on malloc(), calloc() and realloc() end this process, quietly, where they would return NULL. libxlsxwriter writes
 * through the NULL of a cell that it could not make, others lose what they were given; so no library is ever told. For
 * workers, whose end is told by whoever waits for them. Under the sanitizers, which have an allocator of their own, nothing
 * changes.
 */
void allocation_must_succeed(void);

#endif
