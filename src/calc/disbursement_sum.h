/* What is reported of a cell, added up where it is not said itself. */
#ifndef PHULUC_CALC_DISBURSEMENT_SUM_H
#define PHULUC_CALC_DISBURSEMENT_SUM_H

#include "calc/disbursement_frame.h"
#include "calc/disbursement_said.h"
#include "calc/spending.h"

/* What documents say of a cell in one year, put together from its parts where they do not say it themselves. */
struct spent reported_at(const struct disbursement *disbursement, struct amount_key key, unsigned *reasons);

#endif
