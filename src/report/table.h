/*
 * The laid-out table model: what every renderer draws.
 *
 * A report is a list of tables; a table is a full grid of cells. `content` has decided every value and every word: a
 * renderer computes no value and chooses no word. Lengths are in millipoints (1/1000 pt). A cell keeps its origin: what it
 * shows of which view. By that it is found again, never by what it prints.
 *
 * Invariants, checked by table_check() (report/table_check.h): spans lie inside the grid and never overlap; the cells under a span, and only
 * they, are marked covered; no span crosses from the head into the rows below; head rows come first; a number cell's
 * terms lie inside the grid, are numbers or blank, and do not include the cell itself; every text is final (NFC, no control
 * character but '\n', which breaks the line).
 *
 * Everything lives in the arena it was composed in.
 */
#ifndef PHULUC_REPORT_TABLE_H
#define PHULUC_REPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/dec.h"
#include "base/finding.h"
#include "base/numfmt.h"
#include "model/fact_ref.h"
#include "model/look.h"

typedef int32_t mpt;
enum { MPT_PER_PT = 1000 };
#define MM(mm) ((mpt)((mm)*2834646LL / 1000)) /* whole millimetres to millipoints */

enum face { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC, FACE_COUNT };

static inline bool face_is_bold(enum face face)
{
    return face == FACE_BOLD || face == FACE_BOLD_ITALIC;
}

static inline bool face_is_italic(enum face face)
{
    return face == FACE_ITALIC || face == FACE_BOLD_ITALIC;
}

/* How much a row wants to stay on one page with the next, from "not at all". */
enum glue {
    GLUE_NONE,
    GLUE_SPAN,    /* a cell stands over both */
    GLUE_TOTAL,   /* a total and what it adds */
    GLUE_HEADING, /* a heading and what it is the heading of */
    GLUE_WHOLE    /* parts of one thing, as a table head or a signature is */
};

enum cell_kind { CELL_EMPTY, CELL_TEXT, CELL_NUMBER };

struct cell_ref {
    unsigned row, column;
};

struct table;

/* A piece of a formula: signs and numbers as a spreadsheet writes them, or a cell of the table, or of another one. */
struct formula_piece {
    const char *text; /* NULL: the cell */
    struct cell_ref cell;
    const struct table *table; /* NULL: the formula's own */
};

/* What a cell shows: a fact of an item of a view of the report. */
struct origin {
    uint32_t view; /* index in the report's views; NO_VIEW for what comes from none, as heads do */
    struct fact_ref of;
};

#define NO_VIEW UINT32_MAX

/* The same as a cell keeps it: the key is that of its column, or of the figure that is spread over several. */
struct cell_origin {
    uint32_t view, item;
    enum fact_id fact;
    const struct figure_key *key; /* NULL if the view is NO_VIEW */
};

/*
 * The sign of negative numbers on pages: a hyphen is the dash of a printed zero. Sheets, texts and pages of the web keep the
 * hyphen, which spreadsheets read.
 */
#define MINUS "−"

/*
 * Behind a marked figure where its shade may not be seen: on the web, unless the number of a remark stands there, and on sheets,
 * which are filtered, copied and printed in black and white.
 */
#define CELL_MARK "[*]"

/* A place in the report: a cell of one of its tables. */
struct link {
    const struct table *table;
    struct cell_ref cell;
};

struct cell_lines;

/* There may be a million: small. */
struct cell {
    enum cell_kind kind : 8;
    enum face face : 8;
    enum align align : 8;
    bool joins : 1;                 /* in a workbook no line stands between it and the cell behind it: they are read as one */
    bool covered : 1;               /* lies under another cell's span: nothing is drawn */
    bool marked : 1;                /* the figure does not hold, or is lost: shown with a mark */
    unsigned columns, rows;         /* span; 1 and 1 for a plain cell */
    unsigned indent;                /* steps of CELL_INDENT that a text is set in */
    struct cell_origin origin;      /* kept where the cell is empty, too */
    const char *text;               /* what print shows, also for numbers; NULL if empty */
    const struct cell_lines *lines; /* of a text of several, set by table_measure() and read by wrap_cell(); or NULL */
    struct dec value;               /* CELL_NUMBER: the value behind the text */
    struct numfmt format;           /* CELL_NUMBER: how a spreadsheet shows the same text */
    struct numfmt_parts parts;      /* CELL_NUMBER: of the text; what stands behind their end is a mark */
    uint32_t term_count, formula_count;
    const struct cell_ref *terms; /* CELL_NUMBER: the value is exactly the sum of these cells; NULL for a constant */
    const struct formula_piece
        *formula;       /* CELL_NUMBER: gives the value, as the number row or its view says; before terms; NULL for none */
    const char *remark; /* why, for a comment; NULL if nothing is to be said */
    const char *fact;   /* id of the figure that it shows, as the query command `facts` lists it; or NULL */
    const struct link *link; /* where a click leads: from a line of the ledger to its figure, and back; or NULL */
};

struct row {
    enum row_role role;
    size_t item;    /* which of the view's it shows; ascending from row to row below the head */
    unsigned level; /* nesting: 0 for groups at the top and rows outside groups */
    bool keep_with_next;
    struct cell *cells;   /* one per column */
    mpt height;           /* set by table_measure() */
    const char *bookmark; /* PDF outline entry under the table's own, or NULL */
};

struct column {
    mpt width;
    bool joins; /* on pages it is one with the next column (report/reading.h) */
    mpt read;   /* the width there of a column in a table where any joins; 0 of one that does */
};

/* Between the sign of a goal and its number where they stand in one cell: never at the end of a line. */
#define JOINT "\u00a0"

struct chart;
struct block;

