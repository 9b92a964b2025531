/* The first page: three figures, the targets that are furthest behind, what is missing. */
#ifndef PHULUC_CONTENT_YEAR_SUMMARY_H
#define PHULUC_CONTENT_YEAR_SUMMARY_H

#include "content/view.h"
#include "content/year_maker.h"

struct view year_summary_view(const struct year_maker *maker);

#endif
