/*
 * Reads the columns of a layout: one grammar in layout files (templates/schema/layout.xsd) and in tables of plans
 * (templates/schema/plan.xsd). Facts are resolved and widths checked here; what a plan names is checked with the plan.
 */
#ifndef PHULUC_INPUT_COLUMNS_READ_H
#define PHULUC_INPUT_COLUMNS_READ_H

#include "input/xml.h"
#include "model/layout.h"

struct columns_reader {
    struct layout *layout; /* each, and the page, are set before columns are read */
    struct arena *arena;
    struct findings *findings;
};

/* orientation and fontSize. */
void columns_page(struct layout *layout, struct xml_node node);

/* Text with {facts}, outside all blocks. */
struct layout_text columns_template(struct columns_reader *reader, const char *source, struct place place);

/* Columns and number row, from <columns>. */
void columns_read(struct columns_reader *reader, struct xml_node columns);

/* The layout that a table of a plan has of its own; its id is that of the table. money: the table states a unit of money. */
struct layout *columns_of_table(struct xml_node columns, const char *table, bool money, struct arena *arena,
                                struct findings *findings);

#endif
