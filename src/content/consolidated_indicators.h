/* Biểu 3: the indicators of the catalogue down, the plans across. */
#ifndef PHULUC_CONTENT_CONSOLIDATED_INDICATORS_H
#define PHULUC_CONTENT_CONSOLIDATED_INDICATORS_H

#include "content/consolidated_units.h"
#include "model/catalogue.h"

#define LABEL_MATRIX "Biểu 3"
#define CONSOLIDATED_MATRIX "consolidate-indicators"

/* Lines for the page of notes. */
struct note_lines {
    const char **items;
    size_t count, capacity;
};

/* The view; what is to be said of a single figure goes to the lines. The heads of its columns are facts of the report. */
struct view consolidated_indicators_view(const struct consolidation *all, struct note_lines *notes);

/* The number that the table gives an indicator; 0 if no plan speaks of it. */
size_t consolidated_indicator_number(const struct consolidation *all, const struct indicator *indicator);

#endif
