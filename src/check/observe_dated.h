/*
 * What a decision names that had ended when it was issued: acts it is based on, bodies it gives work to. By the dates of the
 * catalogue; a decision issued before them prints both as they then were, and nothing is said. Each is a note.
 */
#ifndef PHULUC_CHECK_OBSERVE_DATED_H
#define PHULUC_CHECK_OBSERVE_DATED_H

#include "model/catalogue.h"

void observe_dated(const struct plan *plan, const struct catalogue *catalogue, struct findings *findings);

#endif
