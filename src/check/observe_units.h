/*
 * Units of measure beside what they are keyed for: a growth in persons, a share in tonnes, a sum over rows of different units, a
 * head that names another unit than its column. What a unit is, the catalogue says. Notes.
 */
#ifndef PHULUC_CHECK_OBSERVE_UNITS_H
#define PHULUC_CHECK_OBSERVE_UNITS_H

#include "model/catalogue.h"

void observe_units(const struct plan *plan, const struct catalogue *catalogue, struct findings *findings);

#endif
