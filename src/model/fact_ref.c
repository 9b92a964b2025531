#include "model/fact_ref.h"

bool fact_ref_equal(const struct fact_ref *a, const struct fact_ref *b)
{
    return a->item == b->item && a->fact == b->fact && figure_key_equal(a->key, b->key);
}
