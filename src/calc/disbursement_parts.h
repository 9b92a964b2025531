/* What the parts of disbursement.c share. Private to calc/disbursement*.c. */
#ifndef PHULUC_CALC_DISBURSEMENT_PARTS_H
#define PHULUC_CALC_DISBURSEMENT_PARTS_H

#include "calc/disbursement.h"
#include "model/plan.h"

/* What documents say of one amount in one budget year. */
struct said {
    bool mentioned;  /* some document speaks of it */
    bool known;
    int64_t dong;
    enum basis basis; /* of a single document's figure */
    bool not_reported, provisional, year_to_date, overflow;
};

struct amount_key {
    enum phase phase;
    const char *source, *of;
    int year;
};

struct said said_of_year(const struct results_list *list, struct amount_key key);

/* What documents say up to the end of a month of the key's year, or of that month alone. */
struct said said_of_month(const struct results_list *list, struct amount_key key, int month, bool alone);

/* What the documents of a month estimate: of a month alone, of a half or a year up to its end. */
struct said said_of_estimate(const struct results_list *list, struct amount_key key, struct period month,
                             struct forecast forecast);

/* The sum of all twelve months; not known unless every one of them counts. */
struct said said_of_months(const struct results_list *list, struct amount_key key);

/* What the plan has for a cell, with the reasons. */
struct spent planned_at(const struct disbursement *disbursement, const char *row, const char *source, int year,
                        unsigned *reasons);

/* What documents say of a cell in one year, put together from its parts where they do not say it themselves. */
struct spent reported_at(const struct disbursement *disbursement, struct amount_key key, unsigned *reasons);

/* The plan's row with that id that holds money; *table is set. NULL if there is none. */
const struct plan_row *money_row(const struct plan *plan, const char *id, const struct plan_table **table);

#endif
