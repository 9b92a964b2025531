/*
 * What the files of the Word renderer share.
 *
 * The document has the pages of the PDF, in Word's own terms, for people who go on writing in it: real tables with a head that
 * repeats, headings that make a list of contents, styles with names, sections that stand or lie. Where a section begins, and
 * with it a count of pages, is what the paginator says; how many pages a section takes is up to Word.
 *
 * Numbers stand right, set in from the edge by what others of their column have behind the comma (ind right), so that commas
 * stand under each other as in the PDF. A decimal tab would do so only where the computer's own decimal sign is the comma: on
 * one with English settings Word lines up the dots after thousands.
 *
 * Sizes: Word counts in twentieths of a point (twips), type sizes in half points, pictures in EMU, 12,700 to a point.
 */
#ifndef PHULUC_RENDER_DOCX_DOCX_H
#define PHULUC_RENDER_DOCX_DOCX_H

#include "render/docx/docx_package.h"
#include "report/block.h"
#include "report/chart.h"
#include "report/metrics.h"

struct docx {
    const struct report *report;
    const struct metrics *metrics;
    struct arena *arena;
    struct docx_package package;
    struct docx_part *number, *blank;        /* heads of pages: the number, nothing */
    struct docx_part *footer, *first_footer; /* NULL without a control line */
    struct docx_xml *xml;                    /* of the document */
    bool **targets; /* by table: its cells that links lead to, row by row; NULL for a table without any */
    unsigned bookmarks, pictures, running_heads; /* how many there are so far */
};

#define DOCX_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCX_RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* Where the page number begins in the upper margin and the control line ends in the lower one, from the edge of the paper. */
#define DOCX_HEADER_AT ((mpt)21000)
#define DOCX_FOOTER_AT ((mpt)33000)

/* Word opens no table with more columns. */
enum { DOCX_COLUMNS = 63 };

static inline int64_t docx_twips(mpt length)
{
    return (length + (length < 0 ? -25 : 25)) / 50;
}

static inline int64_t docx_half_points(mpt size)
{
    return size / 500;
}

static inline int64_t docx_emu(mpt length)
{
    return (int64_t)length * 127 / 10;
}

/* ---- docx_styles.c ---- */

/* Styles of paragraphs, as the document names them. */
#define DOCX_HEADING "Heading1"
#define DOCX_BASIS "CanCu"
#define DOCX_UNIT "DonViTinh"
#define DOCX_NOTE "GhiChu"
#define DOCX_TABLE "BangPhuLuc"
#define DOCX_HEADER_STYLE "Header"
#define DOCX_FOOTER_STYLE "Footer"

/* The style of the cells of a row in a table of that type size, and the face that it gives them. */
const char *docx_row_style(enum row_role role, mpt size, struct arena *arena);
enum face docx_row_face(enum row_role role);

void docx_styles(struct docx *docx);

/* ---- docx_parts.c: settings, fonts, properties, the head and the foot of pages ---- */

void docx_small_parts(struct docx *docx);

/* The head of pages with their number in the middle of so much room and at its right a text. */
struct docx_part *docx_running_head(struct docx *docx, mpt room, const char *text);

/* ---- docx_size.c: lengths as elements have them ---- */

/* <element w:w="…" w:type="dxa"/>: the width of a table, a cell, a margin. */
void docx_width(struct docx_xml *xml, const char *element, mpt width);

/* The columns of a table. */
void docx_columns(struct docx_xml *xml, const mpt *widths, size_t count);

/* The size of type, also of scripts that are written from right to left. */
void docx_type_size(struct docx_xml *xml, mpt size);

/* The size of the paper. */
void docx_paper(struct docx_xml *xml, bool landscape);

/* ---- docx_text.c ---- */

/* What a paragraph has besides its style; lengths are millipoints. */
struct docx_paragraph {
    const char *style; /* NULL: the normal one */
    bool keep;         /* on one page with the next paragraph */
    mpt before, after, left, right;
    mpt line;  /* exact height of its lines; 0: single-spaced */
    bool rule; /* a solid line under it */
    enum align align;
    bool aligned;  /* as the style does otherwise */
    mpt tabs;      /* tab stops in the middle and at the end of so much room; 0: none */
    mpt mark_size; /* of the paragraph mark, which makes an empty paragraph as high as its letters; 0 for the style's */
};

/* Opens a paragraph with its properties; docx_close() ends it. */
void docx_open_paragraph(struct docx_xml *xml, const struct docx_paragraph *paragraph);

/* A run: '\n' breaks the line. The face counts where it differs from the style's; size 0 is that of the style. */
void docx_run(struct docx_xml *xml, const char *text, enum face face, enum face style_face, mpt size);

/*
 * The text as it stands in so much room, and the width of its widest line. A centred one of several lines is broken where the
 * PDF breaks it, into lines of about one length, which Word would not make.
 */
const char *docx_broken(const struct docx *docx, enum align align, enum face face, mpt size, mpt room, const char *text,
                        mpt *widest);

/* A whole paragraph in the face of its style; nothing for a NULL or empty text. */
void docx_line(struct docx_xml *xml, const struct docx_paragraph *paragraph, const char *text);

/* A solid line of that width in the middle of the room, `below` under what stands above it. */
void docx_rule(struct docx_xml *xml, mpt room, mpt width, mpt below, mpt after, bool keep);

/* An empty paragraph of that height: free room, or what keeps two tables apart. */
void docx_gap(struct docx_xml *xml, mpt height, bool keep);

/* A thin black line on that edge of what is being said: "w:bottom". */
void docx_edge(struct docx_xml *xml, const char *edge);

/* ---- docx_table.c ---- */

/* keep: its last two rows stay on the page of what follows it. */
void docx_table(struct docx *docx, size_t index, bool keep);

/* ---- docx_block.c ---- */

/* keep: the block stays on the page of what follows it. */
void docx_block(struct docx *docx, const struct block *block, mpt width, bool keep);

/* ---- docx_chart.c ---- */

/* The chart as a picture, or as more than one where a page does not hold it. */
void docx_chart(struct docx *docx, const struct chart *chart, const struct table *table);

/* ---- docx_emf.c ---- */

struct page;

/* The marks of a drawing as an enhanced metafile ([MS-EMF]), which Word draws as lines and letters, not as dots. */
const void *docx_emf(const struct page *drawing, const struct metrics *metrics, struct arena *arena, size_t *size);

/* ---- docx_section.c ---- */

struct pages;

/* Tables whose pages stand or lie alike and are counted in one go. */
struct docx_section {
    size_t end; /* the table after its last one */
    bool landscape, counts_on;
    const char *running; /* what the upper margin of all its pages but the first says, or NULL */
};

/*
 * The section that begins with a table. It begins where the PDF has a new page for the table, so that the head of its further
 * pages can name the table: a field that finds the name by itself is known to Word alone.
 */
struct docx_section docx_section_from(const struct docx *docx, const struct pages *pages, size_t table);

/* What the section is, at its end: in the document for the last one, else in a paragraph that takes hardly any room. */
void docx_section(struct docx *docx, const struct docx_section *section);
void docx_end_section(struct docx *docx, const struct docx_section *section);

/* ---- docx_body.c ---- */

/* The document itself; false after a finding. */
bool docx_body(struct docx *docx, struct findings *findings) __attribute__((warn_unused_result));

#endif
