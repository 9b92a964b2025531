/* What the plan has for a cell. */
#ifndef PHULUC_CALC_DISBURSEMENT_PLAN_H
#define PHULUC_CALC_DISBURSEMENT_PLAN_H

#include "calc/disbursement_frame.h"
#include "calc/spending.h"

/* What the plan has for a cell, with the reasons. */
struct spent planned_at(const struct disbursement *disbursement, const char *row, const char *source, int year,
                        unsigned *reasons);

#endif
