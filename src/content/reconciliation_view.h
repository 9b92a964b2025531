/* The ledger in the words of a report: grouped by verdict, what does not hold first. */
#ifndef PHULUC_CONTENT_RECONCILIATION_VIEW_H
#define PHULUC_CONTENT_RECONCILIATION_VIEW_H

#include "content/value.h"

struct arena;
struct ledger;

enum ledger_column { LEDGER_NO, LEDGER_NAME, LEDGER_RULE, LEDGER_STATED, LEDGER_COMPUTED, LEDGER_DIFFERENCE,
                     LEDGER_UNIT, LEDGER_COLUMNS };

struct ledger_row {
    bool is_group; /* the heading of a verdict with its count */
    bool is_open;  /* of a verdict that leaves something to be looked into: differs, incomplete */
    const char *subject;          /* id of the row, paragraph or target that the line is about; NULL for a heading */
    const char *source;           /* its id; NULL: all sources */
    int year;                     /* 0: the period; -1: the line is not about a year */
    struct value cells[LEDGER_COLUMNS];
};

struct ledger_view {
    struct ledger_row *rows;
    size_t count, capacity;
};

/* Money in triệu đồng, as tables print it. */
struct ledger_view ledger_view_of(const struct ledger *ledger, struct arena *arena);

#endif
