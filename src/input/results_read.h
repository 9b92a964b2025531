/* Reads a results document (templates/schema/results.xsd). */
#ifndef PHULUC_INPUT_RESULTS_READ_H
#define PHULUC_INPUT_RESULTS_READ_H

#include "input/xml.h"
#include "model/results.h"

/*
 * Adds the document to the list, marked if the file has faults, which are findings. What can only be known together with
 * the plans and the other documents is left to results_check(), which also drops what cannot be used.
 */
void results_read(struct results_list *list, struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                  struct findings *findings);

#endif
