/* The first page of a month: what is otherwise than in last month's report. */
#ifndef PHULUC_CONTENT_MONTH_CHANGES_VIEW_H
#define PHULUC_CONTENT_MONTH_CHANGES_VIEW_H

#include "content/month_maker.h"
#include "content/view.h"

struct view month_changes_view(const struct month_maker *maker);

#endif
