/* The closed vocabulary of layouts: names, kinds and where each may be used. The values come from content. */
#ifndef PHULUC_MODEL_FACT_H
#define PHULUC_MODEL_FACT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/finding.h"

enum fact_id {
#define FACT(symbol, name, kind, each, block, vi, en) FACT_##symbol,
#include "model/fact.def"
#undef FACT
    FACT_COUNT
};

enum fact_kind { KIND_TEXT, KIND_NUMBER, KIND_PERCENT, KIND_YEAR, KIND_MONEY };

/* What the rows of a layout are. */
enum each {
    EACH_ANY,
    EACH_ROW,
    EACH_TARGET,
    EACH_SOURCE,
    EACH_AMOUNT,
    EACH_REMARK,
    EACH_REPORT,
    EACH_SUMMARY,
    EACH_BUDGET,
    EACH_WORK,
    EACH_GAP,
    EACH_CHECK,
    EACH_UNIT,
    EACH_MONTH,
    EACH_INDICATOR,
    EACH_CHANGE,
    EACH_DUE,
    EACH_COUNT
};

enum fact_block {
    BLOCK_ANYWHERE,
    BLOCK_NO,
    BLOCK_YEAR,
    BLOCK_SOURCE,
    BLOCK_BOTH,
    BLOCK_IN_YEARS,
    BLOCK_IN_SOURCES,
    BLOCK_IN_QUARTERS,
    BLOCK_IN_PHASES,
    BLOCK_IN_MEASURES,
    BLOCK_IN_UNITS,
    BLOCK_KEYED
};

/* The blocks of columns around a place, as a set. */
enum { IN_YEARS = 1, IN_QUARTERS = 2, IN_SOURCES = 4, IN_PHASES = 8, IN_MEASURES = 16, IN_UNITS = 32 };

struct fact {
    const char *name;
    enum fact_kind kind;
    enum each each;
    enum fact_block block;
    const char *help[2]; /* by enum language */
};

const struct fact *fact_get(enum fact_id id);

/* Used once for every name, when a layout is loaded. */
bool fact_lookup(enum fact_id *id, const char *name) __attribute__((warn_unused_result));

/* True if the fact may stand inside these blocks. */
bool fact_fits_block(enum fact_id id, unsigned blocks);

/* "trong khối năm", "inside a block of years". */
const char *fact_block_words(enum fact_block block, enum language language);

const char *each_token(enum each each);

/* The kind of rows that a token names; what no layout may say reads as rows of a table. */
enum each each_parse(const char *token);

/* True for a fact of single items; else it is one of the view or of the whole report. */
bool fact_is_of_item(enum fact_id id);

/* True if layouts of that kind may show the fact; *of_row if it is one of single rows, which have no place in texts. */
bool fact_fits_each(enum fact_id id, enum each each, bool *of_row);

#endif
