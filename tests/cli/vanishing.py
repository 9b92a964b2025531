"""A file that is there when the folder is listed and gone when its turn comes."""

import fcntl
import os
import signal
import subprocess

from behaviour import ROOT, REFUSED, check, check_equal, read, write

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
PATIENCE = 60  # seconds; a lease may be held for 45


def _when_opened(path, act, start):
    """
    What start() gives, after act() was called in the moment in which something opens the file.

    A lease of ours on the file (fcntl(2)) makes who opens it wait until we give it up, and sends us SIGIO. None if the file
    system has no leases.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGIO})
    with open(path, encoding="utf-8") as file:
        try:
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        except OSError:
            return None
        started = start()
        opened = signal.sigtimedwait({signal.SIGIO}, PATIENCE)
        act()
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    check(opened, f"nothing has opened {path}")
    return started


def a_file_that_vanishes_is_told_and_the_others_are_made(program, box):
    """The file is removed when the first of the folder is opened: all names are listed by then."""
    box.copy(GOOD, "input", "good.xml")
    write(box.at("input", "a-bad.xml"), "<?xml version='1.0'?>\n<x/>\n")
    write(box.at("input", "z-gone.xml"), read(GOOD).replace('id="good"', 'id="gone"'))
    environment = dict(os.environ, ASAN_OPTIONS="exitcode=99", PHULUC_LANG="vi")
    process = _when_opened(
        box.at("input", "a-bad.xml"), lambda: os.remove(box.at("input", "z-gone.xml")),
        lambda: subprocess.Popen([program.path, "annex", "-o", "out", "--formats", "txt", "input"], cwd=box.path,
                                 env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
    if not process:
        print("skipped: a file that vanishes (this file system has no leases)")
        return
    stdout, stderr = process.communicate(timeout=120)
    lines = stderr.decode().splitlines()
    check_equal((process.returncode, stdout), (REFUSED, b""), f"status and stdout; {lines}")
    check_equal(lines[1:-1], ["input/z-gone.xml: tệp không còn ở đó khi đến lượt đọc: đặt lại tệp vào chỗ cũ, hoặc chạy lại "
                            "khi đã chép xong [lỗi IN-002]"], "stderr")
    check(lines[0].startswith("input/a-bad.xml:2: "), lines[0])
    check_equal(box.files("out", "annex"), ["good.txt"], "files")
