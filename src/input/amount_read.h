/* Reads amounts of money: whole đồng from a number in the unit that the table or the document states. */
#ifndef PHULUC_INPUT_AMOUNT_READ_H
#define PHULUC_INPUT_AMOUNT_READ_H

#include "model/plan.h"

/* Where an amount stands, for findings. */
struct amount_at {
    struct place place;
    const char *subject;
    const char *source; /* id of the source of funds, or NULL */
    bool in_table;      /* a figure of a table can say how it is printed */
    bool fraction;      /* and does, or its measure has three decimals: no grouping dot */
};

/*
 * False if the text is no number or there is no unit, which has been told by then, and with a finding if it is no whole
 * number of đồng or too large. A number that looks like one with a grouping dot is a warning.
 */
bool amount_read(int64_t *dong, struct dec *number, const char *text, enum money_unit unit, struct amount_at at,
                 struct findings *findings) __attribute__((warn_unused_result));

/*
 * The same for a number that is no money, in the unit that its words name: targets, results, quantities. A number with three
 * decimals that could be a printed one with a grouping dot ("1.000") is a warning.
 */
bool quantity_read(struct dec *number, const char *text, const char *unit, struct amount_at at, struct findings *findings)
    __attribute__((warn_unused_result));

/* The warning alone, of a number that has been read. */
void quantity_check(const char *text, const char *unit, struct amount_at at, struct findings *findings);

#endif
