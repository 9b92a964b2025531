/* Web pages: their paragraphs and tables, as a browser shows them. Scripts, styles and forms are passed over. */
#ifndef PHULUC_DRAFT_READ_HTML_H
#define PHULUC_DRAFT_READ_HTML_H

#include "draft/original.h"
#include "input/slurp.h"

/* The page must have passed slurp_check(). False with a finding. */
bool read_html(struct original *source, const struct slurp *page, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
