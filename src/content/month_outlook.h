/* What the forms of May, October and December add to Biểu 1 to 3: estimates, the year before, the plan of the year after. */
#ifndef PHULUC_CONTENT_MONTH_OUTLOOK_H
#define PHULUC_CONTENT_MONTH_OUTLOOK_H

#include "content/items.h"
#include "content/month_maker.h"

/* Estimates and the years around: of an indicator, of money disbursed. */
void month_put_outlook(struct items *list, const struct month_maker *maker, const struct month_line *line);
void month_put_money_outlook(struct items *list, const struct month_maker *maker, const struct month_line *line);

/* The month, if its documents estimate money of the year for some line of that kind (of the plan, or of its rows); else 0. */
int month_of_estimates(const struct month_maker *maker, bool of_rows);

/* Under a table that shows estimates. */
void month_note_outlook(struct view *view, const struct month_maker *maker);

#endif
