/*
 * What the files of the HTML renderer share.
 *
 * The page is HTML and well-formed XML at once, so that a browser and any XML tool read the same. Everything that comes
 * from the report goes through html_text(), html_line() or html_attribute(), which escape it; nothing else may add it.
 *
 * Identifiers are links from outside and must stay what they are. With T the table's id (T:2 for its second part):
 *
 *   T        the table with its title      T:r5      its row 5, the table head not counted
 *   T:n1     its remark 1                  T:r5:c3   a cell that a remark is about
 *   :cover   the first page with the head of the decision
 *   :main    where the navigation ends
 *
 * Ids of plans have no colon, so these never meet one of them. A cell that shows a figure of a plan, of results
 * or what is computed of them has the id of that figure as data-fact, as the query command `facts` lists it: two cells may show the
 * same figure.
 */
#ifndef PHULUC_RENDER_HTML_RENDER_HTML_H
#define PHULUC_RENDER_HTML_RENDER_HTML_H

#include "base/text.h"
#include "report/block.h"
#include "report/chart.h"

/* Escaped text; a line break becomes <br/>. NULL adds nothing. */
void html_text(struct text *out, const char *text);

/* Escaped text; a line break becomes a blank. */
void html_line(struct text *out, const char *text);

/* ' name="value"' with the value escaped. */
void html_attribute(struct text *out, const char *name, const char *value);

/* Identifier of a table: its own id; a further table of that id, as parts of a split table are, gets a number with it. */
const char *html_table_id(const struct report *report, size_t index, struct arena *arena);

/* A paragraph of that class; NULL or empty text adds nothing. */
void html_paragraph(struct text *out, const char *class_name, const char *text);

/* The rules that all pages have, and those that print the report's control line on every page. */
void html_style(struct text *out, const struct report *report);

/* ---- render_html_remarks.c ---- */

/* What is to be said about cells of a table: equal remarks are one, with all the cells that it is about. */
struct html_remark {
    const char *text;
    struct cell_ref *cells;
    size_t count, capacity;
};

struct html_remarks {
    const struct table *table;
    const char *id; /* the table's, unique in the page */
    const struct report *report;
    struct html_remark *items;
    size_t count, capacity;
};

struct html_remarks html_remarks_of(const struct table *table, const char *id, struct arena *arena);

/* The remark's number as it is printed, from 1; 0 if nothing is to be said about the cell. */
size_t html_remark_number(const struct html_remarks *remarks, const struct cell *cell);

/* The cell's identifier. */
const char *html_cell_id(const struct table *table, const char *id, size_t row, size_t column, struct arena *arena);

/* The list of remarks, each with links back to its cells. */
void html_remark_list(struct text *out, const struct html_remarks *remarks);

/* ---- render_html_chart.c ---- */

/* The chart as two drawings in the page, of which one is shown: for paper and desks, and for phones. */
void html_chart(struct text *out, const struct chart *chart, const struct table *table, const struct metrics *metrics);

/* ---- render_html_cell.c ---- */

/* A table being written. */
struct html_painter {
    struct text *out;
    const struct table *table;
    const struct html_remarks *remarks;
    const struct cell **longest; /* the number with the longest tail (",25") in each column; NULL where there are none */
    const bool *noted;           /* by column: some cell has a mark */
};

const struct cell **html_longest_tails(const struct table *table, struct arena *arena);

/* By column: whether some cell below the head that ends there has a mark. */
bool *html_noted_columns(const struct html_remarks *remarks, struct arena *arena);

/* scope is NULL for a cell that is no head. */
void html_cell(const struct html_painter *painter, size_t row, size_t column, const char *scope);

/* ---- render_html_table.c ---- */

/* The table in its scrollable box. heading is the id of its heading. */
void html_table(struct text *out, const struct html_remarks *remarks, const char *heading);

/* ---- render_html_block.c ---- */

/* True if the block says what the document is; then it has the page's h1. */
bool html_has_title(const struct block *block);

void html_block(struct text *out, const struct block *block);

#endif
