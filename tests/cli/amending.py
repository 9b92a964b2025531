"""Amendments by cell: what a decision leaves out stays, whatever table it is keyed in; sums are those of the plan in force.

tests/data/amending holds the plans; a plan amended is 2021: 150; 2022: DP 100, QG 20, together 120; 270 in all, in triệu đồng.
"""

import os

import text_table
from behaviour import ALL_MADE, REFUSED, ROOT, check, check_equal, read, write

FOLDER = os.path.join(ROOT, "tests", "data", "amending")
CELL = '<amount year="2022" source="QG">20</amount>'
SUMS = "".join(f'<stated year="{year}" source="{source}">{sum_}</stated>'
               for year in (2021, 2022) for source, sum_ in (("QG", 50), ("DP", 100)))


def _file(name):
    return read(os.path.join(FOLDER, name + ".xml"))


def _put(box, *plans):
    for number, text in enumerate(plans):
        write(box.at("in", f"{number}.xml"), text)


def _rows(program, box, *plans, year=2022, labels=("Biểu 7", "Biểu 3")):
    """The rows of tables of the year-end report."""
    _put(box, *plans)
    result = program.run("year-end", "--year", str(year), "--formats", "txt", "-o", "out", "in", cwd=box.path)
    made = box.files("out", "year-end")
    check_equal(len(made), 1, f"reports of one unit ({made}): {result.stderr}")
    text = read(box.at("out", "year-end", made[0]))
    return [text_table.rows(text.split(f"\n{label}\n")[1].split("\n=====")[0].splitlines()) for label in labels]


def _money(program, box, *plans):
    """What is in force, by source: 2021, 2022, the whole period."""
    (rows,) = _rows(program, box, *plans, labels=("Biểu 7",))
    found, name = {}, None
    for row in rows[1:]:
        if row[1].startswith("Nội dung bị bãi bỏ"):
            break
        if not row[1].startswith(("Năm", "Cả giai đoạn")):
            name = {"Khuyến công quốc gia": "QG", "Ngân sách tỉnh": "DP", "Mọi nguồn": ""}[row[1]]
        else:
            found.setdefault(name, []).append(row[3])
    return found


def _summed(text):
    """The first plan with the sums that its parts come to."""
    text = text.replace('<activity id="a"', f'<group id="I" no="I" title="Nhóm">{SUMS}<activity id="a"')
    text = text.replace("  </table>", f'</group><total id="tc" label="Tổng cộng">{SUMS}</total>  </table>')
    return text.replace("  <table", '  <prose id="t" where="Điều 2" moneyUnit="million-dong"><stated>300</stated></prose>\n  <table')


IN_FORCE = {"QG": ["50", "20", "70"], "DP": ["100", "100", "200"], "": ["150", "120", "270"]}


def what_an_amendment_leaves_out_stays_whatever_table_it_is_keyed_in(program, box):
    for name in ("cung-bang", "bang-khac", "ca-bang"):
        for first in (_file("goc"), _summed(_file("goc"))):
            check_equal(_money(program, box, first, _file(name)), IN_FORCE, name)


def a_row_stands_once_in_the_report_with_its_money_in_force(program, box):
    for name in ("cung-bang", "bang-khac", "ca-bang"):
        (rows,) = _rows(program, box, _summed(_file("goc")), _file(name), labels=("Biểu 3",))
        check_equal([row[1:4] for row in rows[2:]], [["Nhóm", "120", "270"], ["Máy móc", "100", "200"],
                                                     ["Tập huấn", "20", "70"], ["Tổng cộng", "120", "270"]], name)


def a_change_is_added_to_what_was_or_taken_off(program, box):
    """50 − 30 = 20 and 100 + 10 = 110 of the year 2022."""
    less = _file("bang-khac").replace(CELL, CELL.replace(">20<", ' change="decrease" printed="30">30<'))
    check_equal(_money(program, box, _file("goc"), less), IN_FORCE, "less")
    more = less.replace('<activity id="b" no="2" title="Tập huấn">', '<activity id="a" no="1" title="Máy móc">')
    more = more.replace("decrease", "increase").replace("QG\" change", "DP\" change").replace("30", "10")
    check_equal(_money(program, box, _file("goc"), more),
                {"QG": ["50", "50", "100"], "DP": ["100", "110", "210"], "": ["150", "160", "310"]}, "more")


def a_second_amendment_goes_on_from_the_first(program, box):
    """20 − 5 = 15 of b, and 2021 of a becomes 90."""
    second = _file("bang-khac").replace('id="m7b"', 'id="m7d"').replace("2021-06-01", "2021-09-01")
    second = second.replace(CELL, CELL.replace(">20<", ' change="decrease">5<'))
    second = second.replace("  </table>", '<activity id="a" no="1" title="Máy móc"><amount year="2021" source="DP">90</amount>'
                            "</activity></table>")
    check_equal(_money(program, box, _summed(_file("goc")), _file("bang-khac"), second),
                {"QG": ["50", "15", "65"], "DP": ["90", "100", "190"], "": ["140", "115", "255"]}, "twice amended")


def a_row_that_is_added_goes_where_its_fellows_stand(program, box):
    """c: DP 7 of 2022, beside b in a table of another id: 100 + 7, 20; 127 and 277."""
    added = '<activity id="c" no="3" title="Hội chợ"><amount year="2022" source="DP">7</amount></activity></table>'
    for first in (_file("goc"), _summed(_file("goc"))):
        second = _file("bang-khac").replace("  </table>", added)
        check_equal(_money(program, box, first, second),
                    {"QG": ["50", "20", "70"], "DP": ["100", "107", "207"], "": ["150", "127", "277"]}, "a row more")


