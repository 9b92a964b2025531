#include "base/limit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/* Bytes of address space that this process has now; 0 if the system does not tell. */
static rlim_t memory_now(void)
{
    char text[64] = "";
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return 0;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    return length > 0 ? (rlim_t)strtoull(text, NULL, 10) * (rlim_t)sysconf(_SC_PAGESIZE) : 0;
}

/* A stack that cannot grow ends in a crash: it takes what a piece of work may need of it while it can. */
static void take_stack(void)
{
    enum { BYTES = 256 << 10 };
    volatile char stack[BYTES];
    (void)(stack[0] = 0); /* its far end: all between belongs to the stack from here on */
}

void limit_memory(unsigned megabytes)
{
#ifdef __SANITIZE_ADDRESS__
    megabytes = 0;
#endif
    struct rlimit limit;
    if (!megabytes || getrlimit(RLIMIT_AS, &limit) != 0)
        return;
    take_stack();
    rlim_t most = memory_now() + ((rlim_t)megabytes << 20);
    limit.rlim_cur = most < limit.rlim_max ? most : limit.rlim_max;
    setrlimit(RLIMIT_AS, &limit);
}
