/*
 * Changes of a package that leave it a package: a part is unpacked, changed and packed again, so that its checksum holds.
 * One in eight is of the bytes: what is no zip file any more must be refused as well.
 */
#include "fuzz.h"

#include <zip.h>

enum { PARTS = 64, PART_MOST = 1024 * 1024 };

struct part {
    const char *name;
    uint8_t *bytes;
    size_t length;
};

struct package {
    struct part parts[PARTS];
    size_t count;
};

static unsigned chance(unsigned *random, size_t below)
{
    *random = *random * 1103515245U + 12345U;
    return below ? (unsigned)((*random >> 8) % below) : 0;
}

static void unpack_part(struct package *package, zip_t *zip, zip_uint64_t index, struct arena *arena)
{
    zip_stat_t stat;
    zip_file_t *file = NULL;
    if (package->count < PARTS && zip_stat_index(zip, index, 0, &stat) == 0 && stat.size <= PART_MOST)
        file = zip_fopen_index(zip, index, 0);
    if (!file)
        return;
    struct part *part = &package->parts[package->count];
    *part =
        (struct part){ arena_string(arena, stat.name), arena_alloc(arena, (size_t)stat.size + 1, 1), (size_t)stat.size };
    if (zip_fread(file, part->bytes, stat.size) == (zip_int64_t)stat.size)
        package->count++;
    zip_fclose(file);
}

static bool unpack(struct package *package, const uint8_t *data, size_t size, struct arena *arena)
{
    zip_source_t *source = zip_source_buffer_create(data, size, 0, NULL);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
    if (!zip) {
        zip_source_free(source);
        return false;
    }
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++)
        unpack_part(package, zip, (zip_uint64_t)i, arena);
    zip_discard(zip);
    return package->count > 0;
}

/* The size of what was packed; 0 if it has no room, or if nothing was left to pack. */
static size_t pack(const struct package *package, uint8_t *data, size_t most)
{
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
    fuzz_assert(zip != NULL, "no package to write to");
    for (size_t i = 0; i < package->count; i++) {
        const struct part *part = &package->parts[i];
        zip_source_t *bytes = zip_source_buffer(zip, part->bytes, part->length, 0);
        zip_int64_t index = zip_file_add(zip, part->name, bytes, 0);
        if (index < 0)
            zip_source_free(bytes); /* two parts of one name: the second is left out */
        else
            fuzz_assert(zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_DEFLATE, 1) == 0, "no compression");
    }
    zip_source_keep(source);
    bool written = zip_close(zip) == 0;
    if (!written)
        zip_discard(zip);
    if (!written || zip_source_open(source) != 0) {
        zip_source_free(source);
        return 0;
    }
    zip_int64_t size = zip_source_read(source, data, most);
    uint8_t beyond;
    bool fits = size >= 0 && zip_source_read(source, &beyond, 1) == 0;
    zip_source_close(source);
    zip_source_free(source);
    return fits ? (size_t)size : 0;
}

/* In its grammar most times, else in its bytes. */
static void change_part(struct part *part, unsigned *random, struct arena *arena)
{
    enum { ROOM = 4096 };
    size_t most = part->length + ROOM;
    uint8_t *bytes = arena_alloc(arena, most, 1);
    if (part->length)
        memcpy(bytes, part->bytes, part->length);
    size_t changed = chance(random, 4) ? xml_mutate(bytes, part->length, most, chance(random, UINT16_MAX)) : 0;
    part->length = changed ? changed : LLVMFuzzerMutate(bytes, part->length, most);
    part->bytes = bytes;
}

static void change_package(struct package *package, unsigned *random, struct arena *arena)
{
    struct part *one = &package->parts[chance(random, package->count)],
                *other = &package->parts[chance(random, package->count)];
    switch (chance(random, 12)) {
    case 0: /* dropped */ *one = package->parts[--package->count]; break;
    case 1: /* with what another holds */
        one->bytes = other->bytes;
        one->length = other->length;
        break;
    case 2: /* under the name of another */ one->name = other->name; break;
    default:
        for (unsigned times = 1 + chance(random, 3); times; times--)
            change_part(one, random, arena);
    }
}

size_t zip_mutate(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    struct arena arena = ARENA_INIT;
    struct package *package = arena_alloc(&arena, 1, sizeof *package);
    unsigned random = seed;
    size_t length = 0;
    if (chance(&random, 8) && unpack(package, data, size, &arena)) {
        change_package(package, &random, &arena);
        length = pack(package, data, most);
    }
    arena_release(&arena);
    return length;
}
