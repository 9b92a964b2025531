/* The first page of the consolidated report. */
#ifndef PHULUC_CONTENT_CONSOLIDATED_SUMMARY_H
#define PHULUC_CONTENT_CONSOLIDATED_SUMMARY_H

#include "content/assessment_view.h"
#include "content/consolidation.h"

/* The documents of all plans, each under the name of its unit: what they say in words. */
const struct assessed *consolidated_assessed(const struct consolidation *all);

/* decided: the view of the units as decided (Biểu 1), whose total it reads. */
struct view consolidated_summary_view(const struct consolidation *all, const struct view *decided);

#endif
