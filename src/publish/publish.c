#include "publish/publish.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/breadcrumb.h"
#include "base/file.h"

static bool failed(struct findings *findings, const char *path, int error)
{
    finding_errno(findings, FINDING_WRITE_FAILED, (struct place){ path, 0 }, error);
    return false;
}

/* Length of the folder part, with its slash; 0 if the path is a bare name. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool make_folder(const char *path, struct findings *findings)
{
    if (mkdir(path, 0777) == 0)
        return true;
    int error = errno; /* on a read-only disk mkdir() does not say EEXIST for a folder that is there */
    if (is_folder(path))
        return true;
    finding_errno(findings, FINDING_OUTPUT_FAILED, (struct place){ path, 0 }, error == EEXIST ? ENOTDIR : error);
    return false;
}

/*
 * A symbolic link on the way to an output, made by somebody else: it could lead a file of ours to any place. The user's own
 * links and those of the system are ways that somebody responsible chose. Asked before a file is begun and again before it takes
 * its name, since making it takes a while. Whoever may write in the folder can still exchange it in the instant between.
 */
static bool is_led_astray(const char *path, struct findings *findings)
{
    char *part = arena_string(findings->arena, path);
    for (char *at = part; *at; at++) {
        struct stat status;
        char next = at[1];
        if (next != '/' && next != '\0')
            continue;
        at[1] = '\0';
        if (lstat(part, &status) == 0 && S_ISLNK(status.st_mode) && status.st_uid != 0 && status.st_uid != geteuid()) {
            finding_add(findings, FINDING_OUTPUT_LED_ASTRAY, (struct place){ path, 0 }, part, NULL);
            return true;
        }
        at[1] = next;
    }
    return false;
}

/*
 * A file that takes the name of a device, or of what a link leads to and is no file, would take the device or the pipe away from
 * everybody: as root, /dev/null itself. A pipe that stands under the output's own name is of no use to anybody and gives way.
 */
static bool is_no_place_for_a_file(const char *path, struct findings *findings)
{
    struct stat own, end;
    if (stat(path, &end) != 0 || S_ISREG(end.st_mode) || S_ISDIR(end.st_mode))
        return false;
    bool led = lstat(path, &own) == 0 && S_ISLNK(own.st_mode);
    if (!led && !S_ISCHR(end.st_mode) && !S_ISBLK(end.st_mode))
        return false;
    finding_add(findings, FINDING_OUTPUT_NO_FILE, (struct place){ path, 0 }, NULL);
    return true;
}

static bool make_folders(const char *path, struct arena *arena, struct findings *findings)
{
    char *folder = arena_copy(arena, path, folder_length(path));
    for (char *at = folder; *at; at++) {
        if (*at != '/' || at == folder)
            continue;
        *at = '\0';
        if (!make_folder(folder, findings))
            return false;
        *at = '/';
    }
    return true;
}

bool publish_folder(const char *folder, struct arena *arena, struct findings *findings)
{
    return make_folders(arena_printf(arena, "%s/", folder), arena, findings);
}

/* ".NAME.PID.tmp", as publish_open() names them. */
static bool is_temporary(const char *name, long owner)
{
    size_t length = strlen(name);
    if (name[0] != '.' || length < sizeof ".x.1.tmp" - 1 || strcmp(name + length - 4, ".tmp") != 0)
        return false;
    size_t start = length - 4;
    while (start > 1 && name[start - 1] >= '0' && name[start - 1] <= '9')
        start--;
    bool numbered = start > 2 && start < length - 4 && name[start - 1] == '.';
    return numbered && (!owner || strtol(name + start, NULL, 10) == owner);
}

enum { FOLDER = O_RDONLY | O_DIRECTORY | O_CLOEXEC };

