"""What the tests of a batch share: an input that warns of nothing, looking at folders, and processes that are stopped."""

import contextlib
import fcntl
import hashlib
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import time

from behaviour import ROOT, Result, check, check_equal, read, read_bytes, write

LOCKED = 4
PATIENCE = 60  # seconds for what takes less than one
NOTES = ".made"  # what a run that could not write its manifest leaves for the next
TEMPORARY = re.compile(r"^\..*\.tmp$|^tmp\.[0-9A-Za-z]{10}$")  # the program's own, libxlsxwriter's


def put_input(box):
    """The decisions, the worked example, and the accepted findings: six plans that end with status 0."""
    shutil.copytree(os.path.join(ROOT, "input", "decisions"), box.at("input", "decisions"))
    for name in ["accepted.xml", "office.xml", "examples/worked-example.xml"]:
        box.copy(os.path.join(ROOT, "input", name), "input", name)
    accepted = box.at("input", "accepted.xml")  # without what is accepted of results: there are none here
    write(accepted, re.sub(r"<finding [^>]*code=\"RS-[^>]*?(/>|>.*?</finding>)", "", read(accepted), flags=re.DOTALL))
    return 6


def whole(folder):
    """Content of all files below a folder, by name."""
    return {os.path.relpath(os.path.join(top, name), folder): read_bytes(os.path.join(top, name))
            for top, _, names in os.walk(folder) for name in names}


def trace(folder):
    """What a file gets anew when it is written or replaced."""
    found = {}
    for top, _, names in os.walk(folder):
        for name in [".", *names]:
            status = os.stat(os.path.join(top, name))
            found[os.path.relpath(os.path.join(top, name), folder)] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return found


def reports(content):
    return {name: data for name, data in content.items() if name not in ("findings.jsonl", "manifest.json", NOTES)}


def check_same_content(found, expected, what):
    check_equal(sorted(found), sorted(expected), f"{what}: files")
    for name, data in expected.items():
        check(found[name] == data, f"{what}: {name} differs")


def check_no_temporaries(folder):
    left = [name for name in whole(folder) if TEMPORARY.match(os.path.basename(name))]
    check_equal(left, [], "temporary files")


def build_anew(path):
    """Makes another build of a program: the linker's note, 20 bytes behind its head, is another one."""
    with open(path, "r+b") as file:
        data = file.read()
        head = struct.pack("<III4s", 4, 20, 3, b"GNU")
        check_equal(data.count(head), 1, "notes of a build")
        start = data.index(head) + len(head)
        file.seek(start)
        file.write(bytes(byte ^ 0xff for byte in data[start:start + 20]))


def check_manifest(folder):
    """Every output that the manifest names is there with that digest."""
    count = 0
    for report in json.loads(read(os.path.join(folder, "manifest.json")))["reports"]:
        for output in report["outputs"]:
            digest = hashlib.sha256(read_bytes(os.path.join(folder, output["path"]))).hexdigest()
            check_equal(output["sha256"], digest, f"digest of {output['path']}")
            count += 1
    return count


def environment():
    clean = {key: value for key, value in os.environ.items()
             if not key.startswith(("LC_", "LANG", "PHULUC_", "SOURCE_DATE_EPOCH", "TZ"))}
    return clean


@contextlib.contextmanager
def started(program, *args, cwd, **more):
    """A run that goes on while the test does something; nothing of it is left afterwards."""
    process = subprocess.Popen([program.path, *args], cwd=cwd, env=environment(), stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
    try:
        yield process
    finally:
        if process.poll() is None:
            for child in children(process):
                os.kill(child, signal.SIGKILL)
            process.kill()
        process.communicate()


def ended(process):
    """Its result; the status of one ended by a signal is negative."""
    stdout, stderr = process.communicate(timeout=PATIENCE)
    return Result(subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr))


def _children_of(pid):
    try:
        return [int(word) for word in read(f"/proc/{pid}/task/{pid}/children").split()]
    except OSError:
        return []


def children(process):
    """All processes of a run but the first: the one that reads and orders, and its workers."""
    found = _children_of(process.pid)
    for pid in found:
        found += _children_of(pid)
    return found


def state(pid):
    """R, S, T (stopped), Z; None if there is no such process."""
    try:
        return read(f"/proc/{pid}/stat").rpartition(")")[2].split()[0]
    except OSError:
        return None


def _is_at_work(pid, name, least):
    """From here on it ends with its parent: it has sent its own output nowhere."""
    try:
        pages = int(read(f"/proc/{pid}/statm").split()[1])
        return os.readlink(f"/proc/{pid}/fd/2") == "/dev/null" and read(f"/proc/{pid}/comm") == f"{name}\n" and \
            pages * os.sysconf("SC_PAGE_SIZE") >= least
    except OSError:
        return False


def held_reader(process, least):
    """The process that reads the inputs, stopped once it has so many bytes of memory; None if the run was over before."""
    return held_worker(process, "phuluc-run", least)


def held_worker(process, name="phuluc-worker", least=0):
    """A worker at its work, stopped there; None if the run was over before."""
    while process.poll() is None:
        for child in [child for child in children(process) if _is_at_work(child, name, least)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGSTOP)
                until(lambda pid=child: state(pid) not in ("R", "S", "D"), "the worker to stop")
                if state(child) == "T":
                    return child
        time.sleep(0.0002)
    return None


def until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        check(time.monotonic() < end, f"waited in vain for {what}")
        time.sleep(0.0005)


def is_free(folder):
    """True if no process holds the lock of the folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
