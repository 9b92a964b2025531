"""
Machines that break: closed descriptors, limits, pipes in the place of files, links, folders that are exchanged, failing calls.

What each does to a run: the status, what is said, what is on disk. tests/data/hostile/faults.tsv lists the failing calls.
"""
import csv
import errno
import inspect
import itertools
import os
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys

from behaviour import ALL_MADE, ROOT, SYSTEM, Sandbox, check, check_equal, read, write

sys.path.append(os.path.join(ROOT, "tests", "batch"))

import failing  # noqa: E402
from batch import check_no_temporaries, ended, environment, held_worker, started, whole  # noqa: E402

TABLE = os.path.join(ROOT, "tests", "data", "hostile", "faults.tsv")
GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
FORMATS = "xlsx,pdf,html,txt,docx"
ANNEX = ["annex", "-q", "--formats", FORMATS, "-o", "out", "input"]
MADE = [f"good.{suffix}" for suffix in sorted(FORMATS.split(","))]
PATIENCE = 60


def _good(box):
    return box.copy(GOOD, "input", "good.xml")


def _run(program, box, *args, **more):
    """Status, stdout, stderr; a run that hangs is stopped, and the test has failed."""
    done = subprocess.run([program.path, *args], cwd=box.path, env=environment(), stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=PATIENCE, check=False, **more)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def _moved_program(program, box):
    """The program with files of its own, installed into the box."""
    os.makedirs(box.at("bin"))
    shutil.copy2(program.path, box.at("bin", "phuluc"))
    shutil.copytree(os.path.join(ROOT, "templates"), box.at("share", "phuluc"))
    shutil.copytree(os.path.join(ROOT, "build", "fonts"), box.at("share", "phuluc", "fonts"))
    moved = type(program)(box.at("bin", "phuluc"))
    return moved


def closed_descriptors_change_nothing_but_what_can_be_said(program, box):
    """All made whatever is closed; an answer without stdout is a failed write, and is told where stderr is open."""
    _good(box)
    for closed in itertools.chain.from_iterable(itertools.combinations(range(3), size) for size in range(4)):
        shell = 'exec "$@"' + "".join(f" {descriptor}{'<' if descriptor == 0 else '>'}&-" for descriptor in closed)
        for command in (ANNEX + ["--force"], ["totals", "input"], ["annex", "--dry-run", "--force", "-o", "out", "input"]):
            shutil.rmtree(box.at("out"), ignore_errors=True)
            done = subprocess.run(["/bin/sh", "-c", shell, "sh", program.path, *command], cwd=box.path, env=environment(),
                                  capture_output=True, timeout=PATIENCE, check=False)
            what = f"{command[0]} without {closed}: {done.stderr.decode()}"
            answers = command[0] == "totals"
            check_equal(done.returncode, SYSTEM if answers and 1 in closed else ALL_MADE, what)
            if answers and 1 in closed and 2 not in closed:
                check("stdout" in done.stderr.decode(), what)
            if answers and 1 not in closed:
                check(done.stdout.startswith(b"plan"), what)
            if command[0] == "annex" and "-q" in command:
                check_equal(box.files("out", "annex"), MADE, what)


def a_size_limit_of_files_ends_cleanly(program, box):
    _good(box)
    old = ANNEX + ["--as-of", "2026-02-01"]
    check_equal(_run(program, box, *old)[0], ALL_MADE, "a first run")
    before = whole(box.at("out"))
    for size in (100, 4096, 20000):
        status, _, said = _run(program, box, *ANNEX, "--as-of", "2026-03-01",
                               preexec_fn=lambda size=size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        check_equal(status, SYSTEM, f"a limit of {size} bytes: {said}")
        check("OU-00" in said, f"a limit of {size} bytes: {said}")
        check_no_temporaries(box.at("out"))
        check_equal(sorted(name for name in whole(box.at("out")) if name.startswith("annex")),
                    sorted(name for name in before if name.startswith("annex")), f"a limit of {size} bytes: files")


def a_limit_of_time_ends_cleanly(program, box):
    """Whoever passes it is ended by SIGXCPU; the run tells of it, and nothing is left. A fast machine takes seconds for so many rows."""
    subprocess.run([sys.executable, os.path.join(ROOT, "tests", "support", "make-plan"), box.at("input"), "--rows", "20000"],
                   check=True, stdout=subprocess.DEVNULL)
    status, _, said = _run(program, box, *ANNEX, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (1, 30)))
    check_equal(status, SYSTEM, said)
    check("signal 24" in said, said)
    check_no_temporaries(box.at("out"))


