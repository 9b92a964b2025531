/*
 * What a unit of measure as keyed comes to: "triệu đồng" is money, 10^6 of its base; "tấn" is mass, 10^3 kg; "đồng/tháng" is
 * money for one of something that is only counted; "%" is a hundredth.
 *
 * Units of one family convert into each other by powers of ten. A unit that no family knows (người, lớp, lượt) is a count:
 * it has no power and no family, and takes a factor in front of it: "nghìn lượt" is 10^3.
 */
#ifndef PHULUC_MODEL_UNIT_SCALE_H
#define PHULUC_MODEL_UNIT_SCALE_H

#include <stdbool.h>

#include "base/arena.h"

/* đồng; one foreign currency as good as another; kg; m; m²; m³; kWh. */
enum unit_family {
    FAMILY_MONEY,
    FAMILY_CURRENCY,
    FAMILY_MASS,
    FAMILY_LENGTH,
    FAMILY_AREA,
    FAMILY_VOLUME,
    FAMILY_ENERGY,
    UNIT_FAMILIES
};

struct unit_scale {
    int power;                           /* of ten, that turns it into the base of its family */
    signed char exponent[UNIT_FAMILIES]; /* of each family in it: 1, of what it is per −1 */
    bool percent;
    bool none; /* nothing is keyed: a number without unit */
};

/* NULL and "" are no unit. */
struct unit_scale unit_scale_of(const char *unit, struct arena *arena);

/* True of what never adds up: a hundredth, so much for one of something. */
bool unit_is_ratio(const char *unit);

/* True if both measure the same kind of thing, whatever their powers. */
bool unit_scale_alike(const struct unit_scale *a, const struct unit_scale *b);

#endif
