"""What goes where, and the exit status."""

import ctypes
import os
import resource
import signal
import stat

from behaviour import (ALL_MADE, DECISIONS, REFUSED, ROOT, SYSTEM, WARNINGS, check, check_equal, findings_told, read, read_bytes, worst,
                       write)

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24


def _obey_modes():
    """Root as any other user: another one could not enter a home of mode 0700 in which the program may lie."""
    for capability in [CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH] if os.geteuid() == 0 else []:
        check_equal(ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0), 0, "dropping a capability")


def annex_prints_nothing_on_stdout(program, box):
    result = program.run("annex", "-o", "out", DECISIONS, cwd=box.path)
    check_equal((result.status, result.stdout), (WARNINGS, ""), "status and stdout")
    check_equal(worst(result.stderr), WARNINGS, "worst finding")


def all_well_is_one_line(program, box):
    result = program.run("annex", "-o", "out", GOOD, cwd=box.path)
    check_equal((result.status, result.stdout, result.stderr),
                (ALL_MADE, "", "Đã lập 1 báo cáo; 0 lỗi, 0 cảnh báo, 0 ghi chú: out/findings.jsonl\n"), "annex")
    check_equal(box.files("out"), ["annex/good.pdf", "annex/good.xlsx", "findings.jsonl", "manifest.json"], "files")


def queries_tell_findings_on_stderr(program, box):
    write(box.at("bad.xml"), read(GOOD).replace('value="60"', 'value="60,5"').replace('id="good"', 'id="bad"'))
    for command in ["totals", "reconcile"]:
        result = program.run(command, "--format", "csv", GOOD, "bad.xml", cwd=box.path)
        check_equal(result.status, REFUSED, f"{command}: status")
        check(result.stderr.startswith("bad.xml:20: "), f"{command}: {result.stderr}")
        check("good," in result.stdout and "bad" not in result.stdout, f"{command}: {result.stdout}")


def nothing_usable_is_an_error(program, box):
    write(box.at("bad.xml"), read(GOOD).replace('value="60"', 'value="60,5"'))
    result = program.run("annex", "-o", "out", "--lang", "en", "bad.xml", cwd=box.path)
    check_equal(result.status, REFUSED, "status")
    check_equal(result.stderr.splitlines()[0],
                "there is no usable plan: correct the reported errors and run again [error RU-001]", "first line")
    check_equal(box.files("out"), ["findings.jsonl", "manifest.json"], "files")


def a_full_stdout_is_a_system_failure(program, box):
    for args in [["totals", DECISIONS], ["check", DECISIONS], ["layouts"], ["--help"]]:
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = program.run(*args, cwd=box.path, stdout=full)
        check_equal(result.status, SYSTEM, f"{args}: status")
        check("stdout: không ghi được (ổ đĩa hết chỗ): " in result.stderr, f"{args}: {result.stderr}")


def missing_templates_are_a_system_failure(program, box):
    result = program.run("annex", "-o", "out", "--templates", "khong-co", GOOD, cwd=box.path)
    check_equal(result.status, SYSTEM, "status")
    check("khong-co/schema/plan.xsd" in result.stderr, result.stderr)


def _make_old(program, box):
    """An output folder from an earlier run, and its content."""
    program.run("annex", "-o", "out", GOOD, cwd=box.path)
    return {name: read_bytes(box.at("out", name)) for name in box.files("out")}


def check_intact(box, old):
    for name, content in old.items():
        check(read_bytes(box.at("out", name)) == content, f"{name} has changed")
    check_equal(box.files("out"), sorted(old), "files")


def a_read_only_folder_is_a_system_failure_and_older_files_stay(program, box):
    old = _make_old(program, box)
    for folder in ["out/annex", "out"]:
        os.chmod(box.at(folder), stat.S_IRUSR | stat.S_IXUSR | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)
    box.copy(GOOD, "good.xml")
    os.chmod(box.at("good.xml"), 0o644)
    result = program.run("annex", "-o", "out", "--as-of", "2026-03-01", "good.xml", cwd=box.path, preexec_fn=_obey_modes)
    check_equal((result.status, result.stdout), (SYSTEM, ""), "status and stdout")
    for name in ["annex/good.pdf", "annex/good.xlsx", "findings.jsonl"]:
        check(f"out/{name}: " in result.stderr, f"{name} is not told of: {result.stderr}")
    check("không có quyền" in result.stderr, result.stderr)
    check_equal(worst(result.stderr), SYSTEM, "worst finding")
    check_intact(box, old)


