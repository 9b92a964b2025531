"""What a batch says, and where."""

import json
import os
import re
import resource
import select
import signal
import socket
import subprocess

from batch import ended, held_worker, put_input, started
from behaviour import ALL_MADE, ROOT, SYSTEM, check, check_equal, write
from disks import NAMESPACE, _can_mount


def quiet_is_silent_on_a_clean_run(program, box):
    result = program.run("annex", "-q", "-o", box.at("out"), "input", cwd=ROOT)
    check_equal((result.status, result.stdout, result.stderr), (ALL_MADE, "", ""), "annex -q input")
    result = program.run("annex", "-q", "--json", "-o", box.at("out"), "--force", "input", cwd=ROOT)
    check_equal((result.status, result.stdout, result.stderr), (ALL_MADE, "", ""), "annex -q --json input")


def quiet_still_warns(program, box):
    put_input(box)
    os.remove(box.at("input", "accepted.xml"))
    result = program.run("annex", "-q", "-o", "out", "input", cwd=box.path)
    check_equal(result.status, 1, "status")
    check(result.stderr and all("[cảnh báo " in line for line in result.stderr.splitlines()), result.stderr)


def json_is_one_object_a_line(program, box):
    count = put_input(box)
    write(box.at("input", "bad.xml"), "<plan/>")
    result = program.run("annex", "--json", "-o", "out", "input", cwd=box.path)
    check_equal((result.status, result.stdout), (2, ""), "status and stdout")
    lines = [json.loads(line) for line in result.stderr.splitlines()]
    summary = lines.pop()
    check_equal(summary, {"reports": count, "unchanged": 0, "errors": sum(line.get("severity") == "error" for line in lines), "warnings": 0,
                          "notes": sum(line.get("severity") == "note" for line in lines),
                          "findings": "out/findings.jsonl"}, "summary")
    progress = [line for line in lines if "progress" in line]
    check_equal([line["progress"] for line in progress], list(range(1, count + 1)), "progress")
    check_equal({line["of"] for line in progress}, {count}, "of how many")
    check(all(line["seconds_left"] >= 0 and line["made"].startswith("annex/") for line in progress), f"{progress}")
    with open(box.at("out", "findings.jsonl"), encoding="utf-8") as file:
        check_equal([line for line in lines if "progress" not in line], [json.loads(line) for line in file], "findings")


def _small_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def json_stays_json_when_all_goes_wrong(program, box):
    """Also what libraries say themselves when they fail must not stand between."""
    put_input(box)
    result = program.run("annex", "--json", "-o", "out", "input", cwd=box.path, preexec_fn=_small_files)
    check_equal(result.status, SYSTEM, "status")
    check(any(json.loads(line).get("severity") == "system" for line in result.stderr.splitlines()), result.stderr)
    with started(program, "annex", "--json", "-o", "out", "input", cwd=box.path) as process:
        worker = held_worker(process)
        check(worker is not None, "the run was over before")
        os.kill(worker, signal.SIGKILL)
        result = ended(process)
    codes = [json.loads(line).get("code") for line in result.stderr.splitlines()]
    check_equal(codes.count("RU-007"), 1, "findings of dead workers")


