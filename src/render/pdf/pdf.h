/*
 * What the files of the PDF renderer share. The document, its pages, outline and cross references are libharu's; fonts,
 * page contents and metadata are made here through libharu's dictionaries, because its own do not pass as PDF/A. The
 * structure for those who hear a document is written here altogether, behind libharu's objects: it has some for each cell.
 *
 * Errors: libharu latches the first error of a document and refuses what follows. The functions here go on regardless;
 * render_pdf.c looks at the latch before the file is written.
 */
#ifndef PHULUC_RENDER_PDF_PDF_H
#define PHULUC_RENDER_PDF_PDF_H

#include <stdio.h>

#include <hpdf.h>
#include <hpdf_doc.h>

#include "base/arena.h"
#include "base/deflater.h"
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

/*
 * What of the pages belongs to which part of the document. A slot is a part, or a cell of a part that is a grid. What belongs
 * to a slot is a chain of items.
 */
struct pdf_item {
    uint32_t slot;
    uint32_t page;
    uint32_t number; /* of the marked content on its page; of a link the object */
    uint32_t next;   /* index in the items; NO_ITEM at the end */
};

#define NO_ITEM UINT32_MAX

struct pdf_tags {
    uint32_t *slots; /* by part of the document: its first one */
    uint32_t slot_count;
    uint32_t *first, *last; /* by slot: its chain */
    struct pdf_item *items; /* marked contents, page by page, then links */
    size_t count, capacity, content_count;
    bool titled;         /* some part is the title of the document: the headings of tables are below it */
    uint32_t page, next; /* the page being written, and the number of its next content */
};

/* The objects of the structure, which go into the file one after the other, behind libharu's. */
struct pdf_structure {
    FILE *file;
    bool failed;     /* not all could be written */
    struct text out; /* the object that is being made */
    size_t written;  /* bytes before it */
    size_t *offsets; /* of each, by object number from `first` on */
    uint32_t first;
    size_t count, capacity;
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
    struct pdf_tags tags;
    struct pdf_structure structure;
};

/* ---- pdf_font.c ---- */

/*
 * Notes the glyphs that the marks use. False after a finding for each character that its face lacks: a PDF would show an
 * empty box there without a word.
 */
bool pdf_fonts_survey(struct pdf *pdf, const struct metrics *metrics) __attribute__((warn_unused_result));

/* Adds the used faces to the document, packed if nobody did so in this process or before it. */
void pdf_fonts_add(struct pdf *pdf);

/*
 * True if a blank is written behind a mark (PDF Reference 1.4, 9.7.2: word breaks are explicit): where a text goes on in the
 * next line, and between the lines of a title, which are texts of their own.
 */
bool pdf_blank_follows(const struct pdf *pdf, const struct mark *mark);

/* ---- pdf_page.c ---- */

/* Adds the page of that index with its marks. */
HPDF_Page pdf_page_add(struct pdf *pdf, size_t index);

/* ---- pdf_tags.c ---- */

/* Before the pages are added. */
void pdf_tags_begin(struct pdf *pdf);

/* The number of a further content of a part, on the page of that index. */
uint32_t pdf_tags_content(struct pdf *pdf, size_t page, unsigned part, unsigned cell);

/* A link of a cell, after all contents; the key by which readers find its element. */
HPDF_INT32 pdf_tags_link(struct pdf *pdf, size_t page, const struct page_link *link, HPDF_Dict annotation);

/* What a part or a cell is called in the file: P, TH. */
const char *pdf_tags_role(const struct pdf *pdf, unsigned part, unsigned cell);

/* The number of an object of the document. */
uint32_t pdf_object_number(const void *object);

/* ---- pdf_structure.c ---- */

/* Announces the structure in the document, to which nothing may be added after it. */
void pdf_structure_announce(struct pdf *pdf);

/* Writes its objects where the file stands; pages[i] is the page of pdf->pages->items[i]. */
void pdf_structure_write(struct pdf *pdf, const HPDF_Page *pages, FILE *file);

/* ---- pdf_write.c ---- */

/* Writes the saved document with its structure; pages as above. Returns an errno, or 0. */
int pdf_write(struct pdf *pdf, const HPDF_Page *pages, const char *path);

/* ---- pdf_pack.c ---- */

/* Of no size if it cannot be done. */
struct packed pdf_pack(struct arena *arena, const void *bytes, size_t size, enum deflate_level level);

/* Gives a stream of libharu's its bytes. */
void pdf_fill_stream(struct pdf *pdf, HPDF_Dict dict, struct packed packed);

/* A stream object of the document with bytes that are compressed already. */
HPDF_Dict pdf_stream(struct pdf *pdf, struct packed packed);

/* ---- pdf_meta.c ---- */

/* A text string of the file: UTF-16 with a byte order mark, cut to what a string may hold. */
HPDF_Binary pdf_unicode_string(struct pdf *pdf, const char *text);

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
