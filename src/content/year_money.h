/* Biểu 1 and 2: planned, available and disbursed, by source and by year. */
#ifndef PHULUC_CONTENT_YEAR_MONEY_H
#define PHULUC_CONTENT_YEAR_MONEY_H

#include "content/view.h"
#include "content/year_maker.h"

struct view year_money_view(const struct year_maker *maker);
struct view year_years_view(const struct year_maker *maker);

#endif
