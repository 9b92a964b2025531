/*
 * Amounts that stand in two places and differ all by one power of a thousand: not so many slips, but one unit keyed wrong, of the
 * table or of the paragraph (moneyUnit). The ratio is a hint and corrects nothing.
 */
#ifndef PHULUC_CHECK_UNIT_SLIP_H
#define PHULUC_CHECK_UNIT_SLIP_H

#include "calc/ledger.h"

struct unit_slip {
    int64_t times;                   /* 1000, 1000000 …; 0: there is no such slip */
    size_t count;                    /* of the lines that it explains, two or more */
    const struct ledger_line *first; /* of them */
};

struct unit_slip unit_slip_of(const struct ledger *ledger);

/* True if the slip explains that the sides of the line differ. */
bool unit_slip_explains(const struct unit_slip *slip, const struct ledger_line *line);

#endif
