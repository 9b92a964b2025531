/*
 * Preloaded into a program (LD_PRELOAD), makes some of its allocations fail, those of its libraries among them.
 *
 * FAILALLOC is "FIRST LAST FILE": allocations FIRST to LAST return nothing, counted from 1 over the program and its children
 * together; LAST 0: all from FIRST on; FIRST 0: none. FILE holds their number as eight bytes, which are 0 when it begins.
 *
 * The program has malloc() for itself, above that of the C library, which is replaced here.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static _Atomic long *count; /* in the file */
static long first, last;

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t number, size_t size);
void *__libc_realloc(void *memory, size_t size);

__attribute__((constructor)) static void begin(void)
{
    char *end = getenv("FAILALLOC");
    if (!end)
        return;
    first = strtol(end, &end, 10);
    last = strtol(end, &end, 10);
    int file = open(end + 1, O_RDWR | O_CLOEXEC);
    void *memory = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    count = memory == MAP_FAILED ? NULL : memory;
    close(file);
}

static bool fails(void)
{
    long number = count ? atomic_fetch_add(count, 1) + 1 : 0;
    bool failing = first && number >= first && (!last || number <= last);
    if (failing)
        errno = ENOMEM;
    return failing;
}

void *__libc_malloc(size_t size)
{
    static void *(*next)(size_t);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "__libc_malloc");
    return fails() ? NULL : next(size);
}

void *__libc_calloc(size_t number, size_t size)
{
    static void *(*next)(size_t, size_t);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "__libc_calloc");
    return fails() ? NULL : next(number, size);
}

/* To make smaller never fails, and what is freed so is gone. */
void *__libc_realloc(void *memory, size_t size)
{
    static void *(*next)(void *, size_t);
    if (!next)
        *(void **)&next = dlsym(RTLD_NEXT, "__libc_realloc");
    return size && fails() ? NULL : next(memory, size);
}
