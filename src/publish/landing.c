#include "publish/landing.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "publish/cut.h"
#include "publish/publish.h"

enum standing { STANDING_OURS, STANDING_EDITED, STANDING_UNKNOWN, STANDING_UNREADABLE };

static const char *path_of(const struct delivery *delivery, const char *name)
{
    return arena_printf(delivery->arena, "%s/%s", delivery->folder, name);
}

static const char *notes_path(const struct delivery *delivery)
{
    return path_of(delivery, ".made");
}

/* "annex/34.moi.xlsx" of "annex/34.xlsx" */
static const char *name_beside(const char *name, struct arena *arena)
{
    const char *dot = strrchr(name, '.');
    size_t length = dot ? (size_t)(dot - name) : strlen(name);
    return arena_printf(arena, "%.*s.moi%s", (int)length, name, name + length);
}

const struct manifest_entry *landing_made_as(const struct manifest_report *report, const char *name)
{
    const struct manifest_entry *entry = report ? manifest_entry_of(&report->outputs, name) : NULL;
    if (!entry && report)
        entry = manifest_entry_of(&report->earlier, name);
    if (!entry && report)
        entry = manifest_entry_of(&report->edited, name);
    return entry;
}

static bool is_noted(const struct delivery *delivery, const char *digest)
{
    for (size_t i = 0; i < delivery->noted.count; i++)
        if (strcmp(delivery->noted.items[i], digest) == 0)
            return true;
    return false;
}

/* What stands at the name; a file that is to become `digest` is ours, whoever put it there. */
static enum standing look(const struct delivery *delivery, const struct manifest_report *before, const char *name,
                          const char *digest, struct findings *findings)
{
    struct stat status;
    char found[SHA256_TEXT_SIZE];
    const char *path = path_of(delivery, name);
    const struct manifest_entry *entry = landing_made_as(before, name);
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) || !status.st_size)
        return STANDING_OURS; /* nothing to lose; what is no file is told when it cannot be replaced */
    int error = digest_file(found, path);
    if (error)
        return finding_errno(findings, FINDING_OUTPUT_UNREADABLE, (struct place){ path, 0 }, error), STANDING_UNREADABLE;
    if (strcmp(found, digest) == 0 || (entry && strcmp(found, entry->digest) == 0) || is_noted(delivery, found))
        return STANDING_OURS;
    return !entry ? STANDING_UNKNOWN : file_is_cut(path) ? STANDING_OURS : STANDING_EDITED;
}

static bool is_same_file(const char *path, const char *other)
{
    struct stat a, b;
    return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/*
 * A second name first: the file keeps its own until another takes it. A disk that knows no second names renames; a link to
 * another disk is moved itself. The name, or NULL with a finding.
 */
static const char *set_aside(const struct delivery *delivery, const char *name)
{
    enum { TRIES_MOST = 1000 };
    const char *path = path_of(delivery, name);
    int error = EEXIST;
    for (int i = 1; i <= TRIES_MOST && error == EEXIST; i++) {
        const char *other = arena_printf(delivery->arena, i == 1 ? "%s.bak" : "%s.bak%d", name, i);
        const char *other_path = path_of(delivery, other);
        error = linkat(AT_FDCWD, path, AT_FDCWD, other_path, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
        bool moved = error && error != EEXIST && access(other_path, F_OK) != 0 && rename(path, other_path) == 0;
        if (!error || moved || (error == EEXIST && is_same_file(path, other_path)))
            return other;
    }
    finding_errno(delivery->findings, FINDING_WRITE_FAILED, (struct place){ path, 0 }, error);
    return NULL;
}

/* Beside the person's file, in the place of the one that stood beside it before. */
static bool go_beside(struct landing *landing, const struct delivery *delivery, const struct manifest_report *before)
{
    const char *beside = name_beside(landing->name, delivery->arena);
    const struct manifest_entry *entry = landing_made_as(before, beside);
    enum standing standing = look(delivery, before, beside, landing->digest, delivery->findings);
    landing->edited = landing->name;
    landing->name = beside;
    landing->told = entry && strcmp(entry->digest, landing->digest) == 0;
    if (standing == STANDING_UNREADABLE)
        return false;
    if (standing != STANDING_OURS)
        landing->set_aside = set_aside(delivery, beside);
    return standing == STANDING_OURS || landing->set_aside;
}

/* False with a finding if what stands there cannot be read: then nothing is to be put in its place. */
static bool choose(struct landing *landing, const struct delivery *delivery, const struct manifest_report *before,
                   const struct made_file *file)
{
    *landing = (struct landing){ .name = file->name };
    int error = digest_file(landing->digest, file->temporary);
    if (error)
        return finding_errno(delivery->findings, FINDING_MADE_UNREADABLE, (struct place){ file->path, 0 }, error), false;
    enum standing standing = look(delivery, before, file->name, landing->digest, delivery->findings);
    bool can = standing != STANDING_UNREADABLE;
    if (standing == STANDING_EDITED && !delivery->batch->force) {
        can = go_beside(landing, delivery, before);
    } else if (standing == STANDING_EDITED || standing == STANDING_UNKNOWN) {
        landing->set_aside = set_aside(delivery, file->name);
        can = landing->set_aside != NULL;
    }
    landing->path = path_of(delivery, landing->name);
    return can;
}

/* A pipe or a device in the place of the notes would make us wait for whoever reads it. */
static void remove_if_no_file(const char *path)
{
    struct stat status;
    if (lstat(path, &status) == 0 && !S_ISREG(status.st_mode))
        unlink(path);
}

void landing_abandon(struct made *made)
{
    for (size_t i = 0; i < made->count; i++)
        publish_abandon(&(struct publication){ made->files[i].path, made->files[i].temporary });
    made->count = 0;
}

/* On the disk when it returns; 0, or the error. A disk may take a part at a time. */
static int append(const char *path, const struct text *lines)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0666);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "a");
    int error = file ? 0 : errno;
    if (file && (fwrite(lines->data, 1, lines->length, file) != lines->length || fflush(file) != 0 || fdatasync(descriptor) != 0))
        error = errno;
    if (file && fclose(file) != 0 && !error)
        error = errno;
    else if (!file && descriptor >= 0)
        close(descriptor);
    return error;
}

