/* What changed against last month's report, made from what was issued by the day it was made (since). */
#ifndef PHULUC_CALC_MONTH_CHANGES_H
#define PHULUC_CALC_MONTH_CHANGES_H

#include "calc/month_line.h"
#include "calc/month_request.h"

enum month_event {
    MONTH_EVENT_MISSING,   /* no document: nothing can be compared */
    MONTH_EVENT_ADDED,     /* a figure that last month's report did not have */
    MONTH_EVENT_REMOVED,   /* one that it had */
    MONTH_EVENT_CORRECTED, /* one that has another value or status now */
    MONTH_EVENT_VERDICT    /* a target is judged otherwise */
};

struct month_change {
    enum month_event event;
    struct period period; /* of the figure: this month or an earlier one, or a year */
    enum month_kind kind;
    const char *subject, *source;
    enum phase phase;
    int year;                       /* of the budget */
    const char *before, *after;     /* tokens; NULL where there is none */
    enum basis basis;               /* of the figure as it is now, else as it was */
    enum gap_status was, is;        /* of a verdict */
    const struct results *document; /* that says it now, else that said it; NULL for a verdict */
};

struct month_changes {
    struct month_change *items;
    size_t count, capacity;
};

struct month_changes month_changes_of(const struct plan *plan, const struct month_request *request, struct arena *arena);

/* "corrected". */
const char *month_event_token(enum month_event event);

#endif
