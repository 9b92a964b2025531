#include "input/amount_read.h"

#include "base/text.h"

/* 1.377 in triệu đồng is nearly always 1377 copied with its dot. */
static void warn_of_grouping_dot(struct dec number, const char *text, const char *unit, const char *stated,
                                 struct amount_at at, struct findings *findings)
{
    char buffer[DEC_TEXT_SIZE];
    struct about about = { .subject = at.subject, .source = at.source, .stated = stated };
    finding_add_about(findings, FINDING_THREE_DECIMALS, at.place, about, text, unit,
                      dec_format(buffer, dec_of(number.units)), arena_printf(findings->arena, "%s0", text), NULL);
}

bool amount_read(int64_t *dong, struct dec *number, const char *text, enum money_unit unit, struct amount_at at,
                 struct findings *findings)
{
    unsigned power = money_unit_power(unit);
    if (!dec_parse(number, text) || unit == UNIT_NONE)
        return false;
    if (dec_shift_to_whole(dong, *number, power)) {
        if (number->scale == 3 && unit == UNIT_MILLION)
            warn_of_grouping_dot(*number, text, money_unit_name(unit),
                                 arena_printf(findings->arena, "%lld", (long long)*dong), at, findings);
        return true;
    }
    bool fraction = number->scale > power;
    finding_add_about(findings, fraction ? FINDING_PART_OF_DONG : FINDING_AMOUNT_TOO_LARGE, at.place, ABOUT(at.subject),
                      text, money_unit_name(unit), NULL);
    return false;
}

/* Groups of a printed number never start with a zero, and the first has at most three digits. */
static bool looks_grouped(const char *text, const struct dec *number)
{
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, "0123456789");
    return number->scale == 3 && *text != '0' && whole <= 3;
}

void quantity_check(const char *text, const char *unit, struct amount_at at, struct findings *findings)
{
    struct dec number;
    if (dec_parse(&number, text) && looks_grouped(text, &number))
        warn_of_grouping_dot(number, text, unit, NULL, at, findings);
}

bool quantity_read(struct dec *number, const char *text, const char *unit, struct amount_at at, struct findings *findings)
{
    if (!dec_parse(number, text))
        return false;
    quantity_check(text, unit, at, findings);
    return true;
}
