/* What came later than it should, or otherwise than it was reported before: a line for each document, not for each figure. */
#ifndef PHULUC_CONTENT_MONTH_CORRECTIONS_H
#define PHULUC_CONTENT_MONTH_CORRECTIONS_H

#include "content/items.h"
#include "content/month_maker.h"

/* Verdicts that told() holds for stand on the page already. */
void month_add_corrections(struct items *list, const struct month_maker *maker, bool (*told)(const struct month_change *));

#endif
