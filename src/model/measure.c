#include "model/measure.h"

static const char *const OPS[] = { "eq", "ge", "gt", "le", "lt", "about", "almost", "range", "none" };
static const char *const KINDS[] = { "level", "growth", "rank" };
static const char *const DIRECTIONS[] = { "", "higher", "lower", "neutral" };
static const char *const ACCUMULATIONS[] = { "snapshot", "cumulative", "flow" };

static const char *const UNITS[UNIT_KINDS] = { "",       "count", "amount", "money", "share",
                                               "growth", "rate",  "rank",   "score", "yes-no" };

static size_t find(const char *const *tokens, size_t count, const char *token)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(tokens[i], token) == 0)
            return i;
    return 0;
}

enum op op_parse(const char *token)
{
    return (enum op)find(OPS, sizeof OPS / sizeof *OPS, token);
}

const char *op_token(enum op op)
{
    return OPS[op];
}

enum measure_kind measure_kind_parse(const char *token)
{
    return (enum measure_kind)find(KINDS, sizeof KINDS / sizeof *KINDS, token);
}

enum direction direction_parse(const char *token)
{
    return (enum direction)find(DIRECTIONS, sizeof DIRECTIONS / sizeof *DIRECTIONS, token);
}

enum accumulation accumulation_parse(const char *token)
{
    return (enum accumulation)find(ACCUMULATIONS, sizeof ACCUMULATIONS / sizeof *ACCUMULATIONS, token);
}

enum unit_kind unit_kind_parse(const char *token)
{
    return (enum unit_kind)find(UNITS, UNIT_KINDS, token);
}

bool unit_in_points(enum unit_kind kind)
{
    return kind == UNIT_SHARE || kind == UNIT_GROWTH;
}
