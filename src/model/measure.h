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

/* What a unit of measure is, as the catalogue says; nothing is seen in how it is written. */
enum unit_kind {
    UNIT_UNLISTED, /* the catalogue does not list it */
    UNIT_COUNT,    /* things, which add up: người, lớp */
    UNIT_AMOUNT,   /* of goods, land, other money: tấn, ha, tỷ USD */
    UNIT_MONEY,    /* đồng and its multiples */
    UNIT_SHARE,    /* of a whole: % */
    UNIT_GROWTH,   /* %/năm */
    UNIT_RATE,     /* one thing for each of another: USD/người/năm, tạ/ha */
    UNIT_RANK,     /* hạng */
    UNIT_SCORE,    /* điểm */
    UNIT_YES_NO,   /* có/không */
    UNIT_KINDS
};

struct measure {
    enum measure_kind kind;
    enum op op;
    bool has_low, has_high, has_out_of;
    struct dec low, high, out_of;
    const char *unit, *indicator, *part_of, *base; /* or NULL */
    enum unit_kind unit_kind;                      /* of the unit */
    const char *base_name; /* what a share is a share of, as printed ("dân số trưởng thành"), or NULL */
    int year;              /* 0 if none is stated */
};

/* Tokens as files spell them; unknown tokens, which the schema refuses, parse as the first value. */
enum op op_parse(const char *token);
const char *op_token(enum op op);
enum measure_kind measure_kind_parse(const char *token);
enum unit_kind unit_kind_parse(const char *token);

/* Differences are in points: a share, or growth. */
bool unit_in_points(enum unit_kind kind);
enum direction direction_parse(const char *token);
enum accumulation accumulation_parse(const char *token);

#endif
