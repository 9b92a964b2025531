/* The documents of a plan against each other. */
#ifndef PHULUC_CHECK_RESULTS_LINKS_H
#define PHULUC_CHECK_RESULTS_LINKS_H

#include "check/results_context.h"

/* The documents against each other; those to be dropped are marked. */
void results_check_links(const struct results_list *list, const struct results_context *context, bool *drop);

#endif
