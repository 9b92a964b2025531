#include "input/slurp.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

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
        finding_add(findings, FINDING_FILE_UNREADABLE, place, strerror(errno), NULL);
    return false;
}

static bool read_file(struct slurp *slurp, const char *path, int fd, size_t limit, struct findings *findings)
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
    slurp->data = arena_alloc(findings->arena, (size_t)status.st_size + 1, 1);
    return read_all(slurp, fd, (size_t)status.st_size) || report_errno(path, findings);
}

/* The word around a fault, for the message. */
static const char *word_at(struct arena *arena, const char *line, size_t length, size_t offset)
{
    size_t start = offset, end = offset;
    while (start > 0 && !strchr(" \t<>\"", line[start - 1]))
        start--;
    while (end < length && !strchr(" \t<>\"", line[end]))
        end++;
    return arena_copy(arena, line + start, end - start);
}

/* What is wrong with the characters of a file: bad lines of the one kind that is told once for all. */
struct line_faults {
    const char *path;
    struct findings *findings;
    bool *clean;
    long first, count; /* lines that are not UTF-8 */
    size_t offset;     /* in the first of them */
};

/* Blanks are put in the place of control characters, so that a parser can go on and find what else is wrong. */
static enum utf8_fault blank_controls(char *line, size_t length, size_t *offset)
{
    enum utf8_fault fault;
    while ((fault = utf8_check(line, length, offset)) == UTF8_CONTROL) {
        const char *next = line + *offset;
        utf8_next(&next);
        size_t size = next > line + *offset ? (size_t)(next - line) - *offset : 1;
        memset(line + *offset, ' ', size);
    }
    return fault;
}

static void check_line(struct line_faults *faults, long number, char *line, size_t length)
{
    struct place place = { faults->path, number };
    struct findings *findings = faults->findings;
    struct arena *arena = findings->arena;
    size_t offset = 0;
    const char *at, *word;
    enum utf8_fault fault = utf8_check(line, length, &offset);
    if (fault == UTF8_CONTROL) {
        at = line + offset;
        finding_add(findings, FINDING_CONTROL_CHARACTER, place, arena_printf(arena, "U+%04X", (unsigned)utf8_next(&at)),
                    NULL);
        *faults->clean = false;
        fault = blank_controls(line, length, &offset);
    }
    switch (fault) {
    case UTF8_OK:
        return;
    case UTF8_INVALID:
        if (!faults->count++) {
            faults->first = number;
            faults->offset = offset;
        }
        break;
    case UTF8_NOT_NFC:
        word = word_at(arena, line, length, offset);
        finding_add(findings, FINDING_NOT_NFC, place, word, utf8_compose(arena, word), NULL);
        break;
    case UTF8_CONTROL: /* blanked */
        break;
    }
    *faults->clean = false;
}

/* Line by line, so that each fault has its line; a byte order mark at the start is allowed. */
static bool check_lines(const struct slurp *slurp, const char *path, bool *clean, struct findings *findings)
{
    char *at = slurp->data, *end = slurp->data + slurp->length;
    struct line_faults faults = { .path = path, .findings = findings, .clean = clean };
    struct arena *arena = findings->arena;
    if (slurp->length >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    for (long number = 1; at < end; number++) {
        char *newline = memchr(at, '\n', (size_t)(end - at));
        check_line(&faults, number, at, (size_t)((newline ? newline : end) - at));
        at = newline ? newline + 1 : end;
    }
    if (faults.count)
        finding_add(findings, FINDING_NOT_UTF8, (struct place){ path, faults.first },
                    arena_printf(arena, "%zu", faults.offset + 1), arena_printf(arena, "%ld", faults.count), NULL);
    return faults.count == 0;
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
    struct slurp slurp = { .path = arena_string(findings->arena, path) };
    int fd = open_file(path);
    if (fd < 0) {
        report_errno(path, findings);
        return slurp;
    }
    if (!read_file(&slurp, path, fd, limit, findings))
        slurp.data = NULL;
    close(fd);
    return slurp;
}

bool slurp_check(struct slurp *slurp, bool *clean, struct findings *findings)
{
    *clean = slurp->data != NULL;
    return slurp->data && check_lines(slurp, slurp->path, clean, findings);
}
