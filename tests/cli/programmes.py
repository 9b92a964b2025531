"""Plans side by side: of several programmes of one unit, of a year under a longer one, of the whole country.

tests/data/programmes: two plans of Bình Định, each 100 triệu đồng in 2021. tests/data/counts: 20 of 2021 and 30 of 2022, of 100.
"""

import csv
import os

import text_table
from behaviour import ALL_MADE, ROOT, check, check_equal, read, write

FOLDER = os.path.join(ROOT, "tests", "data", "programmes")
COUNTS = os.path.join(ROOT, "tests", "data", "counts")
FIRST, SECOND = "thuong-mai-dien-tu", "khuyen-cong"


def _file(name):
    return read(os.path.join(FOLDER, name + ".xml"))


def _put(box, *plans):
    for number, text in enumerate(plans):
        write(box.at("in", f"{number}.xml"), text)


def _made(program, box, command, *words):
    result = program.run(command, *words, "--formats", "txt", "-o", "out", "in", cwd=box.path)
    check_equal((result.status, "IN-043" in result.stderr, "IN-058" in result.stderr), (ALL_MADE, False, False), result.stderr)
    return sorted(os.path.basename(name) for name in box.files("out", command))


def _units(box, label="Biểu 1"):
    """Name, period, planned for all years, planned for the year, note; a name that goes on below is put together."""
    rows = []
    text = read(box.at("out", "consolidate", "2021.txt")).split(f"\n{label}\n")[1].split("\n=====")[0]
    for cells in text_table.rows(text.splitlines()):
        if not rows and not cells[0].isdigit():
            continue  # the head
        if cells[0] or cells[2] == "Tổng cộng":
            rows.append([cells[2], *cells[3:6], cells[-1]])
        else:
            rows[-1][0] = f"{rows[-1][0]} {cells[2]}".strip()
            rows[-1][-1] = f"{rows[-1][-1]} {cells[-1]}".strip()
    return rows


def programmes_of_one_unit_and_period_have_a_report_each(program, box):
    _put(box, _file(FIRST), _file(SECOND))
    names = [f"52-{SECOND}.txt", f"52-{FIRST}.txt"]
    check_equal(_made(program, box, "year-end", "--year", "2021"), names, "year-end")
    check_equal(_made(program, box, "monthly", "--month", "2021-05"), names, "monthly")


def programmes_are_named_side_by_side_and_added_up(program, box):
    _put(box, _file(FIRST), _file(SECOND))
    _made(program, box, "consolidate", "--year", "2021")
    check_equal([row[:4] for row in _units(box)],
                [["Tỉnh Bình Định: Phát triển thương mại điện tử", "2021-2022", "100", "100"],
                 ["Tỉnh Bình Định: Khuyến công", "2021-2022", "100", "100"], ["Tổng cộng", "", "200", "200"]], "rows")


def a_unit_with_one_plan_keeps_its_plain_name(program, box):
    _put(box, _file(SECOND))
    check_equal(_made(program, box, "year-end", "--year", "2021"), ["52.txt"], "year-end")
    _made(program, box, "consolidate", "--year", "2021")
    check_equal(_units(box)[0][0], "Tỉnh Bình Định", "name")


def _yearly():
    text = _file(SECOND).replace('id="kc-2021-2022"', 'id="kc-2021"').replace('last="2022"', 'last="2021"')
    text = text.replace("giai đoạn 2021-2022", "năm 2021").replace(">2<", ">3<")
    return text.replace("  <period", '  <relation kind="carries-out" plan="kc-2021-2022"/>\n  <period')


def a_yearly_plan_stands_beside_the_longer_one_and_is_added_once(program, box):
    _put(box, _file(SECOND), _yearly())
    check_equal(_made(program, box, "year-end", "--year", "2021"), ["52-kc-2021.txt", "52.txt"], "year-end")
    _made(program, box, "consolidate", "--year", "2021")
    rows = _units(box)
    check_equal([row[:4] for row in rows],
                [["Tỉnh Bình Định: Chương trình khuyến công tỉnh Bình Định giai đoạn 2021-2022", "2021-2022", "100", "100"],
                 ["Tỉnh Bình Định: Chương trình khuyến công tỉnh Bình Định năm 2021", rows[1][1], "100", "100"],
                 ["Tổng cộng", "", "100", "100"]], "rows")
    check("không cộng vào Tổng cộng" in rows[1][-1], f"the note says why: {rows[1]}")


def the_whole_country_is_no_province(program, box):
    country = _file(FIRST).replace('unit="52"', 'unit="vn"')
    _put(box, _file(SECOND), country)
    check_equal(_made(program, box, "year-end", "--year", "2021"), ["52.txt", "vn.txt"], "year-end")
    check("cả nước" in read(box.at("out", "year-end", "2021", "vn.txt")).lower(), "named")
    _made(program, box, "consolidate", "--year", "2021")
    rows = _units(box)
    check_equal([row[0] for row in rows], ["Tỉnh Bình Định", "Cả nước", "Tổng cộng"], "names")
    check_equal(rows[-1][2:4], ["100", "100"], "the country is not added")
    text = read(box.at("out", "consolidate", "2021.txt"))
    check("cả nước có 63 đơn vị, 1 đơn vị có kế hoạch ở đây" in text, "not counted as a unit")


def a_count_without_an_indicator_goes_on_from_year_to_year(program, box):
    """T1: 20 + 30 = 50 of 100; T4, of which there was none: 0 of 1."""
    for name in ("ke-hoach", "2021", "2022"):
        write(box.at("in", name + ".xml"), read(os.path.join(COUNTS, name + ".xml")))
    result = program.run("gaps", "--year", "2022", "--format", "csv", "in", cwd=box.path)
    found = {row["target"]: (row["actual_low"], row["gap"], row["achievement"]) for row in csv.DictReader(result.stdout.splitlines())}
    check_equal((found["T1"], found["T4"][0]), (("50.00", "-50.00", "50.00"), "0.00"), result.stderr)
