"""The consolidated report: what is added over units, and what is not."""

import os
import re

from behaviour import ROOT, check_equal, read, write

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
UNITS = {"mot": "92", "hai": "48"}


def _plan(name, unit):
    text = re.sub(r'<target id=.*?</target>', '<target id="lop" indicator="training-places" op="ge" value="300" '
                  'unit="lượt" year="2027">300 lượt</target>', read(GOOD), flags=re.S)
    return text.replace('id="good"', f'id="{name}"').replace('unit="92"', f'unit="{unit}"')


def _results(name, unit, year, attributes):
    return (f'<results xmlns="urn:phuluc:results:1" id="{name}-{year}" plan="{name}" unit="{unit}" period="{year}" '
            f'regime="nd09" cutOff="{year}-12-14" issued="{year}-12-20" basis="cumulative" status="final">\n'
            f'<value target="lop" {attributes}/></results>')


def _total(program, box, reported):
    """The sum after 2027; reported: plan -> year and value of its only document."""
    for name, unit in UNITS.items():
        write(box.at("in", name + ".xml"), _plan(name, unit))
        write(box.at("in", name + "-results.xml"), _results(name, unit, *reported[name]))
    program.run("consolidate", "--year", "2027", "--formats", "txt", "-o", "out", "--force", "in", cwd=box.path)
    table = read(box.at("out", "consolidate", "2027.txt")).partition("\nBiểu 4\n")[2].partition("\n=====")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines() if line.startswith("|")]
    at = rows[0].index("Cộng các đơn vị")
    (total,) = [row[at] for row in rows[1:] if row[0]]
    return total


def what_units_report_of_the_year_is_added(program, box):
    check_equal(_total(program, box, {"mot": ("2027", 'value="150"'), "hai": ("2027", 'value="70"')}),
                "220", "150 + 70")


def nothing_is_added_to_a_figure_of_another_year_or_a_range(program, box):
    for other in [("2026", 'value="70"'), ("2027", 'op="range" low="60" high="70"'), ("2027", 'status="not-reported"')]:
        check_equal(_total(program, box, {"mot": ("2027", 'value="150"'), "hai": other}),
                    "chưa cộng được", f"{other}")
