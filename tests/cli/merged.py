"""Units before and after the merger of 1 July 2025, and the whole country: sums, names, baselines, national goals."""

import csv
import io
import re

import text_table
from behaviour import ALL_MADE, check, check_equal, read, write

HEAD = """<plan xmlns="urn:phuluc:plan:1" id="{id}" status="illustrative" unit="{unit}" asOf="{day}">
<decision plan="within"><typeName>Quyết định</typeName><codeNumber>1</codeNumber><codeNotation>QĐ-UBND</codeNotation>
<issuedDate>{day}</issuedDate><place absent="yes"/><organName>{organ}</organName><subject>Kế hoạch</subject>
<planName>Kế hoạch</planName><recipients absent="yes"/></decision>
<period first="{first}" last="{last}"/>
"""
MONEY = """<source id="DP" code="local" name="Ngân sách tỉnh" abbr="NST"/>
<targets id="targets" layout="targets" where="Mục I"><section no="1" title="Chung">{targets}</section></targets>
<table id="kp" annex="I" layout="budget-by-source-and-year" moneyUnit="million-dong" title="Kinh phí">
<line id="k1" no="1" title="Ngân sách" source="DP"><amount year="{last}">{money}</amount></line></table></plan>
"""
CASHLESS = '<target id="a" indicator="cashless" op="ge" value="{value}" unit="%" year="{year}">Không dùng tiền mặt</target>'


def _plan(box, name, unit, *, day="2020-12-01", first=2021, last=2025, money=100, targets=None, organ="Ủy ban nhân dân"):
    targets = targets or CASHLESS.format(value=60, year=last)
    write(box.at("in", name + ".xml"), HEAD.format(id=name, unit=unit, day=day, first=first, last=last, organ=organ) +
          MONEY.format(targets=targets, last=last, money=money))


def _results(box, plan, unit, year, values="", money=""):
    money = f'<money moneyUnit="million-dong">{money}</money>' if money else ""
    write(box.at("in", f"{plan}-{year}.xml"),
          f'<results xmlns="urn:phuluc:results:1" id="{plan}-{year}" plan="{plan}" unit="{unit}" period="{year}" '
          f'regime="nd09" cutOff="{year}-12-14" issued="{year}-12-20" basis="period" status="illustrative">'
          f'{values}{money}</results>')


def _spent(allocated, disbursed):
    return (f'<carriedIn source="DP">0</carriedIn><allocated source="DP">{allocated}</allocated>'
            f'<disbursed source="DP">{disbursed}</disbursed>')


def _consolidated(program, box, year=2025):
    done = program.run("consolidate", "--year", str(year), "--formats", "txt", "--force", "-o", "out", "in", cwd=box.path)
    check(done.status == ALL_MADE, done.stderr)
    return read(box.at("out", "consolidate", f"{year}.txt"))


def _table(text, label):
    return text.split(label + "\n", 1)[1].split("=====", 1)[0]


def _rows(text, label):
    return text_table.whole_rows(_table(text, label).splitlines())


def _row(text, label, name):
    (row,) = [row for row in _rows(text, label) if any(cell == name for cell in row)]
    return row


def _gaps(program, box, year):
    done = program.run("gaps", "--year", str(year), "--format", "csv", "in", cwd=box.path)
    return {row["plan"]: row for row in csv.DictReader(io.StringIO(done.stdout))}


def _two_of_phu_tho(box, second=_spent(1510, 200)):
    _plan(box, "phu-tho", "25", money=1510)
    _plan(box, "vinh-phuc", "26", money=1510)
    _results(box, "phu-tho", "25", 2025, '<value target="a" value="62"/>', _spent(1510, 400))
    _results(box, "vinh-phuc", "26", 2025, '<value target="a" value="55"/>', second)


def the_row_of_a_new_unit_holds_the_sums_of_its_old_ones(program, box):
    """1.510 + 1.510 = 3.020; 400 + 200 = 600; 600 / 3.020 = 19,867… %; two targets, one met, one missed."""
    _two_of_phu_tho(box)
    text = _consolidated(program, box)
    sums = ["3.020", "3.020", "3.020", "600", "19,87", "2", "1", "0", "1", "0", "0"]
    for label, name in (("Biểu 1", "Tổng cộng"), ("Biểu 2", "Tỉnh Phú Thọ (từ 01/07/2025)"), ("Biểu 2", "Tổng cộng")):
        check_equal(_row(text, label, name)[4:15], sums, f"{label}, {name}")
    check_equal(_row(text, "Biểu 2", "Tỉnh Phú Thọ cũ")[4:9], ["1.510", "1.510", "1.510", "400", "26,49"], "the old unit")


