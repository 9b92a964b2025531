/*
 * What the unit tests share: cmocka with its headers in the order it needs, assertions that print what people read
 * (cmocka 1.1 prints numbers as unsigned and hexadecimal), and documents read from strings.
 *
 * Tests run in the source tree's top folder: schemas and the catalogue are those of templates/, fonts those of build/fonts.
 */
#ifndef PHULUC_TESTS_CHECK_H
#define PHULUC_TESTS_CHECK_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/date.h"
#include "base/dec.h"
#include "base/finding.h"
#include "input/xml.h"
#include "model/catalogue.h"
#include "model/layout.h"
#include "model/plan.h"

/* The exact spelling of a decimal: "1.50" is not "1.5". */
#define assert_dec(found, expected) check_dec((found), (expected), __FILE__, __LINE__)
/* Whole numbers, printed in decimal and with their sign. */
#define assert_whole(found, expected) check_whole((found), (expected), __FILE__, __LINE__)
#define assert_date(found, year, month, day) check_date((found), (year), (month), (day), __FILE__, __LINE__)
/* "IN-018:25 IN-019:27": ids and lines of all findings in their order of print; forgets them then. */
#define assert_findings(fixture, expected) check_findings((fixture), (expected), __FILE__, __LINE__)

void check_dec(struct dec found, const char *expected, const char *file, int line);
void check_whole(int64_t found, int64_t expected, const char *file, int line);
void check_date(struct date found, int year, int month, int day, const char *file, int line);

/* Setup and teardown of a test that reads documents: *state is a struct fixture then. */
struct fixture {
    struct arena arena;
    struct findings findings;
    struct xml_schema *plan_schema, *layout_schema, *catalogue_schema;
    const struct catalogue *catalogue;
};

int fixture_open(void **state);
int fixture_close(void **state);

void check_findings(struct fixture *fixture, const char *expected, const char *file, int line);

/* The text of a plan for 2021-2023 with sources TW, DP and DN; body starts on line 2, after the sources. */
const char *plan_around(struct fixture *fixture, const char *body);

/* The same with one table "bang" of million đồng in annex I; rows start on line 3. */
const char *table_around(struct fixture *fixture, const char *rows);

/* The file, read for a reader of documents; a finding if it cannot be. */
struct slurp *file_at(struct fixture *fixture, const char *path);

/* Writes text to a temporary file, which fixture_close() does not need to know: it is gone when the reader is done. */
const struct plan *plan_of(struct fixture *fixture, const char *text);
struct layout *layout_of(struct fixture *fixture, const char *text);

/* A file of length bytes for tests that need a path; remove it with unlink(). */
const char *temporary_file(struct fixture *fixture, const char *data, size_t length);

/* A row of a table by its id, a figure by "row source year": "r1 TW 2021", "sum - -" (all sources, the period). */
size_t row_at(const struct plan_table *table, const char *id);
const struct figure *figure_at_cell(const struct plan *plan, size_t table, const char *cell);

/* What the work returns in a process of its own, or minus the signal that ended it: for what cannot be undone. */
int done_alone(int (*work)(void));

/* Numbers that are the same on every run. */
struct chance {
    uint64_t state;
};

uint64_t chance_next(struct chance *chance);
int64_t chance_between(struct chance *chance, int64_t least, int64_t most);

#endif
