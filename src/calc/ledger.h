/*
 * The reconciliation ledger: every equality that a decision implies, one line each.
 *
 *   cells-row      the cells of a row and the total it prints
 *   rows-group     the rows of a group, the parts of an activity, and their sum
 *   groups-total   the rows that a total names and the total
 *   total-rows     two total rows of one table, in whatever units they are printed
 *   same-figure    one figure in annex, summary table and prose
 *   prose-sum      the parts that a paragraph names and its total
 *   words          an amount and its words
 *   label-sum      a label that does a sum: count × unit price = result
 *   count-parts    a count and the parts it is split into
 *   citation       the decision's number, date and issuer where it cites itself
 *   stated-once    a figure that stands in no equality: unchecked
 *
 * Verdicts: holds; differs (difference = stated − computed; reason "immaterial" below the thresholds of the office);
 * incomplete (a part is lost: the difference is what the legible
 * parts leave unexplained); unchecked (the reason says why). A comparison that is no equality is never `differs`: it is an
 * observation, a finding of severity note. Stated figures are never overwritten.
 */
#ifndef PHULUC_CALC_LEDGER_H
#define PHULUC_CALC_LEDGER_H

#include "calc/sums.h"

enum ledger_verdict { LEDGER_HOLDS, LEDGER_DIFFERS, LEDGER_INCOMPLETE, LEDGER_UNCHECKED };

struct ledger_line {
    struct place place;
    const char *rule;          /* token of the list above */
    const char *subject;       /* id of the row, paragraph, count */
    const char *name;          /* what a person calls it */
    const struct figure *figure; /* the one that is stated; NULL for counts, labels, citations and blank cells */
    const struct source *source;
    int year;                  /* 0: the period; -1: the line is not about a year */
    const char *unit;          /* dong, count, number, date, text */
    const char *stated, *computed, *difference; /* canonical; NULL where there is none */
    enum ledger_verdict verdict;
    const char *reason;        /* token, or NULL */
    const struct term *terms;  /* what `computed` is the sum of, if it is one */
    size_t term_count;
};

struct ledger {
    const struct plan *plan;
    const struct office *office;
    struct ledger_line *lines;
    size_t count, capacity;
};

/* A plan without money yields the equalities it has without money, possibly none: an empty ledger is no fault. */
struct ledger ledger_of(const struct plan *plan, const struct office *office, struct arena *arena);

/*
 * A finding for every line that differs and that sums_check() does not tell: the same figure in two places, words, labels,
 * counts. Sums within a table are told there, with their rows.
 */
void ledger_check(const struct plan *plan, const struct office *office, struct findings *findings);

/* True for the sums within a table: of the cells of a row, the rows of a group, the rows of a total. */
bool ledger_sums_parts(const struct ledger_line *line);

const char *verdict_token(enum ledger_verdict verdict);

#endif