def a_sum_that_lacks_a_part_has_no_rate(program, box):
    """Of Vĩnh Phúc nothing is said of money spent."""
    _two_of_phu_tho(box, '<carriedIn source="DP">0</carriedIn><allocated source="DP">1510</allocated>')
    text = _consolidated(program, box)
    for label, name in (("Biểu 1", "Tổng cộng"), ("Biểu 2", "Tỉnh Phú Thọ (từ 01/07/2025)")):
        check_equal(_row(text, label, name)[4:9], ["3.020", "3.020", "3.020", "400", ""], f"{label}, {name}")
    words = " ".join(re.sub(r"[|+-]", " ", _table(text, "Biểu 1")).split())
    check("giải ngân của 1/2 kế hoạch" in words, "what the sum holds")


def an_old_unit_of_the_same_name_is_called_the_former(program, box):
    _two_of_phu_tho(box)
    program.run("year-end", "--year", "2025", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    words = " ".join(read(box.at("out", "year-end", "2025", "26.txt")).split())
    check("tỉnh Vĩnh Phúc (mã 26), từ ngày 01/07/2025 thuộc tỉnh Phú Thọ (mã 25), cùng với tỉnh Hòa Bình (mã 17), "
          "tỉnh Phú Thọ cũ (mã 25)" in re.sub(r" *\| *", " ", words), "Vĩnh Phúc")


def a_unit_that_the_merger_left_alone_keeps_its_baseline(program, box):
    """Hà Nội is 01 before and after; Phú Thọ is 25 before and after, and not the same unit."""
    for name, unit in (("ha-noi", "01"), ("phu-tho", "25")):
        _plan(box, f"{name}-2021", unit)
        _results(box, f"{name}-2021", unit, 2025, '<value target="a" value="52"/>')
        _plan(box, f"{name}-2026", unit, day="2026-01-10", first=2026, last=2030, targets=CASHLESS.format(value=72, year=2030))
        _results(box, f"{name}-2026", unit, 2026, '<value target="a" value="58"/>')
    gaps = _gaps(program, box, 2026)
    check_equal((gaps["ha-noi-2026"]["baseline"], gaps["ha-noi-2026"]["expected"]), ("52.00", "56.00"), "Hà Nội: 52 + 20 / 5")
    check_equal(gaps["phu-tho-2026"]["baseline"], "", "Phú Thọ")


def an_unchanged_unit_has_no_day_and_no_successor(program, box):
    _plan(box, "ha-noi", "01")
    text = _consolidated(program, box)
    check_equal(_row(text, "Biểu 1", "Thành phố Hà Nội")[-1], "chưa có số liệu báo cáo", "note as decided")
    check(any("đơn vị không sáp nhập" in row[-1] for row in _rows(text, "Biểu 2")), "note as now organised")
    check("từ 01/07/2025" not in text, "no day")


def a_yearly_plan_is_compared_with_the_set_of_its_year(program, box):
    """645/QĐ-TTg is for 2021-2025 and wants 50 % of cashless payment by 2025: 44 in 2022 lacks 6 points."""
    _plan(box, "ha-noi", "01", day="2022-01-10", first=2022, last=2022)
    _results(box, "ha-noi", "01", 2022, '<value target="a" value="44"/>')
    gap = _gaps(program, box, 2022)["ha-noi"]
    check_equal((gap["national_target"], gap["national_gap"]), ("50.00", "-6.00"), "national")
    program.run("year-end", "--year", "2022", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    row = [row for row in _rows(read(box.at("out", "year-end", "2022", "01.txt")), "Biểu 5") if "645/QĐ-TTg" in row]
    check_equal([cell for cell in row[0][3:]], ["≥ 60", "44", "2022", "50", "2025", "645/QĐ-TTg", "-6"], "Biểu 5")


def a_goal_that_nobody_has_seen_does_not_stand_in_a_report(program, box):
    """The catalogue marks 40 % of enterprises on mobile applications as not verified."""
    _plan(box, "ha-noi", "01", targets='<target id="a" indicator="enterprises-mobile" op="ge" value="45" unit="%" year="2025">'
                                       'Ứng dụng di động</target>')
    _results(box, "ha-noi", "01", 2025, '<value target="a" value="44"/>')
    program.run("year-end", "--year", "2025", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    table = _table(read(box.at("out", "year-end", "2025", "01.txt")), "Biểu 5")
    check("Ứng dụng di động" not in table, "the row")
    check("Không nêu 1 chỉ tiêu mà mục tiêu quốc gia trong danh mục chưa kiểm chứng." in table, "the note")
    check("Mục tiêu quốc gia (" not in _consolidated(program, box), "consolidated")
    check_equal(_gaps(program, box, 2025)["ha-noi"]["reason"].split()[-1], "national-unverified", "the query still says why")


def provinces_stand_beside_the_national_goal(program, box):
    """50 % by 2025: 62 and 50 meet it, 49 does not; the country's own 80 is not among them."""
    for name, unit, value in (("ha-noi", "01", 62), ("da-nang", "48", 50), ("can-tho", "92", 49), ("ca-nuoc", "00", 80)):
        _plan(box, name, unit, organ="Bộ Công Thương")
        _results(box, name, unit, 2025, f'<value target="a" value="{value}"/>')
    text = _consolidated(program, box)
    heads, _, row = _rows(text, "Biểu 4")[:3]
    check_equal(row[2:], ["%", "50", "2025", "645/QĐ-TTg", "2/3 đơn vị có số liệu", "62: thành phố Hà Nội",
                          "49: thành phố Cần Thơ cũ"], "the goal, and who is best and worst")
    check("Cộng các đơn vị" not in heads, "shares have no column of sums")
    heads, _, row = _rows(text, "Biểu 3")[:3]
    check_equal(dict(zip(heads[2:], row[2::3])), {"Thành phố Hà Nội": "62", "Thành phố Đà Nẵng": "50", "Thành phố Cần Thơ": "49",
                                                  "Cả nước": "80"}, "who has reported what")


def a_province_without_a_target_is_compared_by_what_it_reports(program, box):
    """62 with a target, 49 without: the second is the worst of the two, and is not judged."""
    _plan(box, "ha-noi", "01")
    _plan(box, "can-tho", "92", targets='<target id="b" op="ge" value="5" unit="chợ" year="2025">Chợ</target>')
    _results(box, "ha-noi", "01", 2025, '<value target="a" value="62"/>')
    _results(box, "can-tho", "92", 2025, '<value indicator="cashless" value="49" unit="%"/>')
    text = _consolidated(program, box)
    check_equal(_rows(text, "Biểu 4")[2][-2:], ["62: thành phố Hà Nội", "49: thành phố Cần Thơ cũ"], "best and worst")
    cells = _rows(text, "Biểu 3")[2]
    check_equal((cells[2:5], cells[5:8]), (["49", "", "–"], ["62", "≥ 60", "V"]), "result, goal, verdict")


def the_whole_country_is_no_province_whichever_code_it_has(program, box):
    """Code 00 is vn: never added, never counted, never "tỉnh"; its goals are those of the nation."""
    _plan(box, "ca-nuoc", "00", money=5000, organ="Bộ Công Thương", targets=
          '<target id="a" indicator="b2c-size" op="ge" value="35" unit="tỷ USD" year="2025">Quy mô</target>')
    _plan(box, "ha-noi", "01", money=100)
    _results(box, "ca-nuoc", "vn", 2025, '<value target="a" value="36"/>', _spent(5000, 4000))
    _results(box, "ha-noi", "01", 2025, '<value target="a" value="60"/>', _spent(100, 40))
    text = _consolidated(program, box)
    check_equal(_row(text, "Biểu 1", "Tổng cộng")[4:9], ["100", "100", "100", "40", "40,00"], "the total")
    check_equal(_row(text, "Biểu 1", "Cả nước")[1:2], ["vn"], "the country's row")
    check("cả nước có 34 đơn vị, 1 đơn vị có kế hoạch ở đây" in text, "provinces counted")
    check("tỉnh Việt Nam" not in text and "mã 00" not in text, "names")
    gap = _gaps(program, box, 2025)["ca-nuoc"]
    check_equal((gap["national_target"], gap["national_gap"]), ("35.00", "1.00"), "a goal that only the nation has")
    program.run("year-end", "--year", "2025", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    check("Đơn vị: cả nước." in " ".join(read(box.at("out", "year-end", "2025", "vn.txt")).split()), "its own report")


def a_new_unit_has_a_report_as_a_whole(program, box):
    """Of Phú Thọ, Vĩnh Phúc and Hà Nội only the first two; 600 of 3.020; an old code that is no unit now is told."""
    _two_of_phu_tho(box)
    _plan(box, "ha-noi", "01", money=9)
    args = ("consolidate", "--year", "2025", "--formats", "txt", "-o", "out", "in")
    done = program.run(*args, "--unit", "25", cwd=box.path)
    check(done.status == ALL_MADE, done.stderr)
    text = read(box.at("out", "consolidate", "2025", "25.txt"))
    check_equal(_row(text, "Biểu 1", "Tổng cộng")[4:9], ["3.020", "3.020", "3.020", "600", "19,87"], "the sums")
    check("của tỉnh Phú Thọ (từ 01/07/2025)" in " ".join(text.split()) and "Hà Nội" not in text, "whose plans")
    done = program.run(*args, "--unit", "26", cwd=box.path)
    check("không có kế hoạch nào của đơn vị hiện nay mã 26" in done.stderr and "RU-041" in done.stderr, done.stderr)
    check_equal(done.status, 2, "status")
