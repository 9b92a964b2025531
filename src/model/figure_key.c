#include "model/figure_key.h"

#include "base/dec.h"
#include "base/text.h"

enum { YEAR_DIGITS = 4, PART_TEXT = 7 };

static const char *const PARTS[] = {
    [WHOLE_YEAR] = "",  [FIRST_QUARTER] = "Q1", [SECOND_QUARTER] = "Q2", [THIRD_QUARTER] = "Q3", [FOURTH_QUARTER] = "Q4",
    [FIRST_HALF] = "H1", [SECOND_HALF] = "H2",  [FIRST_MONTH] = "01",    "02",                   "03",
    "04",                "05",                  "06",                    "07",                   "08",
    "09",                "10",                  "11",                    "12"
};

int year_part_begins(enum year_part part)
{
    enum { QUARTER = 3, HALF = 6 };
    if (part >= FIRST_MONTH)
        return (int)(part - FIRST_MONTH) + 1;
    if (part >= FIRST_HALF)
        return (int)(part - FIRST_HALF) * HALF + 1;
    return part == WHOLE_YEAR ? 1 : (int)(part - FIRST_QUARTER) * QUARTER + 1;
}

int year_part_ends(enum year_part part)
{
    enum { QUARTER = 3, HALF = 6, YEAR = 12 };
    int months = part >= FIRST_MONTH ? 1 : part >= FIRST_HALF ? HALF : part == WHOLE_YEAR ? YEAR : QUARTER;
    return year_part_begins(part) + months - 1;
}

struct figure_key figure_key_of(int year, const char *source)
{
    return (struct figure_key){ .period.year = year, .source = source };
}

static bool part_within(enum year_part narrow, enum year_part wide)
{
    return year_part_begins(narrow) >= year_part_begins(wide) && year_part_ends(narrow) <= year_part_ends(wide);
}

bool figure_period_within_years(struct figure_period narrow, struct figure_period wide)
{
    int last = narrow.last_year ? narrow.last_year : narrow.year;
    if (figure_period_equal(narrow, wide))
        return true;
    if (!narrow.year || wide.to.year)
        return false;
    if (wide.last_year)
        return narrow.year >= wide.year && last <= wide.last_year;
    return last == wide.year && part_within(narrow.part, wide.part);
}

bool figure_key_alike(struct figure_key narrow, struct figure_key wide)
{
    return text_equal(narrow.phase, wide.phase) && text_equal(narrow.measure, wide.measure) &&
           text_equal(narrow.unit, wide.unit) && (!wide.source || text_equal(narrow.source, wide.source));
}

bool figure_key_is_planned(struct figure_key key)
{
    return !key.measure && !key.phase && !key.period.to.year;
}

bool figure_key_is_plain(struct figure_key key)
{
    struct figure_period year = { .year = key.period.year };
    return !key.measure && !key.phase && figure_period_equal(key.period, year);
}

bool year_part_parse(struct figure_period *period, const char *text)
{
    char year[YEAR_DIGITS + 1] = { 0 };
    struct dec number;
    if (strlen(text) != PART_TEXT || text[YEAR_DIGITS] != '-' || strspn(text, "0123456789") != YEAR_DIGITS)
        return false;
    memcpy(year, text, YEAR_DIGITS);
    for (enum year_part part = FIRST_QUARTER; part <= LAST_MONTH; part++)
        if (strcmp(PARTS[part], text + YEAR_DIGITS + 1) == 0 && dec_parse(&number, year)) {
            *period = (struct figure_period){ .year = (int)number.units, .part = part };
            return true;
        }
    return false;
}

const char *figure_period_token(struct arena *arena, struct figure_period period)
{
    if (period.to.year)
        return date_token(arena, period.to);
    if (!period.year)
        return "period";
    if (period.last_year)
        return arena_printf(arena, "%d-%d", period.year, period.last_year);
    return arena_printf(arena, "%d%s%s", period.year, period.part ? "-" : "", PARTS[period.part]);
}
