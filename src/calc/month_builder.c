#include "calc/month_builder.h"

struct month_line *month_add(struct month_builder *builder, struct month_line line)
{
    struct month *month = builder->out;
    struct month_line *added = ARENA_PUSH(builder->arena, month->lines, month->line_count, month->line_capacity);
    *added = line;
    return added;
}
