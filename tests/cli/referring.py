"""What a document refers to has to be there, and what belongs together has to be said together."""

import os
import re

from behaviour import REFUSED, ROOT, check, check_equal, read, write

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
EXAMPLES = os.path.join(ROOT, "input", "examples")


def _refused(program, box, text, line, said):
    write(box.at("plan.xml"), text)
    result = program.run("check", "plan.xml", cwd=box.path)
    number = text[:text.index(line)].count("\n") + 1
    check_equal(result.status, REFUSED, result.stderr)
    check(any(told.startswith(f"plan.xml:{number}: ") and re.search(said, told) for told in (result.stdout + result.stderr).splitlines()),
          f"line {number}: {said}, but: {result.stdout}{result.stderr}")


def a_count_of_what_is_not_there_is_refused(program, box):
    text = read(os.path.join(EXAMPLES, "comparisons-example.xml"))
    count = 'what="đề án" value="4" items="t1" level="last"'
    _refused(program, box, text.replace(count, count.replace("t1", "t9")), 'items="t9"', "«?t9")
    target = 'what="mục tiêu" value="2" target="khong-co" eachLow="1"'
    _refused(program, box, text.replace('what="mục tiêu" value="2" items="mt"', target), "khong-co", "«?khong-co")


def a_second_office_is_refused_and_the_first_is_named(program, box):
    office = os.path.join(ROOT, "input", "office.xml")
    box.copy(GOOD, "input", "good.xml")
    box.copy(office, "input", "office.xml")
    box.copy(office, "input", "other.xml")
    result = program.run("check", "input", cwd=box.path)
    check_equal(result.status, REFUSED, result.stderr)
    check(re.search(r"^input/other\.xml:[0-9]+: đã có tệp cơ quan input/office\.xml.*IN-050\]", result.stderr, re.M), result.stderr)


def a_change_that_is_below_zero_is_refused(program, box):
    text = read(GOOD).replace('  <period first="2026"', '  <relation kind="amends" plan="khac" effective="2026-02-01"/>\n  <period first="2026"')
    changed = '<amount year="2026" change="decrease">-10.5</amount>'
    _refused(program, box, text.replace('<amount year="2026">10.5</amount>', changed), changed, "mức tăng, giảm phải là một số dương")
    none = read(GOOD).replace('<amount year="2026">10.5</amount>', changed)
    _refused(program, box, none, changed, "kế hoạch này không sửa đổi kế hoạch nào")


def a_relation_without_its_day_is_refused(program, box):
    relation = '<relation kind="amends" plan="khac"/>'
    text = read(GOOD).replace('  <period first="2026"', f'  {relation}\n  <period first="2026"')
    _refused(program, box, text, relation, "effective")
