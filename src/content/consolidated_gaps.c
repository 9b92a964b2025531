#include "content/consolidated_gaps.h"

#include "base/text.h"

static const struct gap *nth_of(const struct gap *gaps, size_t count, const char *indicator, size_t *nth)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(gaps[i].indicator, indicator) && (*nth)-- == 0)
            return &gaps[i];
    return NULL;
}

const struct gap *consolidated_gap(const struct consolidation *all, size_t index, const char *indicator, size_t nth)
{
    const struct gaps *gaps = &all->makers[index].gaps;
    const struct gap *target = nth_of(gaps->items, gaps->count, indicator, &nth);
    return target ? target : nth_of(gaps->others, gaps->other_count, indicator, &nth);
}

size_t consolidated_rows(const struct consolidation *all, const char *indicator)
{
    size_t rows = 0;
    for (size_t i = 0; i < all->count; i++)
        while (consolidated_gap(all, i, indicator, rows))
            rows++;
    return rows;
}

const struct gap *consolidated_figure(const struct consolidation *all, size_t index, const char *indicator)
{
    const struct gap *only = consolidated_gap(all, index, indicator, 0);
    if (!only || !consolidated_adds_up(all, index) || consolidated_gap(all, index, indicator, 1))
        return NULL;
    return only->actual.low.known && only->actual_year == all->context->year ? only : NULL;
}