def a_small_stack_is_refused_with_a_word(program, box):
    """Where the hard limit is high enough, the program takes what it needs. Below 64 KB the system's loader itself may crash."""
    _good(box)
    for soft, hard in [(64, 64), (256, 256), (1000, 1000), (1024, 1024), (64, 8192)]:
        for command in (ANNEX, ["totals", "input"]):
            shutil.rmtree(box.at("out"), ignore_errors=True)
            limit = (soft << 10, hard << 10)
            status, answer, said = _run(program, box, *command, preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_STACK, limit))
            what = f"{command[0]} with a stack of {soft} KB, {hard} at most: {said}"
            check_equal(status, SYSTEM if hard < 1024 else ALL_MADE, what)
            check_equal("ulimit -s" in said, hard < 1024, what)
            if command is ANNEX:
                check_equal(box.files("out", "annex"), [] if hard < 1024 else MADE, what)
            else:
                check_equal(bool(answer), hard >= 1024, what)


def a_pipe_in_the_place_of_an_output_is_replaced(program, box):
    _good(box)
    for name in ("annex/good.xlsx", "annex/good.txt", "manifest.json", "findings.jsonl", ".made"):
        shutil.rmtree(box.at("out"), ignore_errors=True)
        os.makedirs(box.at("out", "annex"))
        os.mkfifo(box.at("out", name))
        status, _, said = _run(program, box, *ANNEX)
        check_equal((status, said), (ALL_MADE, ""), f"a pipe as {name}")
        check_equal(box.files("out", "annex"), MADE, f"a pipe as {name}: {said}")
        check(stat.S_ISREG(os.stat(box.at("out", "annex", "good.xlsx")).st_mode), f"{name} is still a pipe")


def a_device_in_the_place_of_an_output_stays(program, box):
    """Links that lead to a device or a pipe, and a device itself where the tests may make one."""
    _good(box)
    os.makedirs(box.at("out", "annex"))
    os.mkfifo(box.at("pipe"))
    ends = {"link to a device": lambda path: os.symlink("/dev/full", path), "link to a pipe": lambda path: os.symlink(box.at("pipe"), path)}
    if os.geteuid() == 0:
        ends["device"] = lambda path: os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 7))
    before = os.stat("/dev/full")
    for name in ("annex/good.xlsx", "annex/good.txt", "manifest.json", "findings.jsonl"):
        for what, spoil in ends.items():
            path = box.at("out", name)
            if os.path.lexists(path):
                os.unlink(path)
            spoil(path)
            status, _, said = _run(program, box, *ANNEX)
            check_equal((status, "OU-036" in said), (SYSTEM, True), f"{name}, {what}: {said}")
            check(not stat.S_ISREG(os.stat(path).st_mode), f"{name}, {what}: it was replaced")
            os.unlink(path)
    after = os.stat("/dev/full")
    check_equal((stat.S_ISFIFO(os.stat(box.at("pipe")).st_mode), after.st_rdev, after.st_ino), (True, before.st_rdev, before.st_ino), "what they led to")
    check_equal((_run(program, box, *ANNEX)[0], box.files("out", "annex")), (ALL_MADE, MADE), "a run without them")


def a_record_that_cannot_be_read_stops_the_run(program, box):
    """Else every file in the folder would be taken for somebody's, and set aside."""
    _good(box)
    check_equal(_run(program, box, *ANNEX)[0], ALL_MADE, "a first run")
    os.unlink(box.at("out", "manifest.json"))
    os.symlink("manifest.json", box.at("out", "manifest.json"))  # a link to itself
    status, _, said = _run(program, box, *ANNEX, "--force")
    check_equal(status, SYSTEM, said)
    check("manifest.json: " in said and "OU-" in said, said)
    check_equal(box.files("out", "annex"), MADE, "files after that")