/* In ".made"; a failure is told. */
static void note(const struct delivery *delivery, const struct arrival *arrivals, size_t count)
{
    struct text lines = text_in(delivery->arena);
    for (size_t i = 0; i < count; i++)
        for (size_t f = 0; f < arrivals[i].count; f++)
            text_addf(&lines, "%s\n", arrivals[i].landings[f].digest);
    remove_if_no_file(notes_path(delivery));
    int error = append(notes_path(delivery), &lines);
    if (error)
        finding_errno(delivery->findings, FINDING_WRITE_FAILED, (struct place){ notes_path(delivery), 0 }, error);
}

/* Returns how many files there are to publish, the first of `publications`. */
static size_t choose_all(const struct delivery *delivery, struct arrival *arrival, struct publication *publications)
{
    const struct made *made = arrival->made;
    size_t found = delivery->findings->count;
    arrival->landings = arena_alloc(delivery->arena, made->count, sizeof *arrival->landings);
    for (size_t i = 0; i < made->count; i++) {
        const struct made_file *file = &made->files[i];
        struct landing *landing = &arrival->landings[arrival->count];
        if (choose(landing, delivery, arrival->before, file))
            publications[arrival->count++] = (struct publication){ landing->path, file->temporary };
        else
            publish_abandon(&(struct publication){ file->path, file->temporary });
    }
    arrival->troubled = delivery->findings->count != found;
    return arrival->count;
}

/* Returns how many were chosen: of so many `committed` tells. */
static size_t keep_published(struct arrival *arrival, const bool *committed)
{
    size_t chosen = arrival->count;
    arrival->count = 0;
    for (size_t i = 0; i < chosen; i++)
        if (committed[i])
            arrival->landings[arrival->count++] = arrival->landings[i];
    arrival->troubled = arrival->troubled || arrival->count != chosen;
    return chosen;
}

void landing_publish(const struct delivery *delivery, struct arrival *arrivals, size_t count)
{
    size_t made = 0, chosen = 0, told = 0;
    for (size_t i = 0; i < count; i++)
        made += arrivals[i].made->count;
    struct publication *publications = arena_alloc(delivery->arena, made, sizeof *publications);
    bool *committed = arena_alloc(delivery->arena, made, sizeof *committed);
    for (size_t i = 0; i < count; i++)
        chosen += choose_all(delivery, &arrivals[i], publications + chosen);
    size_t found = delivery->findings->count;
    if (chosen)
        note(delivery, arrivals, count);
    bool noted = delivery->findings->count == found;
    publish_commit_all(publications, chosen, committed, delivery->findings);
    for (size_t i = 0; i < count; i++) {
        arrivals[i].troubled = arrivals[i].troubled || !noted;
        told += keep_published(&arrivals[i], committed + told);
    }
}

