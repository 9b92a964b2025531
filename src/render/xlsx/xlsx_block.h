/* Blocks of running lines on sheets: their sides are merged cells, their rules borders of thin rows. */
#ifndef PHULUC_RENDER_XLSX_XLSX_BLOCK_H
#define PHULUC_RENDER_XLSX_XLSX_BLOCK_H

#include "render/xlsx/xlsx_sheet.h"
#include "report/block.h"

/* Adds the cover as a sheet. */
void xlsx_add_cover(struct book *book, const struct report *report, const struct metrics *metrics);

/*
 * The sheet's table, with columns wide enough for the block: a line that is one line in print is one on the sheet, too.
 * A side ends where a column does, so the columns of one may have to be wider than the table needs them.
 */
const struct table *xlsx_block_room(const struct xlsx_sheet *s, const struct block *block);

/* How many rows xlsx_add_block() will take. */
unsigned xlsx_block_rows(const struct xlsx_sheet *s, const struct block *block);

/* Adds a block below what stands on a table's sheet; in print it stays whole. */
void xlsx_add_block(struct xlsx_sheet *s, const struct block *block);

#endif
