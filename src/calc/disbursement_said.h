/* What documents say of one amount of money: of a year, of a month, up to a month, or as an estimate. */
#ifndef PHULUC_CALC_DISBURSEMENT_SAID_H
#define PHULUC_CALC_DISBURSEMENT_SAID_H

#include <stdbool.h>
#include <stdint.h>

#include "model/results.h"

/* What documents say of one amount in one budget year. */
struct said {
    bool mentioned; /* some document speaks of it */
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

/*
 * What documents say up to the end of a month, a quarter, a half or nine months of the key's year, or of it alone. The period's
 * own document counts before those of its parts; without one all of its parts must be there.
 */
struct said said_of_month(const struct results_list *list, struct amount_key key, struct period period, bool alone);

/* What the documents of a month estimate: of a month alone, of a half or a year up to its end. */
struct said said_of_estimate(const struct results_list *list, struct amount_key key, struct period month,
                             struct forecast forecast);

/* The sum of all twelve months; not known unless every one of them counts. */
struct said said_of_months(const struct results_list *list, struct amount_key key);

#endif
