/*
 * Putting a source together from the events of a file of Word or of a web page: paragraphs and tables begin and end, texts and
 * breaks come in between. A table inside a cell is read as text of the cell.
 */
#ifndef PHULUC_DRAFT_PAPER_H
#define PHULUC_DRAFT_PAPER_H

#include "base/text.h"
#include "draft/original.h"

struct paper {
    struct original *source;
    struct findings *findings;
    struct text text; /* of the paragraph or cell being read */
    struct original_table *table;
    struct original_row *row;
    size_t depth;      /* of tables within each other */
    size_t span, drop; /* columns and rows of the cell being read */
    bool covered;      /* the cell is a part of the one above */
    size_t *below;     /* for each column how many rows a cell above still covers */
    bool refused;      /* with a finding */
};

/* How many columns or rows an attribute says that a cell spans: 1 unless it is a whole number; one more than `most` if beyond it. */
size_t paper_span(const char *attribute, size_t most);

struct paper paper_in(struct original *source, struct findings *findings);
void paper_text(struct paper *paper, const char *text);
void paper_break(struct paper *paper, long line); /* ends the paragraph; inside a table a line of the cell */
void paper_table(struct paper *paper, long line);
void paper_table_end(struct paper *paper);
void paper_row(struct paper *paper);
void paper_row_end(struct paper *paper, long line);
/* A cell that spans so many columns and rows; covered: a part of the cell above it. */
void paper_cell(struct paper *paper, size_t columns, size_t rows, bool covered);
void paper_cell_end(struct paper *paper, long line);

#endif
