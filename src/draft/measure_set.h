/* A measure as attributes of an element that has one: a target, a result. */
#ifndef PHULUC_DRAFT_MEASURE_SET_H
#define PHULUC_DRAFT_MEASURE_SET_H

#include "draft/measure_find.h"
#include "draft/node.h"

/* NULL: op="none". What is doubtful about the measure marks the element. */
void measure_set(struct node *node, const struct found_measure *measure);

#endif
