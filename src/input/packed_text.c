#include "input/packed_text.h"

#include <stdlib.h>

#include "base/deflater.h"

/* Compressed in memory of its own: how much it will be is known afterwards only. */
struct packed_text packed_text_of(const struct slurp *text, struct arena *arena)
{
    struct arena passing = ARENA_INIT;
    struct libdeflate_compressor *compressor = deflater(DEFLATE_QUICK);
    if (!compressor)
        arena_give_up();
    size_t bound = libdeflate_deflate_compress_bound(compressor, text->length);
    void *room = arena_alloc(&passing, bound, 1);
    size_t length = libdeflate_deflate_compress(compressor, text->data, text->length, room, bound);
    struct packed_text packed = { text->path, arena_copy(arena, room, length), length, text->length };
    arena_release(&passing);
    return packed;
}

/* It was packed here: without memory alone it cannot be unpacked. */
struct slurp packed_text_read(const struct packed_text *packed, struct arena *arena)
{
    struct slurp text = { packed->path, arena_alloc(arena, packed->length + 1, 1), packed->length, true };
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (!decompressor || libdeflate_deflate_decompress(decompressor, packed->packed, packed->packed_length, text.data,
                                                       packed->length, NULL) != LIBDEFLATE_SUCCESS)
        arena_give_up();
    libdeflate_free_decompressor(decompressor);
    return text;
}