/* Takes the descriptor over. */
static void clean(int descriptor, long owner, bool below)
{
    DIR *entries = descriptor < 0 ? NULL : fdopendir(descriptor);
    if (!entries) {
        if (descriptor >= 0)
            close(descriptor);
        return;
    }
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        if (is_temporary(entry->d_name, owner))
            unlinkat(descriptor, entry->d_name, 0);
        else if (below && entry->d_type != DT_REG && entry->d_name[0] != '.')
            clean(openat(descriptor, entry->d_name, FOLDER | O_NOFOLLOW), owner, below);
    }
    closedir(entries);
}

void publish_clean(const char *folder, long owner)
{
    clean(open(folder, FOLDER), owner, false);
}

void publish_clean_below(const char *folder, long owner)
{
    clean(open(folder, FOLDER), owner, true);
}

/* The process id keeps two runs apart; one run never opens one path twice at a time. */
bool publish_open(struct publication *publication, const char *path, struct arena *arena, struct findings *findings)
{
    size_t folder = folder_length(path);
    *publication = (struct publication){ 0 };
    if (!path[folder]) {
        finding_errno(findings, FINDING_OUTPUT_FAILED, (struct place){ path, 0 }, EISDIR);
        return false;
    }
    if (is_led_astray(path, findings) || is_no_place_for_a_file(path, findings) || !make_folders(path, arena, findings))
        return false;
    publication->path = arena_string(arena, path);
    publication->temporary = arena_printf(arena, "%.*s.%s.%ld.tmp", (int)folder, path, path + folder, (long)getpid());
    unlink(publication->temporary); /* left by a process that was killed and had the same id */
    return true;
}

