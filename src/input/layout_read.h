/*
 * Reads layouts (templates/schema/layout.xsd). Every name is resolved and every width checked here, so that a mistake in a
 * layout is a finding with the layout's own file and line, before any data is read.
 */
#ifndef PHULUC_INPUT_LAYOUT_READ_H
#define PHULUC_INPUT_LAYOUT_READ_H

#include "input/xml.h"
#include "model/layout.h"

/* NULL if the layout cannot be used; every fault found on the way is a finding. */
struct layout *layout_read(struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                           struct findings *findings);

#endif
