"""
Each write, and each read, of a run failing in turn: what stands under its name afterwards is right or as it was.

The system calls are made to fail by failcall.c, allocations by failalloc.c, which the build puts beside the program. A part of them is tried; all of
them with `tests/batch/run PROGRAM --every-call`.
"""

import errno
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

from batch import check_no_temporaries, check_same_content, environment, reports, whole
from behaviour import ALL_MADE, ROOT, SYSTEM, check, check_equal, read, read_bytes
from disks import NAMESPACE, _can_mount

CRASH = re.compile(r"signal (?:4|6|7|8|11)\b")
EVERY = False
SAMPLE = 12  # calls of each kind that are tried otherwise
CANNOT = 125
ALLOCATION = "allocation"  # a call of the C library; all others are of the system
HALF = 0  # the "error" of a write that takes only half of what it is given
ONCE, FROM_THERE_ON = 1, 0
OLD_OR_NEW = "old or new"  # each output by itself, whole; "old": only old ones; "-": no run ends badly

COMMANDS = {"annex": ["annex"], "year-end": ["year-end", "--year", "2024"], "monthly": ["monthly", "--month", "2024-05"]}
ARGS = ["-q", "-j", "1", "--formats", "xlsx,pdf,html,txt,docx", "--as-of"]
OLD, NEW = "2026-02-01", "2026-03-01"
ROOM_STEP, ROOM_ENOUGH = 4096, 1 << 20  # sizes of a disk that are tried: each up to where all has room


def _put_input(box):
    """Two plans, one of them with charts, remarks, results and months, that end with status 0."""
    box.copy(os.path.join(ROOT, "input", "examples", "months", "thai-binh-2021-2025-2024-05.xml"), "input", "month.xml")
    box.copy(os.path.join(ROOT, "input", "examples", "results", "thai-binh-2021-2025-2023.xml"), "input", "results.xml")
    box.copy(os.path.join(ROOT, "input", "decisions", "thai-binh-2021-2025.xml"), "input", "thai-binh-2021-2025.xml")
    box.copy(os.path.join(ROOT, "input", "accepted.xml"), "input", "accepted.xml")
    box.copy(os.path.join(ROOT, "tests", "reject", "good", "good.xml"), "input", "good.xml")


def _spoiler(program, box, call, error, first, last):
    """What makes calls fail: words before the program, and more of its environment."""
    tests = os.path.join(os.path.dirname(program.path), "tests")
    if call != ALLOCATION:
        return [os.path.join(tests, "failcall"), call, str(error), str(first), str(last), box.at("calls")], {}
    with open(box.at("calls"), "wb") as file:
        file.write(bytes(8))
    return [], {"LD_PRELOAD": os.path.join(tests, "failalloc.so"), "FAILALLOC": f"{first} {last} {box.at('calls')}"}


