#include "base/cell_name.h"

const char *cell_name(struct arena *arena, size_t row, size_t column)
{
    enum { LETTERS = 26 };
    const char *letters = "";
    for (size_t left = column + 1; left; left = (left - 1) / LETTERS)
        letters = arena_printf(arena, "%c%s", (int)('A' + (left - 1) % LETTERS), letters);
    return arena_printf(arena, "%s%zu", letters, row + 1);
}
