/* The name of one cell's worth of content: a fact of an item of a view, and which of its figures. */
#ifndef PHULUC_MODEL_FACT_REF_H
#define PHULUC_MODEL_FACT_REF_H

#include <stddef.h>

#include "model/fact.h"
#include "model/figure_key.h"

/* A text has the key of defaults: all zero; one of several texts of a row has its name as the measure. */
struct fact_ref {
    size_t item;
    enum fact_id fact;
    struct figure_key key;
};

bool fact_ref_equal(const struct fact_ref *a, const struct fact_ref *b);

#endif
