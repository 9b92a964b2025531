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

static void put_digits(char *at, size_t number, size_t count)
{
    for (; count-- > 0; number /= 10)
        at[count] = (char)('0' + number % 10);
}

/* A line of the table: ten digits, five digits, a letter (PDF Reference 1.4, 3.4.3). */
static void write_entry(FILE *file, size_t offset, unsigned generation, char kind)
{
    enum { OFFSET = 10, GENERATION = 5 };
    char line[] = "0000000000 00000 f\r\n";
    put_digits(line, offset, OFFSET);
    put_digits(line + OFFSET + 1, generation, GENERATION);
    line[OFFSET + GENERATION + 2] = kind;
    (void)fwrite(line, 1, sizeof line - 1, file);
}

static void write_references(const struct pdf *pdf, FILE *file)
{
    const struct pdf_structure *structure = &pdf->structure;
    HPDF_Xref xref = pdf->doc->xref;
    (void)fprintf(file, "xref\n0 %zu\n", structure->first + structure->count);
    for (HPDF_UINT i = 0; i < structure->first; i++) {
        HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);
        write_entry(file, entry->byte_offset, entry->gen_no, entry->entry_typ);
    }
    for (size_t i = 0; i < structure->count; i++)
        write_entry(file, xref->addr + structure->offsets[i], 0, HPDF_IN_USE_ENTRY);
}

/* libharu wrote its trailer for its own objects; it is written again for all. */
static void write_trailer(const struct pdf *pdf, FILE *file)
{
    enum { TRAILER_ROOM = 1024 };
    const struct pdf_structure *structure = &pdf->structure;
    HPDF_Stream stream = HPDF_MemStream_New(pdf->doc->mmgr, TRAILER_ROOM);
    HPDF_Dict_AddNumber(pdf->doc->trailer, "Size", (HPDF_INT32)(structure->first + structure->count));
    HPDF_Dict_Write(pdf->doc->trailer, stream, NULL);
    (void)fputs("trailer\n", file);
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        HPDF_UINT length;
        HPDF_BYTE *part = HPDF_MemStream_GetBufPtr(stream, i, &length);
        (void)fwrite(part, 1, length, file);
    }
    (void)fprintf(file, "\nstartxref\n%zu\n%%%%EOF\n", pdf->doc->xref->addr + structure->written);
}

/* A stream that could not write remembers it. */
static bool write_all(struct pdf *pdf, const HPDF_Page *pages, FILE *file)
{
    if (!write_saved(pdf->doc->stream, pdf->doc->xref->addr, file))
        return false;
    pdf_structure_write(pdf, pages, file);
    write_references(pdf, file);
    write_trailer(pdf, file);
    return !pdf->structure.failed && !ferror(file);
}

int pdf_write(struct pdf *pdf, const HPDF_Page *pages, const char *path)
{
    errno = 0;
    FILE *file = fopen(path, "wb");
    bool done = file && write_all(pdf, pages, file);
    int error = done ? 0 : errno ? errno : EIO;
    if (file && fclose(file) != 0 && done)
        error = errno;
    return error;
}
