/* One sheet of a form that came back, cell by cell. For form_answer.c only. */
#ifndef PHULUC_FORM_FORM_MATCH_H
#define PHULUC_FORM_FORM_MATCH_H

#include "form/form_answer.h"

struct form_match {
    struct form_answer *answer;
    struct fill_in_book *book;
    struct arena *arena;
    struct findings *findings;
};

void form_match_sheet(const struct form_match *match, struct fill_in_sheet *sheet);

/* Takes what a workbook has in an open cell, by the rule of the cell. */
void form_match_entry(const struct form_match *match, const char *where, struct fill_in_cell *entry,
                      const struct workbook_cell *from);

/* A finding on a cell, which becomes its remark. */
void form_match_fault(const struct form_match *match, struct fill_in_cell *cell, const struct finding *finding);

#endif
