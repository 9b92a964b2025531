/*
 * Shares ("Tỷ lệ %", "30 % / 70 %") against the money that stands beside them: of each row in its table, of each source in its
 * row, where the shares make 100. Each is a note: a share may be one of something else.
 */
#ifndef PHULUC_CHECK_OBSERVE_SHARES_H
#define PHULUC_CHECK_OBSERVE_SHARES_H

#include "model/plan.h"

void observe_shares(const struct plan *plan, const struct plan_table *table, struct findings *findings);

#endif
