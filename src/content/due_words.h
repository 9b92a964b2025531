/* What is due (calc/due.h), in words: of a decision's deadline those that it prints. */
#ifndef PHULUC_CONTENT_DUE_WORDS_H
#define PHULUC_CONTENT_DUE_WORDS_H

#include "calc/due.h"

/* "Báo cáo tháng 4 năm 2024", "Báo cáo quý I năm 2024 (Biểu 02/SCT)" */
const char *due_what(const struct due *due, struct arena *arena);

/* Who reports, and to whom: NULL if nobody is named. Copies for the files ("Lưu: VT") are no addressees. Of bodies that
 * are no more that is said. */
const char *due_from(const struct due *due, struct arena *arena);
const char *due_to(const struct due *due, struct arena *arena);

/* By what: the place in the decision, or the article of the decree. */
const char *due_rule(const struct due *due);

#endif
