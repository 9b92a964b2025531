#include "model/figure_key.h"

#include "base/text.h"

struct figure_key figure_key_of(int year, const char *source)
{
    return (struct figure_key){ .period.year = year, .source = source };
}

bool figure_key_equal(struct figure_key a, struct figure_key b)
{
    return a.phase == b.phase && period_cmp(a.period, b.period) == 0 && text_equal(a.source, b.source) &&
           text_equal(a.measure, b.measure);
}

static bool period_within(struct period narrow, struct period wide)
{
    return !wide.year || (narrow.year == wide.year && (!wide.month || narrow.month == wide.month));
}

bool figure_key_within(struct figure_key narrow, struct figure_key wide)
{
    return narrow.phase == wide.phase && text_equal(narrow.measure, wide.measure) &&
           period_within(narrow.period, wide.period) && (!wide.source || text_equal(narrow.source, wide.source));
}
