/*
 * A workbook to be filled in and sent back: sheets of rows of cells, most of them locked, some of them open.
 *
 * On a sheet column A, which is hidden, has the id of each row, and row 1, which is hidden too, the key of each column: a cell
 * is known by both when the workbook comes back, and never by what is printed beside it. A last sheet, hidden, says what the
 * workbook is. The renderer draws it and decides nothing; whoever reads it back puts what it holds into the open cells.
 */
#ifndef PHULUC_REPORT_FILL_IN_H
#define PHULUC_REPORT_FILL_IN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/dec.h"
#include "base/digest.h"

enum entry_type { ENTRY_TEXT, ENTRY_NUMBER, ENTRY_CHOICE, ENTRY_ID }; /* id: the code of a document */

/* What an open cell takes. A spreadsheet is told so, and whoever reads it back asks again. */
struct entry_rule {
    enum entry_type type;
    bool has_least, has_most;
    int64_t least, most;        /* of numbers */
    unsigned decimals;          /* of numbers, at most */
    const char *const *choices; /* ended by NULL */
    const char *title, *hint;   /* shown while the cell is chosen: 32 and 255 characters at most */
};

enum fill_in_kind {
    FILL_IN_NOTHING,
    FILL_IN_TITLE, /* words of the form, not of the plan */
    FILL_IN_WORDS,
    FILL_IN_HEAD,
    FILL_IN_KNOWN, /* what the plan says: it must come back as it is */
    FILL_IN_ENTRY  /* open */
};

struct fill_in_cell {
    enum fill_in_kind kind;
    const char *text; /* or NULL */
    bool has_number;
    struct dec number;
    const struct entry_rule *rule; /* of an entry */
    const char *remark;            /* why it is wrong: a comment on the cell; or NULL */
    long line;                     /* the row of the sheet that it was read from, counted from 1; 0: none */
};

struct fill_in_column {
    const char *key;
    unsigned width; /* in digits */
};

struct fill_in_row {
    const char *id; /* NULL: no row with entries */
    struct fill_in_cell *cells;
    unsigned lines; /* that it has room for, at least */
};

struct fill_in_sheet {
    const char *name;
    const struct fill_in_column *columns;
    size_t column_count;
    struct fill_in_row *rows;
    size_t row_count, row_capacity;
    size_t head_rows; /* that stay in sight and are repeated in print; 0: none */
    bool landscape;
};

/* "plan" = "thai-binh-2021-2025": what the hidden sheet says. */
struct fill_in_fact {
    const char *name, *value;
};

enum { FILL_IN_FACTS_MAX = 12 };

struct fill_in_book {
    const char *title, *author;
    struct fill_in_sheet *sheets;
    size_t sheet_count, sheet_capacity;
    struct fill_in_fact facts[FILL_IN_FACTS_MAX];
    size_t fact_count;
};

/* The name of the sheet that holds the facts. */
#define FILL_IN_FACTS_SHEET "phuluc"

struct fill_in_sheet *fill_in_add_sheet(struct fill_in_book *book, const char *name, const struct fill_in_column *columns,
                                        size_t column_count, struct arena *arena);

/* A row whose cells are all FILL_IN_NOTHING. It stays where it is; the rows do not. */
struct fill_in_cell *fill_in_add_row(struct fill_in_sheet *sheet, const char *id, struct arena *arena);

void fill_in_add_fact(struct fill_in_book *book, const char *name, const char *value);

/* NULL if there is none. */
struct fill_in_sheet *fill_in_sheet(const struct fill_in_book *book, const char *name);
struct fill_in_row *fill_in_row(const struct fill_in_sheet *sheet, const char *id);
struct fill_in_cell *fill_in_cell(const struct fill_in_sheet *sheet, const struct fill_in_row *row, const char *key);

/* True if the cell is open and something was put into it. */
bool fill_in_is_filled(const struct fill_in_cell *cell);

/*
 * Digest of what the book asks and of what it says of the plan: sheets, keys, ids, known cells, what entries take. Words of
 * the form itself are not in it: a form stays valid while they are improved.
 */
void fill_in_digest(char digest[SHA256_TEXT_SIZE], const struct fill_in_book *book);

#endif
