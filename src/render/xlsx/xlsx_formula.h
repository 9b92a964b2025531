/* Live formulas: of the number row of a table, of its view, of a row of totals. */
#ifndef PHULUC_RENDER_XLSX_FORMULA_H
#define PHULUC_RENDER_XLSX_FORMULA_H

#include "render/xlsx/xlsx_sheet.h"

/*
 * "=SUM(C10:C12)+C15", "=ROUND(E8/D8*100,2)", "='Biểu 3. Chỉ tiêu'!C9+'Biểu 3. Chỉ tiêu'!F9" of a cell of the sheet's table. NULL
 * if it is a constant, or cannot be a live formula: a figure of it is written as text.
 */
const char *xlsx_formula(const struct xlsx_sheet *sheet, const struct cell *cell);

#endif
