/*
 * The file: libharu's objects as it saved them, ours behind them, and one table of cross references to all. libharu would
 * keep a dictionary of some thousand bytes for each cell of the structure.
 */
#include "render/pdf/pdf.h"

#include <errno.h>

/* What libharu saved, up to its own table of cross references. */
static bool write_saved(HPDF_Stream stream, size_t size, FILE *file)
{
    HPDF_UINT count = HPDF_MemStream_GetBufCount(stream);
    for (HPDF_UINT i = 0; i < count && size > 0; i++) {
        HPDF_UINT length;
        HPDF_BYTE *part = HPDF_MemStream_GetBufPtr(stream, i, &length);
        if (length > size)
            length = (HPDF_UINT)size;
        if (!part || fwrite(part, 1, length, file) != length)
            return false;
        size -= length;
    }
    return true;
}

/* A line of the table (PDF Reference 1.4, 3.4.3), and what follows it. */
enum { ENTRY_SIZE = 20, TAIL_ROOM = 2048 };

static void add_digits(struct text *out, size_t number, int count)
{
    char digits[ENTRY_SIZE];
    for (int i = count; i-- > 0; number /= 10)
        digits[i] = (char)('0' + number % 10);
    text_addn(out, digits, (size_t)count);
}

static void add_entry(struct text *out, size_t offset, unsigned generation, char kind)
{
    const char end[] = { ' ', kind, '\r', '\n' };
    add_digits(out, offset, 10);
    text_addn(out, " ", 1);
    add_digits(out, generation, 5);
    text_addn(out, end, sizeof end);
}

static void add_references(struct pdf *pdf, struct text *out)
{
    const struct pdf_structure *structure = &pdf->structure;
    HPDF_Xref xref = pdf->doc->xref;
    text_reserve(out, (structure->first + structure->count + 1) * ENTRY_SIZE + TAIL_ROOM);
    text_addf(out, "xref\n0 %zu\n", structure->first + structure->count);
    for (HPDF_UINT i = 0; i < structure->first; i++) {
        HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);
        add_entry(out, entry->byte_offset, entry->gen_no, entry->entry_typ);
    }
    for (size_t i = 0; i < structure->count; i++)
        add_entry(out, xref->addr + structure->offsets[i], 0, HPDF_IN_USE_ENTRY);
}

/* libharu wrote its trailer for its own objects; it is written again for all. */
static void add_trailer(struct pdf *pdf, struct text *out)
{
    enum { TRAILER_ROOM = 1024 };
    const struct pdf_structure *structure = &pdf->structure;
    HPDF_Stream stream = HPDF_MemStream_New(pdf->doc->mmgr, TRAILER_ROOM);
    HPDF_Dict_AddNumber(pdf->doc->trailer, "Size", (HPDF_INT32)(structure->first + structure->count));
    HPDF_Dict_Write(pdf->doc->trailer, stream, NULL);
    text_add(out, "trailer\n");
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        HPDF_UINT length;
        HPDF_BYTE *part = HPDF_MemStream_GetBufPtr(stream, i, &length);
        text_addn(out, (const char *)part, length);
    }
    text_addf(out, "\nstartxref\n%zu\n%%%%EOF\n", pdf->doc->xref->addr + structure->objects.length);
}

int pdf_write(struct pdf *pdf, const char *path)
{
    struct text tail = text_in(pdf->arena);
    const struct text *objects = &pdf->structure.objects;
    add_references(pdf, &tail);
    add_trailer(pdf, &tail);
    FILE *file = fopen(path, "wb");
    bool done = file && write_saved(pdf->doc->stream, pdf->doc->xref->addr, file) &&
                fwrite(objects->data, 1, objects->length, file) == objects->length &&
                fwrite(tail.data, 1, tail.length, file) == tail.length;
    int error = done ? 0 : errno;
    if (file && fclose(file) != 0 && done)
        error = errno;
    return error;
}
