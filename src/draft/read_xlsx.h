/*
 * Workbooks: on each sheet what stands above the table as paragraphs, then the table. Values only; a formula counts as the value
 * that the file has for it.
 */
#ifndef PHULUC_DRAFT_READ_XLSX_H
#define PHULUC_DRAFT_READ_XLSX_H

#include "draft/original.h"
#include "input/slurp.h"

bool read_xlsx(struct original *source, const struct slurp *file, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
