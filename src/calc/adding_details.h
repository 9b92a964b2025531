/*
 * Tables that print in detail what one row of another table states ("Chi thương mại điện tử (chi tiết tại Phụ lục 02)"):
 * where they do not say so, the money would be counted twice.
 */
#ifndef PHULUC_CALC_ADDING_DETAILS_H
#define PHULUC_CALC_ADDING_DETAILS_H

#include "calc/adding.h"

/* Leaves out each table that may repeat and comes to what a row without children of another table that adds up comes to. */
void adding_find_details(struct adding *adding, struct arena *arena);

#endif
