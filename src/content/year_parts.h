/* What the makers of the year-end views share. Shared by the makers of reports in content. */
#ifndef PHULUC_CONTENT_YEAR_PARTS_H
#define PHULUC_CONTENT_YEAR_PARTS_H

#include "calc/chain.h"
#include "content/report_items.h"
#include "content/year_money.h"
#include "content/year_view.h"
#include "model/office.h"

#define LABEL_MONEY "Biểu 1"
#define LABEL_YEARS "Biểu 2"
#define LABEL_WORKS "Biểu 3"
#define LABEL_GAPS "Biểu 4"
#define LABEL_NATIONAL "Biểu 5"
#define LABEL_CHECKS "Biểu 6"
#define LABEL_AMENDED_MONEY "Biểu 7"
#define LABEL_AMENDED_TARGETS "Biểu 8"

/* What is said of a target that states no number. */
#define WORDED "không có chỉ tiêu bằng số"

/* What is said of what an amendment repeals. */
#define REPEALED "bãi bỏ"

/* Views that the first page refers to. */
#define VIEW_MONEY "year-money-sources"
#define VIEW_GAPS "year-gaps"

struct year_maker {
    const struct chain *chain;
    const struct plan *plan; /* in force: the last of the chain */
    const struct gaps_context *context;
    int year;
    struct results_list list; /* the documents of the plan that count */
    struct disbursement disbursement;
    struct gaps gaps;
    struct year_money money;  /* of the year, all sources */
    struct arena *arena;
};

/* The day that a report is made up to, and the last of the period that it is about. */
struct report_day {
    struct date made, period_end;
};

/* What is computed once for a plan and a year. */
void year_maker_make(struct year_maker *maker, const struct chain *chain, const struct gaps_context *context,
                     struct arena *arena);

/*
 * Head and foot of a report from the office file. Nobody signs a report before the period it is about has ended: where what
 * it is made from is older than that, the head has no date, and a line under the first view says why.
 */
struct office_view *year_office(const struct office *office, struct report_day day, struct view *first, struct arena *arena);

/* "từ ngày 15/12/2024 đến ngày 14/12/2025": by the regime that the document of the year names, else by the office's. */
const char *year_days_text(const struct year_maker *maker);

/* True if the plan has money, but none of single years. */
bool year_plan_is_undivided(const struct year_maker *maker);

struct view year_money_view(const struct year_maker *maker);
struct view year_years_view(const struct year_maker *maker);
struct view year_works_view(const struct year_maker *maker);
struct view year_gaps_view(const struct year_maker *maker);
struct view year_national_view(const struct year_maker *maker);
struct view year_checks_view(const struct year_maker *maker);
struct view year_amended_money_view(const struct year_maker *maker);
struct view year_amended_targets_view(const struct year_maker *maker);
struct view year_summary_view(const struct year_maker *maker);

/* The number that a target has in Biểu 4, and its text without what does not fit a line of the summary. */
const char *year_gap_words(const struct gap *gap, struct arena *arena);
const char *year_status_words(enum gap_status status);

/* The status, or that the target states no number. */
const char *year_verdict_words(const struct gap *gap);

/* "hoạt động “2. Hội nghị”" */
const char *year_part_words(const struct plan_part *part, struct arena *arena);

/* Which decisions changed the plan, from when, and what they repealed. */
void year_note_links(struct view *view, const struct chain *chain, struct arena *arena);

/* The same, and what the report keeps to. */
void year_note_chain(struct view *view, const struct year_maker *maker);

/* The beginning of a text that is told in full elsewhere: the first page is one page. */
const char *year_shortened(const char *text, struct arena *arena);

/* Lines under a view. */
void year_note(struct view *view, const char *note, struct arena *arena);

#endif
