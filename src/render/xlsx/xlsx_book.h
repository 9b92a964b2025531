/*
 * A workbook being written: libxlsxwriter with its error codes watched and its formats shared.
 *
 * The first error of the library becomes one finding; what follows it is ignored, and the file is not finished.
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_BOOK_H
#define PHULUC_RENDER_XLSX_XLSX_BOOK_H

#include <xlsxwriter.h>

#include "render/renderer.h"

enum { EDGE_LEFT = 1, EDGE_RIGHT = 2, EDGE_TOP = 4, EDGE_BOTTOM = 8, EDGE_ALL = 15 };

/* Everything that tells two cell formats apart. */
struct style {
    enum face face;
    mpt size;
    enum align align;
    unsigned edges;  /* which sides have a border */
    unsigned indent; /* steps from the left */
    bool wrap;
    bool across;         /* centred over the empty cells that follow */
    bool top;            /* text starts at the top; else it stands in the middle */
    bool filled;         /* light fill: the figure does not hold; in a form: the cell is locked */
    bool underlined;
    bool open;           /* the cell may be changed on a protected sheet */
    const char *pattern; /* number format, or NULL */
};

struct book_format {
    struct style style;
    lxw_format *format;
};

struct book {
    lxw_workbook *workbook;
    const char *path;   /* that is written */
    struct place place; /* of the file, in findings */
    struct arena *arena;
    struct findings *findings;
    struct book_format *formats;
    size_t format_count, format_capacity;
    bool failed;
};

bool book_open(struct book *book, const struct report *report, const char *path, struct render_context *context)
    __attribute__((warn_unused_result));

/* Writes the file unless something failed, reads it back, and frees everything either way. False: the file is of no use. */
bool book_close(struct book *book) __attribute__((warn_unused_result));

/* NULL after a failure. */
lxw_worksheet *book_sheet(struct book *book, const char *name);

lxw_format *book_format(struct book *book, struct style style);

/* A text, or a blank cell of that style for NULL. */
void book_text(struct book *book, lxw_worksheet *sheet, unsigned row, size_t column, const char *text, struct style style);

/* A text over several cells; over one, it is a plain cell. */
void book_merge(struct book *book, lxw_worksheet *sheet, struct cell_ref from, unsigned rows, size_t columns,
                const char *text, struct style style);

/* Watches one return code of the library. */
void book_watch(struct book *book, lxw_error error);

#endif
