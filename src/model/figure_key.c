#include "model/figure_key.h"

#include "base/text.h"

bool figure_key_equal(struct figure_key a, struct figure_key b)
{
    return a.phase == b.phase && period_cmp(a.period, b.period) == 0 && text_equal(a.source, b.source) &&
           text_equal(a.measure, b.measure);
}
