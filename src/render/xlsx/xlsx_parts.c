#include "render/xlsx/xlsx_parts.h"

#include <errno.h>

#include <libdeflate.h>

/* As in the headers of libxlsxwriter, which do not agree on const: none of them is read here. */
FILE *lxw_tmpfile(const char *folder);
FILE *lxw_get_filehandle(char **buffer, size_t *size, const char *folder);

static struct xlsx_parts *current;

/* The content of one stream, and where it is read or written next. */
struct part {
    struct xlsx_parts *parts;
    char *bytes;
    size_t size, capacity, at;
};

void xlsx_parts_open(struct xlsx_parts *parts, struct arena *arena)
{
    *parts = (struct xlsx_parts){ .arena = arena };
    current = parts;
}

void xlsx_parts_close(void)
{
    current = NULL;
}

static bool grow(struct part *part, size_t least)
{
    enum { FIRST = 65536 };
    size_t capacity = part->capacity ? part->capacity : FIRST;
    while (capacity < least)
        capacity *= 2;
    char *bytes = capacity == part->capacity ? part->bytes : realloc(part->bytes, capacity);
    if (!bytes)
        return false;
    part->bytes = bytes;
    part->capacity = capacity;
    return true;
}

/* What stdio calls with a full buffer, and when the library flushes. 0 is an error; the library does not see it. */
static ssize_t write_part(void *cookie, const char *bytes, size_t size)
{
    struct part *part = cookie;
    if (size > SIZE_MAX / 4 - part->at || !grow(part, part->at + size)) {
        part->parts->lost = true;
        errno = ENOMEM;
        return 0;
    }
    if (part->at > part->size)
        memset(part->bytes + part->size, 0, part->at - part->size);
    memcpy(part->bytes + part->at, bytes, size);
    part->at += size;
    if (part->size < part->at)
        part->size = part->at;
    return (ssize_t)size;
}

static ssize_t read_part(void *cookie, char *bytes, size_t size)
{
    struct part *part = cookie;
    size_t left = part->at < part->size ? part->size - part->at : 0;
    if (size > left)
        size = left;
    if (size)
        memcpy(bytes, part->bytes + part->at, size);
    part->at += size;
    return (ssize_t)size;
}

static int seek_part(void *cookie, off64_t *offset, int whence)
{
    struct part *part = cookie;
    off64_t from = whence == SEEK_SET ? 0 : (off64_t)(whence == SEEK_CUR ? part->at : part->size);
    if (*offset < -from) {
        errno = EINVAL;
        return -1;
    }
    *offset += from;
    part->at = (size_t)*offset;
    return 0;
}

static int close_part(void *cookie)
{
    struct part *part = cookie;
    struct xlsx_parts *parts = part->parts;
    if (parts == current) {
        struct xlsx_part *made = ARENA_PUSH(parts->arena, parts->items, parts->count, parts->capacity);
        *made = (struct xlsx_part){ part->size, libdeflate_crc32(0, part->bytes, part->size) };
    }
    free(part->bytes);
    free(part);
    return 0;
}

FILE *lxw_tmpfile(const char *folder)
{
    (void)folder;
    struct part *part = current ? calloc(1, sizeof *part) : NULL;
    if (!part)
        return NULL;
    part->parts = current;
    FILE *file = fopencookie(part, "w+", (cookie_io_functions_t){ read_part, write_part, seek_part, close_part });
    if (!file)
        free(part);
    return file;
}

/* Without a buffer the library packs the content of the stream. */
FILE *lxw_get_filehandle(char **buffer, size_t *size, const char *folder)
{
    *buffer = NULL;
    if (size)
        *size = 0;
    return lxw_tmpfile(folder);
}
