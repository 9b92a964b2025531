"""Many plans that clash, or amend each other in a long row or a circle: findings that a person can read, and right figures."""

import datetime
import json
import os
import re
import subprocess

from behaviour import ALL_MADE, REFUSED, ROOT, WARNINGS, check, check_equal, read, write

NAMED = "thương mại điện tử thành"


def _plan(box):
    subprocess.run([os.path.join(ROOT, "tests/support/make-plan"), box.at("made"), "--plans", "1", "--rows", "3", "--groups", "1",
                    "--targets", "0"], check=True, capture_output=True)
    return read(box.at("made", os.listdir(box.at("made"))[0]))


def _write(box, number, text, amended=None):
    """Decided a day later than the one before; amends another from its own day on."""
    day = (datetime.date(2021, 1, 5) + datetime.timedelta(number)).isoformat()
    text = re.sub(r' id="t01-2021-2025"', f' id="p{number:04}"', text, count=1)
    text = text.replace("<codeNumber>1<", f"<codeNumber>{number + 1}<").replace("2021-01-05", day)
    if amended is not None:
        text = text.replace("<period ", f'<relation plan="p{amended:04}" kind="amends" effective="{day}"/>\n  <period ', 1)
    write(box.at("in", f"p{number:04}.xml"), text)


def _findings(program, box, status):
    result = program.run("check", "--format", "json", "in", cwd=box.path)
    check_equal(result.status, status, result.stdout[-400:])
    return [json.loads(line) for line in result.stdout.splitlines()]


def of_many_plans_of_one_unit_the_first_clashes_and_a_count_are_told(program, box):
    text = _plan(box)
    for number in range(60):  # 59 + 58 + … + 1 pairs
        _write(box, number, text.replace(NAMED, f"thương mại điện tử số {number} thành"))
    found = _findings(program, box, WARNINGS)
    check_equal([line["code"] for line in found].count("IN-097"), 20, "told")
    check_equal([(line["file"], "còn trùng nhau 1750 chỗ" in line["message"]) for line in found if line["code"] == "IN-120"],
                [("in/p0000.xml", True)], "counted")


def of_many_copies_the_first_stands_and_the_others_are_refused(program, box):
    text = _plan(box)
    for number in range(30):
        write(box.at("in", f"p{number:04}.xml"), text.replace('id="t01-2021-2025"', f'id="p{number:04}"'))
    found = _findings(program, box, REFUSED)
    check_equal([line["code"] for line in found].count("IN-043"), 20, "told")
    check_equal(sum("còn trùng nhau 9 chỗ" in line["message"] for line in found), 1, "counted")
    check_equal(program.run("annex", "-q", "--formats", "txt", "-o", "out", "in", cwd=box.path).status, REFUSED, "annex")
    check_equal(os.listdir(box.at("out", "annex")), ["p0000.txt"], "made")


def a_long_row_of_amendments_adds_up(program, box):
    """Each states one sum anew: the last counts."""
    text = _plan(box)
    for number in range(120):
        _write(box, number, text, number - 1 if number else None)
    result = program.run("check", "in", cwd=box.path)
    check(result.status in (ALL_MADE, WARNINGS), result.stdout[-400:])
    totals = [program.run("totals", "--format", "csv", *files, cwd=box.path).stdout.splitlines()
              for files in (["in"], ["in/p0000.xml"])]
    last = [line.replace("p0119", "p0000") for line in totals[0] if "p0119" in line]
    check_equal(len(last), len(totals[1]) - 1, f"lines of the last: {totals[0][-3:]}")


def plans_in_a_circle_are_all_refused(program, box):
    text = _plan(box)
    for number in range(50):
        _write(box, number, text, (number - 1) % 50)
    found = _findings(program, box, REFUSED)
    check_equal(len([line for line in found if line["code"] == "IN-056"]), 50, str({line["code"] for line in found}))
