/* The lines of a month that are of targets and indicators. */
#ifndef PHULUC_CALC_MONTH_TARGET_H
#define PHULUC_CALC_MONTH_TARGET_H

#include "calc/month_builder.h"

void month_add_targets(struct month_builder *builder);

#endif
