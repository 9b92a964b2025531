/* The documents that decisions of a run rest on: one document has one date, whoever cites it. Each difference is a note. */
#ifndef PHULUC_CHECK_OBSERVE_BASES_H
#define PHULUC_CHECK_OBSERVE_BASES_H

#include "base/finding.h"
#include "model/plan.h"

void observe_bases(const struct plan *const *plans, size_t count, struct findings *findings);

#endif
