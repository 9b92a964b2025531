/* What the parts of gaps.c share. Private to calc/gaps*.c. */
#ifndef PHULUC_CALC_GAPS_PARTS_H
#define PHULUC_CALC_GAPS_PARTS_H

#include "calc/actuals.h"
#include "calc/gaps.h"
#include "model/catalogue.h"
#include "model/office.h"
#include "model/plan.h"

struct gap_builder {
    const struct gaps_context *context;
    const struct plan *plan;
    const struct target *target;
    struct results_list list; /* the documents of the plan that count */
    enum accumulation accumulation;
    int years, years_so_far;  /* of the period up to the target year, and up to the year asked for; at least 0 */
    struct gap *gap;
    struct arena *arena;
};

/* Some of the context's year is still to come. */
bool gap_is_within_year(const struct gap_builder *builder);

void gap_because(struct gap *gap, enum gap_reason reason);

/* The span of a measure's bounds; of growth the index that they come to over the years. Without a number: unknown. */
struct gap_span gap_goal(const struct measure *measure, enum measure_kind kind, int years);

/* What the actual is held against: the target; of growth what it comes to over the years so far. */
struct gap_span gap_goal_so_far(const struct gap_builder *builder);

/* actual - goal to the nearer bound, 0 inside. */
struct number gap_distance(struct gap_span actual, struct gap_span goal);

void gap_add_baseline(struct gap_builder *builder);
void gap_add_expected(struct gap_builder *builder);
void gap_add_achievement(struct gap_builder *builder);
void gap_add_national(struct gap_builder *builder);
void gap_add_status(struct gap_builder *builder);

#endif
