#include "check/unit_slip.h"

/* How many times one side of the line is the other, if that is a power of a thousand; else 0. */
static int64_t times_of(const struct ledger_line *line)
{
    enum { THOUSAND = 1000 };
    if (line->rule != LEDGER_SAME_FIGURE || line->verdict != LEDGER_DIFFERS || line->in_force || line->stated.dong <= 0 ||
        line->computed.dong <= 0)
        return 0;
    int64_t a = line->stated.dong, b = line->computed.dong, more = a > b ? a : b, less = a > b ? b : a;
    if (more % less)
        return 0;
    int64_t times = more / less, rest = times;
    while (rest % THOUSAND == 0)
        rest /= THOUSAND;
    return rest == 1 ? times : 0;
}

struct unit_slip unit_slip_of(const struct ledger *ledger)
{
    struct unit_slip slip = { 0 };
    for (size_t i = 0; i < ledger->count; i++) {
        int64_t times = times_of(&ledger->lines[i]);
        if (!times || (slip.times && times != slip.times))
            continue;
        slip.times = times;
        if (!slip.count++)
            slip.first = &ledger->lines[i];
    }
    return slip.count > 1 ? slip : (struct unit_slip){ 0 };
}

bool unit_slip_explains(const struct unit_slip *slip, const struct ledger_line *line)
{
    return slip->times && times_of(line) == slip->times;
}
