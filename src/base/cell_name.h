/* What spreadsheets call a cell. */
#ifndef PHULUC_BASE_CELL_NAME_H
#define PHULUC_BASE_CELL_NAME_H

#include "base/arena.h"

/* "H12" of row 11 and column 7, which count from 0. */
const char *cell_name(struct arena *arena, size_t row, size_t column);

#endif
