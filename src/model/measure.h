/*
 * A measure: what is measured, against which bound and in which unit. Targets, past results and results are measures.
 *
 * An exact value is low, without high. A range has both; so has "ít nhất 02 đến 03", which has a comparator too.
 */
#ifndef PHULUC_MODEL_MEASURE_H
#define PHULUC_MODEL_MEASURE_H

#include <stdbool.h>

#include "base/dec.h"

enum op { OP_EQ, OP_GE, OP_GT, OP_LE, OP_LT, OP_ABOUT, OP_ALMOST, OP_RANGE, OP_NONE };
enum measure_kind { MEASURE_LEVEL, MEASURE_GROWTH, MEASURE_RANK };
enum direction { DIRECTION_UNSAID, DIRECTION_HIGHER, DIRECTION_LOWER, DIRECTION_NEUTRAL };

/* snapshot: a level, each replaces the one before; cumulative: counted from the plan's first year; flow: of one year. */
enum accumulation { ACCUMULATION_SNAPSHOT, ACCUMULATION_CUMULATIVE, ACCUMULATION_FLOW };

struct measure {
    enum measure_kind kind;
    enum op op;
    bool has_low, has_high, has_out_of;
    struct dec low, high, out_of;
    const char *unit, *indicator, *part_of, *base; /* or NULL */
    const char *base_name;                         /* what a share is a share of, as printed ("dân số trưởng thành"), or NULL */
    int year;                                      /* 0 if none is stated */
};

/* Tokens as files spell them; unknown tokens, which the schema refuses, parse as the first value. */
enum op op_parse(const char *token);
const char *op_token(enum op op);
enum measure_kind measure_kind_parse(const char *token);
enum direction direction_parse(const char *token);
enum accumulation accumulation_parse(const char *token);

#endif
