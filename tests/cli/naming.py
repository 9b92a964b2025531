"""How input files may be called, and how often."""

import os

from behaviour import ALL_MADE, ROOT, check, check_equal, read, write
from queries import rows

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")


def _plans(program, box, *paths):
    result = program.run("totals", "--format", "csv", *paths, cwd=box.path)
    check_equal((result.status, result.stderr), (ALL_MADE, ""), f"{paths}")
    return {row[0] for row in rows(result.stdout)[1:]}


def a_file_is_read_once_however_often_it_is_named(program, box):
    box.copy(GOOD, "input", "deep", "good.xml")
    for paths in [("input", "input"), ("input", "input/deep"), ("input/deep/good.xml", "./input/../input")]:
        check_equal(_plans(program, box, *paths), {"good"}, f"{paths}")


def capitals_in_the_ending_hide_no_plan(program, box):
    box.copy(GOOD, "input", "KE-HOACH.XML")
    check_equal(_plans(program, box, "input"), {"good"}, "plans")


def a_name_of_two_lines_starts_no_line(program, box):
    name = "hai\ndòng\x1b[2J.xml"
    write(box.at("input", name), read(GOOD) + "<")
    lines = program.run("check", "input", cwd=box.path).stdout.splitlines()
    check(lines and all(line.startswith("input/hai?dòng?[2J.xml:") for line in lines), f"{lines}")
