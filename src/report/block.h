/*
 * Blocks of running lines outside tables: the head of a decision on a cover, and the signature area.
 *
 * A block is a list of rows. What stands left and right in a row begins at one height; a row with a whole line, which
 * takes the width of both, has no sides. Every text is final, '\n' breaks the line. Renderers draw what stands here and choose no word.
 */
#ifndef PHULUC_REPORT_BLOCK_H
#define PHULUC_REPORT_BLOCK_H

#include "report/metrics.h"
#include "report/table.h"

enum side { SIDE_LEFT, SIDE_RIGHT, SIDE_WHOLE, SIDE_COUNT };

/* The solid rule under a line: none, a part of the line in its middle, or as long as the line. */
enum rule { RULE_NONE, RULE_SHORT, RULE_FULL };

/* Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2 and II.5: a short rule is a third to a half of its line. */
enum { RULE_SHORT_PERCENT = 40 };

/* Between a line and its rule. A rule adds nothing to the height: the row that follows brings the room for it. */
#define RULE_BELOW ((mpt)2000)

struct block_line {
    const char *text; /* NULL: nothing stands there */
    enum face face;
    mpt size;
    enum align align;
    enum rule rule;
    bool title; /* of a whole line: it says what the document is, over all its tables */
};

struct block_row {
    struct block_line lines[SIDE_COUNT];
    mpt before; /* free room above */
};

struct block {
    const char *bookmark, *sheet; /* of a page of its own; NULL otherwise */
    int left_percent;             /* share of the left side in the width */
    struct block_row *rows;
    size_t count, capacity;
};

/* Where a side begins and how wide it is, in a block of that width. */
mpt block_side_x(const struct block *block, enum side side, mpt width);
mpt block_side_width(const struct block *block, enum side side, mpt width);

/* Length of the rule under a line whose text is that wide; 0 for none. */
mpt block_rule_width(const struct block_line *line, mpt text_width);

/* Height of a row without the room above it, and of the whole block. */
mpt block_row_height(const struct block *block, size_t row, mpt width, const struct metrics *metrics, struct arena *arena);
mpt block_height(const struct block *block, mpt width, const struct metrics *metrics, struct arena *arena);

/* True if the texts are as a report's texts must be; a violation is a finding. */
bool block_check(const struct block *block, struct findings *findings) __attribute__((warn_unused_result));

#endif
