/*
 * Runs a program of which some system calls fail, as they do on a full or dying disk.
 *
 *     failcall CALL FAULT FIRST LAST COUNT PROGRAM [ARGUMENT...]
 *
 * CALL is a name of CALLS below ("write" and "read": those of descriptors above 2), of the program and its children together,
 * counted from 1 when the program itself has begun. Calls FIRST to LAST meet FAULT: an error by its number, or 0: a write takes only half of what it is given. LAST 0: all from
 * FIRST on; FIRST 0: none. The number of calls is written to the file COUNT. Ends with the program's status, 128 and the
 * signal, or CANNOT where the system does not allow it (Linux 5.9, seccomp user notification).
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CANNOT = 125, PROGRAM = 6, STREAMS = 3 };

struct faults {
    int error;
    long first, last, count;
};

/* Machines that are younger than these calls never had them. */
#ifndef SYS_access
#define SYS_access SYS_faccessat
#define SYS_rename SYS_renameat
#define SYS_mkdir SYS_mkdirat
#define SYS_poll SYS_ppoll
#endif

enum { NUMBERS_MOST = 4 };

/* What one call of the C library comes down to, on this machine or another. */
static const struct call {
    const char *name;
    bool on_files; /* of descriptors above 2 only */
    int numbers[NUMBERS_MOST];
} CALLS[] = {
    { "write", true, { SYS_write, SYS_pwrite64 } },
    { "read", true, { SYS_read, SYS_pread64 } },
    { "close", true, { SYS_close } },
    { "open", false, { SYS_openat } },
    { "stat", false, { SYS_newfstatat, SYS_statx } },
    { "access", false, { SYS_faccessat, SYS_faccessat2, SYS_access } },
    { "getdents", false, { SYS_getdents64 } },
    { "fsync", false, { SYS_fsync, SYS_fdatasync } },
    { "rename", false, { SYS_rename, SYS_renameat, SYS_renameat2 } },
    { "mkdir", false, { SYS_mkdir, SYS_mkdirat } },
    { "flock", false, { SYS_flock } },
    { "fork", false, { SYS_clone } },
    { "socketpair", false, { SYS_socketpair } },
    { "poll", false, { SYS_poll, SYS_ppoll } },
    { "wait", false, { SYS_wait4 } },
};

static const struct call *call_of(const char *name)
{
    for (size_t i = 0; i < sizeof CALLS / sizeof *CALLS; i++)
        if (strcmp(CALLS[i].name, name) == 0)
            return &CALLS[i];
    return NULL;
}

/* The kernel asks for these calls; it lets all others pass. A descriptor is an int: the lower half of its argument. */
static int watch(const char *name)
{
    enum { CALL_END = NUMBERS_MOST + 1, STEPS = NUMBERS_MOST + 5 };
    const struct call *call = call_of(name);
    struct sock_filter steps[STEPS] = { BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)) };
    if (!call)
        return -1;
    for (int i = 0; i < NUMBERS_MOST; i++) {
        int number = i && !call->numbers[i] ? call->numbers[0] : call->numbers[i];
        bool last = i == NUMBERS_MOST - 1;
        steps[i + 1] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)number,
                                                    (unsigned char)(NUMBERS_MOST - 1 - i), (unsigned char)(last ? 2 : 0));
    }
    steps[CALL_END] = (struct sock_filter)BPF_STMT(
        BPF_LD | BPF_W | BPF_ABS,
        offsetof(struct seccomp_data, args) + (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? 4 : 0));
    steps[CALL_END + 1] =
        (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, call->on_files ? STREAMS : 0, 1, 0);
    steps[CALL_END + 2] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    steps[CALL_END + 3] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF);
    struct sock_fprog program = { STEPS, steps };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return -1;
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
}

/* By a message: a plain write could be one that is asked for. Sends one, or takes the one that was sent (descriptor -1). */
static int pass(int socket, int descriptor)
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int))];
    } control = { .bytes = "" };
    char byte = 'x';
    struct iovec part = { &byte, 1 };
    struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control,
                              .msg_controllen = sizeof control.bytes };
    if (descriptor < 0) {
        if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) <= 0 || !CMSG_FIRSTHDR(&message))
            return -1;
        memcpy(&descriptor, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof descriptor);
        return descriptor;
    }
    control.header = (struct cmsghdr){ .cmsg_len = CMSG_LEN(sizeof(int)), .cmsg_level = SOL_SOCKET,
                                       .cmsg_type = SCM_RIGHTS };
    memcpy(CMSG_DATA(&control.header), &descriptor, sizeof descriptor);
    return sendmsg(socket, &message, 0) < 0 ? -1 : descriptor;
}

static _Noreturn void be_program(int socket, const char *call, char **program)
{
    int listener = watch(call);
    if (listener < 0 || pass(socket, listener) < 0)
        _exit(CANNOT);
    close(listener);
    execv(program[0], program);
    _exit(CANNOT);
}

/* Does half of a write in the place of who asked for it; -1 if that cannot be done. */
static ssize_t write_half(const struct seccomp_notif *asked)
{
    char buffer[65536];
    size_t half = (size_t)asked->data.args[2] / 2;
    struct iovec here = { buffer, half < sizeof buffer ? half : sizeof buffer };
    struct iovec there = { (void *)(uintptr_t)asked->data.args[1], here.iov_len };
    int process = (int)syscall(SYS_pidfd_open, (pid_t)asked->pid, 0);
    int file = process < 0 ? -1 : (int)syscall(SYS_pidfd_getfd, process, (int)asked->data.args[0], 0);
    ssize_t size = -1;
    if (file >= 0 && half && asked->data.nr == SYS_write)
        size = process_vm_readv((pid_t)asked->pid, &here, 1, &there, 1, 0);
    if (size > 0)
        size = write(file, buffer, (size_t)size);
    if (file >= 0)
        close(file);
    if (process >= 0)
        close(process);
    return size > 0 ? size : -1;
}

static void answer(int listener, struct faults *faults)
{
    struct seccomp_notif asked = { 0 };
    struct seccomp_notif_resp said = { 0 };
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &asked) != 0)
        return; /* who asked is gone */
    faults->count++;
    said.id = asked.id;
    ssize_t half = -1;
    bool fails = faults->first && faults->count >= faults->first && (!faults->last || faults->count <= faults->last);
    if (fails && !faults->error)
        half = write_half(&asked);
    if (fails && faults->error)
        said.error = -faults->error;
    else if (half > 0)
        said.val = half;
    else
        said.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
    ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &said);
}

/* Answers until the program is gone, and whoever it left. */
static int supervise(int listener, pid_t program, struct faults *faults)
{
    struct pollfd asked = { listener, POLLIN, 0 };
    int status = CANNOT << 8;
    while (listener >= 0 && poll(&asked, 1, -1) > 0 && asked.revents & POLLIN)
        answer(listener, faults);
    waitpid(program, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

int main(int count, char **args)
{
    int sockets[2];
    if (count <= PROGRAM || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
        return CANNOT;
    struct faults faults = { (int)strtol(args[2], NULL, 10), strtol(args[3], NULL, 10), strtol(args[4], NULL, 10), 0 };
    pid_t program = fork();
    if (program == 0)
        be_program(sockets[1], args[1], args + PROGRAM);
    close(sockets[1]);
    int status = program < 0 ? CANNOT : supervise(pass(sockets[0], -1), program, &faults);
    FILE *file = fopen(args[5], "w");
    if (!file || fprintf(file, "%ld\n", faults.count) < 0 || fclose(file) != 0)
        return CANNOT;
    return status;
}
