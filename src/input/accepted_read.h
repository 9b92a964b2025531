/* Reads accepted findings (templates/schema/accepted.xsd). */
#ifndef PHULUC_INPUT_ACCEPTED_READ_H
#define PHULUC_INPUT_ACCEPTED_READ_H

#include "input/xml.h"
#include "model/accepted.h"

/* Adds the entries of a file to the list; nothing of a file with faults, which are findings. */
void accepted_read(struct accepted_list *list, struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                   struct findings *findings);

#endif
