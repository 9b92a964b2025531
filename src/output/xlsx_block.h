/* Blocks of running lines on sheets: their sides are merged cells, their rules borders of thin rows. */
#ifndef PHULUC_OUTPUT_XLSX_BLOCK_H
#define PHULUC_OUTPUT_XLSX_BLOCK_H

#include "output/xlsx_book.h"
#include "report/block.h"

/* Adds the cover as a sheet. */
void xlsx_add_cover(struct book *book, const struct report *report, const struct metrics *metrics);

/* How many rows xlsx_add_block() will take. */
unsigned xlsx_block_rows(struct book *book, const struct table *table, const struct block *block,
                         const struct metrics *metrics);

/* Adds a block below what stands on a table's sheet, from that row on; returns the row after it. */
unsigned xlsx_add_block(struct book *book, lxw_worksheet *sheet, const struct table *table, const struct block *block,
                        const struct metrics *metrics, unsigned row);

#endif
