/*
 * The number row: the line of column numbers under the head of a form, as printed, and what it claims.
 *
 *   A | B | 1 | 2 | 3 | 4=3/2 | (5) = (3)-(2) | 6 = 1 + ... + 3 | 6a | 7=6x6a
 *
 * A cell has a label (a letter, a Roman number, a number, a number with a letter or a decimal behind it, in brackets or not), and
 * may say how its column comes from others: + - x * / : with brackets, and ".." or "..." for all columns between two that are
 * added. Constants are "100" or "100%", other powers of ten as a factor (6=4x5/10), each where no column has that number, and
 * percentages as a factor (4=3x8%). A slip of the row is a fault of its cell: the row is printed as it stands, and
 * a cell with a fault that leaves its claim unclear claims nothing.
 *
 * What a claim comes to is reckoned in model/claim.h.
 *
 * Forms of this kind: Thông tư 342/2016/TT-BTC, Thông tư 69/2017/TT-BTC, forms of the State budget.
 */
#ifndef PHULUC_MODEL_NUMBER_ROW_H
#define PHULUC_MODEL_NUMBER_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/number.h"

/* What is wrong with a cell. Those from NUMBER_ROW_SELF on leave it without a claim. */
enum number_row_fault {
    NUMBER_ROW_FINE,
    NUMBER_ROW_GAP,        /* the number before it is missing: "A B 2 3" */
    NUMBER_ROW_TWICE,      /* another column has the label */
    NUMBER_ROW_REPEATED,   /* the label is printed twice in its cell: "5 5=4x1" */
    NUMBER_ROW_SELF,       /* the claim names its own column: "6=4*6" */
    NUMBER_ROW_UNKNOWN,    /* the claim names a column that there is not */
    NUMBER_ROW_UNREADABLE, /* no claim that can be read */
};

enum number_row_code { NUMBER_COLUMN, NUMBER_CONSTANT, NUMBER_ADD, NUMBER_SUBTRACT, NUMBER_MULTIPLY, NUMBER_DIVIDE };

/* One step of a claim, operands before operators. */
struct number_row_step {
    enum number_row_code code;
    size_t column;    /* NUMBER_COLUMN: index in the row */
    int64_t constant; /* NUMBER_CONSTANT */
    bool turns;       /* a constant that turns one unit into another: 10, 1000 */
};

struct number_row_cell {
    const char *printed;           /* "" where the cell is blank */
    const char *label;             /* without brackets; NULL if the cell has none */
    struct number_row_step *steps; /* its claim; NULL if it makes none */
    size_t step_count;
    enum number_row_fault fault;
    const char *named; /* what the fault is about: a label, or the text that cannot be read */
};

struct number_row {
    struct number_row_cell *cells; /* one for each column */
    size_t count;
};

/* The texts must live as long as the row. */
struct number_row number_row_read(const char *const *printed, size_t count, struct arena *arena);

/* The claim with the columns by other names, such as addresses of a sheet, with + - * / and brackets: "D8/(C8+B8)". */
const char *number_row_formula(const struct number_row_cell *cell, const char *const *names, struct arena *arena);

#endif
