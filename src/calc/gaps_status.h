/* How a target is judged: exceeded, met, on track, behind or missed, or why nothing can be said. */
#ifndef PHULUC_CALC_GAPS_STATUS_H
#define PHULUC_CALC_GAPS_STATUS_H

#include "calc/gap_builder.h"

void gap_add_status(struct gap_builder *builder);

#endif