def _run(program, box, date, *faults, command="annex"):
    """Status and stderr; without faults those of an undisturbed run."""
    before, more = _spoiler(program, box, *faults) if faults else ([], {})
    done = subprocess.run([*before, program.path, *COMMANDS[command], *ARGS, date, "-o", "out", "input"], cwd=box.path, env=environment() | more,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
    return done.returncode, done.stderr.decode()


def _good_run(program, box, date, command="annex"):
    check_equal(_run(program, box, date, command=command), (ALL_MADE, ""), f"a run of {date}")
    return whole(box.at("out"))


def _check_is_json(text, what):
    for part in text:
        try:
            json.loads(part)
        except ValueError:
            check(False, f"{what} is cut off: {part[-80:]}")


def _check_spoilt(box, old, new, status, said, what, disk=OLD_OR_NEW):
    """After a run with a fault: all is right, or it says so; and no file is anything but old or new, from end to end."""
    found = whole(box.at("out"))
    check_no_temporaries(box.at("out"))
    check(not CRASH.search(said), f"{what}: a crash: {said}")
    check_equal(sorted(reports(found)), sorted(reports(old)), f"{what}: files")
    for name, content in reports(found).items():
        check(content in (old[name], new[name]), f"{what}, status {status}: {name} is neither old nor new; {said}")
        check(disk != "old" or content == (new if status == ALL_MADE else old)[name],
              f"{what}, status {status}: {name} is not {disk}; {said}")
    _check_is_json([found["manifest.json"]], f"{what}: the manifest")
    _check_is_json(found["findings.jsonl"].splitlines(), f"{what}: the list of findings")
    if status == ALL_MADE:
        check_same_content(found, new, f"{what}, status 0")
    else:
        check(said, f"{what}: status {status} without a word")


def _calls(program, box, call, command):
    """How many there are in a run; None where the system does not allow to watch them."""
    status, said = _run(program, box, NEW, call, 0, 0, 0, command=command)
    count = 0
    if status != CANNOT and "ASan" not in said:  # which has allocations of its own
        check_equal((status, said), (ALL_MADE, ""), "a watched run")
        count = int.from_bytes(read_bytes(box.at("calls")), sys.byteorder) if call == ALLOCATION else int(read(box.at("calls")))
    if not count:
        print(f"skipped: failing calls of {call} (they cannot be watched here)")
    return count


def _tried(call, error, count, sample):
    """
    The numbers of the calls that are tried: all, or every so many. Which they are differs from error to error, so that the samples
    together see more of them. Of allocations nine tenths are of the first process, which reads layouts; half of the sample is of the
    last tenth.
    """
    if EVERY and call != ALLOCATION:
        return range(1, count + 1)
    start = count * 9 // 10 if call == ALLOCATION else 0
    step = max(1, (count - start) // sample)
    late = range(start + 1 + error % step, count + 1, step)
    return late if not start else [*range(1 + error, start, max(1, start // sample)), *late]


def fail_each(program, box, call, error, how_long, statuses=(ALL_MADE, SYSTEM), sample=SAMPLE, command="annex", disk=OLD_OR_NEW):
    """
    Calls of that kind, each in turn or a sample of them, meet the error once or from there on. Returns all that was said; None
    where the system does not allow it. disk: the outputs that are there after a run that did not end well.
    """
    _put_input(box)
    old = _good_run(program, box, OLD, command)
    os.rename(box.at("out"), box.at("old"))
    shutil.copytree(box.at("old"), box.at("out"))
    count = _calls(program, box, call, command)
    if not count:
        return None
    new = whole(box.at("out"))
    check(any(new[name] != old[name] for name in old if name.endswith(".xlsx")), "the date changes nothing")
    tried = _tried(call, error, count, sample)
    told = 0
    words = ""
    for first in tried:
        what = f"{command}, {call} {first} of {count}, {errno.errorcode.get(error, 'half')}, {'once' if how_long else 'from there on'}"
        shutil.rmtree(box.at("out"))
        shutil.copytree(box.at("old"), box.at("out"))
        status, said = _run(program, box, NEW, call, error, first, first if how_long == ONCE else 0, command=command)
        check(status in statuses, f"{what}: status {status}; {said}")
        _check_spoilt(box, old, new, status, said, what, disk)
        told += status != ALL_MADE
        words += said
        check_same_content(_good_run(program, box, NEW, command), new, f"{what}: after the next run")
    if error == HALF:
        check_equal(told, 0, "writes that took half and were not gone on with")
    elif call == "write":
        check(told > len(tried) // 2, f"only {told} of the failing calls were told of: do they fail?")
    return words


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


def a_disk_full_for_one_write_spoils_no_year_end(program, box):
    fail_each(program, box, "write", errno.ENOSPC, ONCE, command="year-end")


def a_disk_full_from_one_write_on_spoils_no_year_end(program, box):
    fail_each(program, box, "write", errno.ENOSPC, FROM_THERE_ON, command="year-end")


def one_broken_write_spoils_no_month(program, box):
    fail_each(program, box, "write", errno.EIO, ONCE, command="monthly")


def a_disk_full_from_one_write_on_spoils_no_month(program, box):
    fail_each(program, box, "write", errno.ENOSPC, FROM_THERE_ON, command="monthly")


def _fill_each(program, box, command):
    """
    Disks of every size from nothing to enough room, in steps of 4 KB, with an earlier run on them: a file system in memory, in
    a mount namespace of the test's own.
    """
    if not _can_mount(box):
        print("skipped: disks of every size (this system allows no mount here)")
        return
    _put_input(box)
    old = _good_run(program, box, OLD, command)
    os.rename(box.at("out"), box.at("old"))
    new = _good_run(program, box, NEW, command)
    needed = sum(-len(data) // ROOM_STEP * -ROOM_STEP for data in old.values())
    shutil.rmtree(box.at("out"))
    rooms = range(0, ROOM_ENOUGH, ROOM_STEP)
    tried = full = 0
    for room in rooms if EVERY else rooms[3::23]:
        status = _fill_one(program, box, command, needed + room, old, new)
        tried += 1
        full += status == SYSTEM
    check(0 < full < tried, f"{full} of {tried} disks were too small")


def _fill_one(program, box, command, size, old, new):
    what = f"{command}, a disk of {size} bytes"
    arguments = " ".join(map(shlex.quote, [program.path, *COMMANDS[command], *ARGS, NEW, "-o", "disk", "input"]))
    script = f"""mkdir -p disk && mount -t tmpfs -o size={size} none disk && cp -a old/. disk/ || exit 100
        {arguments} 2>said; echo $? >status
        rm -rf out && cp -a disk out
        mount -o remount,size=64m disk && {arguments} || exit 101
        rm -rf mended && cp -a disk mended"""
    done = subprocess.run([*NAMESPACE, "sh", "-c", script], cwd=box.path, env=environment(), stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120, check=False)
    check_equal((done.returncode, done.stdout, done.stderr), (0, b"", b""), what)
    status, said = int(read(box.at("status"))), read(box.at("said"))
    check(status in (ALL_MADE, SYSTEM), f"{what}: status {status}; {said}")
    _check_spoilt(box, old, new, status, said, what)
    check_same_content(whole(box.at("mended")), new, f"{what}: once there is room")
    return status


def disks_of_every_size_spoil_no_annex(program, box):
    _fill_each(program, box, "annex")


def disks_of_every_size_spoil_no_year_end(program, box):
    _fill_each(program, box, "year-end")


def disks_of_every_size_spoil_no_month(program, box):
    _fill_each(program, box, "monthly")
