"""
Each write, and each read, of a run failing in turn: what stands under its name afterwards is right or as it was.

The system calls are made to fail by failcall.c, which the build puts beside the program. A part of them is tried; all of
them with `tests/batch/run PROGRAM --every-call`.
"""

import errno
import json
import os
import shutil
import subprocess

from batch import check_no_temporaries, check_same_content, environment, reports, whole
from behaviour import ALL_MADE, ROOT, SYSTEM, check, check_equal, read

EVERY = False
SAMPLE = 12  # calls of each kind that are tried otherwise
CANNOT = 125
HALF = 0  # the "error" of a write that takes only half of what it is given
ONCE, FROM_THERE_ON = 1, 0

ARGS = ["annex", "-q", "-j", "1", "--formats", "xlsx,pdf,html,txt", "--as-of"]
OLD, NEW = "2026-02-01", "2026-03-01"


def _put_input(box):
    """Two plans, one of them with charts and remarks, that end with status 0."""
    box.copy(os.path.join(ROOT, "input", "decisions", "thai-binh-2021-2025.xml"), "input", "thai-binh-2021-2025.xml")
    box.copy(os.path.join(ROOT, "input", "accepted.xml"), "input", "accepted.xml")
    box.copy(os.path.join(ROOT, "tests", "reject", "good", "good.xml"), "input", "good.xml")


def _run(program, box, date, *faults):
    """Status and stderr; without faults those of an undisturbed run."""
    failcall = os.path.join(os.path.dirname(program.path), "tests", "failcall")
    before = [failcall, *map(str, faults), box.at("calls")] if faults else []
    done = subprocess.run([*before, program.path, *ARGS, date, "-o", "out", "input"], cwd=box.path, env=environment(),
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
    return done.returncode, done.stderr.decode()


def _good_run(program, box, date, *faults):
    check_equal(_run(program, box, date, *faults), (ALL_MADE, ""), f"a run of {date}")
    return whole(box.at("out"))


def _check_is_json(text, what):
    for part in text:
        try:
            json.loads(part)
        except ValueError:
            check(False, f"{what} is cut off: {part[-80:]}")


def _check_spoilt(box, old, new, status, said, what):
    """After a run with a fault: all is right, or it says so; and no file is anything but old or new, from end to end."""
    found = whole(box.at("out"))
    check_no_temporaries(box.at("out"))
    check_equal(sorted(reports(found)), sorted(reports(old)), f"{what}: files")
    for name, content in reports(found).items():
        check(content in (old[name], new[name]), f"{what}, status {status}: {name} is neither old nor new; {said}")
    _check_is_json([found["manifest.json"]], f"{what}: the manifest")
    _check_is_json(found["findings.jsonl"].splitlines(), f"{what}: the list of findings")
    if status == ALL_MADE:
        check_same_content(found, new, f"{what}, status 0")
    else:
        check(said, f"{what}: status {status} without a word")


def _calls(program, box, call):
    """How many there are in a run; None where the system does not allow to watch them."""
    status, said = _run(program, box, NEW, call, 0, 0, 0)
    if status == CANNOT:
        print(f"skipped: failing calls of {call} (this system does not allow them to be watched)")
        return None
    check_equal((status, said), (ALL_MADE, ""), "a watched run")
    return int(read(box.at("calls")))


def fail_each(program, box, call, error, how_long, statuses=(ALL_MADE, SYSTEM), sample=SAMPLE):
    """Calls of that kind, each in turn or a sample of them, meet the error once or from there on."""
    _put_input(box)
    old = _good_run(program, box, OLD)
    os.rename(box.at("out"), box.at("old"))
    shutil.copytree(box.at("old"), box.at("out"))
    count = _calls(program, box, call)
    if count is None:
        return
    new = whole(box.at("out"))
    check(any(new[name] != old[name] for name in old if name.endswith(".xlsx")), "the date changes nothing")
    step = 1 if EVERY else max(1, count // sample)
    told = 0
    # Which calls are tried differs from error to error, so that the samples together see more of them.
    for first in range(1 if EVERY else 1 + error % step, count + 1, step):
        what = f"{call} {first} of {count}, {errno.errorcode.get(error, 'half')}, {'once' if how_long else 'from there on'}"
        shutil.rmtree(box.at("out"))
        shutil.copytree(box.at("old"), box.at("out"))
        status, said = _run(program, box, NEW, call, error, first, first if how_long == ONCE else 0)
        check(status in statuses, f"{what}: status {status}; {said}")
        _check_spoilt(box, old, new, status, said, what)
        told += status != ALL_MADE
        check_same_content(_good_run(program, box, NEW), new, f"{what}: after the next run")
    if error == HALF:
        check_equal(told, 0, "writes that took half and were not gone on with")
    elif call == "write":
        check(told > count // step // 2, f"only {told} of the failing calls were told of: do they fail?")


def a_disk_full_for_one_write_spoils_nothing(program, box):
    fail_each(program, box, "write", errno.ENOSPC, ONCE)


def a_disk_full_from_one_write_on_spoils_nothing(program, box):
    fail_each(program, box, "write", errno.ENOSPC, FROM_THERE_ON)


def one_broken_write_spoils_nothing(program, box):
    fail_each(program, box, "write", errno.EIO, ONCE)


def broken_writes_from_one_on_spoil_nothing(program, box):
    fail_each(program, box, "write", errno.EIO, FROM_THERE_ON)


def one_interrupted_write_spoils_nothing(program, box):
    fail_each(program, box, "write", errno.EINTR, ONCE)


def a_write_that_takes_half_is_gone_on_with(program, box):
    fail_each(program, box, "write", HALF, ONCE)


def one_broken_read_spoils_nothing(program, box):
    fail_each(program, box, "read", errno.EIO, ONCE, range(ALL_MADE, 128))


def one_interrupted_read_spoils_nothing(program, box):
    fail_each(program, box, "read", errno.EINTR, ONCE, range(ALL_MADE, 128))
