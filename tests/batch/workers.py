"""Workers that crash, hang or eat memory; any number of workers."""

import os
import re
import signal

from batch import (NOTES, TEMPORARY, check_manifest, check_no_temporaries, check_same_content, children, ended, held_worker,
                   put_input, reports, started, state, until, whole)
from behaviour import ALL_MADE, ROOT, SYSTEM, check, check_equal, read, write

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")


def _check_one_lost(box, old, new, result, code):
    """One report is told of and as it was, the others are new."""
    lines = result.stderr.splitlines()
    check_equal((result.status, result.stdout, len(lines)), (SYSTEM, "", 1), f"status, stdout and findings: {result.stderr}")
    check(lines[0].endswith(f" [lỗi hệ thống {code}]"), lines[0])
    lost = re.match(r"out/(annex/[a-z0-9-]+): việc lập \1 ", lines[0])
    check(lost, f"it does not name the report: {lines[0]}")
    found = reports(whole(box.at("out")))
    check_equal(sorted(found), sorted(reports(old)), "files")
    for name, content in found.items():
        check(content == (old if name.startswith(lost[1] + ".") else new)[name], f"{name} is neither old nor new")
    check_no_temporaries(box.at("out"))
    check_manifest(box.at("out"))
    return lines[0]


def _lose_one(program, box, act, *args):
    """A run whose first worker fares badly: the older files, those of an undisturbed run, and its result."""
    count = put_input(box)
    program.run("annex", "-q", "-o", "out", "input", cwd=box.path)
    program.run("annex", "-q", "--as-of", "2026-03-01", "-o", "calm", "input", cwd=box.path)
    old = whole(box.at("out"))
    with started(program, "annex", "-q", "-j", "2", "--as-of", "2026-03-01", *args, "-o", "out", "input",
                 cwd=box.path) as process:
        worker = held_worker(process)
        check(worker is not None, "the run was over before")
        act(worker)
        result = ended(process)
    check_equal(len(reports(old)), 2 * count, "reports")
    return old, whole(box.at("calm")), result


def _check_mended(program, box, new):
    check_equal(program.run("annex", "-q", "--as-of", "2026-03-01", "-o", "out", "input", cwd=box.path).status, ALL_MADE,
                "the next run")
    check_same_content(whole(box.at("out")), new, "after the next run")


def a_worker_that_dies_is_one_finding(program, box):
    old, new, result = _lose_one(program, box, lambda worker: os.kill(worker, signal.SIGKILL))
    line = _check_one_lost(box, old, new, result, "RU-007")
    check("đứt giữa chừng (signal 9); tệp cũ (nếu có) còn nguyên" in line, line)
    _check_mended(program, box, new)


def _made_by(folder, worker):
    """The reports of which a worker has left files that are not in their places yet."""
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return {name.split(".")[1] for name in names if name.endswith(f".{worker}.tmp")}


def _kill_at_its_second(program, box, attempt):
    """What a run says whose one worker is killed at its second report, before anybody has put the first in its place."""
    with started(program, "annex", "-q", "-j", "1", "--formats", "xlsx,pdf,txt,html,docx", "--as-of", f"2026-03-0{attempt + 1}",
                 "-o", "out", "input", cwd=box.path) as process:
        worker = held_worker(process)
        check(worker is not None, "the run was over before")
        ordering = children(process)[0]
        until(lambda: state(ordering) == "S", "the run to have given it two")
        os.kill(ordering, signal.SIGSTOP)
        until(lambda: state(ordering) == "T", "the run to stop")
        os.kill(worker, signal.SIGCONT)
        until(lambda: len(_made_by(box.at("out", "annex"), worker)) >= 2, "a second report")
        os.kill(worker, signal.SIGKILL)
        os.kill(ordering, signal.SIGCONT)
        return ended(process)


def a_worker_that_dies_does_not_take_the_report_before_with_it(program, box):
    count = put_input(box)
    for attempt in range(9):
        old = reports(whole(box.at("out"))) if attempt else {}
        result = _kill_at_its_second(program, box, attempt)
        if result.stderr:
            break
    check_equal((result.status, len(result.stderr.splitlines())), (SYSTEM, 1), f"status and findings: {result.stderr}")
    check("(signal 9)" in result.stderr and "[lỗi hệ thống RU-007]" in result.stderr, result.stderr)
    made = {name.split(".")[0] for name, data in reports(whole(box.at("out"))).items() if old.get(name) != data}
    check_equal(len(made), count - 1, f"reports that were made: {made}")
    check_no_temporaries(box.at("out"))
    check_manifest(box.at("out"))


def workers_are_gone_before_the_run_cleans_up(program, box):
    """The process that orders reports is killed; its workers, one of them stopped, may not write behind the back of the run."""
    put_input(box)
    program.run("annex", "-q", "-o", "out", "input", cwd=box.path)
    before = reports(whole(box.at("out")))
    for attempt in range(5):
        with started(program, "annex", "-q", "-j", "3", "--as-of", f"2026-03-0{attempt + 1}", "-o", "out", "input", cwd=box.path) as process:
            check(held_worker(process) is not None, "the run was over before")
            ordering = int(read(f"/proc/{process.pid}/task/{process.pid}/children").split()[0])
            workers = [pid for pid in children(process) if pid != ordering]
            os.kill(ordering, signal.SIGKILL)
            result = ended(process)
            left = {pid: state(pid) for pid in workers if state(pid) is not None}
        check_equal((result.status, left), (SYSTEM, {}), f"workers that are left: {result.stderr}")
        check("RU-017]" in result.stderr, result.stderr)
        check_no_temporaries(box.at("out"))
        check_equal(sorted(reports(whole(box.at("out")))), sorted(before), "files")
    _check_mended(program, box, _good(program, box))


