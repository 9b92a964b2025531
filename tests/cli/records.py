"""findings.jsonl and manifest.json."""

import hashlib
import json
import os

from behaviour import DECISIONS, REFUSED, check, check_equal, findings_told, read, read_bytes, write

KEYS = ["file", "line", "code", "severity", "rule", "subject", "year", "stated", "computed", "message"]


def findings_are_json_lines(program, box):
    result = program.run("annex", "-v", "-o", "out", "--formats", "txt", DECISIONS, cwd=box.path)
    records = [json.loads(line) for line in read(box.at("out", "findings.jsonl")).splitlines()]
    check_equal([list(record) for record in records], [KEYS] * len(records), "keys")
    records.sort(key=lambda record: record["severity"])
    printed = [line.rpartition(" [")[0] for line in findings_told(result.stderr).splitlines()]
    written = [f"{record['file']}:{record['line']}: {record['message']}" for record in records]
    check_equal(written, printed, "findings written and printed")


def findings_are_written_when_nothing_else_is(program, box):
    result = program.run("annex", "-o", "out", "khong-co.xml", cwd=box.path)
    check_equal(result.status, REFUSED, "status")
    codes = [json.loads(line)["code"] for line in read(box.at("out", "findings.jsonl")).splitlines()]
    check_equal(codes, ["RU-001", "IN-041"], "codes")


def findings_of_an_earlier_run_do_not_stay(program, box):
    program.run("annex", "-o", "out", "khong-co.xml", cwd=box.path)
    program.run("annex", "-o", "out", "--formats", "txt", os.path.join(DECISIONS, "dak-nong-2021-2025.xml"), cwd=box.path)
    check("IN-041" not in read(box.at("out", "findings.jsonl")), "a finding of the earlier run is still there")


def the_manifest_lists_what_was_read_and_made(program, box):
    program.run("annex", "-o", "out", "--formats", "txt,pdf,xlsx", DECISIONS, cwd=box.path)
    manifest = json.loads(read(box.at("out", "manifest.json")))
    check_equal(sorted(manifest), ["program", "reports"], "keys")
    inputs = {os.path.basename(entry["path"]): entry for report in manifest["reports"] for entry in report["inputs"]}
    for name in os.listdir(DECISIONS):
        check(name in inputs, f"{name} is not among the inputs")
    outputs = [entry["path"] for report in manifest["reports"] for entry in report["outputs"]]
    check_equal(sorted(outputs), box.files("out", "annex") and ["annex/" + name for name in box.files("out", "annex")],
                "outputs")
    for entry in [entry for report in manifest["reports"] for entry in report["inputs"] + report["outputs"]]:
        path = entry["path"] if os.path.isabs(entry["path"]) else box.at("out", entry["path"])
        check_equal(entry["sha256"], hashlib.sha256(read_bytes(path)).hexdigest(), entry["path"])


def no_temporary_files_are_left(program, box):
    program.run("annex", "-o", "out", "--formats", "txt,pdf,xlsx", DECISIONS, cwd=box.path)
    left = [name for name in box.files("out") if ".tmp" in name or os.path.basename(name).startswith(".")]
    check_equal(left, [], "files")
    write(box.at("out", "annex", "khac.txt"), "x")
    program.run("annex", "-o", "out", "--formats", "txt", DECISIONS, cwd=box.path)
    check_equal(read(box.at("out", "annex", "khac.txt")), "x", "a file of somebody else")
