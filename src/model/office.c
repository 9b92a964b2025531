#include "model/office.h"

#include "base/ratio.h"

static wide absolute(wide value)
{
    return value < 0 ? -value : value;
}

static bool is_worked(const struct office *office, struct date day)
{
    for (size_t i = 0; i < office->workday_count; i++)
        if (date_equal(office->workdays[i], day))
            return true;
    return false;
}

bool office_is_day_off(const struct office *office, struct date day)
{
    for (size_t i = 0; i < office->days_off_count; i++)
        if (date_cmp(office->days_off[i].first, day) <= 0 && date_cmp(day, office->days_off[i].last) <= 0)
            return true;
    return false;
}

struct date office_working_day(const struct office *office, struct date day)
{
    while (office_is_day_off(office, day) || (date_is_weekend(day) && !is_worked(office, day)))
        day = date_plus(day, 1);
    return day;
}

enum report_kind report_kind_of(struct period period)
{
    enum { QUARTER = 3, HALF = 6 };
    if (period_is_span(period))
        return period.months == QUARTER ? REPORT_QUARTER : period.months == HALF ? REPORT_HALF : REPORT_NINE_MONTHS;
    return period.month ? REPORT_MONTH : REPORT_YEAR;
}

static const char *const KIND_TOKENS[REPORT_KINDS] = { "month", "quarter", "half", "nine-months", "year" };

const char *report_kind_token(enum report_kind kind)
{
    return KIND_TOKENS[kind];
}

enum report_kind report_kind_parse(const char *token)
{
    int kind = 0;
    while (kind < REPORT_YEAR && strcmp(KIND_TOKENS[kind], token) != 0)
        kind++;
    return (enum report_kind)kind;
}

enum regime office_regime(const struct office *office, struct period period)
{
    const struct periodic_report *report = &office->reports[report_kind_of(period)];
    return report->declared ? report->regime : office->regime;
}

struct date office_due_day(const struct office *office, struct period period)
{
    const struct periodic_report *report = &office->reports[report_kind_of(period)];
    struct date day = period_last_day(period, office_regime(office, period));
    if (report->by) {
        struct period next = period_after(period_last_month(period));
        return office_working_day(office, (struct date){ next.year, next.month, report->by });
    }
    for (int left = report->within ? report->within : 1; left > 0; left--)
        day = office_working_day(office, date_plus(day, 1));
    return day;
}

bool office_knows_holidays(const struct office *office, int year)
{
    for (size_t i = 0; i < office->days_off_count; i++)
        if (office->days_off[i].first.year <= year && year <= office->days_off[i].last.year)
            return true;
    return false;
}

bool is_material(const struct office *office, int64_t stated, int64_t computed)
{
    wide difference = absolute((wide)stated - computed), scale = 100;
    for (unsigned i = 0; i < office->material_percent.scale; i++)
        scale *= 10;
    return difference > office->material_dong &&
           difference * scale > absolute(stated) * (wide)office->material_percent.units;
}
