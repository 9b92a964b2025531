/* What an actual is against what the nation wants. */
#ifndef PHULUC_CALC_GAP_NATIONAL_H
#define PHULUC_CALC_GAP_NATIONAL_H

#include "calc/gap.h"

/* Unknown: no target that may be compared, no actual, or no direction in which it would be better. */
enum national_verdict { NATIONAL_UNKNOWN, NATIONAL_MET, NATIONAL_SHORT };

/* By the gap to the national target: at it is met, but for > and <. */
enum national_verdict gap_national_verdict(const struct gap *gap);

/* The national target may be told: it was seen in a source that the catalogue names, and has a number. */
bool gap_national_is_shown(const struct gap *gap);

#endif
