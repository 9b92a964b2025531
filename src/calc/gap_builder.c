#include "calc/gap_builder.h"

bool gap_is_within_year(const struct gap_builder *builder)
{
    enum { MONTHS = 12 };
    return builder->gap->judged.month && builder->gap->judged.month < MONTHS;
}

bool gap_is_ahead(const struct gap_builder *builder)
{
    return builder->gap->judged.year < builder->gap->target_year || gap_is_within_year(builder);
}
