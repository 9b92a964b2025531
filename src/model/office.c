#include "model/office.h"

#include "base/ratio.h"

static wide absolute(wide value)
{
    return value < 0 ? -value : value;
}

bool is_material(const struct office *office, int64_t stated, int64_t computed)
{
    wide difference = absolute((wide)stated - computed), scale = 100;
    for (unsigned i = 0; i < office->material_percent.scale; i++)
        scale *= 10;
    return difference > office->material_dong &&
           difference * scale > absolute(stated) * (wide)office->material_percent.units;
}
