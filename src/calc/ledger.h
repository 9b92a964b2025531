/*
 * The reconciliation ledger: every equality that a decision implies, one typed line each. Built once for a plan and a run, in
 * time linear in its figures; findings, remarks, explanations and the listing of the equalities all read it.
 *
 * Verdicts: holds; differs (difference = stated − computed; reason LEDGER_IMMATERIAL below the thresholds of the office);
 * incomplete (a part is not known: the difference is what the others leave unexplained); unchecked (the reason says why).
 * A comparison that is no equality is never `differs`: it is an observation, a finding of severity note. Stated figures are
 * never overwritten.
 *
 * Lines point into the plan, which must live as long as the ledger.
 */
#ifndef PHULUC_CALC_LEDGER_H
#define PHULUC_CALC_LEDGER_H

#include "base/map.h"
#include "calc/adding.h"
#include "model/figure_key.h"
#include "model/number_row.h"
#include "model/office.h"

enum ledger_rule {
    LEDGER_CELLS_ROW,      /* the cells of a row and the total it prints */
    LEDGER_ROWS_GROUP,     /* the rows of a group, the parts of an activity, and their sum */
    LEDGER_GROUPS_TOTAL,   /* the rows that a total names and the total */
    LEDGER_TOTAL_ROWS,     /* two total rows of one table, in whatever units they are printed */
    LEDGER_SAME_FIGURE,    /* one figure in annex, summary table and prose */
    LEDGER_PROSE_SUM,      /* the parts that a paragraph names and its total */
    LEDGER_WORDS,          /* an amount and its words */
    LEDGER_LABEL_SUM,      /* a label that does a sum: count × unit price = result */
    LEDGER_COUNT_PARTS,    /* a count and the parts it is split into */
    LEDGER_COUNT_ITEMS,    /* a count and what is listed of it */
    LEDGER_LABEL_PRODUCT,  /* a label that multiplies quantities: points × samples × months */
    LEDGER_LABEL_ROW,      /* what the sums of a label come to and what its row costs */
    LEDGER_LABEL_QUANTITY, /* the count of a label and the quantity of its row */
    LEDGER_QUANTITY_PRICE, /* the quantity of a row × its unit price and what the row costs */
    LEDGER_SPLIT,          /* the rows of a second split and what they are split from */
    LEDGER_BALANCE,        /* what there was + what came − what went and what is left */
    LEDGER_OPENING,        /* what a year begins with and what the year before it left */
    LEDGER_QUARTERS,       /* the quarters or halves of a row and their year or half */
    LEDGER_MEASURE_SUM,    /* quantities or shares of rows and their sum */
    LEDGER_SHARES,         /* shares of which nobody states the whole, and 100 */
    LEDGER_COLUMN_FORMULA, /* what the number row claims of a column, and the cell: 4=3/2 */
    LEDGER_CITATION,       /* the decision's number, date and issuer where it cites itself */
    LEDGER_STATED_ONCE,    /* a figure that stands in no equality: unchecked */
    LEDGER_RULES
};

enum ledger_verdict { LEDGER_HOLDS, LEDGER_DIFFERS, LEDGER_INCOMPLETE, LEDGER_UNCHECKED, LEDGER_VERDICTS };

enum ledger_reason {
    LEDGER_NO_REASON,
    LEDGER_IMMATERIAL,       /* below the thresholds of the office */
    LEDGER_LOST_CELL,        /* a part is lost */
    LEDGER_NOT_STATED,       /* nothing is lost, but the decision states no number of a part */
    LEDGER_LOST_TOTAL,       /* the stated side is lost */
    LEDGER_BLANK,            /* the stated side is blank */
    LEDGER_OVERFLOW,         /* an amount that does not fit */
    LEDGER_WORDS_UNREADABLE, /* words that are no amount */
    LEDGER_OBSERVATION,      /* no equality: told as an observation */
    LEDGER_ALONE,            /* nothing to compare it with */
    LEDGER_ROUNDED,          /* holds within the decimals that are printed (calc/agreement.h) */
    LEDGER_APPROXIMATE,      /* holds, or not, within what a word such as "khoảng" allows (calc/agreement.h) */
    LEDGER_NO_NUMBER,        /* a column of the claim holds no number, or it divides by zero */
    LEDGER_UNITS_UNLIKE,     /* the units of the columns do not say how one becomes the other */
    LEDGER_REASONS
};