void landing_read_notes(struct delivery *delivery)
{
    FILE *file = file_open(notes_path(delivery));
    char line[SHA256_TEXT_SIZE + 1];
    while (file && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        manifest_add_name(&delivery->noted, arena_string(delivery->arena, line), delivery->arena);
    }
    if (file)
        (void)fclose(file); /* only read from */
}

void landing_remove_notes(const struct delivery *delivery)
{
    unlink(notes_path(delivery));
}

static struct finding *tell_of_edited(const struct delivery *delivery, const char *edited, const char *beside)
{
    return finding_add(delivery->findings, FINDING_OUTPUT_EDITED, (struct place){ path_of(delivery, edited), 0 },
                       path_of(delivery, beside), NULL);
}

static const char *known_words(const struct delivery *delivery)
{
    return delivery->batch->language == LANGUAGE_EN ? "an earlier run reported it" : "lần chạy trước đã nêu";
}

static void tell(const struct delivery *delivery, const struct landing *landing)
{
    if (landing->set_aside)
        finding_add(delivery->findings, FINDING_OUTPUT_SET_ASIDE, (struct place){ landing->path, 0 },
                    path_of(delivery, landing->set_aside), NULL);
    if (!landing->edited)
        return;
    struct finding *finding = tell_of_edited(delivery, landing->edited, landing->name);
    if (landing->told)
        finding->accepted = known_words(delivery);
}

void landing_tell(const struct delivery *delivery, const struct arrival *arrival)
{
    for (size_t i = 0; i < arrival->count; i++)
        tell(delivery, &arrival->landings[i]);
}

void landing_tell_known(const struct delivery *delivery, const struct manifest_report *report)
{
    for (size_t i = 0; i < report->edited.count; i++) {
        const char *name = report->edited.items[i].path;
        tell_of_edited(delivery, name, name_beside(name, delivery->arena))->accepted = known_words(delivery);
    }
}

/* True if the name is one beside another that the report has made under its own name now. */
static bool is_superseded(const struct manifest_report *now, const char *name, struct arena *arena)
{
    for (size_t i = 0; i < now->outputs.count; i++)
        if (strcmp(name_beside(now->outputs.items[i].path, arena), name) == 0)
            return true;
    return false;
}

static void carry_list(const struct delivery *delivery, const struct manifest_list *list, struct manifest_report *now)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct manifest_entry *entry = &list->items[i];
        if (landing_made_as(now, entry->path) || access(path_of(delivery, entry->path), F_OK) != 0)
            continue;
        if (!is_superseded(now, entry->path, delivery->arena))
            manifest_add_entry(&now->earlier, entry, delivery->arena);
        else if (manifest_entry_stands(entry, delivery->folder))
            unlink(path_of(delivery, entry->path));
    }
}

void landing_carry(const struct delivery *delivery, const struct manifest_report *before, struct manifest_report *now)
{
    if (!before)
        return;
    for (size_t i = 0; i < before->edited.count; i++) {
        const struct manifest_entry *entry = &before->edited.items[i];
        if (!landing_made_as(now, entry->path) && access(path_of(delivery, entry->path), F_OK) == 0)
            manifest_add_entry(&now->edited, entry, delivery->arena);
    }
    carry_list(delivery, &before->outputs, now);
    carry_list(delivery, &before->earlier, now);
}

void landing_record(const struct delivery *delivery, const struct arrival *arrival, struct manifest_report *now)
{
    for (size_t i = 0; i < arrival->count; i++) {
        const struct landing *landing = &arrival->landings[i];
        struct manifest_entry entry = { .path = landing->name };
        memcpy(entry.digest, landing->digest, sizeof entry.digest);
        manifest_add_entry(&now->outputs, &entry, delivery->arena);
        if (landing->edited)
            manifest_add_entry(&now->edited, landing_made_as(arrival->before, landing->edited), delivery->arena);
    }
    landing_carry(delivery, arrival->before, now);
}

bool landing_is_over(const struct delivery *delivery, const struct manifest_report *report)
{
    for (size_t i = 0; i < report->edited.count; i++) {
        const struct manifest_entry *entry = &report->edited.items[i];
        if (access(path_of(delivery, entry->path), F_OK) != 0 || manifest_entry_stands(entry, delivery->folder))
            return true;
    }
    return false;
}
