/* What stands above a table, and the name of its sheet. Private to compose.c. */
#ifndef PHULUC_REPORT_COMPOSE_HEADING_H
#define PHULUC_REPORT_COMPOSE_HEADING_H

#include "content/view.h"
#include "model/layout.h"
#include "report/table.h"

struct heading {
    const char *annex; /* "Phụ lục I", "Bảng tổng hợp 1", "Biểu 1"; or NULL */
    const char *title; /* in the case of the layout */
    const char *basis; /* "(Kèm theo …)", or NULL */
    const char *unit;  /* or NULL */
    const char *sheet; /* as wanted: sheet_name() makes it fit */
};

/* What every page has to say, its parts put together with `between`; NULL if there is nothing. */
const char *page_warning(const struct views *views, const char *between, struct arena *arena);

/* What the decision does not issue takes the number after *summaries. */
struct heading compose_heading(const struct view *view, const struct layout *layout, const char *warning, int *summaries,
                               struct arena *arena);

/* The name of a further sheet of the report: what is wanted as far as it has room, then " (n)" as needed to be unique. */
const char *sheet_name(const struct report *report, const char *wanted, struct arena *arena);

#endif
