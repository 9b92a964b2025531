/*
 * What a plan does not say about what adds up: a table that looks like a repetition, a row in no total, an amount whose source may
 * have been forgotten. Each is asked about.
 * And parts that are more than what they are parts of.
 */
#ifndef PHULUC_CHECK_ADDING_CHECK_H
#define PHULUC_CHECK_ADDING_CHECK_H

#include "calc/adding.h"

void adding_check(const struct adding *adding, struct findings *findings);

#endif