def a_pipe_or_nothing_in_the_place_of_a_font_is_refused(program, box):
    _good(box)
    moved = _moved_program(program, box)
    for name in ("LiberationSerif-Regular.ttf", "sRGB.icc"):
        path = box.at("share", "phuluc", "fonts", name)
        os.rename(path, path + ".kept")
        for spoil in (os.mkfifo, lambda path: open(path, "wb").close(), lambda path: shutil.copyfile(GOOD, path)):
            spoil(path)
            status, _, said = _run(moved, box, *ANNEX)
            check_equal(status, SYSTEM, f"{name} spoilt: {said}")
            check(f"{name}: " in said and "OU-007" in said, said)
            check(not os.path.exists(box.at("out", "annex", "good.pdf")), f"{name} spoilt, and a PDF made")
            os.unlink(path)
        os.rename(path + ".kept", path)
    check_equal(_run(moved, box, *ANNEX)[0], ALL_MADE, "with all fonts")


def nobody_but_owner_and_group_may_write_outputs(program, box):
    _good(box)
    status, _, said = _run(program, box, *ANNEX, umask=0)
    check_equal((status, said), (ALL_MADE, ""), "a run without a umask")
    for top, folders, names in os.walk(box.at("out")):
        for name in [".", *folders, *names]:
            mode = os.stat(os.path.join(top, name)).st_mode
            check(not mode & stat.S_IWOTH, f"{name} is for all to write: {oct(mode)}")


def a_link_made_by_somebody_else_leads_nowhere(program, box):
    """The user's own links are followed. Only root can give a link to somebody else, here to nobody."""
    _good(box)
    os.makedirs(box.at("out"))
    os.makedirs(box.at("elsewhere"))
    os.symlink(box.at("elsewhere"), box.at("out", "annex"))
    check_equal(_run(program, box, *ANNEX)[0], ALL_MADE, "through the user's own link")
    check_equal(box.files("elsewhere"), MADE, "through the user's own link")
    if os.geteuid() != 0:
        return
    shutil.rmtree(box.at("elsewhere"))
    os.makedirs(box.at("elsewhere"))
    os.lchown(box.at("out", "annex"), 65534, 65534)
    status, _, said = _run(program, box, *ANNEX, "--force")
    check_equal(status, SYSTEM, said)
    check("OU-035" in said, said)
    check_equal(box.files("elsewhere"), [], "through the link of somebody else")


def _link_of_nobody(box, name, target):
    os.symlink(target, box.at("out", name) if name else box.at("out"))
    os.lchown(box.at("out", name) if name else box.at("out"), 65534, 65534)


def no_link_of_somebody_else_is_followed_wherever_it_stands(program, box):
    """Every name that a run writes to, and every folder on the way; what the link leads to stays as it was."""
    _good(box)
    if os.geteuid() != 0:
        return
    for name in ("", "annex", "annex/good.xlsx", "annex/good.pdf", "manifest.json", "findings.jsonl", ".made"):
        shutil.rmtree(box.at("out"), ignore_errors=True)
        shutil.rmtree(box.at("elsewhere"), ignore_errors=True)
        os.makedirs(box.at("elsewhere"))
        target = box.at("elsewhere")
        if "." in name:
            target = box.at("elsewhere", "kept")
            write(target, "{}\n")
        if name:
            os.makedirs(box.at("out", os.path.dirname(name)))
        _link_of_nobody(box, name, target)
        before = whole(box.at("elsewhere"))
        status, _, said = _run(program, box, *ANNEX)
        check_equal(whole(box.at("elsewhere")), before, f"what «{name}» leads to: {said}")
        if name == ".made":  # is no output: the link itself is removed
            check_equal((status, os.path.lexists(box.at("out", name))), (ALL_MADE, False), f"{name}: {said}")
        else:
            check_equal(status, SYSTEM, f"{name}: {said}")
            check(f"«{os.path.join('out', name).rstrip('/')}»" in said and "OU-035]" in said, f"{name}: {said}")
        if name == "":
            os.unlink(box.at("out"))


def a_link_put_in_place_while_running_is_not_followed(program, box):
    _good(box)
    if os.geteuid() != 0:
        return
    held = 0
    for _ in range(6):
        shutil.rmtree(box.at("out"), ignore_errors=True)
        shutil.rmtree(box.at("elsewhere"), ignore_errors=True)
        shutil.rmtree(box.at("moved"), ignore_errors=True)
        os.makedirs(box.at("elsewhere"))
        with started(program, *ANNEX, cwd=box.path) as process:
            worker = held_worker(process)
            if worker is None:
                continue
            os.makedirs(box.at("out", "annex"), exist_ok=True)
            os.rename(box.at("out", "annex"), box.at("moved"))
            _link_of_nobody(box, "annex", box.at("elsewhere"))
            os.kill(worker, signal.SIGCONT)
            result = ended(process)
        held += 1
        check_equal(box.files("elsewhere"), [], f"through the link: {result.stderr}")
        check_equal(result.status, SYSTEM, result.stderr)
        check("«out/annex»" in result.stderr and "OU-035]" in result.stderr, result.stderr)
        os.unlink(box.at("out", "annex"))
    check(held, "no worker could be held")


