#include "base/allocation.h"

#include <stdbool.h>
#include <stdlib.h>

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

#else

/*
 * The functions of the C library below those that a program may replace ("Replacing malloc" in its manual).
 * NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-inconsistent-declaration-parameter-name): the names
 * are the library's.
 */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

static bool must_succeed;

void allocation_must_succeed(void)
{
    must_succeed = true;
}

static void *or_end(void *memory, bool asked)
{
    if (!memory && asked && must_succeed)
        arena_give_up();
    return memory;
}

void *malloc(size_t size)
{
    return or_end(__libc_malloc(size), true);
}

void *calloc(size_t count, size_t size)
{
    return or_end(__libc_calloc(count, size), true);
}

/* To nothing is to free. */
void *realloc(void *memory, size_t size)
{
    return or_end(__libc_realloc(memory, size), size > 0);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp,readability-inconsistent-declaration-parameter-name) */

#endif
