/* Reads an office file (templates/schema/office.xsd). */
#ifndef PHULUC_INPUT_OFFICE_READ_H
#define PHULUC_INPUT_OFFICE_READ_H

#include "input/xml.h"
#include "model/office.h"

/* A second office file, or one with faults, is a finding and changes nothing. */
void office_read(struct office *office, struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                 struct findings *findings);

#endif
