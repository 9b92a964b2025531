/*
 * What a figure is of: measure × phase × period × source. Together with a row it names one cell, in a plan, in the ledger and
 * in a view; two figures of one row with equal keys say the same thing. Holds no pointer into a plan but its ids.
 */
#ifndef PHULUC_MODEL_FIGURE_KEY_H
#define PHULUC_MODEL_FIGURE_KEY_H

#include <stdbool.h>

#include "model/period.h"

enum figure_phase { FIGURE_PLANNED, FIGURE_CARRIED_IN, FIGURE_ALLOCATED, FIGURE_DISBURSED };

struct figure_key {
    const char *measure;     /* id of a measure that the document declares; NULL: its money */
    enum figure_phase phase;
    struct period period;    /* year 0: the whole period of the plan */
    const char *source;      /* id of a source of funds; NULL: all together */
};

bool figure_key_equal(struct figure_key a, struct figure_key b);

#endif
