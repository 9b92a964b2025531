#include "report/metrics.h"

#include "base/text.h"
#include "report/truetype.h"

static const char *const FILE_NAMES[FACE_COUNT] = {
    [FACE_REGULAR] = "LiberationSerif-Regular.ttf",
    [FACE_BOLD] = "LiberationSerif-Bold.ttf",
    [FACE_ITALIC] = "LiberationSerif-Italic.ttf",
    [FACE_BOLD_ITALIC] = "LiberationSerif-BoldItalic.ttf",
};

enum { ASCII_COUNT = 128 };

struct faces {
    const struct truetype *items[FACE_COUNT];
};

const struct truetype *metrics_face(const struct metrics *metrics, enum face face)
{
    const struct faces *faces = metrics->data;
    return faces->items[face];
}

static int advance(const struct metrics *metrics, enum face face, uint32_t codepoint)
{
    const struct truetype *font = metrics_face(metrics, face);
    return font->advances[truetype_glyph(font, codepoint)];
}

static bool covers(const struct metrics *metrics, enum face face, uint32_t codepoint)
{
    return truetype_glyph(metrics_face(metrics, face), codepoint) != 0;
}

static const uint16_t *ascii_of(const struct truetype *font, struct arena *arena)
{
    uint16_t *advances = arena_alloc(arena, ASCII_COUNT, sizeof *advances);
    for (uint32_t code = 0; code < ASCII_COUNT; code++)
        advances[code] = font->advances[truetype_glyph(font, code)];
    return advances;
}

const struct metrics *metrics_open(const char *directory, struct arena *arena, struct findings *findings)
{
    struct metrics *metrics = arena_alloc(arena, 1, sizeof *metrics);
    struct faces *faces = arena_alloc(arena, 1, sizeof *faces);
    bool complete = true;
    for (int face = 0; face < FACE_COUNT; face++) {
        const char *path = arena_printf(arena, "%s/%s", directory, FILE_NAMES[face]);
        const struct truetype *font = truetype_read(path, arena, findings);
        metrics->font_files[face] = path;
        faces->items[face] = font;
        metrics->ascii[face] = font ? ascii_of(font, arena) : NULL;
        complete = complete && font;
        if (font && font->ascent > metrics->ascent)
            metrics->ascent = font->ascent;
        if (font && -font->descent > metrics->descent)
            metrics->descent = -font->descent;
    }
    metrics->advance = advance;
    metrics->covers = covers;
    metrics->data = faces;
    return complete ? metrics : NULL;
}

mpt metrics_width(const struct metrics *metrics, enum face face, mpt size, const char *text, size_t length)
{
    const char *end = text + length;
    int64_t sum = 0;
    const uint16_t *ascii = metrics->ascii[face];
    while (text < end)
        sum += ascii && (unsigned char)*text < ASCII_COUNT ? ascii[(unsigned char)*text++]
                                                           : metrics->advance(metrics, face, utf8_next(&text));
    /* Rounded up: a line must never come out wider than what was reserved for it. */
    int64_t width = (sum * size + 999) / 1000;
    return width < INT32_MAX ? (mpt)width : INT32_MAX;
}

mpt metrics_line_height(mpt size)
{
    return (mpt)((int64_t)size * 115 / 100);
}
