#include "input/amount_read.h"

/* 1.377 in triệu đồng is nearly always 1377 copied with its dot. */
static void warn_of_grouping_dot(struct dec number, int64_t dong, const char *text, struct amount_at at,
                                 struct findings *findings)
{
    struct arena *arena = findings->arena;
    char buffer[DEC_TEXT_SIZE];
    struct finding *finding =
        finding_add(findings, FINDING_THREE_DECIMALS, at.place, text, money_unit_name(UNIT_MILLION),
                    dec_format(buffer, dec_of(number.units)), arena_printf(arena, "%s0", text), NULL);
    finding->subject = at.subject;
    finding->source = at.source;
    finding->stated = arena_printf(arena, "%lld", (long long)dong);
}

bool amount_read(int64_t *dong, struct dec *number, const char *text, enum money_unit unit, struct amount_at at,
                 struct findings *findings)
{
    unsigned power = money_unit_power(unit);
    if (!dec_parse(number, text) || unit == UNIT_NONE)
        return false;
    if (dec_shift_to_whole(dong, *number, power)) {
        if (number->scale == 3 && unit == UNIT_MILLION)
            warn_of_grouping_dot(*number, *dong, text, at, findings);
        return true;
    }
    bool fraction = number->scale > power;
    finding_add(findings, fraction ? FINDING_PART_OF_DONG : FINDING_AMOUNT_TOO_LARGE, at.place, text, money_unit_name(unit),
                NULL)->subject = at.subject;
    return false;
}