/* Flushes a file or a folder to disk; 0 or the error. */
static int flush(const char *path, int flags)
{
    int descriptor = open(path, flags | O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* nobody's pipe is waited for */
    if (descriptor < 0)
        return errno;
    int error = fsync(descriptor) == 0 ? 0 : errno;
    if (close(descriptor) != 0 && !error)
        error = errno;
    return error;
}

/* Some network file systems cannot flush folders and say so with EINVAL; the rename itself stands. */
static int flush_folder(const char *path)
{
    size_t length = folder_length(path);
    char *folder = length ? strndup(path, length) : strdup(".");
    if (!folder)
        return errno;
    int error = flush(folder, O_DIRECTORY);
    free(folder);
    return error == EINVAL ? 0 : error;
}

/* Where a chain of symbolic links leads, whether or not anything is there. */
static const char *link_target(const char *path, struct arena *arena)
{
    enum { LINKS_MOST = 16, PATH_SIZE = 4096 };
    for (int i = 0; i < LINKS_MOST; i++) {
        char *target = arena_alloc(arena, PATH_SIZE, 1);
        ssize_t length = readlink(path, target, PATH_SIZE - 1);
        if (length <= 0)
            return path;
        target[length] = '\0';
        path = target[0] == '/' ? target : arena_printf(arena, "%.*s%s", (int)folder_length(path), path, target);
    }
    return path;
}

/* The owner cannot be kept; where the group cannot, the mode, which is meant for that group, is not either. */
static void keep_mode(const char *temporary, const char *target)
{
    struct stat old, new;
    if (stat(target, &old) != 0 || !S_ISREG(old.st_mode) || stat(temporary, &new) != 0)
        return;
    if (old.st_gid == new.st_gid || chown(temporary, (uid_t)-1, old.st_gid) == 0)
        (void)!chmod(temporary, old.st_mode & 0775);
}

static int copy_bytes(int from, int to)
{
    char buffer[65536];
    ssize_t size;
    while ((size = read(from, buffer, sizeof buffer)) != 0) {
        if (size < 0 && errno != EINTR)
            return errno;
        for (ssize_t done = 0, sent; done<size; done += sent> 0 ? sent : 0)
            if ((sent = write(to, buffer + done, (size_t)(size - done))) < 0 && errno != EINTR)
                return errno;
    }
    return fsync(to) == 0 ? 0 : errno;
}

/* A new file with the bytes of the other; 0 or the error. */
static int copy_file(const char *name, const char *to_name)
{
    int from = open(name, O_RDONLY | O_CLOEXEC);
    int to = from < 0 ? -1 : open(to_name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    int error = to < 0 ? errno : copy_bytes(from, to);
    if (from >= 0)
        close(from);
    if (to >= 0 && close(to) != 0 && !error)
        error = errno;
    return error;
}

/* Copies into the target's folder, whose disk is another one, and renames there; 0 or the error. */
static int move_across(const char *temporary, const char *target, struct arena *arena)
{
    size_t folder = folder_length(target);
    const char *near = arena_printf(arena, "%.*s.%s.copy.%ld.tmp", (int)folder, target, target + folder, (long)getpid());
    int error = copy_file(temporary, near);
    if (!error)
        keep_mode(near, target);
    if (!error && rename(near, target) != 0)
        error = errno;
    unlink(error ? near : temporary);
    return error;
}

int publish_second_name(const char *from, const char *to)
{
    return link(from, to) == 0 ? 0 : copy_file(from, to);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)status;
    (void)kind;
    (void)at;
    (void)remove(path);
    return 0;
}

void publish_remove_tree(const char *folder)
{
    enum { DESCRIPTORS = 16 };
    (void)nftw(folder, remove_entry, DESCRIPTORS, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

static int put_in_place(const char *temporary, const char *target, struct arena *arena)
{
    keep_mode(temporary, target);
    if (rename(temporary, target) == 0)
        return 0;
    return errno == EXDEV ? move_across(temporary, target, arena) : errno;
}

void publish_begin_flush(const struct publication *publication)
{
    int descriptor = open(publication->temporary, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return;
    (void)!sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
    close(descriptor);
}

/* A publication on its way. */
struct placing {
    const char *target;
    bool placed;
    int error; /* to be told */
};

static void place(struct placing *placing, struct publication *publication, struct arena *arena, struct findings *findings)
{
    if (is_led_astray(publication->path, findings) || is_no_place_for_a_file(publication->path, findings)) {
        placing->error = 0; /* it is told */
    } else if (!placing->error) {
        placing->target = link_target(publication->path, arena);
        placing->error = put_in_place(publication->temporary, placing->target, arena);
        placing->placed = !placing->error;
    }
    if (!placing->placed)
        publish_abandon(publication);
    publication->temporary = NULL;
}

static bool in_same_folder(const char *a, const char *b)
{
    size_t length = folder_length(a);
    return length == folder_length(b) && strncmp(a, b, length) == 0;
}

/* A folder that several files were renamed in is flushed once, for all of them. */
static int settle(const struct placing *placings, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (placings[i].placed && !placings[i].error && in_same_folder(placings[i].target, placings[at].target))
            return 0;
    return flush_folder(placings[at].target);
}

void publish_commit_all(struct publication *publications, size_t count, bool *committed, struct findings *findings)
{
    struct arena arena = ARENA_INIT;
    struct placing *placings = arena_alloc(&arena, count, sizeof *placings);
    for (size_t i = 0; i < count; i++) {
        breadcrumb_making();
        placings[i].error = flush(publications[i].temporary, O_NOFOLLOW);
    }
    for (size_t i = 0; i < count; i++)
        place(&placings[i], &publications[i], &arena, findings);
    for (size_t i = 0; i < count; i++) {
        if (placings[i].placed)
            placings[i].error = settle(placings, i);
        committed[i] = placings[i].placed && !placings[i].error;
        if (placings[i].error)
            (void)failed(findings, publications[i].path, placings[i].error);
    }
    arena_release(&arena);
}

bool publish_commit(struct publication *publication, struct findings *findings)
{
    bool committed;
    publish_commit_all(publication, 1, &committed, findings);
    return committed;
}

void publish_abandon(struct publication *publication)
{
    if (publication->temporary)
        unlink(publication->temporary);
    publication->temporary = NULL;
}

bool publish_text(const char *path, const char *text, struct arena *arena, struct findings *findings)
{
    struct publication publication;
    if (!publish_open(&publication, path, arena, findings))
        return false;
    int error = file_write(publication.temporary, text);
    if (error) {
        publish_abandon(&publication);
        return failed(findings, path, error);
    }
    return publish_commit(&publication, findings);
}
