/* The first page of the consolidated report. */
#ifndef PHULUC_CONTENT_CONSOLIDATED_SUMMARY_H
#define PHULUC_CONTENT_CONSOLIDATED_SUMMARY_H

#include "content/consolidation.h"

/* decided: the view of the units as decided (Biểu 1), whose total it reads. */
struct view consolidated_summary_view(const struct consolidation *all, const struct view *decided);

#endif