def a_file_in_the_place_of_the_folder_is_a_system_failure(program, box):
    write(box.at("out"), "x")
    result = program.run("annex", "-o", "out", GOOD, cwd=box.path)
    check_equal(result.status, SYSTEM, "status")
    check("không phải thư mục" in result.stderr, result.stderr)
    check_equal(read(box.at("out")), "x", "the file")


def limit_files():
    """As on a full disk: no file grows beyond this, and the system says so instead of killing."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def _without_noise(text):
    """libxlsxwriter writes lines of its own to stderr when it cannot close a workbook."""
    return "".join(line for line in text.splitlines(True) if not line.startswith("[ERROR]"))


def a_full_disk_is_a_system_failure_and_older_files_stay(program, box):
    old = _make_old(program, box)
    for formats in ["xlsx", "pdf", "txt", "xlsx,pdf,txt"]:
        result = program.run("annex", "-o", "out", "--formats", formats, "--as-of", "2026-03-01", GOOD, cwd=box.path,
                             preexec_fn=limit_files)
        check_equal((result.status, result.stdout), (SYSTEM, ""), f"{formats}: status and stdout")
        check_equal(worst(_without_noise(result.stderr)), SYSTEM, f"{formats}: worst finding")
        for kind in formats.split(","):
            check(f"out/annex/good.{kind}" in result.stderr, f"{kind} is not told of: {result.stderr}")
        old["findings.jsonl"] = read_bytes(box.at("out", "findings.jsonl"))  # may be short enough to be written
        check_intact(box, old)


def an_unreadable_plan_is_refused_and_the_others_are_made(program, box):
    box.copy(GOOD, "input", "good.xml")
    box.copy(GOOD, "input", "locked.xml")
    os.makedirs(box.at("input", "closed"))
    os.chmod(box.at("input", "closed"), 0)
    os.chmod(box.at("input", "locked.xml"), 0)
    os.chmod(box.path, 0o777)
    result = program.run("annex", "-o", "out", "--formats", "txt", "input", cwd=box.path, preexec_fn=_obey_modes)
    check_equal(result.status, REFUSED, "status")
    check_equal(findings_told(result.stderr), "".join(
        f"input/{name}: không đọc được (không có quyền): kiểm tra quyền đọc và ổ đĩa rồi chạy lại [lỗi IN-001]\n"
        for name in ["closed", "locked.xml"]), "stderr")
    check_equal(box.files("out", "annex"), ["good.txt"], "files")


def the_worst_finding_decides(program, box):
    result = program.run("annex", "-o", "out", "khong-co.xml", DECISIONS, cwd=box.path)
    check_equal(result.status, REFUSED, "refused and warnings")
    write(box.at("out2"), "x")
    result = program.run("annex", "-o", "out2", "khong-co.xml", DECISIONS, cwd=box.path)
    check_equal(result.status, SYSTEM, "system failure, refused and warnings")


def a_broken_catalogue_is_told_with_its_own_line(program, box):
    catalogue = read(os.path.join(ROOT, "templates", "catalogue.xml"))
    line = next(number for number, text in enumerate(catalogue.splitlines(), 1) if '<fundSource code="local"' in text)
    write(box.at("danh-muc.xml"), catalogue.replace('<fundSource code="local"', '<fundSource code="central"'))
    result = program.run("annex", "-o", "out", "--catalogue", "danh-muc.xml", GOOD, cwd=box.path)
    check_equal(result.status, REFUSED, "status")
    check_equal(findings_told(result.stderr), f"danh-muc.xml:{line}: <fundSource>: mã «central» dùng hai lần: đặt mã khác hoặc xóa một "
                "[lỗi IN-051]\n", "stderr")
    check_equal(box.files("out"), ["findings.jsonl", "manifest.json"], "files")