/* Of what the sides of a line are; money is whole đồng whatever unit print has. */
enum ledger_unit { LEDGER_DONG, LEDGER_COUNT, LEDGER_NUMBER, LEDGER_DATE, LEDGER_TEXT, LEDGER_UNITS };

/* One side of a line, in the field that its unit names. */
struct ledger_side {
    bool known;
    union {
        int64_t dong;      /* LEDGER_DONG */
        struct dec number; /* LEDGER_COUNT, LEDGER_NUMBER */
        struct date date;  /* LEDGER_DATE */
        const char *text;  /* LEDGER_TEXT */
    };
};

/* What a line is about: a row of a table, a paragraph, a count, or a citation; one of the four pointers is not NULL. */
struct ledger_subject {
    const struct plan *plan; /* whose measures and phases its figures have */
    const char *id;          /* of the row, the paragraph, the count; of a citation that of the plan */
    const char *table;       /* id of the row's table; NULL outside tables */
    const struct plan_row *row;
    const struct prose *prose;
    const struct count *count;
    const struct reference *cited;
};

struct ledger_line {
    struct place place;
    enum ledger_rule rule;
    enum ledger_verdict verdict;
    enum ledger_reason reason;
    enum ledger_unit unit;
    struct ledger_subject subject;
    const struct figure
        *figure;           /* the one that is stated; of a cell that prints none one made for it; NULL: not of money */
    struct figure_key key; /* of the figure; nothing where there is none */
    struct ledger_side stated, computed, difference;
    struct sum sum;                      /* what `computed` is the sum of, if it is one */
    struct ledger_side together; /* of prose that says what one table comes to: what all tables come to; else not known */
    const struct number_row_cell *claim; /* LEDGER_COLUMN_FORMULA: the cell of the number row; else NULL */
    bool in_force; /* of an amendment: held against the plan in force; the terms are figures of that */
    size_t next;   /* the next line of the same figure, as index + 1; 0: none */
};

struct ledger {
    const struct plan *plan;
    const struct plan *in_force; /* of an amendment: what it makes of the plan amended, with the id of that; else NULL */
    const struct office *office;
    struct ledger_line *lines;
    size_t count, capacity;
    struct adding adding;
    struct map by_figure; /* its first line, as index + 1 */
    struct map terms;     /* figures that are terms of some line */
};

/* A plan without money yields the equalities it has without money, possibly none: an empty ledger is no fault. */
struct ledger *ledger_of(const struct plan *plan, const struct office *office, struct arena *arena);

/* With what the number rows of the layouts claim of the tables that they print; ledger_of knows those of the plan alone. */
struct ledger *ledger_as_printed(const struct plan *plan, const struct office *office, const struct layouts *layouts,
                                 struct arena *arena);

/* The figure's first line, and the one after a line; NULL if there is none. */
const struct ledger_line *ledger_first(const struct ledger *ledger, const struct figure *figure);
const struct ledger_line *ledger_next(const struct ledger *ledger, const struct ledger_line *line);

/* The sum that explains the figure exactly: downward, else across; NULL if neither holds. */
const struct ledger_line *ledger_explains(const struct ledger *ledger, const struct figure *figure);

/* True for the sums within a table: of the cells of a row, the rows of a group, the rows of a total. */
bool ledger_sums_parts(const struct ledger_line *line);

/* The parts of the rows of one of the plan's tables. */
const struct sum_parts *ledger_parts(const struct ledger *ledger, const struct plan_table *table);

/* The ledgers of the plans of a run. Of an amendment: that of calc/ledger_amended.h. */
struct ledger_set {
    const struct ledger **items;
    size_t count, capacity;
    /* Makes the ledger of one of its plans again, in the arena; NULL of any other plan. NULL: all that were made are kept. */
    const struct ledger *(*again)(const void *keeper, const struct plan *plan, struct arena *arena);
    const void *keeper;
};

/* NULL if none was made of the plan, or none is kept; a set that is NULL is empty. */
const struct ledger *ledger_find(const struct ledger_set *set, const struct plan *plan);

/* The same, but made again if it is not kept. */
const struct ledger *ledger_get(const struct ledger_set *set, const struct plan *plan, struct arena *arena);

/* There is none of its plan; the arena must live as long as the set. */
void ledger_put(struct ledger_set *set, const struct ledger *ledger, struct arena *arena);

#endif
