/* First page of the monthly report. */
#ifndef PHULUC_CONTENT_MONTH_SUMMARY_H
#define PHULUC_CONTENT_MONTH_SUMMARY_H

#include "content/month_maker.h"
#include "content/view.h"

struct view month_summary_view(const struct month_maker *maker);

#endif
