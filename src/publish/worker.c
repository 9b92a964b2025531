#include "publish/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "base/allocation.h"
#include "base/breadcrumb.h"
#include "base/limit.h"
#include "publish/stop.h"

enum {
    WORKERS_MAX = 64,
    INTERRUPTIONS_MAX = 1000,
    POLL_MILLISECONDS = 200,
    PATIENCE_SECONDS = 10,
    HELD_MOST = 2,
    FAILED_STATUS = 4
};

enum { RECORD_END = 0 };

static const struct timespec PAUSE = { 0, 5000000 }; /* 5 ms */

/* A place for a worker, which stays from one piece of work to the next. */
struct slot {
    pid_t process; /* 0: none */
    int descriptor;
    size_t pieces[HELD_MOST], held; /* the piece that it is at, and one that it goes on with */
    bool slow;
    long deadline;
    unsigned long steps;
    char *bytes;
    size_t length, capacity;
};

struct crew {
    const struct worker_pool *pool;
    struct slot slots[WORKERS_MAX];
    size_t size;
    size_t next, count;        /* pieces: the first that nobody was given yet, and all */
    size_t again[WORKERS_MAX]; /* given to workers that did not live to begin them */
    size_t again_count;
    size_t held, ended; /* pieces that workers have, and that are over */
    bool told;          /* of an end, since all were put away */
};

