/*
 * What the files of the paginator share: paginate.c makes pages and their heads, page_flow.c brings the rows there,
 * page_rows.c decides which rows stand on a page, page_grid.c measures them, page_draw.c draws them, page_block.c draws
 * what stands outside tables.
 */
#ifndef PHULUC_REPORT_PAGE_PAGER_H
#define PHULUC_REPORT_PAGE_PAGER_H

#include "report/block.h"
#include "report/page/paginate.h"
#include "report/wrap.h"

/* What stands of a row on a page: all of it, or some of its lines. */
struct piece {
    size_t row;
    size_t first_line;
    size_t line_count; /* room for so many, whatever a cell has */
    bool repeated;     /* a group heading shown again: texts only, with "(tiếp theo)" */
    mpt height;
};

/* A cell over several rows, which may be cut by a page border. */
struct spanning {
    size_t row, column;
    size_t end; /* row after its last one */
    size_t line_count;
    size_t printed; /* lines that stand on earlier pages */
};

/* One table on its way to pages. */
struct grid {
    const struct table *table;
    struct pen pen;
    mpt x;          /* left edge */
    mpt *edges;     /* of the columns, relative to x; one more than there are columns */
    mpt *tails;     /* widest part behind the integer digits, by column */
    size_t *owners; /* index (row * columns + column) of the cell that shows at each place of the grid */
    struct spanning *spans;
    size_t span_count, span_capacity;
    size_t head_rows; /* repeated on each page; 0 if the head is too tall for that */
    mpt page_room;    /* between the margins */
    unsigned part;    /* of the document */
    bool head_read;   /* the head rows were drawn once: on further pages they are repeated */
};

struct grid grid_of(const struct table *table, const struct metrics *metrics, struct arena *arena);

/* Lines of a group heading with "(tiếp theo)" added. */
size_t repeated_line_count(const struct grid *grid, size_t row);

/* What a cell of a repeated heading shows: that it goes on, and no figures. NULL for nothing. */
const char *grid_repeated_text(const struct grid *grid, size_t row, size_t column);

/* A number that stands with its comma under the others of its column. */
bool grid_is_number(const struct cell *cell);

/* Width of what stands behind the integer digits. */
mpt grid_tail_width(const struct grid *grid, const struct cell *cell);

/* The lines of a text in that cell, in the arena. */
const struct line *grid_lines(const struct grid *grid, size_t column, const struct cell *cell, const char *text,
                              struct arena *arena, size_t *count);

/* With fewer a table neither begins below another nor ends on a page, where that can be had. */
enum { ROWS_TOGETHER = 3 };

/* Where the next page goes on. */
struct position {
    size_t row;
    size_t line; /* of that row; 0 unless it is cut */
};

/* The pieces of one page, in order; the head and the repeated headings are among them. */
struct page_rows {
    struct piece *pieces;
    size_t count, capacity;
    mpt height;
};

/*
 * Takes from *position on what fits into the room, and moves *position. `fresh` says that nothing else stands on the
 * page; then there is progress. Without it the result may be empty: better begin on a new page.
 */
struct page_rows rows_for_page(struct grid *grid, struct position *position, mpt room, bool fresh);

/* Draws the pieces with their upper edge at y, and counts what is printed of spanning cells. */
void grid_draw(struct grid *grid, const struct page_rows *rows, struct page *page, mpt y);

/* A table on its way to pages: the page being filled is the last one. */
struct pager {
    struct pages *pages;
    const struct report *report;
    const struct metrics *metrics;
    struct arena *arena;
    const struct table *table;
    size_t table_index;
    struct grid grid;
    unsigned number; /* of the current page where its numbers began */
    bool inside;     /* the table has begun: a further page begins inside it */
    mpt y;           /* where the free part of the current page begins */
};

struct page *pager_page(const struct pager *pager);

/* Where the lower margin begins. */
mpt pager_bottom(const struct pager *pager);

void pager_new_page(struct pager *pager);

/* A further part of the document. */
unsigned pager_passage(struct pager *pager, enum passage_kind kind);

/* What is drawn from here on, on this page and those that follow, belongs to a part; 0 for none. */
void pager_read_as(struct pager *pager, unsigned part);

/* An entry for a place on the current page; none for NULL. */
void pager_bookmark(struct pager *pager, const char *title, unsigned level, mpt y);

/* The table from pager->y on: its head block, rows, notes, charts and signature. */
void pager_table(struct pager *pager);

/* page_below.c: puts the table below the one before it; false if that may not be, or if the table had no good place there. */
bool pager_below(struct pager *pager);

/* page_flow.c: the rows below the head block, on as many pages as they need. */
void pager_rows(struct pager *pager);

/* ---- page_block.c: what stands outside the table, from pager->y on ---- */

/* A cover on a page of its own, or more where the list of annexes is long. */
void pager_cover(struct pager *pager, const struct block *cover);

/* The block that opens a table, at the top of its first page. */
void pager_opening(struct pager *pager);

/* The notes; the last two lines of them go with the first chart, or the signature, where it has no room. */
void pager_notes(struct pager *pager);

/* page_chart.c: the charts, each on the page where the table ends if there is room for all of it, else from the next on. */
void pager_charts(struct pager *pager);

/* The least room under a table, or under another chart, that a chart is begun in. */
mpt pager_chart_need(const struct pager *pager, const struct chart *chart);

/* The signature, on one page. */
void pager_signature(struct pager *pager);

/* What must have room under the last row: the notes, and the first chart or the signature; of long notes the first lines; 0 for none of them. */
mpt pager_tail_height(const struct pager *pager);

/* True if the notes have room here but for the last lines, which go with the first chart: the table itself may end here. */
bool pager_tail_parts(const struct pager *pager, mpt free);

#endif