struct table {
    uint32_t view; /* index in the report's views, or NO_VIEW */
    const char *id;
    const char *sheet;    /* sheet name: at most 31 characters, unique in the report without case */
    const char *bookmark; /* PDF outline entry */
    const char *annex;    /* the line above the title: "Phụ lục I", "Bảng tổng hợp 1", "Biểu 1"; or NULL */
    bool issued;          /* an annex that the decision itself issues: what is signed with it */
    const char *title;    /* in capitals, as printed */
    const char *basis;    /* "(Kèm theo Quyết định số …)" and the report's warning, for what is seen alone; or NULL */
    const char *unit;     /* "Đơn vị tính: triệu đồng", or NULL */
    bool landscape;
    bool continues;       /* a further part of the table before */
    bool is_list;         /* for workbooks only, as its view says; behind all other tables */
    bool is_contents;     /* a list that tells what the workbook holds; its first sheet, though it is the last table */
    bool may_follow;      /* may stand on the page where the table before ends; an annex begins its own */
    mpt font_size;        /* of the grid */
    unsigned key_columns; /* leading columns (STT, code, label) that repeat in each part of a split table */
    struct column *columns;
    size_t column_count;
    size_t head_rows;
    struct row *rows; /* head rows first */
    size_t row_count;
    const char **notes; /* lines under the table */
    size_t note_count;
    const char *mark_note; /* a further line where CELL_MARK is used for figures: what it means; NULL if none is marked */
    const char *shade_note; /* the same on pages, which shade such figures; NULL in annexes, whose notes explain all marks */
    const struct chart *charts; /* of figures of this table (report/chart.h), below its notes */
    size_t chart_count;
    const struct block *opening;   /* above everything else of the table, or NULL: the head of a report */
    const struct block *signature; /* the signature area under the notes (report/block.h), or NULL */
    struct place place;            /* the layout, for findings about the shape */
    struct place source;           /* the table of the plan that it shows, for findings about what stands in it; else the layout */
};

struct report {
    const char *id; /* file name without suffix; a '/' stands for a folder */
    const char *title, *author, *subject, *language;
    const char *office, *signer; /* that the document is of, and who answers for it; NULL if nobody is named */
    struct date as_of;
    const char *control_code;  /* digest of all figures, in every footer */
    const char *control_line;  /* the footer's text with it, behind what every page has to warn of */
    const char *control_only;  /* the same without the warning: under a page that has it in its head */
    const char *warning;       /* what every page has to warn of, as it ends the basis of every table; or NULL */
    const struct block *cover; /* a first page of its own (report/block.h), or NULL */
    bool sign_room;            /* the first page keeps SIGN_ROOM_HEIGHT free */
    bool is_one;               /* one document, page numbers run through it; else each table is an annex with its own */
    struct table *tables;
    size_t table_count;
};

/* Page constants of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I: A4; margins top 20, bottom 20, left 30, right 20 mm. */
#define PAGE_SHORT ((mpt)595276)
#define PAGE_LONG ((mpt)841890)
#define MARGIN_LEFT MM(30)
#define MARGIN_RIGHT MM(20)
#define MARGIN_TOP MM(20)
#define MARGIN_BOTTOM MM(20)

/*
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1: an annex in a file of its own is signed by the organisation, which puts
 * number, notation and time of signing at the top right of its first page, 10 pt. The decree gives no height: three
 * such lines are kept free, over the whole width.
 */
#define SIGN_ROOM_HEIGHT MM(14)

/* Space between a cell's border and its text, on each side. */
#define CELL_PADDING_X ((mpt)3000)
#define CELL_PADDING_Y ((mpt)1500)

/* How far a text that belongs to the one above it is set in. */
#define CELL_INDENT MM(5)

/* Where the link's table stands in the report; the table count if it is in another file, or there is no link. */
size_t report_link_table(const struct report *report, const struct link *link);

/*
 * What stands under the title of a table on pages that follow one another. In a report that is one document the first says
 * for all of them of which days it is, and the foot of every page warns; an annex of a decision is read alone.
 */
const char *table_basis_on_page(const struct report *report, size_t table);

/* Width between the margins. */
mpt table_page_width(const struct table *table);

struct cell *table_cell(const struct table *table, size_t row, size_t column);
struct cell *table_at(const struct table *table, struct cell_ref ref);

/* The text of a cell on a page, where a negative number has a minus sign; NULL if there is none. */
const char *cell_in_print(const struct cell *cell, struct arena *arena);

/* The row that shows an item of a view; false if none of this table does. */
bool table_find_item(const struct table *table, size_t view, size_t item, size_t *row);

/* The cell that shows what has that origin, whether or not it is empty; false if none does. */
bool table_find(const struct table *table, const struct origin *origin, struct cell_ref *found);

/* Width of the columns that a cell spans. */
mpt table_span_width(const struct table *table, size_t column, unsigned columns);

/* What that leaves for the text of the cell in a column, between the paddings and right of its indent. */
mpt table_text_width(const struct table *table, size_t column, const struct cell *cell);

/* True for a figure that is marked and has no mark of its own in its text. */
bool cell_is_marked_figure(const struct cell *cell);

/* True for a number whose comma stands under those of its column. */
bool cell_is_comma_aligned(const struct cell *cell);

/* How many columns name a row: its number, a code that it may have, and its label. */
size_t table_naming_columns(const struct table *table);

/* The cell that is the head of a row: its label, else what stands in the column before it. No column if there is none. */
size_t table_label_column(const struct table *table, size_t row);

/* True for a total and for its words. */
bool row_is_total(const struct row *row);

/* What the roles of the row and the next one ask for; a cell over both is left to the caller. */
enum glue table_glue(const struct table *table, size_t row);

/* True if a text may stand in a report: NULL, or UTF-8 in form C without control characters but '\n'. */
bool text_is_final(const char *text);

#endif
