/* Biểu 3: groups and activities, planned against disbursed. */
#ifndef PHULUC_CONTENT_YEAR_WORKS_H
#define PHULUC_CONTENT_YEAR_WORKS_H

#include "content/view.h"
#include "content/year_maker.h"

struct view year_works_view(const struct year_maker *maker);

#endif
