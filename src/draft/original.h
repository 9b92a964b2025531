/*
 * A decision's own text as its file has it: paragraphs and tables in their order, whatever kind of file it was.
 *
 * Texts are UTF-8 in normalization form C with single blanks and without marks of layout (bold, headings, bullets stay).
 * Nothing is recognised here. A joint is a place in a paragraph where pieces that the file has apart were put together and could
 * belong together otherwise: whoever keys something across a joint marks it for a person.
 */
#ifndef PHULUC_DRAFT_ORIGINAL_H
#define PHULUC_DRAFT_ORIGINAL_H

#include "base/finding.h"

/* What a table may have: more is no table of a decision. */
enum { ORIGINAL_COLUMNS_MAX = 200, ORIGINAL_ROWS_MAX = 20000, ORIGINAL_BLOCKS_MAX = 100000 };

struct original_cell {
    const char *text;  /* never NULL */
    const char *lines; /* the same with the ends of its paragraphs */
    bool covered;      /* a part of the cell to its left or above it, which spans this place */
};

struct original_row {
    struct original_cell *cells;
    size_t count, capacity;
    long number; /* as the source counts: the row of a sheet, of a table */
};

struct original_table {
    struct original_row *rows;
    size_t count, capacity;
    const char *sheet;   /* of a workbook, or NULL */
    size_t first_column; /* of the sheet, from 0 */
    bool spans; /* the file says which cells are merged; otherwise an empty cell of a head may belong to the one before */
};

struct original_block {
    const char *text; /* of a paragraph; NULL: a table */
    struct original_table *table;
    long number;    /* of paragraphs, and of tables, from 1 */
    long line;      /* of the file, 0 where it has no lines */
    size_t *joints; /* offsets into text */
    size_t joint_count, joint_capacity;
};

struct original {
    const char *path;
    struct arena *arena;
    struct original_block *blocks;
    size_t count, capacity;
    long paragraphs, tables;
    size_t counted; /* paragraphs whose number the program that wrote them counts, and that is not in the text */
    size_t objects; /* embedded, and not read */
};

/*
 * Composed letters, single plain blanks, and no characters that nobody sees: soft hyphens of word processors and the like are no
 * letters of the text.
 */
const char *original_clean(struct arena *arena, const char *text);

/* Adds a paragraph; NULL without one if the text is blank. */
struct original_block *original_paragraph(struct original *source, const char *text, long line);
struct original_table *original_table(struct original *source, long line);
struct original_row *original_row(struct original *source, struct original_table *table);
void original_cell(struct original *source, struct original_row *row, const char *text, bool covered);

/* "" where the row has no such cell. */
const char *original_cell_text(const struct original_row *row, size_t column);

/*
 * Tables that only place things on a page, the head of a decision beside the national title, the recipients beside the signature,
 * become the paragraphs of their cells.
 */
void original_flatten(struct original *source);

/* True if a joint is inside these offsets of the paragraph. */
bool original_has_joint(const struct original_block *block, size_t from, size_t to);

/* "đoạn 12", "bảng 2" */
const char *original_place(struct arena *arena, const struct original_block *block);

/* The number of columns of the widest row. */
size_t original_columns(const struct original_table *table);

#endif
