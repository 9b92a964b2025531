#include "report/truetype.h"

#include <stdbool.h>

#include "base/file.h"

enum {
    FILE_MAX = 16 * 1024 * 1024,
    HEADER_SIZE = 12,
    DIRECTORY_ENTRY_SIZE = 16,
    HEAD_SIZE = 54,
    HHEA_SIZE = 36,
    MAXP_SIZE = 6,
    POST_SIZE = 32,
    OS2_CAP_HEIGHT = 88, /* where it stands, in versions that have it */
    CMAP_HEADER_SIZE = 4,
    CMAP_RECORD_SIZE = 8,
    FORMAT4_HEADER_SIZE = 14
};

/* A part of the file. Reading outside it gives 0 and sets the sticky fault. */
struct span {
    const unsigned char *data;
    size_t size;
    bool *fault;
};

static uint16_t u16(struct span span, size_t at)
{
    if (at > span.size || span.size - at < 2) {
        *span.fault = true;
        return 0;
    }
    return (uint16_t)(span.data[at] << 8 | span.data[at + 1]);
}

static int s16(struct span span, size_t at)
{
    uint16_t value = u16(span, at);
    return value < 0x8000 ? value : value - 0x10000;
}

static uint32_t u32(struct span span, size_t at)
{
    return (uint32_t)u16(span, at) << 16 | u16(span, at + 2);
}

static struct span part(struct span whole, size_t offset, size_t length)
{
    if (offset > whole.size || whole.size - offset < length) {
        *whole.fault = true;
        return (struct span){ whole.data, 0, whole.fault };
    }
    return (struct span){ whole.data + offset, length, whole.fault };
}

static bool read_file(const char *path, struct arena *arena, unsigned char **bytes, size_t *size)
{
    FILE *file = file_open(path);
    if (!file)
        return false;
    long length = -1;
    if (fseek(file, 0, SEEK_END) == 0)
        length = ftell(file);
    bool done = length > 0 && length <= FILE_MAX && fseek(file, 0, SEEK_SET) == 0;
    if (done) {
        *size = (size_t)length;
        *bytes = arena_alloc(arena, *size, 1);
        done = fread(*bytes, 1, *size, file) == *size;
    }
    (void)fclose(file); /* only read from */
    return done;
}

/* Sum of the big-endian 32-bit words, the last one filled up with zeros. */
static uint32_t sum_of_words(struct span table)
{
    uint32_t sum = 0;
    for (size_t at = 0; at < table.size; at++)
        sum += (uint32_t)table.data[at] << (24 - at % 4 * 8);
    return sum;
}

static bool intact(struct span table, bool is_head, uint32_t stated)
{
    uint32_t sum = sum_of_words(table);
    /* The sum of the table that holds the sum of the file is taken with that field as 0. */
    if (is_head)
        sum -= u32(table, 8);
    return sum == stated;
}

/* A missing table is a fault, like one that reaches beyond the file. */
static struct span find_table(struct span file, const char *tag)
{
    size_t count = u16(file, 4);
    for (size_t i = 0; i < count; i++) {
        struct span entry = part(file, HEADER_SIZE + i * DIRECTORY_ENTRY_SIZE, DIRECTORY_ENTRY_SIZE);
        if (*file.fault)
            break;
        if (memcmp(entry.data, tag, 4) == 0)
            return part(file, u32(entry, 8), u32(entry, 12));
    }
    *file.fault = true;
    return (struct span){ file.data, 0, file.fault };
}

static void check_tables(struct span file)
{
    size_t count = u16(file, 4);
    for (size_t i = 0; i < count && !*file.fault; i++) {
        struct span entry = part(file, HEADER_SIZE + i * DIRECTORY_ENTRY_SIZE, DIRECTORY_ENTRY_SIZE);
        struct span table = part(file, u32(entry, 8), u32(entry, 12));
        if (!*file.fault && !intact(table, memcmp(entry.data, "head", 4) == 0, u32(entry, 4)))
            *file.fault = true;
    }
}

/* Font units to 1/1000 of the type size, rounded half away from zero. */
static int scale(int value, unsigned units_per_em)
{
    int64_t twice = (int64_t)value * 2000, unit = units_per_em;
    return (int)((twice + (value < 0 ? -unit : unit)) / (2 * unit));
}

static uint16_t *read_advances(struct span file, unsigned glyph_count, unsigned units_per_em, struct arena *arena)
{
    unsigned metric_count = u16(find_table(file, "hhea"), 34);
    struct span hmtx = find_table(file, "hmtx");
    uint16_t *advances = arena_alloc(arena, glyph_count, sizeof *advances);
    if (metric_count == 0 || metric_count > glyph_count)
        *file.fault = true;
    for (unsigned glyph = 0; glyph < glyph_count && !*file.fault; glyph++) {
        unsigned metric = glyph < metric_count ? glyph : metric_count - 1;
        int advance = scale(u16(hmtx, (size_t)metric * 4), units_per_em);
        advances[glyph] = advance < UINT16_MAX ? (uint16_t)advance : UINT16_MAX;
    }
    return advances;
}

