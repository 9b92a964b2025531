"""Input files that the program crashes, hangs or runs out of memory on while it reads and checks them."""

import collections
import json
import os
import re
import resource
import shutil
import signal
import subprocess

from batch import (check_manifest, check_no_temporaries, check_same_content, ended, held_reader, put_input, reports, started,
                   state, trace, whole)
from behaviour import ALL_MADE, ROOT, SYSTEM, check, check_equal, findings_told, read, write

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
FAT = 20 << 20  # bytes that the program has only from when it reads the fat file
OTHERS = {"a": "01", "z": "04"}


def _plan(name, unit):
    return read(GOOD).replace('id="good"', f'id="{name}"').replace('unit="92"', f'unit="{unit}"')


def _fatten(plan):
    """15 MB of comments: long to read, quick to make a report of; reading them takes more than 64 MB."""
    comment = "<!-- " + "thanh toán không dùng tiền mặt, mua sắm trực tuyến\n" * 120000 + " -->\n"
    return plan.replace("</plan>", comment * 2 + "</plan>")


def _put_plans(box):
    for name, unit in OTHERS.items():
        write(box.at("input", f"{name}.xml"), _plan(name, unit))
    write(box.at("input", "m.xml"), _plan("m", "92"))


def _annex(program, box, *args):
    return program.run("annex", "--formats", "xlsx", *args, "input", cwd=box.path)


def _check_left_out(box, old, new, result, code, words):
    """One finding about the file, and one that its older annex was kept; the others are new."""
    said = sorted(findings_told(result.stderr).splitlines(), key=lambda line: line.rpartition(" ")[2])  # by code
    check_equal((result.status, result.stdout, len(said)), (SYSTEM, "", 2), f"status, stdout and findings: {result.stderr}")
    check(said[0].startswith(f"input/m.xml: việc đọc và kiểm tra tệp này {words}; ") and
          said[0].endswith(f" [lỗi hệ thống {code}]"), said[0])
    check(said[1].startswith("input/m.xml: vì không dùng được tệp này, báo cáo cũ được giữ nguyên: annex/m: "), said[1])
    found = reports(whole(box.at("out")))
    check_equal(found, {"annex/m.xlsx": old["annex/m.xlsx"], **{name: new[name] for name in ["annex/a.xlsx", "annex/z.xlsx"]}},
                "annexes")
    check_equal([json.loads(line)["code"] for line in read(box.at("out", "findings.jsonl")).splitlines()], [code, "RU-020"], "findings")
    check_no_temporaries(box.at("out"))
    check_manifest(box.at("out"))


def _lose_the_middle_one(program, box, act, *args):
    """A run that fares badly while it reads the plan in the middle, which has grown: older and new annexes, its result."""
    _put_plans(box)
    check_equal(_annex(program, box, "-o", "out").status, ALL_MADE, "first run")
    old = whole(box.at("out"))
    check_equal(_annex(program, box, "--as-of", "2026-03-01", "-o", "calm").status, ALL_MADE, "undisturbed")
    new = whole(box.at("calm"))
    check(all(old[name] != new[name] for name in reports(old)), "nothing would be new")
    write(box.at("input", "m.xml"), _fatten(_plan("m", "92")))
    with started(program, "annex", "--formats", "xlsx", "--as-of", "2026-03-01", *args, "-o", "out", "input",
                 cwd=box.path) as process:
        if act:
            reader = held_reader(process, FAT)
            check(reader is not None, "the run was over before")
            act(reader)
        result = ended(process)
    return old, new, result


def _check_mended(program, box, new):
    write(box.at("input", "m.xml"), _plan("m", "92"))
    check_equal(_annex(program, box, "--as-of", "2026-03-01", "-o", "out").status, ALL_MADE, "the next run")
    check_same_content(whole(box.at("out")), new, "after the next run")


def a_file_that_crashes_the_reader_is_one_finding(program, box):
    old, new, result = _lose_the_middle_one(program, box, lambda reader: os.kill(reader, signal.SIGKILL))
    _check_left_out(box, old, new, result, "RU-014", "đứt giữa chừng (signal 9)")
    _check_mended(program, box, new)


