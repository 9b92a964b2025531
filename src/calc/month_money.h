/* The lines of a month that are of money: of the plan, its sources, groups and activities. */
#ifndef PHULUC_CALC_MONTH_MONEY_H
#define PHULUC_CALC_MONTH_MONEY_H

#include "calc/month_builder.h"

void month_add_money(struct month_builder *builder);

#endif
