#include "input/amount_read.h"

#include <string.h>

#include "base/text.h"

/* What to key if the number is a fraction: 1.377 as it is with the text of print, or with a zero more where none is kept. */
static const char *fraction_keyed(struct arena *arena, const char *text, bool in_table)
{
    char *printed = arena_printf(arena, in_table ? "printed=\"%s\"" : "%s0", text), *dot = strchr(printed, '.');
    if (in_table && dot)
        *dot = ',';
    return printed;
}

/* 1.377 in triệu đồng is nearly always 1377 copied with its dot. */
static void warn_of_grouping_dot(struct dec number, const char *text, const char *unit, const char *stated,
                                 struct amount_at at, struct findings *findings)
{
    char buffer[DEC_TEXT_SIZE];
    struct about about = { .subject = at.subject, .source = at.source, .stated = stated };
    finding_add_about(findings, FINDING_THREE_DECIMALS, at.place, about, text, unit,
                      dec_format(buffer, dec_of(number.units)), fraction_keyed(findings->arena, text, at.in_table), NULL);
}

/* Groups of a printed number never start with a zero, and the first has at most three digits. */
static bool looks_grouped(const char *text, const struct dec *number)
{
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, "0123456789");
    return number->scale == 3 && *text != '0' && whole <= 3;
}

bool amount_read(int64_t *dong, struct dec *number, const char *text, enum money_unit unit, struct amount_at at,
                 struct findings *findings)
{
    unsigned power = money_unit_power(unit);
    if (!dec_parse(number, text) || unit == UNIT_NONE)
        return false;
    if (dec_shift_to_whole(dong, *number, power)) {
        bool grouped = at.in_table ? looks_grouped(text, number) : number->scale == 3;
        if (unit == UNIT_MILLION && !at.fraction && grouped)
            warn_of_grouping_dot(*number, text, money_unit_name(unit),
                                 arena_printf(findings->arena, "%lld", (long long)*dong), at, findings);
        return true;
    }
    bool fraction = number->scale > power;
    finding_add_about(findings, fraction ? FINDING_PART_OF_DONG : FINDING_AMOUNT_TOO_LARGE, at.place, ABOUT(at.subject),
                      text, money_unit_name(unit), NULL);
    return false;
}

void quantity_check(const char *text, const char *unit, struct amount_at at, struct findings *findings)
{
    struct dec number;
    if (!at.fraction && dec_parse(&number, text) && looks_grouped(text, &number))
        warn_of_grouping_dot(number, text, unit, NULL, at, findings);
}

bool quantity_read(struct dec *number, const char *text, const char *unit, struct amount_at at, struct findings *findings)
{
    if (!dec_parse(number, text))
        return false;
    quantity_check(text, unit, at, findings);
    return true;
}
