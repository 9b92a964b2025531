#include "model/unit_scale.h"

#include <string.h>

#include "base/text.h"

struct factor {
    const char *word;
    int power;
};

struct base_unit {
    const char *name;
    enum unit_family family;
    int power;
};

static const struct factor FACTORS[] = {
    { "trăm ", 2 }, { "nghìn ", 3 }, { "ngàn ", 3 }, { "1.000 ", 3 },
    { "1000 ", 3 }, { "triệu ", 6 }, { "tỷ ", 9 },   { "tỉ ", 9 },
};

static const struct base_unit BASES[] = {
    { "đồng", FAMILY_MONEY, 0 },   { "đ", FAMILY_MONEY, 0 },      { "vnđ", FAMILY_MONEY, 0 },
    { "vnd", FAMILY_MONEY, 0 },    { "usd", FAMILY_CURRENCY, 0 }, { "đô la mỹ", FAMILY_CURRENCY, 0 },
    { "eur", FAMILY_CURRENCY, 0 }, { "g", FAMILY_MASS, -3 },      { "kg", FAMILY_MASS, 0 },
    { "yến", FAMILY_MASS, 1 },     { "tạ", FAMILY_MASS, 2 },      { "tấn", FAMILY_MASS, 3 },
    { "m", FAMILY_LENGTH, 0 },     { "km", FAMILY_LENGTH, 3 },    { "m2", FAMILY_AREA, 0 },
    { "m²", FAMILY_AREA, 0 },      { "ha", FAMILY_AREA, 4 },      { "km2", FAMILY_AREA, 6 },
    { "km²", FAMILY_AREA, 6 },     { "lít", FAMILY_VOLUME, -3 },  { "m3", FAMILY_VOLUME, 0 },
    { "m³", FAMILY_VOLUME, 0 },    { "kwh", FAMILY_ENERGY, 0 },   { "mwh", FAMILY_ENERGY, 3 },
    { "gwh", FAMILY_ENERGY, 6 },
};

/* Behind the factor, if the name begins with one; else NULL. */
static const char *take_factor(const char *name, int *power)
{
    for (size_t i = 0; i < sizeof FACTORS / sizeof *FACTORS; i++)
        if (strncmp(name, FACTORS[i].word, strlen(FACTORS[i].word)) == 0) {
            *power += FACTORS[i].power;
            return name + strlen(FACTORS[i].word);
        }
    return NULL;
}

/* One side of a "/": its factors ("nghìn tỷ đồng" has two), then its name. */
static void add_side(struct unit_scale *scale, const char *name, int sign)
{
    int power = 0;
    name += strspn(name, " ");
    for (const char *rest = take_factor(name, &power); rest; rest = take_factor(name, &power))
        name = rest;
    for (size_t i = 0; i < sizeof BASES / sizeof *BASES; i++)
        if (strcmp(name, BASES[i].name) == 0) {
            power += BASES[i].power;
            scale->exponent[BASES[i].family] = (signed char)(scale->exponent[BASES[i].family] + sign);
        }
    scale->power += sign * power;
}

struct unit_scale unit_scale_of(const char *unit, struct arena *arena)
{
    enum { PERCENT_POWER = -2 };
    struct unit_scale scale = { .none = !unit || !*unit };
    if (scale.none)
        return scale;
    if (strchr(unit, '%'))
        return (struct unit_scale){ .power = PERCENT_POWER, .percent = true };
    int sign = 1;
    for (char *side = utf8_lower(arena, unit); side; sign = -1) {
        char *slash = strchr(side, '/');
        size_t length = slash ? (size_t)(slash - side) : strlen(side);
        while (length && side[length - 1] == ' ')
            length--;
        side[length] = '\0';
        add_side(&scale, side, sign);
        side = slash ? slash + 1 : NULL;
    }
    return scale;
}

bool unit_is_ratio(const char *unit)
{
    return unit && strpbrk(unit, "/%");
}

bool unit_scale_alike(const struct unit_scale *a, const struct unit_scale *b)
{
    return memcmp(a->exponent, b->exponent, sizeof a->exponent) == 0;
}
