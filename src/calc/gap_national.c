#include "calc/gap_national.h"

enum national_verdict gap_national_verdict(const struct gap *gap)
{
    if (!gap_national_is_shown(gap) || !gap->national_gap.known || gap->direction == DIRECTION_NEUTRAL)
        return NATIONAL_UNKNOWN;
    int sign = number_cmp(gap->national_gap, number_whole(0));
    if (gap->direction == DIRECTION_LOWER)
        sign = -sign;
    bool strict = gap->national_op == OP_GT || gap->national_op == OP_LT;
    return sign > 0 || (sign == 0 && !strict) ? NATIONAL_MET : NATIONAL_SHORT;
}

bool gap_national_is_shown(const struct gap *gap)
{
    return gap->national.low.known && !gap_has(gap, GAP_NATIONAL_UNVERIFIED);
}