def a_file_that_hangs_the_reader_is_one_finding(program, box):
    old, new, result = _lose_the_middle_one(program, box, lambda reader: None, "--timeout", "2")
    _check_left_out(box, old, new, result, "RU-015", "quá 2 giây và đã bị dừng")
    check(": tăng --timeout, " in result.stderr, result.stderr)
    _check_mended(program, box, new)


def a_file_that_eats_memory_is_one_finding(program, box):
    old, new, result = _lose_the_middle_one(program, box, None, "--memory", "64")
    _check_left_out(box, old, new, result, "RU-016", "hết bộ nhớ (--memory 64) và đã bị dừng")
    check(": tăng --memory, " in result.stderr, result.stderr)
    _check_mended(program, box, new)


def _opened(program, box, *args):
    """How often a run opens each file below input/, in all of its processes."""
    log = box.at("opened")
    done = subprocess.run(["strace", "-f", "-qq", "-e", "trace=open,openat,openat2", "-e", "signal=none", "-o", log,
                           program.path, *args], cwd=box.path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    check(done.returncode <= 1, f"status {done.returncode}")
    return collections.Counter(re.findall(r'"(input/[^"]*\.xml)"', read(log)))


def each_file_is_opened_once(program, box):
    if not shutil.which("strace") or subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False).returncode:
        print("skipped: opened once (no strace that may trace here)")
        return
    count = put_input(box)
    for args in [["annex", "-o", "out"], ["annex", "-o", "out"], ["annex", "--force", "-j", "4", "-o", "out"], ["check"],
                 ["totals"]]:
        opened = _opened(program, box, *args, "input")
        check_equal((len(opened), set(opened.values())), (count + 2, {1}), f"{args}: files and how often")


def a_dry_run_tells_it_too(program, box):
    _put_plans(box)
    write(box.at("input", "m.xml"), _fatten(_plan("m", "92")))
    result = _annex(program, box, "--dry-run", "--memory", "64", "-o", "out")
    said = findings_told(result.stderr).splitlines()
    check_equal([line.rpartition(" ")[2] for line in said], ["RU-006]", "RU-006]", "RU-016]"], result.stderr)
    check(not os.path.exists(box.at("out")), "the output folder was made")


def a_stop_while_reading_keeps_everything(program, box):
    _put_plans(box)
    check_equal(_annex(program, box, "-o", "out").status, ALL_MADE, "first run")
    before = trace(box.at("out", "annex"))
    write(box.at("input", "m.xml"), _fatten(_plan("m", "92")))
    for number in [signal.SIGTERM, signal.SIGINT]:
        with started(program, "annex", "-o", "out", "input", cwd=box.path) as process:
            reader = held_reader(process, FAT)
            check(reader is not None, "the run was over before")
            process.send_signal(number)
            result = ended(process)
        check_equal((result.status, result.stdout, findings_told(result.stderr)),
                    (128 + number, "", f"dừng theo yêu cầu (tín hiệu {int(number)}) khi còn đọc các tệp nhập; chưa lập báo cáo "
                     "nào: chạy lại [lỗi RU-018]\n"), "what it says")
        check(state(reader) in (None, "Z"), "the reader lives on")
        check_equal(trace(box.at("out", "annex")), before, "annexes")
        check_manifest(box.at("out"))


def without_memory_no_file_is_said_to_be_faulty(program, box):
    """Where a library of ours would go on without it; a limit of the system holds for queries too."""
    write(box.at("fat.xml"), _fatten(_plan("m", "92")))
    statuses = set()
    for megabytes in range(64, 192, 16):
        size = megabytes << 20
        result = program.run("totals", "fat.xml", cwd=box.path,
                             preexec_fn=lambda size=size: resource.setrlimit(resource.RLIMIT_AS, (size, size)))
        told = re.findall(r"\[lỗi (?:hệ thống )?(\S+)\]", result.stderr) or [result.stderr.partition(": giảm")[0]]
        check(result.status == ALL_MADE and told == [""] or
              result.status == SYSTEM and set(told) <= {"RU-016", "RU-017", "phuluc: hết bộ nhớ"},
              f"{megabytes} MB: {result.status} {result.stderr}")
        statuses.add(result.status)
    check_equal(statuses, {ALL_MADE, SYSTEM}, "statuses")
