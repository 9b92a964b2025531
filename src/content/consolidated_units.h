/* Biểu 1 and 2: the units as decided, and as now organised; what tables call them. */
#ifndef PHULUC_CONTENT_CONSOLIDATED_UNITS_H
#define PHULUC_CONTENT_CONSOLIDATED_UNITS_H

#include "content/consolidation.h"

#define LABEL_DECIDED "Biểu 1"
#define CONSOLIDATED_DECIDED "consolidate-decided"

/* The unit of a plan as when it was decided: "Tỉnh Bình Định", "Tỉnh Bình Định: Khuyến công" where it has several plans. */
const char *consolidated_unit_name(const struct consolidation *all, size_t index);

/* The same over its columns, where "Tỉnh" above each would take a line of every page: "Bình Định", but "Thành phố Cần Thơ". */
const char *consolidated_unit_head(const struct consolidation *all, size_t index);

/* The same inside a sentence: "tỉnh Đồng Nai". */
const char *consolidated_unit_in_sentence(const struct consolidation *all, size_t index);

struct view consolidated_decided_view(const struct consolidation *all);
struct view consolidated_current_view(const struct consolidation *all);

#endif
