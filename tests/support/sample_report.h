/* A report made by hand that has a bit of everything a table can hold; renderers are tested on it. */
#ifndef PHULUC_TESTS_SAMPLE_REPORT_H
#define PHULUC_TESTS_SAMPLE_REPORT_H

#include "report/block.h"
#include "report/metrics.h"
#include "report/table.h"

/* Rows and columns of the first table that tests name. */
enum { SAMPLE_GROUP = 2, SAMPLE_FIRST = 3, SAMPLE_LOST = 4, SAMPLE_SPREAD = 5, SAMPLE_NOTE = 6, SAMPLE_TALL = 8,
       SAMPLE_TOTAL = 10, SAMPLE_ROWS = 11, SAMPLE_COLUMNS = 7 };

/* Measured with the metrics given. */
struct report *sample_report(struct arena *arena, const struct metrics *metrics);

/* Two rows with sides, rules under "UBND TỈNH" (short) and "Độc lập" (full), then the whole line "QUYẾT ĐỊNH". */
const struct block *sample_cover(void);

/* On the right half "KT. CHỦ TỊCH", 70 pt below it "Nguyễn Văn A"; 104 pt and two lines of 14 pt high. */
const struct block *sample_signature(void);

/* Every character is half as wide as the type is high. */
const struct metrics *sample_metrics(void);

/* A grid of empty plain cells with columns of 50 pt, one head row, no texts. */
struct table *sample_grid(struct arena *arena, size_t rows, size_t columns);

struct cell *sample_text(struct table *table, size_t row, size_t column, const char *text);
struct cell *sample_number(struct table *table, size_t row, size_t column, struct arena *arena, int64_t units,
                           unsigned scale);

/* Prints the number of the cell in another format. */
void sample_format(struct cell *cell, struct arena *arena, struct numfmt format);

/* Makes the cell span, and what lies under it covered. */
void sample_span(struct table *table, size_t row, size_t column, unsigned rows, unsigned columns);

/* Makes the cell the sum of count terms, given as row, column pairs. */
void sample_terms(struct table *table, size_t row, size_t column, struct arena *arena, size_t count,
                  const struct cell_ref *terms);

#endif
