/*
 * Documents of Word (ECMA-376, WordprocessingML): paragraphs and tables of the text itself. Deleted text of tracked changes,
 * footnotes, heads and feet of pages are passed over; the numbers of lists that Word counts by itself are not in the text.
 *
 * Refused besides what zip_package.h refuses: macros, ActiveX, fields that fetch (DDE, INCLUDETEXT), relations that lead out of
 * the file, other than addresses of links and the template that the document was made from.
 */
#ifndef PHULUC_DRAFT_READ_DOCX_H
#define PHULUC_DRAFT_READ_DOCX_H

#include "draft/original.h"
#include "input/slurp.h"

bool read_docx(struct original *source, const struct slurp *file, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
