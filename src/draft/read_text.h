/*
 * Plain text as scanners, converters and web pages save decisions: paragraphs apart by blank lines or only broken at the margin,
 * rows of tables as lines with tabs, with marks of Markdown and of HTML's bold, and with syllables broken over lines.
 *
 * Pieces of a syllable are put together where one reading is possible (base/syllable); anything else is a joint.
 */
#ifndef PHULUC_DRAFT_READ_TEXT_H
#define PHULUC_DRAFT_READ_TEXT_H

#include "draft/original.h"
#include "input/slurp.h"

/* The text must have passed slurp_check(). False with a finding. */
bool read_text(struct original *source, const struct slurp *text, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
