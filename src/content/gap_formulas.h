/*
 * Mức đạt and tiến độ as formulas for a workbook: over the goal, the result and the baseline as they are printed in the same row.
 * One rule for all rows: a share is a formula where the printed figures give it, to its printed decimals; where one of them is
 * no number (khoảng, a range) or is not what the share is made of, it is a constant.
 */
#ifndef PHULUC_CONTENT_GAP_FORMULAS_H
#define PHULUC_CONTENT_GAP_FORMULAS_H

#include "calc/gaps.h"
#include "content/value.h"

/* The values are those of the facts gap.goal-number, gap.actual and gap.baseline of the same item. */
void gap_put_achievement_formula(struct value *achievement, const struct gap *gap, const struct value *goal,
                                 const struct value *actual, struct arena *arena);
void gap_put_progress_formula(struct value *progress, const struct value *goal, const struct value *actual,
                              const struct value *baseline, struct arena *arena);

#endif
