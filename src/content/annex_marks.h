/* Which marks stand in the tables of a decision, so that a legend names those and no others. */
#ifndef PHULUC_CONTENT_ANNEX_MARKS_H
#define PHULUC_CONTENT_ANNEX_MARKS_H

#include "calc/ledger.h"
#include "content/view.h"

struct annex_marks {
    bool dash;       /* "-", the printed zero */
    bool blank;      /* a cell of money that the decision leaves blank beside others of its table that it fills in */
    bool lost;       /* "[…]" */
    bool unstated;   /* a part that is named without a number: "đang tính", the rest */
    bool differs;    /* grey: a figure that differs from those it is made of */
    bool incomplete; /* grey: a sum that cannot be checked because a part of it is lost or not stated */
};

/* The marks in all tables of the plan, that of the money in prose included. */
struct annex_marks annex_all_marks(const struct ledger *ledger);

/* Adds the marks of a table to *marks, which starts as zero. */
void annex_find_marks(struct annex_marks *marks, const struct ledger *ledger, const struct plan_table *table);

/* Adds those of the amounts in prose, which stand in a table where no other holds money. */
void annex_find_prose_marks(struct annex_marks *marks, const struct ledger *ledger);

/* What grey cells are, in the middle of a sentence; NULL if there is none. */
const char *annex_grey_words(const struct annex_marks *marks);

/* Those that stand there, and what each means; how many. */
size_t annex_list_marks(struct view_mark **list, const struct annex_marks *marks, struct arena *arena);

/* All marks in one line; NULL if there is none. */
const char *annex_legend(const struct annex_marks *marks, struct arena *arena);

#endif
