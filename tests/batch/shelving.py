"""Runs of so many plans that most are not kept whole: a plan of a few megabytes, read first, leaves the others no room."""

import json
import os
import re
import shutil
import signal
import subprocess

from batch import ended, held_worker, put_input, reports, started, whole
from behaviour import ALL_MADE, ROOT, WARNINGS, check, check_equal, read, write

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
FIRST = "input/0.xml"


def _plan(name, unit):
    return read(GOOD).replace('id="good"', f'id="{name}"').replace('unit="92"', f'unit="{unit}"')


def _fill_the_room(box):
    comment = "<!-- " + "thanh toán không dùng tiền mặt, mua sắm trực tuyến\n" * 60000 + " -->\n"
    write(box.at(FIRST), _plan("zero", "01").replace("</plan>", comment + "</plan>"))


def _annex(program, box, out, *args):
    return program.run("annex", "--formats", "xlsx,txt", "--as-of", "2026-03-01", *args, "-o", out, "input", cwd=box.path)


def _of_the_others(folder):
    """What is made of the other plans, what is found in them, and what the manifest knows of them."""
    content = whole(folder)
    made = {name: data for name, data in reports(content).items() if not name.startswith("annex/zero")}
    found = [line for line in content["findings.jsonl"].decode().splitlines() if FIRST not in line]
    known = [report for report in json.loads(content["manifest.json"])["reports"] if report["name"] != "annex/zero"]
    return made, found, known


def _check_same(box, found, expected):
    for what, new, old in zip(("annexes", "findings", "manifest"), _of_the_others(box.at(found)), _of_the_others(box.at(expected))):
        check_equal(len(new), len(old), f"{what}: how many")
        check(new == old, f"{what} differ")


def plans_that_are_read_again_are_those_that_were_read(program, box):
    put_input(box)
    for folder in ["examples", "amended"]:
        source = os.path.join(ROOT, "input" if folder == "examples" else "tests/data", folder)
        shutil.copytree(source, box.at("input", folder), dirs_exist_ok=True)
    first = _annex(program, box, "room")
    check_equal(len([name for name in reports(whole(box.at("room"))) if name.endswith(".xlsx")]) >= 9, True, "annexes with room")
    _fill_the_room(box)
    second = _annex(program, box, "full")
    check_equal(second.status, first.status, "status")
    check(os.path.exists(box.at("full", "annex", "zero.xlsx")), "no annex of the long plan")
    _check_same(box, "full", "room")


def a_plan_that_is_changed_meanwhile_is_printed_as_it_was_read(program, box):
    _fill_the_room(box)
    for name, unit in [("a", "79"), ("z", "04")]:
        write(box.at("input", f"{name}.xml"), _plan(name, unit))
    check_equal(_annex(program, box, "calm").status, ALL_MADE, "undisturbed")
    changed = _plan("z", "04").replace("Kế hoạch để thử", "Kế hoạch đã sửa")
    with started(program, "annex", "--formats", "xlsx,txt", "--as-of", "2026-03-01", "-j", "1", "-o", "out", "input",
                 cwd=box.path) as process:
        worker = held_worker(process)
        check(worker is not None, "the run was over before")
        write(box.at("input", "z.xml"), changed)
        os.kill(worker, signal.SIGCONT)
        check_equal(ended(process).status, ALL_MADE, "the run during which it was changed")
    _check_same(box, "out", "calm")
    told = _annex(program, box, "out", "--dry-run").stderr
    check("annex/z" in told and "annex/a" not in told, f"what the next run makes again: {told}")


def _with_columns_in_a_layout(plan, layouts):
    """The plan with the columns of one of its tables, whose number row claims a formula, in a layout of their own."""
    claim = plan.index("<n>4=3/2</n>")
    start, end = plan.rindex("<columns", 0, claim), plan.index("</columns>", claim) + len("</columns>")
    table = plan.rindex("<table", 0, start)
    attributes, columns = re.fullmatch(r"<columns([^>]*)>(.*)", plan[start:end], re.DOTALL).groups()
    write(os.path.join(layouts, "claims.xml"), f'<layout xmlns="urn:phuluc:layout:1" id="claims" each="row" name="n"{attributes}>'
          f'<title fallback="t">{{table.title}}</title><sheet>s</sheet><columns>{columns}</layout>')
    return plan[:table] + plan[table:start].replace("<table", '<table layout="claims"') + plan[end:]


def ledgers_that_are_made_again_are_those_of_a_run_that_keeps_them(program, box):
    """
    The ledgers of a hundred plans are kept. A year's report of a later one says the same as by itself: that a formula of its layout
    does not hold is known from its ledger alone.
    """
    kept, name = 100, "year-end/2026/37.txt"
    subprocess.run([os.path.join(ROOT, "tests/support/make-plan"), box.at("crowd"), "--plans", str(kept), "--rows", "2", "--groups", "1",
                    "--targets", "0", "--years", "2001-2005"], check=True, capture_output=True)
    shutil.copytree(os.path.join(ROOT, "templates"), box.at("templates"))
    plan = read(os.path.join(ROOT, "tests", "golden", "heads-budget", "plan.xml"))
    write(box.at("input", "heads.xml"), _with_columns_in_a_layout(plan, box.at("templates", "layouts")))
    arguments = ["year-end", "-q", "--templates", "templates", "--year", "2026", "--formats", "txt", "--as-of", "2027-03-01"]
    alone = program.run(*arguments, "-o", "alone", "input", cwd=box.path)
    crowd = program.run(*arguments, "-o", "all", "crowd", "input", cwd=box.path)
    check_equal((alone.status, crowd.status), (WARNINGS, WARNINGS), f"status: {alone.stderr} {crowd.stderr}")
    expected, found = (reports(whole(box.at(folder)))[name].decode() for folder in ("alone", "all"))
    check("Hoàn thuế, So sánh" in expected, "a formula that does not hold is not named")
    check_equal(found, expected, "the report behind those of a hundred others")