def _good(program, box):
    program.run("annex", "-q", "--as-of", "2026-03-01", "-o", "calm", "input", cwd=box.path)
    return whole(box.at("calm"))


def _in_place(folder):
    """Names and which files they are, so that one that is replaced is another."""
    if not os.path.isdir(folder):
        return set()
    return {(entry.name, entry.inode()) for entry in os.scandir(folder) if not TEMPORARY.match(entry.name)}


def what_a_run_put_in_place_before_it_was_killed_is_no_persons(program, box):
    """The process that makes is killed when its first files have their names, and has told nobody of them."""
    put_input(box)
    kept = 0
    for attempt in range(6):
        before = _in_place(box.at("out", "annex"))
        with started(program, "annex", "-q", "-j", "4", "--formats", "xlsx,pdf,txt", "--as-of", f"2026-03-0{attempt + 1}", "-o", "out",
                     "input", cwd=box.path) as process:
            check(held_worker(process) is not None, "the run was over before")
            ordering, *workers = children(process)
            for worker in workers:
                os.kill(worker, signal.SIGCONT)
            until(lambda: _in_place(box.at("out", "annex")) - before, "a file in its place")
            os.kill(ordering, signal.SIGKILL)
            check_equal(ended(process).status, SYSTEM, "the killed run")
        kept += os.path.exists(box.at("out", NOTES))
        result = program.run("annex", "-q", "--formats", "xlsx,pdf,txt", "--as-of", f"2026-04-0{attempt + 1}", "-o", "out", "input", cwd=box.path)
        check_equal((result.status, result.stderr), (ALL_MADE, ""), "the next run takes them for a person's")
        check(not os.path.exists(box.at("out", NOTES)), "notes are left")
    check(kept > 0, "no run was killed in time")


def a_worker_that_hangs_is_one_finding(program, box):
    old, new, result = _lose_one(program, box, lambda worker: None, "--timeout", "1")
    line = _check_one_lost(box, old, new, result, "RU-008")
    check("quá 1 giây và đã bị dừng; tệp cũ (nếu có) còn nguyên: tăng --timeout" in line, line)
    _check_mended(program, box, new)


def _fat_plan(rows=10_000):
    """A plan that 64 MB suffice to read and not to lay out: 15,000 rows can still be read, 6,000 still be laid out."""
    plan = read(GOOD)
    lines = "\n".join(f'<line id="k{i}" title="thanh toán không dùng tiền mặt, mua sắm trực tuyến" source="TW">'
                      '<amount year="2026">1</amount><amount year="2027">2</amount><stated>3</stated></line>' for i in range(rows))
    total = "".join(f"<stated{year}>{times * rows}</stated>" for year, times in [(' year="2026"', 1), (' year="2027"', 2), ("", 3)])
    start, end = plan.index("    <line "), plan.index("  </table>")
    return (plan[:start] + lines + f'<total id="k-total" label="Tổng cộng">{total}</total>' + plan[end:]) \
        .replace('id="good"', 'id="fat"').replace('unit="92"', 'unit="01"')


def a_worker_without_memory_does_not_disturb_the_others(program, box):
    """Whether it is a library or our own code that runs out of it first depends on the machine."""
    write(box.at("input", "fat.xml"), _fat_plan())
    box.copy(GOOD, "input", "good.xml")
    result = program.run("annex", "-q", "--memory", "64", "-o", "out", "input", cwd=box.path)
    check_equal((result.status, result.stdout), (SYSTEM, ""), f"status and stdout: {result.stderr}")
    check(all(line.startswith("out/annex/fat") and "tệp cũ (nếu có) còn nguyên" in line and "[lỗi hệ thống " in line
              for line in result.stderr.splitlines()), result.stderr)
    made = box.files("out", "annex")
    check(made[-2:] == ["good.pdf", "good.xlsx"] and len(made) < 4, f"made: {made}")
    check_no_temporaries(box.at("out"))


def memory_that_ends_anywhere_is_told_as_such(program, box):
    """In reading, laying out, or a library's own allocation: never a crash, and enough of it makes all."""
    write(box.at("input", "fat.xml"), _fat_plan(15_000))
    for limit in (64, 72, 80, 88, 94, 100, 104, 108, 116, 124, 400):
        result = program.run("annex", "-q", "--formats", "xlsx", "--memory", str(limit), "-o", str(limit), "input", cwd=box.path)
        told = result.stderr.splitlines()
        check(all("hết bộ nhớ" in line and "[lỗi hệ thống RU-0" in line for line in told), f"{limit} MB: {result.stderr}")
        check_equal(result.status, SYSTEM if told else ALL_MADE, f"{limit} MB: {result.stderr}")
        check_equal(box.files(str(limit), "annex"), [] if told else ["fat.xlsx"], f"{limit} MB: {result.stderr}")
        check_no_temporaries(box.at(str(limit)))
    check_equal(result.status, ALL_MADE, f"with 400 MB: {result.stderr}")


def the_number_of_workers_changes_nothing(program, box):
    put_input(box)
    write(box.at("input", "bad.xml"), "<plan/>")
    said = set()
    for jobs in ["1", "2", "4", "64"]:
        result = program.run("annex", "--formats", "xlsx,pdf,txt", "-j", jobs, "-o", "out", "input", cwd=box.path)
        said.add((result.status, result.stdout, result.stderr))
        os.rename(box.at("out"), box.at(jobs))
        check_same_content(whole(box.at(jobs)), whole(box.at("1")), f"-j {jobs}")
    check_equal(len(said), 1, "different answers")
