/* What an actual is held against: the target, what is expected by now, the goal of the nation. */
#ifndef PHULUC_CALC_GAPS_GOAL_H
#define PHULUC_CALC_GAPS_GOAL_H

#include "calc/gap_builder.h"

/* The span of a measure's bounds; of growth in % a year. Without a number: unknown. */
struct gap_span gap_goal(const struct measure *measure);

/* actual - goal to the nearer bound, 0 inside. */
struct number gap_distance(struct gap_span actual, struct gap_span goal);

/* True if the one is as good as the other by the direction of the gap, or better; of a strict bound only if better. */
bool gap_is_reached(const struct gap *gap, struct number value, struct number limit, bool strict);

void gap_add_distance(struct gap *gap);
void gap_add_expected(struct gap_builder *builder);
void gap_add_achievement(struct gap_builder *builder);
void gap_add_national(struct gap_builder *builder);

#endif
