#include "base/map.h"

#include <stdint.h>
#include <string.h>

enum { FIRST_CAPACITY = 16 };

struct map map_of_texts(struct arena *arena)
{
    return (struct map){ .arena = arena, .by_text = true };
}

struct map map_of_addresses(struct arena *arena)
{
    return (struct map){ .arena = arena };
}

/* FNV-1a over the bytes of a text; the multiplier of Fibonacci hashing for an address. */
static size_t hash(const struct map *map, const void *key)
{
    if (!map->by_text)
        return (size_t)(((uint64_t)(uintptr_t)key * UINT64_C(0x9E3779B97F4A7C15)) >> 20);
    uint64_t sum = UINT64_C(0xCBF29CE484222325);
    for (const unsigned char *at = key; *at; at++)
        sum = (sum ^ *at) * UINT64_C(0x100000001B3);
    return (size_t)sum;
}

static bool same(const struct map *map, const void *a, const void *b)
{
    return a == b || (map->by_text && strcmp(a, b) == 0);
}

/* Where the key stands, or is to stand. */
static struct map_entry *entry_of(const struct map *map, const void *key)
{
    size_t at = hash(map, key) & (map->capacity - 1);
    while (map->entries[at].key && !same(map, map->entries[at].key, key))
        at = (at + 1) & (map->capacity - 1);
    return &map->entries[at];
}

static void grow(struct map *map)
{
    struct map larger = *map;
    larger.capacity = map->capacity ? 2 * map->capacity : FIRST_CAPACITY;
    larger.entries = arena_alloc(map->arena, larger.capacity, sizeof *larger.entries);
    for (size_t i = 0; i < map->capacity; i++)
        if (map->entries[i].key)
            *entry_of(&larger, map->entries[i].key) = map->entries[i];
    *map = larger;
}

size_t *map_at(struct map *map, const void *key)
{
    if (2 * (map->count + 1) > map->capacity)
        grow(map);
    struct map_entry *entry = entry_of(map, key);
    if (!entry->key) {
        entry->key = key;
        map->count++;
    }
    return &entry->value;
}

const size_t *map_find(const struct map *map, const void *key)
{
    if (!map->count)
        return NULL;
    const struct map_entry *entry = entry_of(map, key);
    return entry->key ? &entry->value : NULL;
}
