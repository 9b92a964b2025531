/* What an actual is held against: the target, what is expected by now, the goal of the nation. */
#ifndef PHULUC_CALC_GAPS_GOAL_H
#define PHULUC_CALC_GAPS_GOAL_H

#include "calc/gap_builder.h"

/* The span of a measure's bounds; of growth the index that they come to over the years. Without a number: unknown. */
struct gap_span gap_goal(const struct measure *measure, enum measure_kind kind, int years);

/* What the actual is held against: the target; of growth what it comes to over the years so far. */
struct gap_span gap_goal_so_far(const struct gap_builder *builder);

/* actual - goal to the nearer bound, 0 inside. */
struct number gap_distance(struct gap_span actual, struct gap_span goal);

void gap_add_expected(struct gap_builder *builder);
void gap_add_achievement(struct gap_builder *builder);
void gap_add_national(struct gap_builder *builder);

#endif
