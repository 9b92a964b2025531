/*
 * The catalogue: codes of sources of funds, indicators and provincial units that all plans share.
 *
 * A unit's code and name mean something only at a date: after the merger of 1 July 2025 old codes carry new names and old
 * names new codes (Nghị quyết 202/2025/QH15, Quyết định 19/2025/QĐ-TTg).
 */
#ifndef PHULUC_MODEL_CATALOGUE_H
#define PHULUC_MODEL_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/finding.h"
#include "model/plan.h"

struct fund_source {
    const char *code, *name;
};

/* Whether values of several units may be added: a share must be reckoned anew from what it is a share of. */
enum aggregation { AGGREGATION_NONE, AGGREGATION_SUM, AGGREGATION_WEIGHTED };

struct indicator {
    const char *id, *name, *unit;
    enum direction direction;
    enum accumulation accumulation;
    enum aggregation aggregation;
};

/* What a national decision wants of an indicator; only the measure's op, bounds, unit, indicator and year are set. */
struct national_target {
    struct measure measure;
    bool verified, comparable;
    const char *set; /* number of the decision */
};

struct unit {
    const char *code, *name;
    bool is_city;         /* "Thành phố", else "Tỉnh" */
    struct date from, to; /* year 0: open */
};

/* A unit that became, or became part of, another. */
struct unit_move {
    const char *old, *next;
    struct date last_day, first_day;
};

struct catalogue {
    struct fund_source *sources;
    size_t source_count;
    struct indicator *indicators;
    size_t indicator_count;
    struct national_target *national;
    size_t national_count;
    struct unit *units;
    size_t unit_count;
    struct unit_move *moves;
    size_t move_count;
};

/* The unit that a code means on a date; NULL if none. */
const struct unit *catalogue_unit(const struct catalogue *catalogue, const char *code, struct date date);

/* What has become on a day of the unit that a code meant when a plan was decided; NULL if the code meant none. */
const struct unit *catalogue_successor(const struct catalogue *catalogue, const char *code, struct date decided,
                                       struct date day);

/* NULL if there is none. */
const struct indicator *catalogue_indicator(const struct catalogue *catalogue, const char *id);

/* What the nation wants of an indicator by a year: the target of that very year; NULL if none. */
const struct national_target *catalogue_national(const struct catalogue *catalogue, const char *indicator, int year);

/*
 * A finding for every code of the plan that the catalogue lacks; false if there is one. A code that is not there or
 * malformed is none: that is told where the plan is read.
 */
bool catalogue_check(const struct catalogue *catalogue, const struct plan *plan, struct findings *findings);

#endif
