#include "render/docx/docx_package.h"

#include <zip.h>

#include "base/file.h"

#define TYPES "application/vnd.openxmlformats-officedocument."
#define WORDS TYPES "wordprocessingml."
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

static const struct {
    const char *content, *relationship;
} KINDS[DOCX_KINDS] = {
    [DOCX_DOCUMENT] = { WORDS "document.main+xml", OFFICE "officeDocument" },
    [DOCX_STYLES] = { WORDS "styles+xml", OFFICE "styles" },
    [DOCX_SETTINGS] = { WORDS "settings+xml", OFFICE "settings" },
    [DOCX_FONTS] = { WORDS "fontTable+xml", OFFICE "fontTable" },
    [DOCX_HEADER] = { WORDS "header+xml", OFFICE "header" },
    [DOCX_FOOTER] = { WORDS "footer+xml", OFFICE "footer" },
    [DOCX_PICTURE] = { "image/x-emf", OFFICE "image" },
    [DOCX_CORE] = { "application/vnd.openxmlformats-package.core-properties+xml",
                    PACKAGE "relationships/metadata/core-properties" },
    [DOCX_APP] = { TYPES "extended-properties+xml", OFFICE "extended-properties" },
    [DOCX_CUSTOM] = { TYPES "custom-properties+xml", OFFICE "custom-properties" },
};

/* The document and the properties belong to the package, all else to the document. */
static bool is_of_package(enum docx_kind kind)
{
    return kind == DOCX_DOCUMENT || kind == DOCX_CORE || kind == DOCX_APP || kind == DOCX_CUSTOM;
}

struct docx_part *docx_part(struct docx_package *package, enum docx_kind kind, const char *name)
{
    struct docx_part *part = arena_alloc(package->arena, 1, sizeof *part);
    struct docx_part **entry = ARENA_PUSH(package->arena, package->parts, package->count, package->capacity);
    *entry = part;
    *part = (struct docx_part){ .kind = kind, .name = name };
    if (kind != DOCX_PICTURE)
        docx_xml_open(&part->xml);
    return part;
}

const char *docx_relationship(const struct docx_package *package, const struct docx_part *part)
{
    size_t index = 0;
    while (package->parts[index] != part)
        index++;
    return arena_printf(package->arena, "rId%zu", index + 1);
}

/* ---- what the package says of its parts ---- */

static void write_types(struct docx_xml *xml, const struct docx_package *package)
{
    docx_xml_open(xml);
    docx_open(xml, "Types");
    docx_attribute(xml, "xmlns", PACKAGE "content-types");
    docx_open(xml, "Default");
    docx_attribute(xml, "Extension", "rels");
    docx_attribute(xml, "ContentType", "application/vnd.openxmlformats-package.relationships+xml");
    docx_close(xml);
    for (size_t i = 0; i < package->count; i++) {
        docx_open(xml, "Override");
        docx_attribute(xml, "PartName", arena_printf(package->arena, "/%s", package->parts[i]->name));
        docx_attribute(xml, "ContentType", KINDS[package->parts[i]->kind].content);
        docx_close(xml);
    }
    docx_close(xml);
}

/* Of the package to its parts, or of the document, whose folder is word/. */
static void write_relationships(struct docx_xml *xml, const struct docx_package *package, bool of_package)
{
    static const char FOLDER[] = "word/";
    docx_xml_open(xml);
    docx_open(xml, "Relationships");
    docx_attribute(xml, "xmlns", PACKAGE "relationships");
    for (size_t i = 0; i < package->count; i++) {
        const struct docx_part *part = package->parts[i];
        if (is_of_package(part->kind) != of_package)
            continue;
        docx_open(xml, "Relationship");
        docx_attribute(xml, "Id", docx_relationship(package, part));
        docx_attribute(xml, "Type", KINDS[part->kind].relationship);
        docx_attribute(xml, "Target", of_package ? part->name : part->name + strlen(FOLDER));
        docx_close(xml);
    }
    docx_close(xml);
}

/* ---- the zip file ---- */

