/* First page of the year-end report. */
#ifndef PHULUC_CONTENT_YEAR_SUMMARY_H
#define PHULUC_CONTENT_YEAR_SUMMARY_H

#include "content/view.h"
#include "content/year_maker.h"

/* tables: the views behind it, made already; it says nothing that they do not. */
struct view year_summary_view(const struct year_maker *maker, const struct view *tables, size_t count);

#endif