/* The Unicode mapping of the basic plane, which every TrueType font has for Windows. */
static struct span find_mapping(struct span cmap)
{
    size_t count = u16(cmap, 2);
    for (size_t i = 0; i < count && !*cmap.fault; i++) {
        size_t at = CMAP_HEADER_SIZE + i * CMAP_RECORD_SIZE;
        if (u16(cmap, at) != 3 || u16(cmap, at + 2) != 1)
            continue;
        size_t offset = u32(cmap, at + 4);
        struct span rest = part(cmap, offset, offset < cmap.size ? cmap.size - offset : 0);
        if (u16(rest, 0) == 4)
            return rest;
    }
    *cmap.fault = true;
    return (struct span){ cmap.data, 0, cmap.fault };
}

/* One segment of format 4; the four arrays of a mapping lie one behind the other, with two bytes after the first. */
static void read_segment(struct span map, size_t segment, size_t count, unsigned glyph_count, uint16_t *glyphs)
{
    size_t end_at = FORMAT4_HEADER_SIZE + segment * 2, start_at = end_at + count * 2 + 2;
    size_t delta_at = start_at + count * 2, range_at = delta_at + count * 2;
    unsigned last = u16(map, end_at), first = u16(map, start_at);
    unsigned delta = u16(map, delta_at), range = u16(map, range_at);
    for (unsigned code = first; code <= last && code < TRUETYPE_CODES && !*map.fault; code++) {
        unsigned glyph = code;
        if (range)
            glyph = u16(map, range_at + range + (size_t)(code - first) * 2);
        if (glyph || !range)
            glyph = (glyph + delta) & 0xffff;
        glyphs[code] = glyph < glyph_count ? (uint16_t)glyph : 0;
    }
}

static uint16_t *read_mapping(struct span file, unsigned glyph_count, struct arena *arena)
{
    uint16_t *glyphs = arena_alloc(arena, TRUETYPE_CODES, sizeof *glyphs);
    struct span map = find_mapping(find_table(file, "cmap"));
    size_t count = u16(map, 6) / 2u;
    for (size_t segment = 0; segment < count && !*file.fault; segment++)
        read_segment(map, segment, count, glyph_count, glyphs);
    return glyphs;
}

static int read_cap_height(struct span file, unsigned units_per_em)
{
    struct span os2 = find_table(file, "OS/2");
    if (u16(os2, 0) < 2) /* older versions do not tell it */
        *file.fault = true;
    return scale(s16(os2, OS2_CAP_HEIGHT), units_per_em);
}

static void read_face(struct truetype *face, struct span file, struct arena *arena)
{
    struct span head = part(find_table(file, "head"), 0, HEAD_SIZE);
    struct span hhea = part(find_table(file, "hhea"), 0, HHEA_SIZE);
    struct span maxp = part(find_table(file, "maxp"), 0, MAXP_SIZE);
    struct span post = part(find_table(file, "post"), 0, POST_SIZE);
    unsigned units = u16(head, 18);
    face->glyph_count = u16(maxp, 4);
    if (units < 16 || units > 16384 || face->glyph_count == 0)
        *file.fault = true;
    if (*file.fault)
        return;
    face->arena = arena;
    face->packed = arena_alloc(arena, 1, sizeof *face->packed);
    face->check_sum = u32(head, 8);
    face->x_min = scale(s16(head, 36), units);
    face->y_min = scale(s16(head, 38), units);
    face->x_max = scale(s16(head, 40), units);
    face->y_max = scale(s16(head, 42), units);
    face->ascent = scale(s16(hhea, 4), units);
    face->descent = scale(s16(hhea, 6), units);
    face->italic_angle = s16(post, 4);
    face->cap_height = read_cap_height(file, units);
    face->advances = read_advances(file, face->glyph_count, units, arena);
    face->glyphs = read_mapping(file, face->glyph_count, arena);
}

const struct truetype *truetype_read(const char *path, struct arena *arena, struct findings *findings)
{
    struct truetype *face = arena_alloc(arena, 1, sizeof *face);
    unsigned char *bytes = NULL;
    bool fault = !read_file(path, arena, &bytes, &face->size);
    struct span file = { bytes, face->size, &fault };
    face->bytes = bytes;
    if (!fault && u32(file, 0) != 0x00010000)
        fault = true;
    if (!fault)
        check_tables(file);
    if (!fault) {
        find_table(file, "glyf");
        find_table(file, "loca");
    }
    if (!fault)
        read_face(face, file, arena);
    if (!fault)
        return face;
    finding_add(findings, FINDING_FONT_UNREADABLE, (struct place){ path, 0 }, path, NULL);
    return NULL;
}
