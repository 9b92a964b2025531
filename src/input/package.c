#include "input/package.h"

#include <zip.h>

#include "base/map.h"
#include "base/text.h"
#include "input/limits.h"

/* One archive being unpacked. */
struct unpacking {
    struct package *package;
    struct findings *findings;
    zip_t *zip;
    struct map names;
    size_t total; /* bytes unpacked so far */
};

static struct place place_of(const struct unpacking *at)
{
    return (struct place){ at->package->path, 0 };
}

static const char *shown(const struct unpacking *at, const char *name)
{
    return utf8_shown(at->findings->arena, name);
}

static bool refuse(struct unpacking *at, enum finding_code code, const char *name)
{
    finding_add(at->findings, code, place_of(at), shown(at, name), NULL);
    return false;
}

static bool pass_limit(struct unpacking *at, enum limit limit)
{
    limit_passed(limit, place_of(at), at->findings);
    return false;
}

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), tail = strlen(end);
    return length >= tail && strcasecmp(name + length - tail, end) == 0;
}

/* Names of parts are never paths of a file system: no writer of documents makes such a name. */
static bool is_path(const char *name)
{
    if (!*name || *name == '/' || strchr(name, '\\') || strchr(name, ':'))
        return true;
    for (const char *step = name; step; step = strchr(step, '/')) {
        step += *step == '/';
        if (strncmp(step, "..", 2) == 0 && (step[2] == '/' || !step[2]))
            return true;
    }
    return false;
}

/* Parts that act by themselves, or reach for other files. */
static bool is_active(const char *name)
{
    static const char *const PIECES[] = { "vbaproject",   "vbadata",    "activex/", "externallinks/",
                                          "macrosheets/", "ctrlprops/", "customui", "ddelinks/" };
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++)
        if (strcasestr(name, PIECES[i]))
            return true;
    return false;
}

static bool is_xml(const char *name)
{
    return ends_with(name, ".xml") || ends_with(name, ".rels");
}

/* False where the archive says itself that the part is more than a document has; what it says is not believed further on. */
static bool size_is_fair(struct unpacking *at, const zip_stat_t *stat)
{
    const zip_uint64_t small = 1024 * 1024;
    if (stat->size > PART_SIZE_MAX)
        return pass_limit(at, LIMIT_PART_SIZE_MAX);
    if (stat->size > small && stat->size / PACKAGE_RATIO_MAX > stat->comp_size)
        return pass_limit(at, LIMIT_PACKAGE_RATIO_MAX);
    at->total += (size_t)stat->size;
    return at->total <= PACKAGE_UNPACKED_MAX || pass_limit(at, LIMIT_PACKAGE_UNPACKED_MAX);
}

/* The library compares what it unpacks with the size and the checksum that the archive has for it. */
static bool unpack(struct unpacking *at, struct package_part *part, const zip_stat_t *stat)
{
    zip_file_t *file = zip_fopen_index(at->zip, stat->index, 0);
    if (!file)
        return refuse(at, FINDING_PACKAGE_DAMAGED, part->name);
    size_t size = (size_t)stat->size;
    char *data = arena_alloc(at->findings->arena, size + 1, 1), more;
    zip_int64_t got = 0;
    while (part->length < size && (got = zip_fread(file, data + part->length, size - part->length)) > 0)
        part->length += (size_t)got;
    bool whole = got >= 0 && part->length == size && zip_fread(file, &more, 1) == 0;
    if (zip_fclose(file) != 0 || !whole)
        return refuse(at, FINDING_PACKAGE_DAMAGED, part->name);
    part->data = data;
    return true;
}

static bool take_part(struct unpacking *at, zip_uint64_t index)
{
    zip_stat_t stat;
    const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_INDEX |
                                ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(at->zip, index, ZIP_FL_ENC_RAW, &stat) != 0 || (stat.valid & needed) != needed)
        return refuse(at, FINDING_PACKAGE_DAMAGED, "?");
    const char *name = arena_string(at->findings->arena, stat.name);
    size_t *seen = map_at(&at->names, utf8_lower(at->findings->arena, shown(at, name)));
    if (is_path(name) || (*seen)++)
        return refuse(at, FINDING_PACKAGE_PATH, name);
    if (stat.encryption_method != ZIP_EM_NONE)
        return refuse(at, FINDING_PACKAGE_LOCKED, name);
    if (is_active(name))
        return refuse(at, FINDING_PACKAGE_ACTIVE, name);
    if (ends_with(name, "/"))
        return true;
    struct package *package = at->package;
    struct package_part *part = ARENA_PUSH(at->findings->arena, package->parts, package->count, package->capacity);
    part->name = name;
    return size_is_fair(at, &stat) && (!is_xml(name) || unpack(at, part, &stat));
}

static bool take_parts(struct unpacking *at)
{
    zip_int64_t count = zip_get_num_entries(at->zip, 0);
    if (count > PACKAGE_PARTS_MAX)
        return pass_limit(at, LIMIT_PACKAGE_PARTS_MAX);
    for (zip_int64_t i = 0; i < count; i++)
        if (!take_part(at, (zip_uint64_t)i))
            return false;
    return true;
}

/*
 * Relations that lead out of the document: to other workbooks, pictures and templates on a disk or in the net. The addresses of
 * hyperlinks are only shown, and stay.
 */
static bool leads_out(const char *data)
{
    for (const char *at = strstr(data, "<Relationship "); at; at = strstr(at + 1, "<Relationship ")) {
        const char *end = strchr(at, '>');
        size_t length = end ? (size_t)(end - at) : strlen(at);
        if (memmem(at, length, "\"External\"", 10) || memmem(at, length, "'External'", 10))
            if (!memmem(at, length, "/hyperlink\"", 11) && !memmem(at, length, "/hyperlink'", 11))
                return true;
    }
    return false;
}

static bool stays_inside(struct unpacking *at)
{
    for (size_t i = 0; i < at->package->count; i++) {
        const struct package_part *part = &at->package->parts[i];
        if (part->data && ends_with(part->name, ".rels") && leads_out(part->data))
            return refuse(at, FINDING_PACKAGE_ACTIVE, part->name);
    }
    return true;
}

bool package_is(const struct slurp *bytes)
{
    return bytes->length >= 4 && memcmp(bytes->data, "PK\3\4", 4) == 0;
}

bool package_open(struct package *package, const struct slurp *bytes, struct findings *findings)
{
    *package = (struct package){ .path = bytes->path };
    struct unpacking at = { package, findings, NULL, map_of_texts(findings->arena), 0 };
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes->data, bytes->length, 0, &error);
    at.zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    if (!at.zip) {
        zip_source_free(source);
        zip_error_fini(&error);
        return refuse(&at, FINDING_PACKAGE_DAMAGED, bytes->path);
    }
    bool fine = take_parts(&at) && stays_inside(&at);
    zip_discard(at.zip);
    zip_error_fini(&error);
    return fine;
}

const struct package_part *package_part(const struct package *package, const char *name)
{
    for (size_t i = 0; i < package->count; i++)
        if (package->parts[i].data && strcmp(package->parts[i].name, name) == 0)
            return &package->parts[i];
    return NULL;
}
