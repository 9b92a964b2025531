/*
 * Money of a cell (calc/disbursement.h) in the words of a report: what is printed for each amount, and what is to be said.
 *
 * What is not reported prints a sign or words, never a number. What lacks a part is printed and marked; nothing is reckoned with it.
 */
#ifndef PHULUC_CONTENT_SPENDING_WORDS_H
#define PHULUC_CONTENT_SPENDING_WORDS_H

#include "calc/disbursement.h"
#include "content/value.h"

struct year_money {
    struct spending spending;
    struct spent available; /* carried in and allocated */
    bool nothing_due;       /* the plan has nothing for the cell and no document speaks of it: nothing is missing */
    const char *note;       /* NULL if there is nothing to say */
};

/* row, source and year as in spending_at(). */
struct year_money year_money_of(const struct disbursement *disbursement, const char *row, const char *source, int year,
                                struct arena *arena);

/* The amount in triệu đồng, or the sign for one that is not reported. */
struct value spent_value(const struct spent *spent);

/*
 * An amount with the word that stands before it, as text: "khoảng 600". Of a range, whose lower bound is reckoned with, that
 * it is at least that. Values that are no numbers, and exact ones, stay as they are.
 */
struct value value_with_op(struct value value, enum figure_op op, struct arena *arena);

/* An amount of the cell; a dash where nothing is due. */
struct value reported_value(const struct year_money *money, const struct spent *spent);

/* What is planned, with the word that it is printed with, or why nothing is. */
struct value planned_value(const struct spending *spending, struct arena *arena);

/* True if it can be reckoned with. */
bool is_whole(const struct spent *spent);

#endif
