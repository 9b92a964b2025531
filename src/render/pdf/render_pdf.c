/*
 * report -> pages of marks -> PDF/A-1a. libharu makes its part in memory; that, and the structure behind it, is written here,
 * so that a full disk is always noticed.
 */
#include "render/pdf/pdf.h"
#include "render/renderers.h"

/* libharu goes on to report the consequences of an error: only the first one tells what happened. */
static void HPDF_STDCALL note_error(HPDF_STATUS code, HPDF_STATUS detail, void *data)
{
    struct pdf *pdf = data;
    (void)detail;
    if (pdf->error == HPDF_OK)
        pdf->error = code;
}

static HPDF_STATUS first_error(const struct pdf *pdf)
{
    return pdf->error ? pdf->error : pdf->doc->error.error_no;
}

/*
 * Memory for libharu, which passes its allocator nothing to tell documents apart. It never gets NULL from here, so what
 * its constructors return needs no check unless the document has an error already.
 */
static struct arena library_memory = ARENA_INIT;

static void *HPDF_STDCALL library_alloc(HPDF_UINT size)
{
    return arena_alloc(&library_memory, 1, size);
}

static void HPDF_STDCALL library_free(void *memory)
{
    (void)memory; /* goes with the document */
}

static bool write_file(struct pdf *pdf, const HPDF_Page *pages, const char *path)
{
    int error = pdf_write(pdf, pages, path);
    if (error)
        finding_errno(pdf->findings, FINDING_PDF_FAILED, pdf->place, error);
    return !error;
}

/* Once there is an error, such as a face that cannot be read, a document has no more pages: none that others could point at. */
static HPDF_Page *build(struct pdf *pdf, const char *icc_path)
{
    HPDF_Page *pages = arena_alloc(pdf->arena, pdf->pages->count, sizeof *pages);
    pdf_meta_add(pdf, icc_path);
    pdf_fonts_add(pdf);
    pdf_tags_begin(pdf);
    for (size_t i = 0; i < pdf->pages->count && first_error(pdf) == HPDF_OK; i++)
        pages[i] = pdf_page_add(pdf, i);
    if (first_error(pdf) != HPDF_OK)
        return pages;
    pdf_links_add(pdf, pages);
    pdf_outline_add(pdf, pages);
    pdf_labels_add(pdf);
    pdf_structure_announce(pdf);
    return pages;
}

/* The colour profile is the one file that the library opens. */
static void tell_error(struct pdf *pdf, const char *icc_path)
{
    HPDF_STATUS error = first_error(pdf);
    if (error == HPDF_FILE_OPEN_ERROR || error == HPDF_FILE_IO_ERROR)
        finding_add(pdf->findings, FINDING_FONT_UNREADABLE, (struct place){ icc_path, 0 }, NULL);
    else
        finding_add(pdf->findings, FINDING_LIBRARY_REFUSED, pdf->place, "libharu",
                    arena_printf(pdf->arena, "0x%04lX", (unsigned long)error), NULL);
}

static bool make_document(struct pdf *pdf, const char *path, const char *icc_path)
{
    pdf->doc = HPDF_NewEx(note_error, library_alloc, library_free, 0, pdf);
    const HPDF_Page *pages = build(pdf, icc_path);
    if (first_error(pdf) == HPDF_OK)
        HPDF_SaveToStream(pdf->doc);
    bool done = first_error(pdf) == HPDF_OK;
    if (done)
        done = write_file(pdf, pages, path);
    else
        tell_error(pdf, icc_path);
    HPDF_Free(pdf->doc);
    arena_release(&library_memory);
    return done;
}

bool render_pdf(const struct report *report, const char *path, struct render_context *context)
{
    struct pages pages;
    struct pdf pdf = { .report = report,
                       .pages = &pages,
                       .arena = context->arena,
                       .findings = context->findings,
                       .place = render_place(context, path) };
    if (!paginate(&pages, report, context->metrics, context->arena, context->findings))
        return false;
    if (!pdf_fonts_survey(&pdf, context->metrics))
        return false;
    return make_document(&pdf, path, arena_printf(context->arena, "%s/fonts/sRGB.icc", context->data_directory));
}
