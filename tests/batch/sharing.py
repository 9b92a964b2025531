"""Folders that clerks and the program share: as the page on installing says, with two users of one group."""

import os
import subprocess

from batch import put_input
from behaviour import ALL_MADE, REFUSED, ROOT, check, check_equal, read, write

PROGRAM_USER, CLERK, OTHERS, GROUP, COLLEAGUE = 64001, 64002, 64003, 64004, 64005
PLAN = os.path.join(ROOT, "tests", "reject", "good", "good.xml")


def run_as(user, command, cwd, umask):
    return subprocess.run(command, cwd=cwd, user=user, group=GROUP if user == PROGRAM_USER else OTHERS, extra_groups=[GROUP], umask=umask,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120)


def can_enter(path, box):
    """Only root can be another user, who must be able to enter the folder of the program."""
    return os.geteuid() == 0 and run_as(CLERK, ["test", "-x", path], box.path, 0o22).returncode == 0


def _share(program, box):
    """The folders of the page; false if there cannot be two users here."""
    if not can_enter(program.path, box):
        print("skipped: two users of a group (not root here, or others cannot enter the program's folder)")
        return False
    put_input(box)
    os.remove(box.at("input", "examples", "worked-example.xml"))  # a plan of the same unit
    for folder, _, files in os.walk(box.at("input")):
        for name in ["", *files]:
            path = os.path.join(folder, name)
            os.chown(path, PROGRAM_USER, GROUP)
            os.chmod(path, 0o660 if name else 0o2770)
    os.makedirs(box.at("out"), mode=0o750)
    os.chown(box.at("out"), PROGRAM_USER, GROUP)
    os.chmod(box.path, 0o755)
    return True


def clerks_deliver_and_read_and_the_program_makes(program, box):
    if _share(program, box):
        _check_delivery(program, box)


def clerks_change_and_remove_what_others_delivered(program, box):
    """With umask 007 or through Samba. A folder of their own has the group too; what is moved in brings its group along."""
    if not _share(program, box):
        return
    made = run_as(CLERK, ["sh", "-c", "mkdir input/2026 && cp --no-preserve=mode input/decisions/*.xml input/2026/ && touch input/a.xml"],
                  box.path, 0o007)
    check_equal((made.returncode, made.stderr), (0, b""), "a folder of a clerk's own")
    status = os.stat(box.at("input", "2026"))
    check_equal((status.st_uid, status.st_gid, status.st_mode & 0o7777), (CLERK, GROUP, 0o2770), "the folder")
    changed = run_as(COLLEAGUE, ["sh", "-c", "echo >input/2026/thai-binh-2021-2025.xml && rm input/a.xml && mv input/2026 input/nam"],
                     box.path, 0o007)
    check_equal((changed.returncode, changed.stderr), (0, b""), "another clerk changes, removes, renames")
    unwritable = run_as(COLLEAGUE, ["sh", "-c", "cp input/decisions/thai-binh-2021-2025.xml input/b.xml; chmod 644 input/b.xml"], box.path, 0o022)
    check_equal((unwritable.returncode, unwritable.stderr), (0, b""), "a file for its owner alone to change")
    check(run_as(CLERK, ["sh", "-c", "echo >input/b.xml"], box.path, 0o007).returncode != 0, "another clerk can change it")
    write(box.at("moved.xml"), read(PLAN))
    os.chown(box.at("moved.xml"), CLERK, OTHERS)
    os.chmod(box.at("moved.xml"), 0o660)
    os.rename(box.at("moved.xml"), box.at("input", "moved.xml"))
    night = run_as(PROGRAM_USER, [program.path, "check", "input"], box.path, 0o027)
    check("input/moved.xml: không đọc được (không có quyền)" in night.stdout.decode(), night.stdout.decode())


def _check_delivery(program, box):
    run = [program.path, "annex", "-q", "-o", "out", "input"]
    delivered = run_as(CLERK, ["sh", "-c", f"cat >input/new.xml <<'END'\n{read(PLAN)}\nEND"], box.path, 0o007)
    check_equal((delivered.returncode, delivered.stderr), (0, b""), "a clerk delivers")
    status = os.stat(box.at("input", "new.xml"))
    check_equal((status.st_uid, status.st_gid, status.st_mode & 0o777), (CLERK, GROUP, 0o660), "owner, group and mode")
    night = run_as(PROGRAM_USER, run, box.path, 0o027)
    check_equal((night.returncode, night.stdout, night.stderr), (ALL_MADE, b"", b""), "a night")
    seen = run_as(CLERK, ["cat", "out/annex/good.pdf"], box.path, 0o007)
    check(seen.stdout.startswith(b"%PDF"), "the clerk cannot read the result")
    check(run_as(CLERK, ["touch", "out/annex/good.pdf"], box.path, 0o007).returncode != 0, "the clerk can write results")
    os.chmod(box.at("input", "new.xml"), 0o600)
    night = run_as(PROGRAM_USER, run, box.path, 0o027)
    check_equal(night.returncode, REFUSED, "a file that the group cannot read")
    check("input/new.xml: không đọc được (không có quyền)" in night.stderr.decode(), night.stderr.decode())
