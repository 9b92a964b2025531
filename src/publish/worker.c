#include "publish/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "publish/stop.h"

/* Without memory an arena ends its process with this status; an answer fails to be packed for no other reason. */
enum { WORKERS_MAX = 64, POLL_MILLISECONDS = 200, OUT_OF_MEMORY_STATUS = 3, FAILED_STATUS = 4 };

struct slot {
    bool busy, slow;
    size_t index;
    pid_t process;
    int descriptor;
    long deadline;
    char *text;
    size_t length, capacity;
};

struct crew {
    const struct worker_pool *pool;
    struct slot slots[WORKERS_MAX];
    size_t size, busy, ended;
};

long worker_clock(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

/* Bytes of address space that this process has now; 0 if the system does not tell. */
static rlim_t memory_now(void)
{
    char text[64] = "";
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return 0;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    return length > 0 ? (rlim_t)strtoull(text, NULL, 10) * (rlim_t)sysconf(_SC_PAGESIZE) : 0;
}

/* The sanitizers reserve terabytes of address space: under them only the limit of time holds. */
static void limit_memory(unsigned megabytes)
{
#ifdef __SANITIZE_ADDRESS__
    megabytes = 0;
#endif
    struct rlimit limit;
    if (!megabytes || getrlimit(RLIMIT_AS, &limit) != 0)
        return;
    rlim_t most = memory_now() + ((rlim_t)megabytes << 20);
    limit.rlim_cur = most < limit.rlim_max ? most : limit.rlim_max;
    setrlimit(RLIMIT_AS, &limit);
}

/* Between findings, one a line, a library's own lines would be neither. The sanitizers' have to be seen. */
static void be_quiet(void)
{
#ifndef __SANITIZE_ADDRESS__
    int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (null >= 0) {
        dup2(null, STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
    }
#endif
}

static bool send_all(int descriptor, const char *text)
{
    for (size_t rest = strlen(text) + 1; rest;) {
        ssize_t sent = write(descriptor, text, rest);
        if (sent < 0 && errno != EINTR)
            return false;
        if (sent > 0) {
            text += sent;
            rest -= (size_t)sent;
        }
    }
    return true;
}

void worker_say(const struct worker *worker, const char *text)
{
    (void)send_all(worker->descriptor, text); /* without a parent it is about to end */
    limit_memory(worker->megabytes);
}

/* The worker goes with its parent, however that ends. */
static _Noreturn void be_worker(const struct worker_pool *pool, size_t index, int descriptor, pid_t parent)
{
    struct worker worker = { descriptor, pool->limits.megabytes };
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(FAILED_STATUS);
    prctl(PR_SET_NAME, pool->name);
    signal(SIGPIPE, SIG_IGN);
    be_quiet();
    limit_memory(worker.megabytes);
    char *text = pool->work(pool->context, index, &worker);
    if (!text)
        _exit(OUT_OF_MEMORY_STATUS);
    bool sent = send_all(descriptor, text);
    free(text);
    _exit(sent ? 0 : FAILED_STATUS);
}

static bool start(struct crew *crew, struct slot *slot, size_t index)
{
    int ends[2];
    pid_t parent = getpid();
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    pid_t process = fork();
    if (process < 0) {
        close(ends[0]);
        close(ends[1]);
        return false;
    }
    if (process == 0) {
        close(ends[0]);
        be_worker(crew->pool, index, ends[1], parent);
    }
    close(ends[1]);
    *slot = (struct slot){ .busy = true, .index = index, .process = process, .descriptor = ends[0],
                           .deadline = worker_clock() + crew->pool->limits.seconds };
    crew->busy++;
    return true;
}

/* True while more may come. One that says something has its time anew. */
static bool receive(struct slot *slot, unsigned seconds)
{
    if (slot->length + 1 >= slot->capacity) {
        size_t capacity = slot->capacity ? 2 * slot->capacity : 65536;
        char *text = realloc(slot->text, capacity);
        if (!text)
            return false;
        slot->text = text;
        slot->capacity = capacity;
    }
    ssize_t size = read(slot->descriptor, slot->text + slot->length, slot->capacity - slot->length);
    if (size > 0) {
        slot->length += (size_t)size;
        slot->deadline = worker_clock() + seconds;
    }
    return size > 0 || (size < 0 && errno == EINTR);
}

static void wait_for(pid_t process, int *status)
{
    pid_t ended;
    do
        ended = waitpid(process, status, 0);
    while (ended < 0 && errno == EINTR);
}

/* The last text that arrived with its ending zero. */
static const char *last_text(const struct slot *slot)
{
    size_t end = slot->length;
    while (end && slot->text[end - 1] != '\0')
        end--;
    if (!end)
        return NULL;
    size_t first = end - 1;
    while (first && slot->text[first - 1] != '\0')
        first--;
    return slot->text + first;
}

static enum worker_end end_of(const struct slot *slot, int status)
{
    if (slot->slow)
        return WORKER_SLOW;
    if (WIFEXITED(status) && WEXITSTATUS(status) == OUT_OF_MEMORY_STATUS)
        return WORKER_OUT_OF_MEMORY;
    bool whole = slot->length && slot->text[slot->length - 1] == '\0' && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return whole ? WORKER_DONE : WORKER_DIED;
}

static void finish(struct crew *crew, struct slot *slot)
{
    int status = 0;
    char how[32];
    close(slot->descriptor);
    wait_for(slot->process, &status);
    if (WIFSIGNALED(status))
        snprintf(how, sizeof how, "signal %d", WTERMSIG(status));
    else
        snprintf(how, sizeof how, "status %d", WEXITSTATUS(status));
    struct worker_answer answer = { slot->index, end_of(slot, status), slot->process, last_text(slot), how };
    crew->pool->ended(crew->pool->context, &answer);
    free(slot->text);
    *slot = (struct slot){ 0 };
    crew->busy--;
    crew->ended++;
}

static void kill_late(struct slot *slot, unsigned seconds)
{
    if (seconds && worker_clock() > slot->deadline) {
        slot->slow = true;
        kill(slot->process, SIGKILL);
    }
}

static void watch(struct crew *crew)
{
    struct pollfd polled[WORKERS_MAX];
    struct slot *slots[WORKERS_MAX];
    nfds_t count = 0;
    for (size_t i = 0; i < crew->size; i++)
        if (crew->slots[i].busy) {
            slots[count] = &crew->slots[i];
            polled[count++] = (struct pollfd){ .fd = crew->slots[i].descriptor, .events = POLLIN };
        }
    int ready = poll(polled, count, POLL_MILLISECONDS);
    for (nfds_t i = 0; i < count; i++) {
        if (ready > 0 && polled[i].revents && !receive(slots[i], crew->pool->limits.seconds))
            finish(crew, slots[i]);
        else
            kill_late(slots[i], crew->pool->limits.seconds);
    }
}

static struct slot *free_slot(struct crew *crew)
{
    for (size_t i = 0; i < crew->size; i++)
        if (!crew->slots[i].busy)
            return &crew->slots[i];
    return NULL;
}

static void fail_to_start(struct crew *crew, size_t index)
{
    struct worker_answer answer = { .index = index, .end = WORKER_DIED, .how = strerror(errno) };
    crew->pool->ended(crew->pool->context, &answer);
    crew->ended++;
}

/* What they were making is not committed, and whoever holds the lock removes what they leave. */
static void kill_all(struct crew *crew)
{
    for (size_t i = 0; i < crew->size; i++) {
        struct slot *slot = &crew->slots[i];
        if (!slot->busy)
            continue;
        kill(slot->process, SIGKILL);
        close(slot->descriptor);
        wait_for(slot->process, NULL);
        free(slot->text);
    }
}

size_t workers_run(const struct worker_pool *pool, size_t count)
{
    unsigned workers = pool->limits.workers ? pool->limits.workers : 1;
    struct crew crew = { .pool = pool, .size = workers < WORKERS_MAX ? workers : WORKERS_MAX };
    for (size_t next = 0; (next < count || crew.busy) && !stop_signal();) {
        struct slot *slot = next < count ? free_slot(&crew) : NULL;
        if (slot && start(&crew, slot, next))
            next++;
        else if (crew.busy)
            watch(&crew);
        else
            fail_to_start(&crew, next++);
    }
    kill_all(&crew);
    return crew.ended;
}
