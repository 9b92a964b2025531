#include "input/zip_package.h"

#include <strings.h>
#include <zip.h>

#include "base/map.h"
#include "base/text.h"
#include "input/limits.h"

static bool broken(const struct zip_package *package, const char *vi, const char *en)
{
    finding_add(package->findings, FINDING_WORKBOOK_BROKEN, (struct place){ package->path, 0 }, vi, en, NULL);
    return false;
}

static bool too_large(const struct zip_package *package, const char *part, enum limit limit)
{
    struct arena *arena = package->findings->arena;
    finding_add(package->findings, FINDING_WORKBOOK_TOO_LARGE, (struct place){ package->path, 0 }, part,
                limit_words(limit, LANGUAGE_VI, arena), limit_words(limit, LANGUAGE_EN, arena), NULL);
    return false;
}

static bool unsafe(const struct zip_package *package, const char *name)
{
    finding_add(package->findings, FINDING_WORKBOOK_PART_NAME, (struct place){ package->path, 0 },
                utf8_shown(package->findings->arena, name), NULL);
    return false;
}

/* Relative, with slashes, without "." and "..", of characters that can be seen. */
static bool is_safe(const char *name)
{
    size_t offset, length = strlen(name);
    if (!length || *name == '/' || strchr(name, '\\') || strchr(name, ':') || utf8_check(name, length, &offset) != UTF8_OK)
        return false;
    for (const char *at = name; at; at = strchr(at, '/')) {
        at += *at == '/';
        size_t step = strcspn(at, "/");
        if ((step == 1 && *at == '.') || (step == 2 && strncmp(at, "..", 2) == 0))
            return false;
    }
    return true;
}

/* What the directory says of each part; whether it is true is seen when it is unpacked. */
static bool judge(struct zip_package *package)
{
    enum { SMALL = 1024 * 1024 };
    struct map seen = map_of_texts(package->arena);
    uint64_t bytes = 0;
    for (size_t i = 0; i < package->count; i++) {
        zip_stat_t stat;
        if (zip_stat_index(package->zip, i, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME) ||
            !(stat.valid & ZIP_STAT_SIZE))
            return broken(package, "mục lục của tệp nén hỏng", "the directory of the package is broken");
        const char *name = arena_string(package->arena, stat.name);
        package->names[i] = name;
        if (!is_safe(name) || (stat.valid & ZIP_STAT_ENCRYPTION_METHOD && stat.encryption_method != ZIP_EM_NONE))
            return unsafe(package, name);
        size_t *before = map_at(&seen, utf8_lower(package->arena, name));
        if ((*before)++)
            return unsafe(package, name);
        if (stat.size > WORKBOOK_BYTES_MAX || (bytes += stat.size) > WORKBOOK_BYTES_MAX)
            return too_large(package, name, LIMIT_WORKBOOK_BYTES_MAX);
        if (stat.size > SMALL && stat.size / WORKBOOK_RATIO_MAX > stat.comp_size)
            return too_large(package, name, LIMIT_WORKBOOK_RATIO_MAX);
    }
    return true;
}

bool zip_package_open(struct zip_package *package, const struct slurp *file, struct arena *arena, struct findings *findings)
{
    *package = (struct zip_package){ .path = file->path, .arena = arena, .findings = findings };
    zip_source_t *source = zip_source_buffer_create(file->data, file->length, 0, NULL);
    package->zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL) : NULL;
    if (!package->zip) {
        if (source)
            zip_source_free(source);
        return broken(package, "không mở nén được", "it cannot be unpacked");
    }
    zip_int64_t count = zip_get_num_entries(package->zip, 0);
    package->count = count > 0 ? (size_t)count : 0;
    package->names = arena_alloc(arena, package->count, sizeof *package->names);
    bool good = package->count <= WORKBOOK_PARTS_MAX ? judge(package) : too_large(package, "*", LIMIT_WORKBOOK_PARTS_MAX);
    if (!good)
        zip_package_close(package);
    return good;
}

void zip_package_close(struct zip_package *package)
{
    zip_discard(package->zip);
    package->zip = NULL;
}

bool zip_package_has(const struct zip_package *package, const char *name)
{
    for (size_t i = 0; i < package->count; i++)
        if (strcmp(package->names[i], name) == 0)
            return true;
    return false;
}

/* Exactly as many bytes as the directory says, whose checksum holds: libzip compares it at the end. */
static bool unpack(zip_file_t *from, struct slurp *part, size_t size)
{
    char beyond;
    for (part->length = 0; part->length < size;) {
        zip_int64_t got = zip_fread(from, part->data + part->length, size - part->length);
        if (got <= 0)
            return false;
        part->length += (size_t)got;
    }
    return zip_fread(from, &beyond, 1) == 0;
}

bool zip_package_read(const struct zip_package *package, const char *name, struct slurp *part)
{
    zip_stat_t stat;
    struct arena *arena = package->findings->arena;
    zip_file_t *from = NULL;
    *part = (struct slurp){ .path = name };
    if (zip_stat(package->zip, name, 0, &stat) == 0)
        from = zip_fopen(package->zip, name, 0);
    if (from)
        part->data = arena_alloc(package->arena, (size_t)stat.size + 1, 1);
    bool good = from && unpack(from, part, (size_t)stat.size);
    if (from)
        zip_fclose(from);
    return good || broken(package, arena_printf(arena, "phần «%s» thiếu hoặc hỏng", name),
                          arena_printf(arena, "part \"%s\" is missing or broken", name));
}
