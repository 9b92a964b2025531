/* Reads the catalogue (templates/schema/catalogue.xsd). */
#ifndef PHULUC_INPUT_CATALOGUE_READ_H
#define PHULUC_INPUT_CATALOGUE_READ_H

#include "input/xml.h"
#include "model/catalogue.h"

/* NULL with findings if it cannot be used. */
const struct catalogue *catalogue_read(struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                                       struct findings *findings);

#endif