def a_folder_exchanged_while_running_is_noticed(program, box):
    _good(box)
    for _ in range(3):
        shutil.rmtree(box.at("out"), ignore_errors=True)
        shutil.rmtree(box.at("moved"), ignore_errors=True)
        with started(program, *ANNEX, cwd=box.path) as process:
            worker = held_worker(process)
            if worker is None:
                continue
            if os.path.isdir(box.at("out", "annex")):
                os.rename(box.at("out", "annex"), box.at("moved"))
                os.makedirs(box.at("out", "annex"))
            os.kill(worker, signal.SIGCONT)
            result = ended(process)
        made = box.files("out", "annex")
        check(result.status != ALL_MADE or made == MADE, f"status {result.status}, made {made}: {result.stderr}")
        check(result.status == ALL_MADE or result.stderr, f"status {result.status} without a word")


def a_run_after_a_kill_waits_for_the_dying(program, box):
    _good(box)
    for _ in range(5):
        with started(program, *ANNEX, "--force", cwd=box.path) as process:
            held_worker(process)
            process.kill()
            status, _, said = _run(program, box, *ANNEX)
        check_equal((status, said), (ALL_MADE, ""), "the run after a kill")


def rows():
    with open(TABLE, encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t") if row and not row[0].startswith("#")][1:]


CODE = re.compile(r" ([A-Z]{2})-\d{3}\]$", re.M)
FOLLOWS = {"CA", "RS"}  # told of what a file that could not be read would have settled


def _fail(program, box, row, sample):
    call, error, how, statuses, told, disk = row
    said = failing.fail_each(program, box, call, failing.HALF if error == "half" else getattr(errno, error),
                             failing.ONCE if how == "once" else failing.FROM_THERE_ON,
                             [int(status) for status in statuses.split()], sample, disk=disk)
    rooms = {code.partition("-")[0] for code in told.split()}
    others = set(CODE.findall(said or "")) - rooms - (FOLLOWS if rooms & {"IN", "RU"} else set())
    check(not others, f"{call} {error}: told of with {others}: {(said or '')[-1000:]}")
    for line in (said or "").splitlines():
        check(not (line.startswith("out/") and "IN-001]" in line), f"{call} {error}: a file of ours is told as an input: {line}")
        check("0x" not in line, f"{call} {error}: told in a library's number: {line}")


def a_folder_that_cannot_be_made_is_told(program, box):
    """A first run: nothing is made, and the next makes all."""
    _good(box)
    failcall = os.path.join(os.path.dirname(program.path), "tests", "failcall")
    for error in (errno.ENOSPC, errno.EROFS, errno.EACCES):
        done = subprocess.run([failcall, "mkdir", str(error), "1", "0", box.at("calls"), program.path, *ANNEX], cwd=box.path, env=environment(),
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False)
        if done.returncode == failing.CANNOT:
            print("skipped: a folder that cannot be made (calls cannot be watched here)")
            return
        check_equal((done.returncode, done.stdout), (SYSTEM, b""), done.stderr.decode())
        check("OU-001]" in done.stderr.decode(), done.stderr.decode())
        check(not os.path.exists(box.at("out")), "a folder was made")
    check_equal(_run(program, box, *ANNEX)[0], ALL_MADE, "the next run")


def _in_a_box(function, *more):
    with Sandbox() as box:
        function(more[0], box, *more[1:])


def cases(program, long):
    for name, function in list(globals().items()):
        if inspect.isfunction(function) and function.__module__ == __name__ and not name.startswith("_") and \
                list(inspect.signature(function).parameters) == ["program", "box"]:
            yield f"machines: {name}".replace("_", " "), lambda function=function: _in_a_box(function, program)
    for row in rows():
        yield f"machines: {row[0]} fails with {row[1]}, {row[2]}", \
            lambda row=row: _in_a_box(_fail, program, row, 40 if long else 2)
