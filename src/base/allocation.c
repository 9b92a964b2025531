#include "base/allocation.h"

#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"

#ifdef __has_feature /* as clang has it */
#if __has_feature(address_sanitizer)
#define HAS_OWN_ALLOCATOR
#endif
#endif
#ifdef __SANITIZE_ADDRESS__ /* as gcc has it */
#define HAS_OWN_ALLOCATOR
#endif

#ifdef HAS_OWN_ALLOCATOR

void allocation_must_succeed(void) {}

void allocation_in_large_parts(void) {}

void allocation_before_fork(void) {}

#else

/*
 * The functions of the C library below those that a program may replace ("Replacing malloc" in its manual).
 * NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-inconsistent-declaration-parameter-name): the names
 * are the library's.
 */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

enum { PART = 4 << 20, KEPT = 64 << 20 }; /* bytes: taken from the system at once, and kept when they are free */

static bool must_succeed;

/*
 * Up to here the heap has its pages. Beyond, each page that is touched first costs a fault: a third of the time of a small run, and
 * twice what it costs to have many at once.
 */
static uintptr_t paged_to = UINTPTR_MAX;

/* A system that cannot (Linux before 5.14) is not asked again. */
static void page_in(char *memory, size_t size)
{
    enum { AHEAD = 128 << 10, PAGE = 4 << 10 };
    uintptr_t at = (uintptr_t)memory, end = at + size, heap = (uintptr_t)sbrk(0);
    if (end > heap)
        return; /* a large part of memory has a mapping of its own */
    uintptr_t first = (at > paged_to ? at : paged_to) / PAGE * PAGE;
    end = heap - end > AHEAD ? end + AHEAD : heap;
    bool can = madvise(memory + (ptrdiff_t)(first - at), end - first, MADV_POPULATE_WRITE) == 0;
    paged_to = can ? end : UINTPTR_MAX;
}

void allocation_in_large_parts(void)
{
    mallopt(M_TOP_PAD, PART);
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, PART);
    mallopt(M_MXFAST, 0);
    paged_to = 0;
}

void allocation_before_fork(void)
{
    malloc_trim(PART);
    if (paged_to != UINTPTR_MAX)
        paged_to = 0;
}

void allocation_must_succeed(void)
{
    must_succeed = true;
}

static void *or_end(void *memory, size_t size, bool asked)
{
    if (!memory && asked && must_succeed)
        arena_give_up();
    if (memory && (uintptr_t)memory + size > paged_to)
        page_in(memory, size);
    return memory;
}

void *malloc(size_t size)
{
    return or_end(__libc_malloc(size), size, true);
}

void *calloc(size_t count, size_t size)
{
    return or_end(__libc_calloc(count, size), count * size, true);
}

/* To nothing is to free. */
void *realloc(void *memory, size_t size)
{
    return or_end(__libc_realloc(memory, size), size, size > 0);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-inconsistent-declaration-parameter-name) */

#endif
