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

/* Money as planned, of a year (0: the whole period) and a source (NULL: all). */
struct figure_key figure_key_of(int year, const char *source);

bool figure_key_equal(struct figure_key a, struct figure_key b);

/* True if a figure of the narrow key is a part of the wide one's, or the same: a year lies in the whole period. */
bool figure_key_within(struct figure_key narrow, struct figure_key wide);

#endif
