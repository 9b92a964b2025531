/* What the ledger has against a figure, in the words of a document. */
#ifndef PHULUC_CONTENT_FIGURE_REMARK_H
#define PHULUC_CONTENT_FIGURE_REMARK_H

#include "calc/ledger.h"

/* Each way in which a figure does not hold; NULL if it holds or nothing is implied about it. */
const char *figure_remark(const struct ledger *ledger, const struct figure *figure, struct arena *arena);

enum figure_mark { MARK_NONE, MARK_DIFFERS, MARK_INCOMPLETE };

/* Why a figure that has a remark has one: MARK_NONE of any other. */
enum figure_mark figure_mark(const struct ledger *ledger, const struct figure *figure);

/* Of a sum that the decision leaves blank over parts that are not; NULL of any other line. */
const char *blank_remark(const struct ledger_line *line, struct arena *arena);

const char *lost_remark(void);

#endif
