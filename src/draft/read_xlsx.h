/*
 * Workbooks: on each sheet its tables in the order of their rows, and what stands above and below them as paragraphs. Tables are
 * apart where the head of another one follows a blank row or a note, and beside each other where a whole column is blank.
 *
 * Values only; a formula counts as the value that the file has for it, and a number as its cell shows it: 0.465 formatted as a
 * percentage is 46,5%.
 */
#ifndef PHULUC_DRAFT_READ_XLSX_H
#define PHULUC_DRAFT_READ_XLSX_H

#include "draft/original.h"
#include "input/slurp.h"

bool read_xlsx(struct original *source, const struct slurp *file, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
