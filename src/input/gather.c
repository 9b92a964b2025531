#include "input/gather.h"

#include <dirent.h>
#include <errno.h>
#include <strings.h>
#include <sys/stat.h>

struct file_identity {
    dev_t device;
    ino_t number;
};

static bool is_new(struct file_list *files, const struct stat *status, struct arena *arena)
{
    for (size_t i = 0; i < files->identity_count; i++)
        if (files->identities[i].number == status->st_ino && files->identities[i].device == status->st_dev)
            return false;
    struct file_identity *added = ARENA_PUSH(arena, files->identities, files->identity_count, files->identity_capacity);
    *added = (struct file_identity){ status->st_dev, status->st_ino };
    return true;
}

static void add(struct file_list *files, const char *path, const struct stat *status, struct arena *arena)
{
    files->found++;
    if (!is_new(files, status, arena))
        return;
    const char **added = ARENA_PUSH(arena, files->paths, files->count, files->capacity);
    *added = path;
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* Hidden files, and what Office (lock files), network drives and synchronising programs leave behind, are nobody's plan. */
static int is_wanted(const struct dirent *entry)
{
    static const char *const LEFTOVERS[] = { ".", "~$", "@eaDir", "#recycle" };
    for (size_t i = 0; i < sizeof LEFTOVERS / sizeof *LEFTOVERS; i++)
        if (strncmp(entry->d_name, LEFTOVERS[i], strlen(LEFTOVERS[i])) == 0)
            return 0;
    return 1;
}

static bool ends_with(const char *name, const char *suffix)
{
    size_t length = strlen(name), tail = strlen(suffix);
    return length > tail && strcasecmp(name + length - tail, suffix) == 0;
}

static bool is_xml(const char *name)
{
    return ends_with(name, ".xml");
}

bool gather_is_workbook(const char *path)
{
    static const char *const SUFFIXES[] = { ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods" };
    for (size_t i = 0; i < sizeof SUFFIXES / sizeof *SUFFIXES; i++)
        if (ends_with(path, SUFFIXES[i]))
            return true;
    return false;
}

static bool leads_to_folder(const char *path, const struct stat *status)
{
    struct stat target;
    return S_ISLNK(status->st_mode) && stat(path, &target) == 0 && S_ISDIR(target.st_mode);
}

static void tell_of_lost(const char *path, int error, struct findings *findings)
{
    if (error == ENOENT)
        finding_add(findings, FINDING_FILE_VANISHED, (struct place){ path, 0 }, NULL);
    else
        finding_errno(findings, FINDING_FILE_UNREADABLE, (struct place){ path, 0 }, error);
}

/* What a folder is searched for. */
typedef bool kind_of_file(const char *name);

static void gather_folder(struct file_list *files, const char *folder, kind_of_file *is_kind, struct arena *arena,
                          struct findings *findings)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_wanted, by_bytes);
    if (count < 0) {
        finding_errno(findings, FINDING_FILE_UNREADABLE, (struct place){ folder, 0 }, errno);
        return;
    }
    for (int i = 0; i < count; i++) {
        struct stat status;
        const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
        const char *path = arena_printf(arena, "%s%s%s", folder, slash, entries[i]->d_name);
        if (lstat(path, &status) != 0)
            tell_of_lost(path, errno, findings);
        else if (S_ISDIR(status.st_mode))
            gather_folder(files, path, is_kind, arena, findings);
        else if (is_kind(entries[i]->d_name) && S_ISREG(status.st_mode))
            add(files, path, &status, arena);
        else if (is_kind(entries[i]->d_name) || leads_to_folder(path, &status))
            finding_add(findings, FINDING_NOT_A_FILE, (struct place){ path, 0 }, NULL);
        free(entries[i]);
    }
    free(entries);
}

static void gather_kind(struct file_list *files, const char *path, kind_of_file *is_kind, struct arena *arena,
                        struct findings *findings)
{
    struct stat status;
    struct place place = { path, 0 };
    if (stat(path, &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            finding_add(findings, FINDING_NO_SUCH_PATH, place, NULL);
        else
            finding_errno(findings, FINDING_FILE_UNREADABLE, place, errno);
    } else if (S_ISDIR(status.st_mode)) {
        gather_folder(files, path, is_kind, arena, findings);
    } else {
        add(files, path, &status, arena);
    }
}

void gather(struct file_list *files, const char *path, struct arena *arena, struct findings *findings)
{
    size_t before = files->found, faults = findings->count;
    gather_kind(files, path, is_xml, arena, findings);
    if (files->found == before && findings->count == faults)
        finding_add(findings, FINDING_NO_XML, (struct place){ path, 0 }, NULL);
}

void gather_workbooks(struct file_list *files, const char *path, struct arena *arena, struct findings *findings)
{
    struct stat status;
    if (gather_is_workbook(path) || (stat(path, &status) == 0 && S_ISDIR(status.st_mode)))
        gather_kind(files, path, gather_is_workbook, arena, findings);
}

bool file_list_has(const struct file_list *files, const char *path)
{
    for (size_t i = 0; i < files->count; i++)
        if (strcmp(files->paths[i], path) == 0)
            return true;
    return false;
}
