/*
 * What the files of the PDF renderer share. The document, its pages, outline and cross references are libharu's; fonts,
 * page contents and metadata are made here through libharu's dictionaries, because its own do not pass as PDF/A-1b.
 *
 * Errors: libharu latches the first error of a document and refuses what follows. The functions here go on regardless;
 * render_pdf.c looks at the latch before the file is written.
 */
#ifndef PHULUC_RENDER_PDF_PDF_H
#define PHULUC_RENDER_PDF_PDF_H

#include <hpdf.h>
#include <hpdf_doc.h>

#include "base/arena.h"
#include "base/text.h"
#include "render/renderer.h"
#include "report/page/paginate.h"
#include "report/truetype.h"

/* A face as this document uses it. */
struct pdf_font {
    const struct truetype *face;
    bool used;
    uint16_t *codes; /* by glyph: the code point that it stands for here; 0 if the document does not use it */
};

struct pdf {
    HPDF_Doc doc;
    HPDF_STATUS error; /* the first one that libharu's handler was told */
    const struct report *report;
    const struct pages *pages;
    struct arena *arena;
    struct findings *findings;
    struct place place; /* of the file, in findings */
    struct pdf_font fonts[FACE_COUNT];
    HPDF_Dict font_resources; /* one for all pages */
};

/* Bytes compressed for a stream. */
struct pdf_packed {
    const unsigned char *bytes;
    size_t size;
};

/* ---- pdf_font.c ---- */

/*
 * Notes the glyphs that the marks use. False after a finding for each character that its face lacks: a PDF would show an
 * empty box there without a word.
 */
bool pdf_fonts_survey(struct pdf *pdf, const struct metrics *metrics) __attribute__((warn_unused_result));

/* Adds the used faces to the document, packed anew if nobody prepared them in this process or before it. */
void pdf_fonts_add(struct pdf *pdf);

/* ---- pdf_page.c ---- */

/* Adds a page with its marks. */
HPDF_Page pdf_page_add(struct pdf *pdf, const struct page *page);

/* ---- pdf_pack.c ---- */

/* Of no size if it cannot be done. */
struct pdf_packed pdf_pack(struct arena *arena, const void *bytes, size_t size);

/* Gives a stream of libharu's its bytes. */
void pdf_fill_stream(struct pdf *pdf, HPDF_Dict dict, struct pdf_packed packed);

/* A stream object of the document with bytes that are compressed already. */
HPDF_Dict pdf_stream(struct pdf *pdf, struct pdf_packed packed);

/* ---- pdf_meta.c ---- */

/* Title, author, subject, language, dates, identifier, colour profile: all but the pages. */
void pdf_meta_add(struct pdf *pdf, const char *icc_path);

/* The links of every page; pages[i] is the page of pdf->pages->items[i]. */
void pdf_links_add(struct pdf *pdf, const HPDF_Page *pages);

/*
 * What readers call the pages: the numbers that are printed on them, each run of numbers with the name of its table where
 * there are several ("Phụ lục II – 3"). Call it after the pages are there.
 */
void pdf_labels_add(struct pdf *pdf);

/* The outline; pages[i] is the page of pdf->pages->items[i]. */
void pdf_outline_add(struct pdf *pdf, const HPDF_Page *pages);

#endif
