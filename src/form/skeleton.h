/*
 * Skeletons of documents for who keys them: all elements that the schema wants, in its order, with what is known filled in.
 *
 * Before each element that a person has to fill in stands a mark, <?doubt …?>, that says what belongs there; a document with a
 * mark is refused where it is read (input/xml.h), and but for the marks a skeleton is valid.
 */
#ifndef PHULUC_FORM_SKELETON_H
#define PHULUC_FORM_SKELETON_H

#include "form/form.h"

/* A plan of the unit for the years; the unit may be NULL. */
const char *skeleton_plan(const char *unit, int first_year, int last_year, struct arena *arena);

/* Results of what the form of the request asks, row by row, all as not reported. NULL with a finding where form_make() has one. */
const char *skeleton_results(const struct form_request *request, struct arena *arena, struct findings *findings);

#endif
