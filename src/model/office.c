#include "model/office.h"

#include "base/ratio.h"

static wide absolute(wide value)
{
    return value < 0 ? -value : value;
}

static bool is_worked(const struct office *office, struct date day)
{
    for (size_t i = 0; i < office->workday_count; i++)
        if (date_cmp(office->workdays[i], day) == 0)
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
