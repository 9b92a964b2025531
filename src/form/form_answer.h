/*
 * A form that came back: its workbook is compared with the form that was sent, and what was filled in is put into the open cells
 * of a form made anew. Whatever is not as it was sent, or not as a cell wants it, is a finding with sheet and cell, and a remark
 * on that cell; nothing is guessed and nothing is left out in silence.
 */
#ifndef PHULUC_FORM_FORM_ANSWER_H
#define PHULUC_FORM_FORM_ANSWER_H

#include "form/form.h"
#include "input/workbook.h"

struct form_answer {
    const char *path;            /* of the workbook */
    const struct workbook *sent; /* as it came back */
    const char *plan, *period;   /* as its hidden sheet says */
    const char *body;            /* NULL: none */
    const char *digest;          /* as its hidden sheet says */
    const char *sha256;          /* of the file */
    struct form_request request; /* set once the plan is found */
    struct fill_in_book *book;   /* with what was filled in; NULL: not compared with any form */
    const char *respondent;      /* who answers; NULL if that is not said */
    bool wrong;                  /* it cannot be used, and a finding says why */
    bool doubtful;               /* a finding that is no error has left a remark on a cell */
};

/* The facts of the hidden sheet; wrong, with a finding, if the workbook is no form of this version. */
void form_answer_open(struct form_answer *answer, const struct workbook *workbook, struct findings *findings);

/* Makes the form of the request and fills it; wrong, with findings, where something does not fit. */
void form_answer_take(struct form_answer *answer, struct arena *arena, struct findings *findings);

/* What of the filled cells does not go together: a value without a number, a range with one end, a cover that is not complete. */
void form_answer_check(struct form_answer *answer, struct arena *arena, struct findings *findings);

/* "Chỉ tiêu!H12" */
const char *form_where(const struct fill_in_sheet *sheet, const struct fill_in_row *row, const struct fill_in_cell *cell,
                       struct arena *arena);

/* Of a cell that a finding is about: the words of the finding, for who filled it in. */
void form_remark(struct fill_in_cell *cell, const struct finding *finding, struct arena *arena);

/* Where a finding on a cell is: the file, and the row of the sheet. */
struct place form_place(const struct form_answer *answer, const struct fill_in_cell *cell);

/* True if something is filled in in the row. */
bool form_row_is_filled(const struct fill_in_sheet *sheet, const struct fill_in_row *row);

#endif
