#include "model/fact_key.h"

struct fact_key fact_key_of(int year, size_t source)
{
    return (struct fact_key){ .period.year = year, .source = source };
}

static bool period_equal(struct fact_period a, struct fact_period b)
{
    return a.year == b.year && a.last_year == b.last_year && a.part == b.part;
}

bool fact_key_equal(struct fact_key a, struct fact_key b)
{
    return a.measure == b.measure && a.phase == b.phase && period_equal(a.period, b.period) && a.source == b.source;
}

static int last_year(struct fact_period period)
{
    return period.last_year ? period.last_year : period.year;
}

/* Quarters lie in their half. */
static bool part_within(enum year_part narrow, enum year_part wide)
{
    if (wide == WHOLE_YEAR || narrow == wide)
        return true;
    if (wide == FIRST_HALF)
        return narrow == FIRST_QUARTER || narrow == SECOND_QUARTER;
    return wide == SECOND_HALF && (narrow == THIRD_QUARTER || narrow == FOURTH_QUARTER);
}

static bool period_within(struct fact_period narrow, struct fact_period wide)
{
    if (!wide.year)
        return true;
    return narrow.year >= wide.year && last_year(narrow) <= last_year(wide) && part_within(narrow.part, wide.part);
}

bool fact_key_within(struct fact_key narrow, struct fact_key wide)
{
    return narrow.measure == wide.measure && narrow.phase == wide.phase && period_within(narrow.period, wide.period) &&
           (wide.source == ALL_SOURCES || narrow.source == wide.source);
}

bool fact_ref_equal(const struct fact_ref *a, const struct fact_ref *b)
{
    return a->item == b->item && a->fact == b->fact && fact_key_equal(a->key, b->key);
}