/* Day and time as zip files have them; they know no year before 1980. */
static void add_member(zip_t *zip, const char *name, const void *bytes, size_t size, struct date date, bool *failed)
{
    enum { FIRST_YEAR = 1980, LAST_YEAR = 2107, LEVEL = 6 };
    if (date.year < FIRST_YEAR || date.year > LAST_YEAR)
        date = (struct date){ FIRST_YEAR, 1, 1 };
    unsigned day = (unsigned)(date.year - FIRST_YEAR) << 9 | (unsigned)date.month << 5 | (unsigned)date.day;
    zip_source_t *source = bytes ? zip_source_buffer(zip, bytes, size, 0) : NULL;
    zip_int64_t index = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (source && index < 0)
        zip_source_free(source);
    *failed = *failed || index < 0 || zip_file_set_dostime(zip, (zip_uint64_t)index, 0, (zip_uint16_t)day, 0) < 0 ||
              zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_DEFLATE, LEVEL) < 0;
}

static void add_xml(zip_t *zip, const char *name, struct docx_xml *xml, struct date date, bool *failed)
{
    size_t size;
    const void *bytes = docx_xml_bytes(xml, &size);
    add_member(zip, name, bytes, size, date, failed);
}

/* What the source of the finished zip file holds; NULL if it cannot be read. */
static void *read_back(zip_source_t *source, struct arena *arena, size_t *size)
{
    zip_stat_t status;
    if (zip_source_open(source) < 0)
        return NULL;
    bool known = zip_source_stat(source, &status) == 0 && (status.valid & ZIP_STAT_SIZE);
    *size = known ? (size_t)status.size : 0;
    void *bytes = known ? arena_alloc(arena, *size + 1, 1) : NULL;
    if (bytes && zip_source_read(source, bytes, *size) != (zip_int64_t)*size)
        bytes = NULL;
    zip_source_close(source);
    return bytes;
}

/* The content types come first, as readers expect; zip_close() reads the parts, which must still be there. */
static bool pack(struct docx_package *package, struct date date, zip_source_t *target)
{
    struct docx_xml types, of_package, of_document;
    bool failed = false;
    zip_t *zip = zip_open_from_source(target, ZIP_TRUNCATE, NULL);
    if (!zip)
        return false;
    zip_source_keep(target);
    write_types(&types, package);
    write_relationships(&of_package, package, true);
    write_relationships(&of_document, package, false);
    add_xml(zip, "[Content_Types].xml", &types, date, &failed);
    add_xml(zip, "_rels/.rels", &of_package, date, &failed);
    for (size_t i = 0; i < package->count; i++) {
        struct docx_part *part = package->parts[i];
        if (part->kind == DOCX_PICTURE)
            add_member(zip, part->name, part->bytes, part->size, date, &failed);
        else
            add_xml(zip, part->name, &part->xml, date, &failed);
    }
    add_xml(zip, "word/_rels/document.xml.rels", &of_document, date, &failed);
    if (failed || zip_close(zip) < 0) {
        zip_discard(zip);
        failed = true;
    }
    docx_xml_free(&types);
    docx_xml_free(&of_package);
    docx_xml_free(&of_document);
    return !failed;
}

bool docx_write(struct docx_package *package, struct date date, const char *path, struct place place,
                struct findings *findings)
{
    size_t size = 0;
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, NULL);
    void *bytes = target && pack(package, date, target) ? read_back(target, package->arena, &size) : NULL;
    if (target)
        zip_source_free(target);
    if (!bytes) {
        finding_add(findings, FINDING_DOCX_FAILED, place, place.file, NULL);
        return false;
    }
    int error = file_write_bytes(path, bytes, size);
    if (error)
        finding_errno(findings, FINDING_WRITE_FAILED, place, error);
    return !error;
}

void docx_release(struct docx_package *package)
{
    for (size_t i = 0; i < package->count; i++)
        if (package->parts[i]->kind != DOCX_PICTURE)
            docx_xml_free(&package->parts[i]->xml);
}
