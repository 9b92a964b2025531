/* Lines of the ledger in words for people, and in tokens for other programs. */
#ifndef PHULUC_CONTENT_LEDGER_WORDS_H
#define PHULUC_CONTENT_LEDGER_WORDS_H

#include "calc/ledger.h"

/* What a person calls that which is stated: "I Tuyên truyền, TW, 2021", "Mục II: tổng"; NULL where the document has no name. */
const char *ledger_name(const struct ledger_line *line, struct arena *arena);

/* "các ô của dòng = tổng của dòng"; of a number row what it claims: "dòng đánh số cột: 4=3/2". */
const char *ledger_rule_words(const struct ledger_line *line, struct arena *arena);

/*
 * Tokens do not depend on the language: "cells-row", "dong", "differs", "lost-cell". A reason that is none is NULL, and so is
 * the year of a line that is not about a figure.
 */
const char *ledger_rule_token(enum ledger_rule rule);
const char *ledger_unit_token(enum ledger_unit unit);
const char *ledger_verdict_token(enum ledger_verdict verdict);
const char *ledger_reason_token(enum ledger_reason reason);
const char *ledger_year_token(const struct ledger_line *line, struct arena *arena);

/* A side of the line in canonical form: "1924500000", "3.75", "2021-01-14", a text; NULL if it is not known. */
const char *ledger_side_token(const struct ledger_line *line, const struct ledger_side *side, struct arena *arena);

#endif
