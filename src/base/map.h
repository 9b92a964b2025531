/*
 * A map from texts, or from addresses, to whole numbers, in the memory of an arena. A look-up takes the same time however
 * many keys there are. Nothing is told by the order of addresses: a map is asked, never listed.
 */
#ifndef PHULUC_BASE_MAP_H
#define PHULUC_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct map_entry {
    const void *key; /* NULL: free */
    size_t value;
};

struct map {
    struct arena *arena;
    bool by_text;
    struct map_entry *entries; /* at most half of them in use */
    size_t count, capacity;
};

/* Keys are compared as texts, or as addresses. They must live as long as the map, and are never NULL. */
struct map map_of_texts(struct arena *arena);
struct map map_of_addresses(struct arena *arena);

/* The value of a key, to be read or set; a key that was not there comes in with 0. Valid until the next call. */
size_t *map_at(struct map *map, const void *key);

/* The value of a key; NULL if it is not there. */
const size_t *map_find(const struct map *map, const void *key);

#endif
