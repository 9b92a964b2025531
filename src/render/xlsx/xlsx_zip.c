#include "render/xlsx/xlsx_zip.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libdeflate.h>

enum { STORED = 0x04034b50, LISTED = 0x02014b50, END = 0x06054b50, DEFLATED = 8 };
enum { STORED_SIZE = 30, LISTED_SIZE = 46, END_SIZE = 22 };

/* Both headers of a member say the same of it in 26 bytes, from here on. */
enum { STORED_COMMON = 4, LISTED_COMMON = 6, COMMON_SIZE = 26 };

struct zip {
    const unsigned char *bytes;
    uint64_t directory, end; /* where the directory begins and ends */
};

/* A member as a header tells of it. */
struct member {
    const unsigned char *common, *name;
    uint32_t method, crc, packed, size, name_length;
    uint64_t next; /* where what follows the header, with its texts, begins */
};

static uint32_t number(const unsigned char *at, int bytes)
{
    uint32_t value = 0;
    while (bytes--)
        value = value << 8 | at[bytes];
    return value;
}

/* Of the two texts that follow the name, one is in both headers. */
static struct member read_member(const unsigned char *common, const unsigned char *name, uint64_t names_at)
{
    struct member member = { .common = common,
                             .name = name,
                             .method = number(common + 4, 2),
                             .crc = number(common + 10, 4),
                             .packed = number(common + 14, 4),
                             .size = number(common + 18, 4),
                             .name_length = number(common + 22, 2) };
    member.next = names_at + member.name_length + number(common + 24, 2);
    return member;
}

/* False if there is no header at this place, or not before the end. */
static bool read_listed(const struct zip *zip, uint64_t place, struct member *member)
{
    const unsigned char *at = zip->bytes + place;
    if (zip->end - place < LISTED_SIZE || number(at, 4) != LISTED)
        return false;
    *member = read_member(at + LISTED_COMMON, at + LISTED_SIZE, place + LISTED_SIZE);
    member->next += number(at + 32, 2); /* a comment */
    return member->next <= zip->end;
}

static bool read_stored(const struct zip *zip, uint64_t place, struct member *member)
{
    const unsigned char *at = zip->bytes + place;
    if (zip->directory - place < STORED_SIZE || number(at, 4) != STORED)
        return false;
    *member = read_member(at + STORED_COMMON, at + STORED_SIZE, place + STORED_SIZE);
    return member->next <= zip->directory && zip->directory - member->next >= member->packed;
}

static bool same_member(const struct member *a, const struct member *b)
{
    return memcmp(a->common, b->common, COMMON_SIZE) == 0 && memcmp(a->name, b->name, a->name_length) == 0;
}

/* True if all of the packed data is one stream that unpacks to the part. */
static bool unpacks_to(const unsigned char *data, uint32_t packed, const struct xlsx_part *part)
{
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    unsigned char *bytes = decompressor ? malloc(part->size + 1) : NULL;
    size_t read = 0, size = 0;
    bool whole = bytes && libdeflate_deflate_decompress_ex(decompressor, data, packed, bytes, part->size + 1, &read,
                                                           &size) == LIBDEFLATE_SUCCESS;
    whole = whole && read == packed && size == part->size && libdeflate_crc32(0, bytes, size) == part->crc;
    free(bytes);
    libdeflate_free_decompressor(decompressor);
    return whole;
}

/* Members stand one after the other: place is where this one begins, and then the next. */
static bool holds_part(const struct zip *zip, const struct member *listed, uint64_t *place, const struct xlsx_part *part)
{
    struct member stored;
    uint32_t offset = number(listed->name - 4, 4); /* the last field before the name */
    if (offset != *place || !read_stored(zip, *place, &stored) || !same_member(listed, &stored))
        return false;
    *place = stored.next + stored.packed;
    return stored.method == DEFLATED && stored.crc == part->crc && stored.size == part->size &&
           unpacks_to(zip->bytes + stored.next, stored.packed, part);
}

bool xlsx_zip_holds(const unsigned char *bytes, size_t size, const struct xlsx_parts *parts)
{
    if (parts->lost || !parts->count || size < END_SIZE)
        return false;
    struct zip zip = { .bytes = bytes, .end = size - END_SIZE };
    const unsigned char *at = bytes + zip.end;
    zip.directory = number(at + 16, 4);
    if (number(at, 4) != END || number(at + 4, 4) != 0 || number(at + 8, 2) != parts->count ||
        number(at + 10, 2) != parts->count || zip.directory + number(at + 12, 4) != zip.end || number(at + 20, 2) != 0)
        return false;
    uint64_t listed_at = zip.directory, stored_at = 0;
    for (size_t i = 0; i < parts->count; i++) {
        struct member listed;
        if (!read_listed(&zip, listed_at, &listed) || !holds_part(&zip, &listed, &stored_at, &parts->items[i]))
            return false;
        listed_at = listed.next;
    }
    return listed_at == zip.end && stored_at == zip.directory;
}

/* All bytes of a file, or NULL with errno set. */
static unsigned char *read_all(int descriptor, size_t *size)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return NULL;
    size_t most = (size_t)status.st_size;
    unsigned char *bytes = malloc(most + 1);
    ssize_t length = 0;
    for (*size = 0; bytes && *size<most; *size += length> 0 ? (size_t)length : 0) {
        length = read(descriptor, bytes + *size, most - *size);
        if (length == 0)
            break;
        if (length < 0 && errno != EINTR) {
            int error = errno;
            free(bytes);
            errno = error;
            return NULL;
        }
    }
    return bytes;
}

int xlsx_zip_check(const char *path, const struct xlsx_parts *parts, bool *holds)
{
    *holds = false;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    size_t size;
    unsigned char *bytes = read_all(descriptor, &size);
    int error = bytes ? 0 : errno;
    close(descriptor);
    if (bytes)
        *holds = xlsx_zip_holds(bytes, size, parts);
    free(bytes);
    return error;
}
