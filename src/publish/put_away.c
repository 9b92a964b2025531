#include "publish/put_away.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/lock.h"
#include "publish/manifest.h"
#include "publish/publish.h"

struct removal {
    const struct batch *batch;
    const char *folder; /* in the output folder: "da-bo/2026-03-01" */
    struct arena *arena;
    struct findings *findings;
};

static const char *path_of(const struct removal *removal, const char *name)
{
    return arena_printf(removal->arena, "%s/%s", removal->batch->output, name);
}

/* One that is not there yet: what was put away earlier that day stays as it is. */
static const char *folder_of(const struct removal *removal, struct date day)
{
    const char *date = date_token(removal->arena, day);
    const char *folder = arena_printf(removal->arena, "da-bo/%s", date);
    for (int i = 2; access(path_of(removal, folder), F_OK) == 0; i++)
        folder = arena_printf(removal->arena, "da-bo/%s-%d", date, i);
    return folder;
}

/* True if nothing of that name is left. */
static bool move(const struct removal *removal, const char *name)
{
    const char *from = path_of(removal, name), *to_name = arena_printf(removal->arena, "%s/%s", removal->folder, name);
    const char *to = path_of(removal, to_name);
    struct publication folders;
    struct stat status;
    if (lstat(from, &status) != 0)
        return errno == ENOENT;
    if (!removal->batch->dry_run) {
        if (!publish_open(&folders, to, removal->arena, removal->findings))
            return false;
        if (rename(from, to) != 0) {
            finding_errno(removal->findings, FINDING_WRITE_FAILED, (struct place){ from, 0 }, errno);
            return false;
        }
    }
    finding_add(removal->findings, removal->batch->dry_run ? FINDING_WOULD_PUT_AWAY : FINDING_PUT_AWAY,
                (struct place){ from, 0 }, to, NULL);
    return true;
}

static bool move_all(const struct removal *removal, const struct manifest_list *list)
{
    bool whole = true;
    for (size_t i = 0; i < list->count; i++)
        whole = move(removal, list->items[i].path) && whole;
    return whole;
}

static void put_away_gone(const struct removal *removal, struct manifest *manifest)
{
    for (size_t i = manifest->count; i-- > 0;) {
        const struct manifest_report *report = &manifest->reports[i];
        if (!report->gone_since)
            continue;
        bool whole = move_all(removal, &report->outputs);
        whole = move_all(removal, &report->earlier) && whole;
        whole = move_all(removal, &report->edited) && whole;
        if (whole)
            manifest_remove(manifest, report->name);
    }
}

void put_away(const struct batch *batch, struct date day, struct arena *arena, struct findings *findings)
{
    struct removal removal = { batch, NULL, arena, findings };
    struct manifest manifest = { 0 };
    struct lock lock = { -1 };
    struct stat status;
    if (stat(batch->output, &status) != 0) {
        finding_errno(findings, FINDING_OUTPUT_FAILED, (struct place){ batch->output, 0 }, errno);
        return;
    }
    if (!batch->dry_run && !lock_take(&lock, batch->output, LOCK_ALONE, batch->wait, arena, findings))
        return;
    removal.folder = folder_of(&removal, day);
    const char *path = manifest_path(batch->output, arena);
    int error = manifest_read(&manifest, path, arena);
    if (error)
        finding_errno(findings, FINDING_MANIFEST_UNREADABLE, (struct place){ path, 0 }, error);
    else
        put_away_gone(&removal, &manifest);
    if (!batch->dry_run && !error && findings->count)
        (void)manifest_write(&manifest, path, findings);
    lock_release(&lock);
}
