#include "base/deflater.h"

#include <stdbool.h>
#include <stdlib.h>

static struct libdeflate_compressor *kept[DEFLATE_LEVELS];

static void free_kept(void)
{
    for (int level = 0; level < DEFLATE_LEVELS; level++)
        libdeflate_free_compressor(kept[level]);
}

struct libdeflate_compressor *deflater(enum deflate_level level)
{
    static bool registered;
    if (!kept[level])
        kept[level] = libdeflate_alloc_compressor((int)level);
    if (!registered)
        (void)atexit(free_kept);
    registered = true;
    return kept[level];
}
