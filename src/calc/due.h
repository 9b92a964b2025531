/*
 * What is due: by the deadlines that decisions set, and by the reporting regime of the office.
 *
 *   decision   "trước ngày 01 tháng 12 hàng năm": the last day in time is the day before, in each year of the plan. Whether it
 *              was met is recorded nowhere: for some days after it is told as passed. A deadline without a day is told
 *              without one.
 *   period     a month, a quarter, a half, nine months or a year, as the office file asks for them, with its own cut-off, deadline
 *              and form. Where it says nothing of months they are asked of a plan from the first month on that some document
 *              reports; the year always (Nghị định 09/2019/NĐ-CP, Điều 12, or the calendar). Without a document of that very
 *              period a report is overdue, however long.
 *
 * When a report is in time: office_due_day(). Saturdays and Sundays are no working days, nor are the days off of the office file,
 * but those that it says are worked. The program knows no holiday by itself: in a year of which the office file names none only
 * weekends are left out.
 *
 * Nothing is asked of bodies that are no more on the day (catalogue): a deadline of 2020 for the districts ends with them. Where it
 * names others beside them these are still asked.
 *
 * Plans that amend or replace each other ask as one (calc/chain.h): what is due on a day is asked for by what is in force on
 * that day. A plan that another one replaces asks for nothing from the day on which that takes effect; of one that is amended
 * the deadlines stay that the amendment does not state anew.
 */
#ifndef PHULUC_CALC_DUE_H
#define PHULUC_CALC_DUE_H

#include "calc/gaps.h"
#include "model/period.h"

enum due_kind { DUE_DECISION, DUE_PERIOD };

enum due_state {
    DUE_OVERDUE, /* a period without results */
    DUE_PASSED,  /* a decision's deadline; whether it was met is not known */
    DUE_COMING,
    DUE_UNDATED
};

struct due {
    const char *plan, *unit; /* the plan in force on the day */
    enum due_kind kind;
    enum due_state state;
    struct period period;            /* what is reported on; year 0: undated */
    struct date cut_off;             /* year 0: a decision sets none */
    struct date day;                 /* the last in time; year 0: undated */
    int days_left;                   /* negative once it is over */
    const struct deadline *deadline; /* by which a decision asks for it; NULL for a period */
    const struct body *ended;        /* of a deadline: bodies that it names and that are no more; or NULL */
    const struct office *office;     /* whose regime asks for it; NULL for a deadline */
    struct place place;              /* of the rule: the decision or the office file; file NULL: neither */
};

struct due_list {
    struct due *items; /* by day, undated last */
    size_t count, capacity;
};

struct due_context {
    const struct gaps_context *run; /* all plans and results of the run, as read */
    struct date as_of;
    int days;          /* how far ahead, and how long a decision's deadline is told after it */
    const char *first; /* only what is asked for by the chain that begins with this plan; NULL: by all */
};

struct due_list due_of(const struct due_context *context, struct arena *arena);

/* "decision", "month", "quarter", "half", "nine-months", "year"; "overdue", "passed", "coming", "undated". */
const char *due_kind_token(const struct due *due);
const char *due_state_token(enum due_state state);

#endif
