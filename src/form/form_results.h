/*
 * From the forms of one plan and period to one document of results (templates/schema/results.xsd).
 *
 * Each row is answered by whoever it belongs to; two answers to one row are the same or the forms are refused. Every value,
 * amount and paragraph says where it comes from: the form, its sheet and cell.
 */
#ifndef PHULUC_FORM_FORM_RESULTS_H
#define PHULUC_FORM_FORM_RESULTS_H

#include "form/form_answer.h"

/* The forms of one plan and period, in the order in which they were named. */
struct form_group {
    struct form_request request; /* without a body */
    struct form_answer **answers;
    size_t count, capacity;
    bool wrong; /* one of them is, or they do not go together: there are no results then */
};

/* Forms of one respondent, and rows that two forms answer differently; each is a finding, and a remark on the later form. */
void form_group_check(struct form_group *group, struct arena *arena, struct findings *findings);

/* Which cell a line of the document was written from. */
struct form_line {
    struct form_answer *answer; /* NULL: the head */
    const struct fill_in_sheet *sheet;
    const struct fill_in_row *row;
    struct fill_in_cell *cell;
    const char *doubt; /* what a person has to settle before the line counts; NULL: nothing */
};

struct form_results {
    const char *id, *text;
    struct form_line *lines; /* of each line of the text, the first at 1 */
    size_t line_count, line_capacity;
};

/* Of a group that is not wrong. The same forms always make the same bytes. */
struct form_results form_results_write(const struct form_group *group, const struct fill_in_book *all, struct arena *arena);

/* The text with a mark, <?doubt …?>, before each line that has a doubt: where it is read it is refused until none is left. */
const char *form_results_marked(const struct form_results *results, struct arena *arena);

#endif
