/*
 * fprintf() as libxlsxwriter calls it, for each cell several times: a tenth of a run. What it prints is printed here byte for byte
 * as the C library would; whatever else there may be in a format, the library prints. Another libxlsxwriter that calls another
 * function is printed for by the library alone.
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_FPRINTF_H
#define PHULUC_RENDER_XLSX_XLSX_FPRINTF_H

#include <stddef.h>

enum { XLSX_NUMBER_ROOM = 24 };

/* To be called where a workbook begins: nothing else in the program names the function, and the linker would leave it out. */
void xlsx_fprintf_link(void);

/* The number as "%.16G" has it; 0 without anything printed if that is no plain decimal with at most 15 digits and six decimals. */
size_t xlsx_print_number(char out[XLSX_NUMBER_ROOM], double number);

#endif
