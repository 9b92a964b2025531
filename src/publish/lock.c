#include "publish/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "publish/publish.h"

static bool failed(struct findings *findings, const char *folder, int error)
{
    if (error == EWOULDBLOCK)
        finding_add(findings, FINDING_LOCKED, (struct place){ folder, 0 }, folder, NULL);
    else
        finding_errno(findings, FINDING_LOCK_FAILED, (struct place){ folder, 0 }, error);
    return false;
}

bool lock_take(struct lock *lock, const char *folder, struct arena *arena, struct findings *findings)
{
    lock->descriptor = -1;
    if (!publish_folder(folder, arena, findings))
        return false;
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return failed(findings, folder, errno);
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        int error = errno;
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
