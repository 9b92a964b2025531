"""Bad input: tests/reject. Each case stands beside a good plan, which must be made whatever is wrong with the other plan.

  <case>.xml        a plan (id "case") or a layout, put into input/
  <case>/           files put into input/
  <case>.sh         makes the input in the current folder; args, if it writes that file, holds the arguments, one a line
  <case>.expected   what check writes to stdout, exactly, and annex to stderr, the worst last; .expected-en the same with --lang en
  <case>.withheld   a file, and the ids of plans that annex does not make because of it, which it says in one line more
  <case>.made       ids of the plans that are made beside the good one; default: "case" if none of its findings is an error
"""

import json
import os
import subprocess

from behaviour import (ROOT, TEMPLATES, Sandbox, Wrong, by_severity, case_names, check, check_equal, check_form, findings_told,
                       read, worst, write)

FOLDER = os.path.join(ROOT, "tests", "reject")


def names():
    return sorted(name.rpartition(".")[0] or name for name in os.listdir(FOLDER)
                  if name.endswith((".xml", ".sh")) or (os.path.isdir(os.path.join(FOLDER, name)) and name != "good"))


def prepare(case, box):
    """Makes input/; returns the arguments."""
    box.copy(os.path.join(FOLDER, "good", "good.xml"), "input", "good.xml")
    source = os.path.join(FOLDER, case)
    if os.path.isdir(source):
        box.copy(source, "input")
    elif os.path.exists(source + ".xml"):
        box.copy(source + ".xml", "input", case + ".xml")
    else:
        environment = dict(os.environ, TEMPLATES=TEMPLATES)
        subprocess.run(["sh", "-eu", source + ".sh"], cwd=box.path, env=environment, check=True)
    return read(box.at("args")).splitlines() if os.path.exists(box.at("args")) else ["input"]


def withheld(case):
    """The file and the ids of <case>.withheld; what annex says of them, or ""."""
    path = os.path.join(FOLDER, case + ".withheld")
    if not os.path.exists(path):
        return [], ""
    file, *plans = read(path).split()
    names = ", ".join(f"annex/{plan}" for plan in plans)
    return plans, (f"{file}: vì không dùng được tệp này, chưa lập (cũng chưa có bản cũ): {names}: sửa tệp rồi chạy lại; hoặc dùng "
                   "--partial để lập mà không có tệp này [lỗi RU-021]\n")


def plans_made(case, expected):
    made = os.path.join(FOLDER, case + ".made")
    if os.path.exists(made):
        return sorted(["good", *read(made).split()])
    is_plan = os.path.exists(os.path.join(FOLDER, case + ".xml")) and not case.startswith("layout-")
    return sorted(["good"] + (["case"] if is_plan and worst(expected) < 2 else []))


def check_records(box, findings):
    records = [json.loads(line) for line in read(box.at("out", "findings.jsonl")).splitlines()]
    check_equal([f"{record['code']}" for record in records],
                [line.rpartition(" ")[2].rstrip("]") for line in findings.splitlines()], "findings.jsonl")


def run(case, program, update):
    with Sandbox() as box:
        args = prepare(case, box)
        annex = program.run("annex", "-v", "-o", "out", "--formats", "txt", *args, cwd=box.path)
        english = program.run("check", "--lang", "en", *args, cwd=box.path)
        path = os.path.join(FOLDER, case + ".expected")
        not_made, said = withheld(case)
        plain = program.run("check", *args, cwd=box.path)
        if update:
            write(path, plain.stdout)
            write(path + "-en", english.stdout)
        expected = read(path)
        check_equal(annex.stdout, "", "stdout of annex")
        check_equal(findings_told(annex.stderr), by_severity(said + expected), "stderr of annex")
        check_equal(annex.status, worst(expected), "status of annex")
        check_form(expected)
        made = [name.partition(".")[0] for name in box.files("out", "annex")]
        check_equal(made, [plan for plan in plans_made(case, expected) if plan not in not_made], "plans made")
        check_records(box, said + expected)
        check_equal(plain.stdout, expected, "stdout of check")
        check_equal(plain.stderr, "", "stderr of check")
        check_equal(plain.status, annex.status, "status of check")
        check_equal(english.stdout, read(path + "-en"), "stdout of check --lang en")
        check_equal(english.status, annex.status, "status of check --lang en")


def orphans():
    """Expectations without a case."""
    known = set(names())
    left = [name for name in case_names(FOLDER, ".expected", ".expected-en", ".made", ".withheld")
            if name.rpartition(".")[0] not in known]
    if left:
        raise Wrong(f"no case for {left}")


def cases(program, update):
    for name in names():
        yield f"reject/{name}", lambda name=name: run(name, program, update)
    yield "reject: every expectation has its case", orphans


__all__ = ["cases", "check"]
