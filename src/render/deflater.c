#include "render/deflater.h"

#include <stdlib.h>

/* Hardly larger than the slow levels. */
enum { COMPRESSION = 6 };

static struct libdeflate_compressor *kept;

static void free_kept(void)
{
    libdeflate_free_compressor(kept);
}

struct libdeflate_compressor *deflater(void)
{
    if (kept)
        return kept;
    kept = libdeflate_alloc_compressor(COMPRESSION);
    if (kept)
        (void)atexit(free_kept);
    return kept;
}
