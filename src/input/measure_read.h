/* Reads a measure: the attributes that targets, past results and values of results share. */
#ifndef PHULUC_INPUT_MEASURE_READ_H
#define PHULUC_INPUT_MEASURE_READ_H

#include "input/xml.h"
#include "model/measure.h"

struct measure measure_read(struct xml_node node);

/* The attribute that the measure's comparator needs and the element lacks; NULL if it has all. */
const char *measure_lacks(struct xml_node node, const struct measure *measure);

/* Warns of numbers that look like printed ones with a grouping dot ("1.000"). */
void measure_check_numbers(struct xml_node node, const struct measure *measure, const char *subject,
                           struct findings *findings);

#endif
