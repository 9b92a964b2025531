/* First page of the monthly report. */
#ifndef PHULUC_CONTENT_MONTH_SUMMARY_H
#define PHULUC_CONTENT_MONTH_SUMMARY_H

#include "content/month_maker.h"
#include "content/view.h"

/* targets: the table of them, made already, whose words for verdicts it uses. */
struct view month_summary_view(const struct month_maker *maker, const struct view *targets);

#endif
