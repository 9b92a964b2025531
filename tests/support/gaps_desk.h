/* What tests of targets share: a plan of five years, documents on it, and what its gaps come to. */
#ifndef PHULUC_TEST_GAPS_DESK_H
#define PHULUC_TEST_GAPS_DESK_H

#include "base/text.h"
#include "calc/gaps.h"
#include "check.h"
#include "model/office.h"
#include "model/results.h"

/* A plan for 2021-2025 of unit 92 (Cần Thơ), documents on it, and what is asked of them. */
struct desk {
    struct fixture *fixture;
    const char *targets;  /* the content of a section */
    const char *past;     /* past results of 2016-2020, or NULL */
    const char *milestones;
    struct results_list results;
    int documents;
    struct office office;
    struct date as_of;
    const struct plan *other; /* a second plan, or NULL */
};

struct desk desk_of(void **state, const char *targets);

void add_document(struct desk *desk, const char *head, const char *body);

/* What was reported for a year ("2023") or a month ("2023-04"), final, of the period, issued the day after the cut-off. */
void report(struct desk *desk, const char *period, const char *values);

struct gaps gaps_at(struct desk *desk, int year);

/* A blank and the number; "-" if it is blank. */
void add_number(struct text *out, struct arena *arena, struct number number);

/* "gap achievement expected needed status": what most tests are about; "-" is blank. */
const char *line_of(struct desk *desk, int year, size_t at);

/* "achievement progress baseline year origin": what goes by the baseline. */
const char *way_of(struct desk *desk, int year);

/* "latest period verdict": what is told of another period. */
const char *latest_of(struct desk *desk, int year);

const char *reasons_at(struct desk *desk, int year);

/* One target with one reported value of 2025 that has an op of its own; the past result is always of 2020. */
const char *judge(void **state, const char *target, const char *past, const char *value);

#define assert_line(desk, year, expected) assert_string_equal(line_of(&(desk), (year), 0), (expected))
#define assert_way(desk, year, expected) assert_string_equal(way_of(&(desk), (year)), (expected))
#define assert_latest(desk, year, expected) assert_string_equal(latest_of(&(desk), (year)), (expected))

#define CASHLESS "<target id='t' indicator='cashless' op='ge' value='50' unit='%' year='2025'>Đạt 50%</target>"
#define CASHLESS_2020 "<result id='p' indicator='cashless' op='eq' value='20' unit='%' year='2020'>20%</result>"
#define COST(op) "<target id='t' indicator='last-mile-cost' op='" op "' value='10' unit='%' year='2025'>10%</target>"
#define COST_2020 "<result id='p' indicator='last-mile-cost' op='eq' value='25' unit='%' year='2020'>25%</result>"
#define VALUE(v) "<value target='t' value='" v "'/>"

#endif
