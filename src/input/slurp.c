#include "input/slurp.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input/characters.h"

static bool read_all(struct slurp *slurp, int fd, size_t size)
{
    while (slurp->length < size) {
        ssize_t got = read(fd, slurp->data + slurp->length, size - slurp->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        slurp->length += (size_t)got;
    }
    slurp->data[slurp->length] = '\0';
    return true;
}

static bool report_errno(const char *path, struct findings *findings)
{
    struct place place = { path, 0 };
    if (errno == ENOENT)
        finding_add(findings, FINDING_FILE_VANISHED, place, NULL);
    else
        finding_errno(findings, FINDING_FILE_UNREADABLE, place, errno);
    return false;
}

static bool read_file(struct slurp *slurp, const char *path, int fd, size_t limit, struct arena *text,
                      struct findings *findings)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return report_errno(path, findings);
    struct place place = { path, 0 };
    if (!S_ISREG(status.st_mode))
        return finding_add(findings, FINDING_NOT_A_FILE, place, NULL), false;
    if (status.st_size == 0)
        return finding_add(findings, FINDING_FILE_EMPTY, place, NULL), false;
    if ((size_t)status.st_size > limit) {
        finding_add(findings, FINDING_FILE_TOO_LARGE, place, arena_printf(findings->arena, "%zu", limit >> 20), NULL);
        return false;
    }
    slurp->data = arena_alloc(text, (size_t)status.st_size + 1, 1);
    return read_all(slurp, fd, (size_t)status.st_size) || report_errno(path, findings);
}

/*
 * A pipe that nobody writes to must not stop us. But a regular file that a file server has lent to somebody (a lease) is given
 * back to those only who wait for it.
 */
static int open_file(const char *path)
{
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 && errno == EWOULDBLOCK && stat(path, &status) == 0 && S_ISREG(status.st_mode))
        fd = open(path, O_RDONLY | O_CLOEXEC);
    return fd;
}

struct slurp slurp_file(const char *path, size_t limit, struct findings *findings)
{
    return slurp_file_in(path, limit, findings->arena, findings);
}

struct slurp slurp_file_in(const char *path, size_t limit, struct arena *text, struct findings *findings)
{
    struct slurp slurp = { .path = arena_string(findings->arena, path) };
    int fd = open_file(path);
    if (fd < 0) {
        report_errno(path, findings);
        return slurp;
    }
    if (!read_file(&slurp, path, fd, limit, text, findings))
        slurp.data = NULL;
    close(fd);
    return slurp;
}

bool slurp_check(struct slurp *slurp, bool *clean, struct findings *findings)
{
    *clean = slurp->data != NULL;
    return slurp->data && bytes_check(slurp->data, slurp->length, slurp->path, clean, findings);
}
