/* What the documents of a month say ahead of it. */
#ifndef PHULUC_CALC_MONTH_AHEAD_H
#define PHULUC_CALC_MONTH_AHEAD_H

#include "calc/month_series.h"

/*
 * What the documents of a month say ahead of it: of the month forecast.last alone, of the year up to its end, or of all years
 * of the plan. An estimate of the month, the half or the year that ends there serves, and what is known up to the month.
 */
struct month_value series_ahead_alone(const struct series *series, struct period month, struct forecast forecast);
struct month_value series_ahead_in_year(const struct series *series, struct period month, struct forecast forecast);
struct month_value series_ahead_counted(const struct series *series, struct period month, struct forecast forecast);

#endif
