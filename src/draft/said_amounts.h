/*
 * Numbers that sentences prove: "68.500 triệu đồng (Sáu mươi tám tỷ năm trăm triệu đồng)" is 68500 wherever the decision prints
 * 68.500 in millions.
 */
#ifndef PHULUC_DRAFT_SAID_AMOUNTS_H
#define PHULUC_DRAFT_SAID_AMOUNTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct said_amount {
    const char *shown; /* as printed */
    const char *unit;  /* a token of the plan's grammar */
};

struct said_amounts {
    struct arena *arena;
    struct said_amount *items;
    size_t count, capacity;
};

void said_add(struct said_amounts *said, const char *shown, const char *unit);

/* False for a unit that is not known, NULL. */
bool said_has(const struct said_amounts *said, const char *shown, const char *unit);

#endif
