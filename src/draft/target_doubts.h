/*
 * What the words of a target say and its attributes do not: another year, a fraction, an amount of each year, a comparator that does
 * not stand right before the number. Each gets a mark; nothing is guessed.
 */
#ifndef PHULUC_DRAFT_TARGET_DOUBTS_H
#define PHULUC_DRAFT_TARGET_DOUBTS_H

#include "draft/measure_find.h"
#include "draft/node.h"

/* Marks a target by its words; measure is NULL for a target without a value. */
void target_doubts(struct node *target, const char *words, const struct found_measure *measure, struct arena *arena);

/* Marks a section whose heading names a period that is not the plan's: its targets have no year of their own. */
void target_doubts_heading(struct node *section, const char *heading, int first, int last, struct arena *arena);

#endif
