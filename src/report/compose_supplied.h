/* Whether a view supplies what a layout shows. Private to compose.c. */
#ifndef PHULUC_REPORT_COMPOSE_SUPPLIED_H
#define PHULUC_REPORT_COMPOSE_SUPPLIED_H

#include "content/view.h"
#include "model/layout.h"

/* False with a finding, at its line of the layout, for every fact that the layout names and the view does not supply. */
bool compose_supplied(const struct layout *layout, const struct view *view, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
