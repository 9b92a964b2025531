#include "publish/shard.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/publish.h"
#include "publish/transport.h"

enum { SHARDS_MOST = 9999 };

const char *shards_folder(const char *output, struct arena *arena)
{
    return arena_printf(arena, "%s/.shards", output);
}

const char *shard_folder(const char *output, const char *scope, struct shard shard, struct arena *arena)
{
    char *flat = arena_string(arena, scope);
    for (char *at = flat; *at; at++)
        if (*at == '/')
            *at = '-';
    return arena_printf(arena, "%s/%s/%u-of-%u", shards_folder(output, arena), flat, shard.number, shard.of);
}

/* Digits alone, up to the end or to `until`. */
static bool parse_number(unsigned *number, const char *text, size_t length)
{
    *number = 0;
    for (size_t i = 0; i < length && *number <= SHARDS_MOST; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *number = *number * 10 + (unsigned)(text[i] - '0');
    }
    return length && text[0] != '0' && *number <= SHARDS_MOST;
}

bool shard_parse(struct shard *shard, const char *text, const char *between)
{
    const char *middle = strstr(text, between);
    struct shard parsed;
    if (!middle || !parse_number(&parsed.number, text, (size_t)(middle - text)))
        return false;
    middle += strlen(between);
    if (!parse_number(&parsed.of, middle, strlen(middle)) || parsed.number > parsed.of)
        return false;
    *shard = parsed;
    return true;
}

static const char *outcome_path(const char *folder, struct arena *arena)
{
    return arena_printf(arena, "%s/outcome", folder);
}

const char *shard_base(const char *output, struct arena *arena)
{
    char digest[SHA256_TEXT_SIZE];
    return digest_file(digest, manifest_path(output, arena)) == 0 ? arena_string(arena, digest) : "";
}

void shard_begin(const char *folder, struct arena *arena)
{
    unlink(outcome_path(folder, arena));
}

static void add_head(struct text *fields, const struct shard_part *part)
{
    record_add_number(fields, part->shard.number);
    record_add_number(fields, part->shard.of);
    record_add_number(fields, part->force);
    record_add_text(fields, part->program);
    record_add_text(fields, part->templates);
    record_add_text(fields, part->base);
    record_add_text(fields, part->work);
    record_add_number(fields, (int64_t)part->unchanged);
}

static void add_manifest(struct text *fields, const struct manifest *manifest)
{
    record_add_number(fields, (int64_t)manifest->count);
    for (size_t i = 0; i < manifest->count; i++)
        transport_add_report(fields, &manifest->reports[i]);
    transport_add_list(fields, &manifest->accepted);
}

/* One record, then the digest of its fields: a file that lost its end, or any byte, is known for it. */
static int write_outcome(const char *path, const struct text *fields, struct arena *arena)
{
    struct text seal = text_in(arena);
    char digest[SHA256_TEXT_SIZE];
    digest_bytes(digest, fields->data, fields->length);
    record_add_text(&seal, digest);
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0)
        return errno;
    errno = 0;
    bool sent = record_send(descriptor, RECORD_SHARD, fields) && record_send(descriptor, RECORD_SEAL, &seal);
    int error = sent ? 0 : errno ? errno : EFBIG;
    if (close(descriptor) != 0 && !error)
        error = errno;
    return error;
}

bool shard_write(const struct shard_part *part, const char *folder, struct findings *findings)
{
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    struct publication publication;
    const char *path = outcome_path(folder, findings->arena);
    add_head(&fields, part);
    add_manifest(&fields, &part->made);
    add_manifest(&fields, &part->changed);
    transport_add_findings(&fields, findings, 0);
    bool ok = publish_open(&publication, path, &arena, findings);
    int error = ok ? write_outcome(publication.temporary, &fields, &arena) : 0;
    if (error) {
        publish_abandon(&publication);
        finding_errno(findings, FINDING_WRITE_FAILED, (struct place){ path, 0 }, error);
    }
    ok = ok && !error && publish_commit(&publication, findings);
    arena_release(&arena);
    return ok;
}

static bool read_head(struct record_reader *reader, struct shard_part *part, struct arena *arena)
{
    part->shard.number = (unsigned)record_number(reader);
    part->shard.of = (unsigned)record_number(reader);
    part->force = record_number(reader) != 0;
    part->program = record_text(reader, arena);
    part->templates = record_text(reader, arena);
    part->base = record_text(reader, arena);
    part->work = record_text(reader, arena);
    part->unchanged = (size_t)record_number(reader);
    return part->program && part->templates && part->base && part->work;
}

static bool read_manifest(struct record_reader *reader, struct manifest *manifest, struct arena *arena)
{
    for (size_t left = record_count(reader); left; left--) {
        struct manifest_report report;
        if (!transport_read_report(reader, &report, arena))
            return false;
        manifest_put(manifest, &report, arena);
    }
    transport_read_list(reader, &manifest->accepted, arena);
    return !reader->short_of;
}

/* The fields, if the file is whole. */
static bool unseal(struct record *fields, const char *bytes, size_t length, struct arena *arena)
{
    struct record seal;
    char digest[SHA256_TEXT_SIZE];
    size_t first = record_first(fields, bytes, length);
    if (!first || fields->kind != RECORD_SHARD || !record_first(&seal, bytes + first, length - first) ||
        seal.kind != RECORD_SEAL)
        return false;
    struct record_reader reader = record_reader_of(&seal);
    const char *sealed = record_text(&reader, arena);
    digest_bytes(digest, fields->data, fields->length);
    return sealed && strcmp(sealed, digest) == 0;
}

static bool read_outcome(struct shard_part *part, FILE *file, struct arena *arena)
{
    struct stat status;
    struct record fields;
    if (fstat(fileno(file), &status) != 0)
        return false;
    char *bytes = arena_alloc(arena, (size_t)status.st_size, 1);
    if (fread(bytes, 1, (size_t)status.st_size, file) != (size_t)status.st_size ||
        !unseal(&fields, bytes, (size_t)status.st_size, arena))
        return false;
    struct record_reader reader = record_reader_of(&fields);
    part->found = findings_in(arena);
    return read_head(&reader, part, arena) && read_manifest(&reader, &part->made, arena) &&
           read_manifest(&reader, &part->changed, arena) && transport_read_findings(&reader, &part->found);
}

enum shard_state shard_read(struct shard_part *part, const char *folder, struct arena *arena)
{
    *part = (struct shard_part){ 0 };
    FILE *file = file_open(outcome_path(folder, arena));
    if (!file)
        return SHARD_NOT_ENDED;
    bool whole = read_outcome(part, file, arena);
    (void)fclose(file); /* only read from */
    return whole ? SHARD_ENDED : SHARD_DAMAGED;
}
