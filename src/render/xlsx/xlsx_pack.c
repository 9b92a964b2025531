#include "render/xlsx/xlsx_pack.h"

#include <errno.h>
#include <stdint.h>

#include "base/file.h"
#include "base/text.h"
#include "base/deflater.h"

/* As minizip has them. Its headers are not there where libxlsxwriter brings minizip with it. */
typedef void *zipFile;
int zipOpenNewFileInZip4_64(zipFile file, const char *name, const void *info, const void *extra, unsigned extra_size,
                            const void *extra_global, unsigned extra_global_size, const char *comment, int method,
                            int level, int raw, int window_bits, int memory_level, int strategy, const char *password,
                            unsigned long crc, unsigned long version, unsigned long flags, int zip64);
zipFile zipOpen(const char *path, int append);
int zipWriteInFileInZip(zipFile file, const void *bytes, unsigned size);
int zipCloseFileInZip(zipFile file);
int zipClose(zipFile file, const char *comment);

enum { ZIP_DONE = 0, ZIP_FAILED = -1 };
enum { STORED = 0x04034b50, LISTED = 0x02014b50, END = 0x06054b50, VERSION = 20, DEFLATED = 8, MEMBERS_MAX = 0xffff };

/* 1 January 1980, the first day that zip files know: a workbook does not depend on the clock. */
enum { FIRST_DAY = 1 << 5 | 1 };

static int error_kept;

/* A zip file on its way. */
struct archive {
    struct arena arena;
    const char *path;
    struct text members, directory; /* packed, and what the directory says of them */
    struct text name, content;      /* of the member that is open */
    unsigned count;
};

static void fail(int error)
{
    if (!error_kept)
        error_kept = error;
}

void xlsx_pack_begin(void)
{
    error_kept = 0;
}

int xlsx_pack_error(void)
{
    return error_kept;
}

zipFile zipOpen(const char *path, int append)
{
    (void)append; /* it makes new files only */
    struct archive *archive = calloc(1, sizeof *archive);
    if (!archive) {
        fail(ENOMEM);
        return NULL;
    }
    archive->path = arena_string(&archive->arena, path);
    archive->members = archive->directory = archive->name = archive->content = text_in(&archive->arena);
    return archive;
}

/* All members are made alike: of what the library says of them only the name is needed. */
int zipOpenNewFileInZip4_64(zipFile file, const char *name, const void *info, const void *extra, unsigned extra_size,
                            const void *extra_global, unsigned extra_global_size, const char *comment, int method,
                            int level, int raw, int window_bits, int memory_level, int strategy, const char *password,
                            unsigned long crc, unsigned long version, unsigned long flags, int zip64)
{
    struct archive *archive = file;
    (void)info, (void)extra, (void)extra_size, (void)extra_global, (void)extra_global_size, (void)comment, (void)method;
    (void)level, (void)raw, (void)window_bits, (void)memory_level, (void)strategy, (void)password, (void)crc;
    (void)version, (void)flags, (void)zip64;
    archive->name.length = archive->content.length = 0;
    text_add(&archive->name, name);
    return ZIP_DONE;
}

int zipWriteInFileInZip(zipFile file, const void *bytes, unsigned size)
{
    struct archive *archive = file;
    text_addn(&archive->content, bytes, size);
    return ZIP_DONE;
}

static void add_number(struct text *out, size_t number, int bytes)
{
    for (; bytes--; number >>= 8)
        text_addn(out, &(char){ (char)(number & 0xff) }, 1);
}

/* What both headers say of a member. */
static void add_common(struct text *out, const struct archive *archive, size_t packed)
{
    add_number(out, VERSION, 2);
    add_number(out, 0, 2); /* flags */
    add_number(out, DEFLATED, 2);
    add_number(out, 0, 2); /* midnight */
    add_number(out, FIRST_DAY, 2);
    add_number(out, libdeflate_crc32(0, archive->content.data, archive->content.length), 4);
    add_number(out, packed, 4);
    add_number(out, archive->content.length, 4);
    add_number(out, archive->name.length, 2);
    add_number(out, 0, 2); /* no extra field */
}

static void add_member(struct archive *archive, const char *packed, size_t size)
{
    size_t offset = archive->members.length;
    add_number(&archive->members, STORED, 4);
    add_common(&archive->members, archive, size);
    text_addn(&archive->members, archive->name.data, archive->name.length);
    text_addn(&archive->members, packed, size);
    add_number(&archive->directory, LISTED, 4);
    add_number(&archive->directory, 0, 2); /* made by: the first of systems, any version */
    add_common(&archive->directory, archive, size);
    add_number(&archive->directory, 0, 2); /* no comment */
    add_number(&archive->directory, 0, 2); /* disk */
    add_number(&archive->directory, 0, 6); /* attributes */
    add_number(&archive->directory, offset, 4);
    text_addn(&archive->directory, archive->name.data, archive->name.length);
    archive->count++;
}

int zipCloseFileInZip(zipFile file)
{
    struct archive *archive = file;
    struct libdeflate_compressor *compressor = deflater(DEFLATE_QUICK);
    const struct text *content = &archive->content;
    text_addn(&archive->content, "", 0); /* an empty part is a text, too */
    size_t bound = libdeflate_deflate_compress_bound(compressor, content->length);
    char *packed = compressor ? malloc(bound) : NULL;
    size_t size = packed ? libdeflate_deflate_compress(compressor, content->data, content->length, packed, bound) : 0;
    bool room = content->length <= UINT32_MAX && bound <= UINT32_MAX - archive->members.length &&
                archive->count < MEMBERS_MAX && archive->name.length <= UINT16_MAX;
    if (size && room)
        add_member(archive, packed, size);
    else
        fail(room ? ENOMEM : EFBIG);
    free(packed);
    return size && room ? ZIP_DONE : ZIP_FAILED;
}

static void add_end(struct archive *archive)
{
    size_t at = archive->members.length, size = archive->directory.length;
    text_addn(&archive->members, archive->directory.data, size);
    add_number(&archive->members, END, 4);
    add_number(&archive->members, 0, 4); /* disks */
    add_number(&archive->members, archive->count, 2);
    add_number(&archive->members, archive->count, 2);
    add_number(&archive->members, size, 4);
    add_number(&archive->members, at, 4);
    add_number(&archive->members, 0, 2); /* no comment */
}

int zipClose(zipFile file, const char *comment)
{
    struct archive *archive = file;
    (void)comment;
    int error = error_kept;
    if (!error) {
        add_end(archive);
        error = file_write_bytes(archive->path, archive->members.data, archive->members.length);
        fail(error);
    }
    arena_release(&archive->arena);
    free(archive);
    return error ? ZIP_FAILED : ZIP_DONE;
}
