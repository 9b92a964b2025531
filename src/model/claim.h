/*
 * What the claim of a number row (model/number_row.h) comes to in one row of a table, in whatever units its columns are.
 *
 * Every column is turned into the base of its unit (model/unit_scale.h): money into đồng, a percent into a hundredth, tấn into
 * kg. So người × đồng/tháng is compared with triệu đồng as it should be. A claim with the constant 100 in it says itself what a
 * percent is: percents are then taken as they are printed.
 *
 * What is printed with decimals may have been rounded: a quotient of such figures lies between two bounds, and so does a product
 * with a yield or a percentage, which themselves are quotients. A quantity times a price is exact.
 */
#ifndef PHULUC_MODEL_CLAIM_H
#define PHULUC_MODEL_CLAIM_H

#include "base/number.h"
#include "model/number_row.h"
#include "model/unit_scale.h"

/* One column in one row. */
struct claim_operand {
    enum {
        OPERAND_NONE,
        OPERAND_BLANK,
        OPERAND_NUMBER,
        OPERAND_LOST,
        OPERAND_UNSTATED,
        OPERAND_APPROXIMATE
    } kind;             /* NONE: a text */
    bool worked_out;    /* a rate that is no price, such as tạ/ha: what print has may have been divided and rounded */
    struct dec printed; /* OPERAND_NUMBER: in its unit */
    struct unit_scale unit;
};

enum claim_state {
    CLAIM_SILENT, /* it says nothing of the row: a column that it needs is blank */
    CLAIM_KNOWN,
    CLAIM_LOST,        /* print has a column that the copy lost */
    CLAIM_UNSTATED,    /* the decision states no number of a column */
    CLAIM_APPROXIMATE, /* a column is "khoảng" */
    CLAIM_NO_NUMBER,   /* a column holds no number, or it divides by zero */
    CLAIM_OVERFLOW,
};

/* In the unit of the column that makes the claim. */
struct claim_result {
    enum claim_state state;
    struct number value, low, high;
    bool clear; /* the units are known to be of one kind: a difference is one */
    /*
     * The same in figures as they are printed: what its steps come to with them, times 10^power, is the value; false where it
     * adds figures of unlike powers, so that no one factor does it.
     */
    bool scaled;
    int power;
};

/* The operands are by column of the row; own is the cell that makes the claim. Blank adds nothing in sums, if it may. */
struct claim_result claim_compute(const struct number_row_cell *cell, const struct claim_operand *operands,
                                  const struct unit_scale *own, bool blank_is_nothing, struct arena *arena);

/* True if what is printed, with the rounding of its decimals, lies within the bounds of the result. */
bool claim_holds(const struct claim_result *result, struct dec printed);

#endif
