/* Compression of streams: whole buffers at once. */
#include "render/pdf/pdf.h"

struct packed pdf_pack(struct arena *arena, const void *bytes, size_t size, enum deflate_level level)
{
    struct libdeflate_compressor *made = deflater(level);
    if (!made)
        return (struct packed){ NULL, 0 };
    size_t bound = libdeflate_zlib_compress_bound(made, size);
    unsigned char *packed = arena_room(arena, bound, 1);
    return (struct packed){ packed, libdeflate_zlib_compress(made, bytes, size, packed, bound) };
}

/* libharu removes the filter of a stream that it does not compress itself; this puts it back while writing. */
static HPDF_STATUS write_filter(HPDF_Dict dict, HPDF_Stream stream)
{
    (void)dict;
    return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\n");
}

void pdf_fill_stream(struct pdf *pdf, HPDF_Dict dict, struct packed packed)
{
    if (!dict)
        return;
    if (packed.size == 0 || packed.size > INT32_MAX) {
        HPDF_SetError(&pdf->doc->error, HPDF_ZLIB_ERROR, 0);
        return;
    }
    dict->filter = HPDF_STREAM_FILTER_NONE;
    dict->write_fn = write_filter;
    HPDF_Stream_Write(dict->stream, packed.bytes, (HPDF_UINT)packed.size);
}

HPDF_Dict pdf_stream(struct pdf *pdf, struct packed packed)
{
    HPDF_Dict dict = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
    pdf_fill_stream(pdf, dict, packed);
    return dict;
}
