#include "calc/gap_builder.h"

bool gap_is_within_year(const struct gap_builder *builder)
{
    enum { MONTHS = 12 };
    return builder->context->month && builder->context->month < MONTHS;
}
