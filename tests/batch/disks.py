"""Full and read-only disks: real ones, in a mount namespace of the test's own, where the system allows that."""

import os
import shlex
import subprocess

from batch import check_no_temporaries, put_input, whole
from behaviour import SYSTEM, check, check_equal

NAMESPACE = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]


def _can_mount(box):
    os.makedirs(box.at("probe"))
    done = subprocess.run([*NAMESPACE, "mount", "-t", "tmpfs", "none", box.at("probe")], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def _on_a_disk(program, box, spoil):
    """First a good run, then one with another date after the disk was spoilt: exit status and stderr of the second."""
    put_input(box)
    phuluc = shlex.quote(program.path)
    script = f"""
        mkdir out && mount -t tmpfs -o size=4m none out || exit 100
        {phuluc} annex -q -o out input || exit 101
        cp -a out before
        {spoil} >/dev/null 2>&1
        {phuluc} annex -q --as-of 2026-03-01 -o out input 2>second
        echo $? >status
        rm -f out/filler
        cp -a out after"""
    done = subprocess.run([*NAMESPACE, "sh", "-c", script], cwd=box.path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False, timeout=120)
    check_equal((done.returncode, done.stdout), (0, b""), "the script")
    with open(box.at("status"), encoding="ascii") as status, open(box.at("second"), encoding="utf-8") as second:
        return int(status.read()), second.read()


def _check_intact(box):
    before, after = whole(box.at("before")), whole(box.at("after"))
    check_no_temporaries(box.at("after"))
    for name, content in before.items():
        if name not in ("findings.jsonl", "manifest.json"):
            check(after.get(name) == content, f"{name} is not as it was")
    return before, after


def a_full_disk_is_told_and_older_files_stay(program, box):
    if not _can_mount(box):
        print("skipped: a full disk (this system allows no mount here); RLIMIT_FSIZE stands for it in tests/cli/streams.py")
        return
    status, said = _on_a_disk(program, box, "dd if=/dev/zero of=out/filler bs=4k")
    check_equal(status, SYSTEM, f"status; {said}")
    check("hết chỗ" in said or "No space left" in said, said)
    for name in ["dak-nong-2021-2025.pdf", "thai-binh-2021-2025.xlsx"]:
        check(f"out/annex/{name}: " in said, f"{name} is not told of: {said}")
    _check_intact(box)


def a_read_only_disk_is_told_and_nothing_changes(program, box):
    if not _can_mount(box):
        print("skipped: a read-only disk (this system allows no mount here)")
        return
    status, said = _on_a_disk(program, box, "mount -o remount,ro out")
    check_equal(status, SYSTEM, f"status; {said}")
    check("ổ đĩa chỉ cho đọc" in said, said)
    check("danh sách lỗi" in said, f"the findings' own file is not told of: {said}")
    before, after = _check_intact(box)
    check_equal(after, before, "all files")
