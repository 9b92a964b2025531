#include "publish/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "publish/publish.h"
#include "publish/stop.h"
#include "publish/worker.h"

static bool failed(struct findings *findings, const char *folder, int error)
{
    if (error == EWOULDBLOCK)
        finding_add(findings, FINDING_LOCKED, (struct place){ folder, 0 }, folder, NULL);
    else
        finding_errno(findings, FINDING_LOCK_FAILED, (struct place){ folder, 0 }, error);
    return false;
}

/* 0 or the error. It is asked for over and over: a blocking flock() could not be ended by its time. */
static int lock_within(int descriptor, enum lock_kind kind, unsigned wait)
{
    enum { DYING_SECONDS = 5 }; /* workers of a run that was killed hold the lock until they are gone, a moment later */
    static const struct timespec PAUSE = { 0, 50000000 }; /* 50 ms */
    int operation = (kind == LOCK_ALONE ? LOCK_EX : LOCK_SH) | LOCK_NB;
    long end = worker_clock() + (long)(wait > DYING_SECONDS ? wait : DYING_SECONDS);
    while (flock(descriptor, operation) != 0) {
        if (errno != EWOULDBLOCK || stop_signal() || worker_clock() >= end)
            return errno;
        nanosleep(&PAUSE, NULL);
    }
    return 0;
}

bool lock_take(struct lock *lock, const char *folder, enum lock_kind kind, unsigned wait, struct arena *arena,
               struct findings *findings)
{
    lock->descriptor = -1;
    if (!publish_folder(folder, arena, findings))
        return false;
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return failed(findings, folder, errno);
    int error = lock_within(descriptor, kind, wait);
    if (error) {
        close(descriptor);
        return failed(findings, folder, error);
    }
    lock->descriptor = descriptor;
    return true;
}

void lock_release(struct lock *lock)
{
    if (lock->descriptor >= 0)
        close(lock->descriptor);
    lock->descriptor = -1;
}
