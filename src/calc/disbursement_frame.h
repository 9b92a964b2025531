/* The frame of a disbursement: the sources and rows whose cells may be asked for, and what it is made from. */
#ifndef PHULUC_CALC_DISBURSEMENT_FRAME_H
#define PHULUC_CALC_DISBURSEMENT_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "model/results.h"

struct plan;
struct totals;

struct spending_source {
    const char *id, *code, *name, *abbr;
    bool has_money; /* the plan states amounts for it, or some document does */
};

struct spending_row {
    const char *id, *no, *title;
    bool is_group;
    unsigned level;
    int parent;    /* index in rows, -1 at the top */
    bool repealed; /* nothing is planned for it any more, but money may have been spent */
};

/* What a disbursement is made from, for calc/disbursement*.c. */
struct disbursement_scope {
    struct forecast forecast; /* what is asked for is an estimate, of documents of the month `reported` */
    struct period reported;
    const struct plan *plan;
    const struct totals *totals; /* NULL if they cannot be computed */
    struct results_list list;
    bool by_rows; /* some document speaks of single groups or activities */
    struct arena *arena;
};

struct disbursement {
    const char *plan, *unit;
    int first_year, last_year, year;
    int month;  /* up to its end, or it alone; 0: the year */
    int months; /* of a quarter, a half or nine months that end with it; else 0 */
    bool alone;
    bool illustrative;
    bool has_money;                  /* some document that counts reports money */
    struct spending_source *sources; /* as the plan declares them */
    size_t source_count;
    struct spending_row *rows; /* groups and activities of tables that have, or had, money; in printed order */
    size_t row_count;
    struct disbursement_scope scope;
};

#endif
