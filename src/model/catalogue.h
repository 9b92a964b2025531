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

/* A step of figures: planned, estimated, actual … "planned" is the default of plans. */
struct figure_phase {
    const char *code, *name;
    bool actual;     /* has happened; else intended */
    bool cumulative; /* counted from the beginning */
    enum phase_flow flow;
};

/* A kind of plan, of which a unit may have several side by side. */
struct programme {
    const char *code, *name;
};

/* An act that decisions cite, with the day it ended. */
struct act {
    const char *number; /* "52/2013/NĐ-CP" */
    const char *title;
    struct date to; /* the last day in force; year 0: in force */
    const char *by; /* the act that ended it, or NULL */
    bool verified;
};

/* Bodies of one level that exist for a time only: "cấp huyện". */
struct body {
    const char *name;
    const char **words; /* keys (text_name_key) of what they are known by in names as printed: "Ủy ban nhân dân huyện" … */
    size_t word_count;
    struct date to; /* the last day; year 0: open */
    const char *basis;
};

/* A unit of measure. */
struct measure_unit {
    const char *name;
    enum unit_kind kind;
};

/* Whether values of several units may be added: a share must be reckoned anew from what it is a share of. */
enum aggregation { AGGREGATION_NONE, AGGREGATION_SUM, AGGREGATION_WEIGHTED };

struct indicator {
    const char *id, *name, *unit;
    enum unit_kind unit_kind;
    enum direction direction;
    enum accumulation accumulation;
    enum aggregation aggregation;
};

/* What a national decision wants of an indicator; only the measure's op, bounds, unit, indicator and year are set. */
struct national_target {
    struct measure measure;
    bool verified, comparable;
    const char *set;         /* number of the decision */
    int set_first, set_last; /* the years that the set is for */
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
    struct figure_phase *phases;
    size_t phase_count;
    struct programme *programmes;
    size_t programme_count;
    struct act *acts;
    size_t act_count;
    struct body *bodies;
    size_t body_count;
    struct measure_unit *measure_units;
    size_t measure_unit_count;
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

/* The unit that, on a day, covers the unit that a code named when a plan was decided; NULL if the code named none. */
const struct unit *catalogue_successor(const struct catalogue *catalogue, const char *code, struct date decided,
                                       struct date day);

/*
 * True if a code named on one day the unit that another code names on another, and no other unit became part of it in
 * between: the eleven units that the merger of 1 July 2025 left alone go on under a new entry, and are still the same.
 */
bool catalogue_is_same_unit(const struct catalogue *catalogue, const char *code, struct date on, const char *other,
                            struct date other_on);

/* NULL if there is none. */
const struct figure_phase *catalogue_phase(const struct catalogue *catalogue, const char *code);
const struct programme *catalogue_programme(const struct catalogue *catalogue, const char *code);
const struct act *catalogue_act(const struct catalogue *catalogue, const char *number);

/* The kind of bodies that an organ as printed belongs to; NULL if the catalogue knows none. Case and tone place do not matter. */
const struct body *catalogue_body(const struct catalogue *catalogue, const char *organ, struct arena *arena);

/* UNIT_UNLISTED also of no unit (NULL). */
enum unit_kind catalogue_unit_kind(const struct catalogue *catalogue, const char *unit);

/*
 * True if the organ as printed names bodies of that kind only. They are named by a word; what stands before it, or begins with a
 * capital behind a comma, is another one: "Các sở, Ủy ban nhân dân huyện, thành phố".
 */
bool body_is_alone(const struct body *body, const char *organ, struct arena *arena);

const struct indicator *catalogue_indicator(const struct catalogue *catalogue, const char *id);

/*
 * What the nation wants of an indicator: the target of that very year, else the earliest later one of the set whose years
 * the year belongs to (its own year is told by the measure); NULL if none.
 */
const struct national_target *catalogue_national(const struct catalogue *catalogue, const char *indicator, int year);

/*
 * A finding for every code of the plan that the catalogue lacks; false if there is one. A code that is not there or
 * malformed is none: that is told where the plan is read.
 */
bool catalogue_check(const struct catalogue *catalogue, const struct plan *plan, struct findings *findings);

#endif
