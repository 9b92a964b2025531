/* Biểu 4: what is to be reported next. */
#ifndef PHULUC_CONTENT_MONTH_DUE_VIEW_H
#define PHULUC_CONTENT_MONTH_DUE_VIEW_H

#include "content/month_maker.h"
#include "content/view.h"

/* "quá hạn 99 ngày", "còn 3 ngày" */
const char *month_due_left(const struct due *due, struct arena *arena);

struct view month_due_view(const struct month_maker *maker);

#endif