def a_row_that_is_repealed_counts_no_longer_beside_a_cell_that_is_changed(program, box):
    """Without b there is no QG; a becomes 80 in 2022."""
    second = _file("bang-khac").replace('effective="2021-06-01"/>', 'effective="2021-06-01"><repealed ref="b"/></relation>')
    second = second.replace('<activity id="b" no="2" title="Tập huấn">', '<activity id="a" no="1" title="Máy móc">')
    second = second.replace(CELL, '<amount year="2022" source="DP">80</amount>')
    found = _money(program, box, _summed(_file("goc")), second)
    check_equal((found["DP"], found[""]), (["100", "80", "180"], ["100", "80", "180"]), "a alone")


def of_an_amount_that_was_of_all_sources_the_rest_is_not_guessed(program, box):
    """b was 50 of 2022 whatever the source; the amendment says 20 of it is QG."""
    first = _file("goc").replace('<amount year="2022" source="QG">50', '<amount year="2022">50')
    amended, sums = _rows(program, box, first, _file("bang-khac"), labels=("Biểu 7", "Biểu 1"))
    check_equal([row for row in amended if row[1] == "Năm 2022"][-1][4], "", "no difference is told")
    check("kế hoạch có khoản không nêu số" in sums[-1][-1], f"2022 is not all: {sums[-1]}")


def sums_in_force_are_told_in_check_only_where_they_differ(program, box):
    """The total of 2022 stated anew, of b alone: QG 20 and DP 100 hold, DP 105 does not."""
    total = '<total id="tc" label="Tổng cộng"><stated year="2022" source="QG">20</stated><stated year="2022" source="DP">{}</stated></total></table>'
    for stated, findings in ((100, 0), (105, 1)):
        _put(box, _summed(_file("goc")), _file("cung-bang").replace("  </table>", total.format(stated)))
        result = program.run("check", "in", cwd=box.path)
        check_equal(result.stdout.count("CA-") + result.stderr.count("CA-"), findings, result.stdout + result.stderr)
        check(findings or result.status == ALL_MADE, "status")


def totals_of_an_amendment_are_those_in_force_and_name_what_it_amends(program, box):
    for name in ("cung-bang", "bang-khac", "ca-bang"):
        _put(box, _file("goc"), _file(name))
        rows = [line.split(",") for line in program.run("totals", "--format", "csv", "in", cwd=box.path).stdout.splitlines()[1:]]
        found = {}
        for plan, source, _, _, _, computed, complete, amends in rows:
            check_equal((complete, amends), ("yes", "" if plan == "m7" else "m7"), "whole, and of which")
            found.setdefault((plan == "m7", source), []).append(str(int(computed) // 10**6))
        check_equal({source: sums for (first, source), sums in found.items() if not first}, IN_FORCE, name)
        check_equal(found[(True, "")], ["150", "150", "300"], "as first decided")


# ---- an amendment is checked together with what it amends ----

def a_paragraph_of_an_amendment_is_held_against_the_plan_in_force(program, box):
    """In force 2022 is 120: a row alone would make 20 of it."""
    prose = '<prose id="sau" where="Điều 1" moneyUnit="million-dong"><stated year="2022">{}</stated></prose>\n  <table'
    first = _summed(_file("goc")).replace('label="Tổng cộng">', 'label="Tổng cộng"><stated year="2022">150</stated>')
    for stated, findings in ((120, 0), (125, 1)):
        _put(box, first, _file("bang-khac").replace("<table", prose.format(stated), 1))
        result = program.run("check", "in", cwd=box.path)
        check_equal(result.stdout.count("CA-030") + result.stderr.count("CA-030"), findings, result.stdout + result.stderr)
        check(findings or "CA-009" not in result.stdout + result.stderr, "the few rows of the amendment are no whole")


def a_change_of_what_is_not_there_and_one_below_zero_are_told(program, box):
    decrease = _file("bang-khac").replace(CELL, CELL.replace(">20<", ' change="decrease">60<'))
    _put(box, _file("goc"), decrease)
    check("IN-112" in program.run("check", "in", cwd=box.path).stdout, "50 - 60")
    _put(box, _file("goc"), decrease.replace('source="QG" change', 'source="DP" change'))
    check("IN-111" in program.run("check", "in", cwd=box.path).stdout, "b has no DP")


def an_amendment_without_the_plan_that_it_amends_has_no_report(program, box):
    _put(box, _file("bang-khac"))
    for command in (("year-end", "--year", "2022"), ("consolidate", "--year", "2022"), ("monthly", "--month", "2022-12")):
        result = program.run(*command, "--formats", "txt", "-o", "out", "in", cwd=box.path)
        check_equal(result.status, REFUSED, result.stderr)
        check("IN-110" in result.stderr and "«m7»" in result.stderr, "the finding names the plan")
        check_equal(box.files("out", command[0]), [], "reports")
    for command in (("gaps", "--year", "2022"), ("totals",), ("due", "--as-of", "2022-01-01")):
        for language, said in (("vi", "«m7b» sửa đổi kế hoạch «m7»"), ("en", 'plan "m7b" amends plan "m7"')):
            result = program.run(*command, "--lang", language, "in", cwd=box.path)
            check_equal((result.status, said in result.stderr), (REFUSED, True), f"{command}: {result.stderr}")
            check("m7b" not in result.stdout, f"{command} tells of what is not known: {result.stdout}")
    result = program.run("check", "in", cwd=box.path)
    check("IN-045" in result.stdout + result.stderr and "IN-110" not in result.stdout + result.stderr, "a note alone")
