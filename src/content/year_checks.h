/* Biểu 6: what does not hold among the plan's own figures. */
#ifndef PHULUC_CONTENT_YEAR_CHECKS_H
#define PHULUC_CONTENT_YEAR_CHECKS_H

#include "content/view.h"
#include "content/year_maker.h"

struct view year_checks_view(const struct year_maker *maker);

#endif