long worker_clock(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
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

void worker_send(const struct worker *worker, uint32_t kind, const struct text *fields)
{
    if (!record_send(worker->descriptor, kind, fields))
        _exit(FAILED_STATUS); /* nobody reads: there is nothing left to do */
}

/* What is not freed by now never would be. */
static void look_for_leaks(void)
{
#ifdef __SANITIZE_ADDRESS__
    __lsan_do_leak_check();
#endif
}

/* False at the end of all work. */
static bool next_piece(int descriptor, size_t *index)
{
    ssize_t size;
    do
        size = read(descriptor, index, sizeof *index);
    while (size < 0 && errno == EINTR);
    return size == sizeof *index;
}

static void do_piece(const struct worker_pool *pool, size_t index, const struct worker *worker)
{
    if (pool->supervised) {
        breadcrumb_begin(pool->limits.megabytes);
    } else {
        breadcrumb_end();
        limit_memory(pool->limits.megabytes);
    }
    pool->work(pool->context, index, worker);
    look_for_leaks();
    worker_send(worker, RECORD_END, &(struct text){ 0 });
}

/* The worker goes with its parent, however that ends. It holds nobody else's end, or that one would wait for it. */
static _Noreturn void be_worker(const struct crew *crew, int descriptor, pid_t parent)
{
    struct worker worker = { descriptor };
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(FAILED_STATUS);
    prctl(PR_SET_NAME, crew->pool->name);
    signal(SIGPIPE, SIG_IGN);
    for (size_t i = 0; i < crew->size; i++)
        if (crew->slots[i].process)
            close(crew->slots[i].descriptor);
    be_quiet();
    for (size_t index; next_piece(descriptor, &index);)
        do_piece(crew->pool, index, &worker);
    _exit(0);
}

static bool hire(struct crew *crew, struct slot *slot)
{
    int ends[2];
    pid_t parent = getpid();
    if (crew->pool->supervised)
        (void)!breadcrumb_lay(); /* without it no file is blamed */
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    allocation_before_fork();
    pid_t process = fork();
    if (process < 0) {
        int error = errno;
        close(ends[0]);
        close(ends[1]);
        errno = error;
        return false;
    }
    if (process == 0) {
        close(ends[0]);
        be_worker(crew, ends[1], parent);
    }
    close(ends[1]);
    *slot = (struct slot){ .process = process, .descriptor = ends[0] };
    return true;
}

static size_t pieces_left(const struct crew *crew)
{
    return crew->count - crew->next + crew->again_count;
}

static size_t take_piece(struct crew *crew)
{
    return crew->again_count ? crew->again[--crew->again_count] : crew->next++;
}

/* One that is gone by now has closed its end, which is found when its answer is read. */
static void give(struct crew *crew, struct slot *slot)
{
    size_t piece = take_piece(crew);
    if (!slot->held) {
        slot->slow = false;
        slot->deadline = worker_clock() + crew->pool->limits.seconds;
    }
    slot->pieces[slot->held++] = piece;
    crew->held++;
    (void)!send(slot->descriptor, &piece, sizeof piece, MSG_NOSIGNAL);
}

static bool make_room(struct slot *slot)
{
    if (slot->length < slot->capacity)
        return true;
    size_t capacity = slot->capacity ? 2 * slot->capacity : 65536;
    char *bytes = realloc(slot->bytes, capacity);
    if (!bytes)
        return false;
    slot->bytes = bytes;
    slot->capacity = capacity;
    return true;
}

static void tell_end(struct crew *crew, const struct worker_answer *answer)
{
    crew->ended++;
    crew->told = true;
    crew->pool->ended(crew->pool->context, answer);
}

/* The first piece is over; the worker may be at the next by now. */
static void end_piece(struct crew *crew, struct slot *slot, const struct worker_answer *answer)
{
    slot->held--;
    memmove(slot->pieces, slot->pieces + 1, slot->held * sizeof *slot->pieces);
    crew->held--;
    tell_end(crew, answer);
}

static void take_record(struct crew *crew, struct slot *slot, const struct record *record)
{
    if (record->kind == RECORD_END)
        end_piece(crew, slot, &(struct worker_answer){ slot->pieces[0], WORKER_DONE, slot->process, NULL, 0 });
    else
        crew->pool->take(crew->pool->context, slot->pieces[0], record);
}

static void take_records(struct crew *crew, struct slot *slot)
{
    struct record record;
    size_t taken = 0, size;
    while (slot->held && (size = record_first(&record, slot->bytes + taken, slot->length - taken)) != 0) {
        taken += size;
        take_record(crew, slot, &record);
    }
    slot->length -= taken;
    if (taken && slot->length)
        memmove(slot->bytes, slot->bytes + taken, slot->length);
}

enum heard { HEARD_NOTHING, HEARD_SOMETHING, HEARD_END };

/* Never waits. One that says something has its time anew. */
static enum heard listen_to(struct crew *crew, struct slot *slot)
{
    if (!make_room(slot))
        return HEARD_END;
    ssize_t size = recv(slot->descriptor, slot->bytes + slot->length, slot->capacity - slot->length, MSG_DONTWAIT);
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return HEARD_NOTHING;
    if (size <= 0)
        return HEARD_END;
    slot->length += (size_t)size;
    slot->deadline = worker_clock() + crew->pool->limits.seconds;
    take_records(crew, slot);
    return HEARD_SOMETHING;
}

/* What cannot be waited for has not ended well. */
static void wait_for(pid_t process, int *status)
{
    pid_t ended;
    int tries = 0;
    do
        ended = waitpid(process, status, 0);
    while (ended < 0 && errno == EINTR && ++tries < INTERRUPTIONS_MAX);
    if (ended < 0 && status)
        *status = FAILED_STATUS << 8;
}

/* It has ended, and all that it sent has been taken, though its descriptor does not say so: it is open somewhere else. */
static bool is_gone(const struct slot *slot)
{
    siginfo_t info = { 0 };
    return waitid(P_PID, (id_t)slot->process, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == slot->process;
}

static enum worker_end end_of(const struct slot *slot, int status)
{
    if (slot->slow)
        return WORKER_SLOW;
    if (WIFEXITED(status) && WEXITSTATUS(status) == OUT_OF_MEMORY_STATUS)
        return WORKER_OUT_OF_MEMORY;
    return WORKER_DIED;
}

/*
 * What a process that has ended had started is killed with it, becomes ours (see workers_run) and may write until it is gone.
 * Whoever started us may have left us children of its own: they are not waited for long.
 */
static void wait_for_orphans(void)
{
    enum { DYING_SECONDS = 5 };
    long end = worker_clock() + DYING_SECONDS;
    for (pid_t ended = 0; ended >= 0 && worker_clock() < end; ended = waitpid(-1, NULL, WNOHANG))
        if (ended == 0)
            nanosleep(&PAUSE, NULL);
}

/* It is gone, and what it was at is not done. */
static void bury(struct crew *crew, struct slot *slot)
{
    int status = 0;
    char how[32];
    close(slot->descriptor);
    wait_for(slot->process, &status);
    if (crew->pool->supervised)
        wait_for_orphans();
    if (WIFSIGNALED(status))
        snprintf(how, sizeof how, "signal %d", WTERMSIG(status));
    else
        snprintf(how, sizeof how, "status %d", WEXITSTATUS(status));
    struct worker_answer answer = { slot->pieces[0], end_of(slot, status), slot->process, how, 0 };
    end_piece(crew, slot, &answer);
    for (size_t i = 0; i < slot->held; i++)
        crew->again[crew->again_count++] = slot->pieces[i];
    crew->held -= slot->held;
    free(slot->bytes);
    *slot = (struct slot){ 0 };
}

/* One that has just ended its piece is not killed for it. */
static void kill_late(struct crew *crew, struct slot *slot)
{
    unsigned seconds = crew->pool->limits.seconds;
    unsigned long steps = crew->pool->supervised ? breadcrumb_count() : 0;
    if (steps != slot->steps) {
        slot->steps = steps;
        slot->deadline = worker_clock() + seconds;
    }
    if (seconds && worker_clock() > slot->deadline && listen_to(crew, slot) == HEARD_NOTHING) {
        slot->slow = true;
        kill(slot->process, SIGKILL);
    }
}

static void watch(struct crew *crew)
{
    breadcrumb_making(); /* these workers have limits: whoever waits for them does not hang */
    struct pollfd polled[WORKERS_MAX];
    struct slot *slots[WORKERS_MAX];
    nfds_t count = 0;
    for (size_t i = 0; i < crew->size; i++)
        if (crew->slots[i].held) {
            slots[count] = &crew->slots[i];
            polled[count++] = (struct pollfd){ .fd = crew->slots[i].descriptor, .events = POLLIN };
        }
    int ready = poll(polled, count, POLL_MILLISECONDS);
    if (ready < 0)
        nanosleep(&PAUSE, NULL); /* where nothing can be waited for, each is asked every now and then */
    for (nfds_t i = 0; i < count; i++) {
        bool asked = ready < 0 || polled[i].revents;
        enum heard heard = asked ? listen_to(crew, slots[i]) : HEARD_NOTHING;
        if (heard == HEARD_NOTHING && ready <= 0 && is_gone(slots[i]) && listen_to(crew, slots[i]) != HEARD_SOMETHING)
            heard = HEARD_END; /* it has said all that it ever will */
        if (heard == HEARD_END)
            bury(crew, slots[i]);
        else if (slots[i]->held)
            kill_late(crew, slots[i]);
    }
}

/*
 * A worker has the piece that comes next before its last one is put away, which waits for the disk: unless it is supervised, since
 * whoever is told of its end asks for the step that it was at. The last pieces go to whoever is free.
 */
static bool can_hold_more(const struct crew *crew, const struct slot *slot)
{
    return slot->held < HELD_MOST && !crew->pool->supervised && pieces_left(crew) >= crew->size;
}

/* One whose worker waits for work, else an empty one, else one whose worker will; NULL if nobody takes more. */
static struct slot *slot_for_more(struct crew *crew)
{
    struct slot *empty = NULL, *later = NULL;
    for (size_t i = 0; i < crew->size; i++) {
        struct slot *slot = &crew->slots[i];
        if (slot->process && !slot->held)
            return slot;
        if (!slot->process)
            empty = empty ? empty : slot;
        else if (!later && can_hold_more(crew, slot))
            later = slot;
    }
    return empty ? empty : later;
}

const char *worker_how(const struct worker_answer *answer, enum language language)
{
    return answer->how ? answer->how : error_words(answer->error, language);
}

static void fail_to_start(struct crew *crew)
{
    struct worker_answer answer = { .end = WORKER_DIED, .error = errno };
    answer.index = take_piece(crew);
    tell_end(crew, &answer);
}

static void put_away(struct crew *crew)
{
    if (crew->told && crew->pool->put_away)
        crew->pool->put_away(crew->pool->context);
    crew->told = false;
}

/*
 * What the busy ones were making is not committed, and whoever holds the lock removes what they leave. The others end when
 * nobody has work for them.
 */
static void dismiss_all(struct crew *crew)
{
    for (size_t i = 0; i < crew->size; i++) {
        struct slot *slot = &crew->slots[i];
        if (!slot->process)
            continue;
        if (slot->held)
            kill(slot->process, SIGKILL);
        shutdown(slot->descriptor, SHUT_RDWR); /* even if the descriptor cannot be closed */
        close(slot->descriptor);
        wait_for(slot->process, NULL);
        if (slot->held && crew->pool->supervised)
            wait_for_orphans();
        free(slot->bytes);
    }
}

/* True if whoever makes something now ends soon, and well, when asked to. */
static bool is_making(const struct crew *crew)
{
    struct arena arena = ARENA_INIT;
    bool making = crew->pool->supervised && breadcrumb_read(&arena).step == STEP_MAKING;
    arena_release(&arena);
    return making;
}

static void let_end(struct crew *crew)
{
    long end = worker_clock() + PATIENCE_SECONDS;
    for (size_t i = 0; i < crew->size; i++)
        if (crew->slots[i].held)
            kill(crew->slots[i].process, SIGTERM);
    while (crew->held && worker_clock() < end)
        watch(crew);
}

/* What was said before the stop counts. */
static void hear_out(struct crew *crew)
{
    for (size_t i = 0; i < crew->size; i++)
        while (crew->slots[i].held && listen_to(crew, &crew->slots[i]) == HEARD_SOMETHING)
            ;
}

size_t workers_run(const struct worker_pool *pool, size_t count)
{
    unsigned workers = pool->limits.workers ? pool->limits.workers : 1;
    struct crew crew = { .pool = pool, .size = workers < WORKERS_MAX ? workers : WORKERS_MAX, .count = count };
    if (pool->supervised)
        prctl(PR_SET_CHILD_SUBREAPER, 1);
    while ((pieces_left(&crew) || crew.held) && !stop_signal()) {
        struct slot *slot = pieces_left(&crew) ? slot_for_more(&crew) : NULL;
        if (slot && (slot->process || hire(&crew, slot)))
            give(&crew, slot);
        else if (crew.told)
            put_away(&crew);
        else if (crew.held)
            watch(&crew);
        else
            fail_to_start(&crew);
    }
    if (crew.held && is_making(&crew))
        let_end(&crew);
    hear_out(&crew);
    put_away(&crew);
    dismiss_all(&crew);
    return crew.ended;
}
