/* Reads the period of a figure or of a column: year | quarter | half | first and last | period="whole", and to. */
#ifndef PHULUC_INPUT_FIGURE_PERIOD_READ_H
#define PHULUC_INPUT_FIGURE_PERIOD_READ_H

#include "input/xml.h"
#include "model/figure_key.h"

/* True if the element says any period. */
bool figure_period_is_keyed(struct xml_node node);

/* The period, `year` where the element says none; false if it says more than one, or only one end of a span. */
bool figure_period_read(struct figure_period *period, struct xml_node node, int year) __attribute__((warn_unused_result));

#endif
