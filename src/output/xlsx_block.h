/* Blocks of running lines on sheets: their sides are merged cells, their rules borders of thin rows. */
#ifndef PHULUC_OUTPUT_XLSX_BLOCK_H
#define PHULUC_OUTPUT_XLSX_BLOCK_H

#include "output/xlsx_book.h"
#include "report/block.h"

/* Adds the cover as a sheet. */
void xlsx_add_cover(struct book *book, const struct report *report, const struct metrics *metrics);

#endif
