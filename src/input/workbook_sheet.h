/* The parts of a workbook that hold texts and cells. For workbook.c only. */
#ifndef PHULUC_INPUT_WORKBOOK_SHEET_H
#define PHULUC_INPUT_WORKBOOK_SHEET_H

#include "base/text.h"
#include "input/workbook.h"
#include "input/workbook_styles.h"
#include "input/xml_events.h"

/* Texts that cells name by their number. */
struct shared_texts {
    const char **items;
    size_t count, capacity;
};

/* Reading xl/sharedStrings.xml. */
struct shared_reader {
    struct shared_texts *texts;
    struct text text;
    bool in_text, in_phonetic;
    struct arena *arena;
};
bool shared_take(void *context, const struct xml_event *event);

/* Reading a sheet. */
struct sheet_reader {
    struct workbook_sheet *sheet;
    const char *path;
    const struct shared_texts *texts;
    const struct workbook_styles *styles;
    size_t *cells; /* that all sheets have so far */
    struct workbook_cell cell;
    const char *type, *style;
    size_t next_row, next_column; /* of a row or cell that does not say where it is */
    struct text text;
    bool has_value, in_value, in_phonetic;
    bool refused; /* with a finding */
    struct arena *arena;
    struct findings *findings;
};
bool sheet_take(void *context, const struct xml_event *event);

/* Brings the cells into order; false if two are at one place. */
bool sheet_sort(struct workbook_sheet *sheet) __attribute__((warn_unused_result));

#endif
