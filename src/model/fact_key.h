/*
 * Which figure: the dimensions that tell the figures of one item apart, and the name of one cell's worth of content.
 *
 * A figure is keyed by what is measured, in which phase, of which period and from which source of funds. The default of
 * each dimension is 0 (of the source ALL_SOURCES): money, as planned, of the whole period, from all sources. A text has the
 * key of defaults.
 */
#ifndef PHULUC_MODEL_FACT_KEY_H
#define PHULUC_MODEL_FACT_KEY_H

#include <stddef.h>
#include <stdint.h>

#include "model/fact.h"

#define ALL_SOURCES SIZE_MAX

/* Parts of a year; a figure of the whole year has none. */
enum year_part { WHOLE_YEAR, FIRST_QUARTER, SECOND_QUARTER, THIRD_QUARTER, FOURTH_QUARTER, FIRST_HALF, SECOND_HALF };

struct fact_period {
    int year;      /* 0: the whole period of the plan */
    int last_year; /* of a span of years; 0: of one year */
    enum year_part part;
};

struct fact_key {
    unsigned measure; /* 0: money; else a measure of the view, from 1 on */
    unsigned phase;   /* 0: planned; else a phase of the view, from 1 on */
    struct fact_period period;
    size_t source;    /* index in the view's sources, or ALL_SOURCES */
};

/* A fact of an item of a view: what one cell shows. */
struct fact_ref {
    size_t item;
    enum fact_id fact;
    struct fact_key key;
};

/* The key of a year (0: the whole period) and a source. */
struct fact_key fact_key_of(int year, size_t source);

bool fact_key_equal(struct fact_key a, struct fact_key b);

/* True if a figure of the narrow key is a part of the wide one's, or the same: a year lies in the whole period. */
bool fact_key_within(struct fact_key narrow, struct fact_key wide);

bool fact_ref_equal(const struct fact_ref *a, const struct fact_ref *b);

#endif
