/*
 * A form: what a plan asks of a unit, or of one body of it, for a period, as a workbook to be filled in.
 *
 * Its sheets are a cover (who answers, of which kind the figures are), the targets of the plan, the money of the plan and of
 * its groups and activities by source of funds, and the words of the report. What the plan says is locked; what is asked is
 * open. The sheets that have nothing to ask are left out. Rows are known by the plan's own ids.
 *
 * The same plan, period and body always make the same form, so that one that comes back is compared with one made again: its
 * digest says whether the plan has changed since.
 */
#ifndef PHULUC_FORM_FORM_H
#define PHULUC_FORM_FORM_H

#include "model/catalogue.h"
#include "model/office.h"
#include "report/fill_in.h"

/* Raised when sheets, keys or choices change in a way that an older form cannot be read any more. */
#define FORM_VERSION "2"

struct form_request {
    const struct plan *plan; /* in force for the period */
    struct period period;
    const struct office *office;
    const struct catalogue *catalogue;
    const char *body; /* one that leads activities of the plan: only these are asked; NULL: all */
};

#define FORM_COVER "Hướng dẫn"
#define FORM_TARGETS "Chỉ tiêu"
#define FORM_MONEY "Kinh phí"
#define FORM_WORDS "Đánh giá"

/* The choices of the open cells, in the order of their lists. */
enum form_status { FORM_FINAL, FORM_PROVISIONAL, FORM_ILLUSTRATIVE, FORM_STATUSES };
enum form_state { FORM_STATE_FINAL, FORM_STATE_PROVISIONAL, FORM_STATE_NOT_REPORTED, FORM_STATES };
extern const char *const FORM_STATUS[FORM_STATUSES + 1];
extern const char *const FORM_STATE[FORM_STATES + 1];
extern const char *const FORM_BASIS[3]; /* as enum basis */
extern const char *const FORM_OP[];     /* as enum op, up to OP_RANGE */

/* The workbook; a finding, and NULL, if sums of the plan overflow. */
struct fill_in_book *form_make(const struct form_request *request, struct arena *arena, struct findings *findings);

/* The bodies that lead activities which the period's form asks money of, each once, in the order of the plan. */
const char **form_bodies(const struct plan *plan, size_t *count, struct arena *arena);

/* Index of a choice in its list, or -1. */
int form_choice(const char *const *choices, const char *text);

/* The open cell of a row; NULL if there is no such sheet or row. */
struct fill_in_cell *form_entry(const struct fill_in_book *book, const char *sheet, const char *row, const char *key);

#endif