def _on_a_terminal(program, box, *args, command=None):
    """What a run writes to a terminal that is its stderr."""
    ours, theirs = os.openpty()
    process = subprocess.Popen([program.path, *(command or ["annex", "-o", "out", *args, "input"])], cwd=box.path, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    said = b""
    while True:
        select.select([ours], [], [], 60)
        try:
            said += os.read(ours, 65536)
        except OSError:  # the other side is closed
            break
    os.close(ours)
    check_equal(process.wait(timeout=60), ALL_MADE, "status")
    return said.decode("utf-8", "replace")


def progress_is_shown_on_a_terminal_only(program, box):
    put_input(box)
    said = _on_a_terminal(program, box)
    for number in range(1, 7):
        check(re.search(rf"\r\x1b\[KĐã lập: {number}/6; còn chừng \d+ giây; annex/", said), f"no progress {number}: {said[:600]}")
    for number in range(1, 9):
        check(f"\r\x1b[KĐang đọc: {number}/8 tệp" in said, f"file {number} is not told: {said[:600]}")
    check_equal(_shown(said)[:1], program.run("annex", "--force", "-o", "out", "input", cwd=box.path).stderr.splitlines()[:1],
                "what is left on the terminal")
    check("Đã lập: " not in _on_a_terminal(program, box), "progress of a run that makes nothing")
    check_equal(_on_a_terminal(program, box, "-q", "--force"), "", "with -q")
    check("Đã lập: " not in program.run("annex", "--force", "-o", "out", "input", cwd=box.path).stderr, "into a pipe")


def _shown(said):
    """The lines of a terminal that knows how to go back and clear a line."""
    return [line.rpartition("\x1b[K")[2] for line in said.replace("\r\n", "\n").split("\n")]


def the_last_line_sums_up(program, box):
    count = put_input(box)
    first, again, dry = (program.run("annex", *args, "-o", "out", "input", cwd=box.path).stderr.splitlines()[-1]
                         for args in [[], [], ["--dry-run", "--force"]])
    with open(box.at("out", "findings.jsonl"), encoding="utf-8") as file:
        notes = len(file.readlines())
    check_equal(first, f"Đã lập {count} báo cáo; 0 lỗi, 0 cảnh báo, {notes} ghi chú: out/findings.jsonl", "first")
    check_equal(again, f"Không lập báo cáo nào, {count} không đổi; 0 lỗi, 0 cảnh báo, {notes} ghi chú: out/findings.jsonl",
                "again")
    check_equal(dry, f"Sẽ lập {count} báo cáo; 0 lỗi, 0 cảnh báo, {notes + count} ghi chú", "--dry-run")
    one = next(name for name in box.files("out", "annex") if name.endswith(".pdf"))
    os.remove(box.at("out", "annex", one))
    lines = [program.run("annex", *args, "-o", "out", "input", cwd=box.path).stderr.splitlines()[-1].partition(";")[0]
             for args in [["--dry-run"], ["--dry-run", "--lang", "en"], []]]
    check_equal(lines, [f"Sẽ lập 1 báo cáo, {count - 1} không đổi", f"Reports that would be made: 1, unchanged: {count - 1}",
                        f"Đã lập 1 báo cáo, {count - 1} không đổi"], "one of them is gone")
    write(box.at("input", "bad.xml"), "<plan/>")
    os.remove(box.at("input", "accepted.xml"))
    lines = program.run("annex", "--force", "--lang", "en", "-o", "out", "input", cwd=box.path).stderr.splitlines()
    severities = [line.rpartition("[")[2].split(" ")[0] for line in lines[:-1]]
    check_equal(severities, sorted(severities, key=["note", "warning", "error"].index), "the order of severities")
    check_equal(severities.count("error"), 1, "errors")
    check_equal(lines[-1].partition(", ")[0], f"Reports made: {count}; 1 errors", "in English")


def notes_of_a_kind_are_one_unless_asked_for(program, box):
    put_input(box)
    short = program.run("annex", "-o", "out", "input", cwd=box.path).stderr.splitlines()
    long = program.run("annex", "-v", "--force", "-o", "out", "input", cwd=box.path).stderr.splitlines()
    with open(box.at("out", "findings.jsonl"), encoding="utf-8") as file:
        told = [json.loads(line) for line in file]
    check_equal(len(long) - 1, len(told), "with -v")
    codes = [line["code"] for line in told]
    folded = {line.rpartition(" ")[2][:-1]: int(line.split()[2]) for line in short if line.startswith("… và ")}
    check_equal(folded["OB-007"], codes.count("OB-007") - 1, "how many more targets have no value")
    check_equal(len([line for line in short if line.endswith("OB-007]")]), 2, "lines of one kind")
    check(all(line in long for line in short[:-1] if not line.startswith("… và ")), "a line that -v does not print")


def check_says_on_a_terminal_that_all_is_well(program, box):
    put_input(box)
    said = _on_a_terminal(program, box, command=["check", "input/office.xml"])
    check_equal(said, "Đã kiểm tra; 0 lỗi, 0 cảnh báo, 0 ghi chú\r\n", "on a terminal")
    check_equal(program.run("check", "input/office.xml", cwd=box.path).stderr, "", "into a pipe")


def the_system_log_gets_the_findings(program, box):
    """A socket of the test's own stands for the log, in a mount namespace of the test's own."""
    if not _can_mount(box):
        print("skipped: the system's log (this system allows no mount here)")
        return
    put_input(box)
    write(box.at("input", "bad.xml"), "<plan/>")
    os.makedirs(box.at("dev"))
    write(box.at("dev", "null"), "")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as log:
        log.bind(box.at("dev", "log"))
        log.settimeout(60)
        done = subprocess.run([*NAMESPACE, "sh", "-c", f'mount --bind {box.at("dev")} /dev && exec "$0" "$@"', program.path,
                               "annex", "--log", "syslog", "-q", "-o", "out", "input"], cwd=box.path, stdin=None,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, timeout=60)
        check_equal((done.returncode, done.stdout, done.stderr), (2, b"", b""), "status, stdout and stderr")
        said = log.recv(65536).decode()
    check(said.startswith("<11>"), f"LOG_USER and LOG_ERR: {said}")
    check("phuluc[" in said and "input/bad.xml:1: " in said and "[IN-046]" in said, said)
