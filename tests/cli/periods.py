"""Quarters, halves and nine months: what they are put together from, what they are compared with, and when they end."""

import csv
import io

from behaviour import REFUSED, USAGE, WARNINGS, check, check_equal, read, write
from merged import _plan

ENDS = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12, "9M": 9}
TARGETS = ('<target id="a" indicator="cashless" op="ge" value="60" unit="%" year="2025">Không dùng tiền mặt</target>'
           '<target id="b" op="ge" value="900" unit="lượt" year="2025">Lượt người</target>')


def _report(box, period, spent=None, *, basis="period", level=None, count=None, day=25, cut_off=None):
    """A document of the period; money in million đồng, a level in %, a number of things."""
    year, part = int(period[:4]), period[5:]
    month = ENDS.get(part) or int(part or 12)
    values = f'<value target="a" value="{level}"/>' if level is not None else ""
    values += f'<value target="b" value="{count}"/>' if count is not None else ""
    money = (f'<money moneyUnit="million-dong"><carriedIn source="DP">0</carriedIn><allocated source="DP">0</allocated>'
             f'<disbursed source="DP">{spent}</disbursed></money>' if spent is not None else "")
    write(box.at("in", f"r-{period}.xml"),
          f'<results xmlns="urn:phuluc:results:1" id="r-{period.lower()}" plan="p" unit="01" period="{period}" regime="nd09" '
          f'cutOff="{cut_off or f"{year}-{month:02}-14"}" issued="{year}-{month:02}-{day}" basis="{basis}" '
          f'status="illustrative">{values}{money}</results>')


def _start(box):
    _plan(box, "p", "01", targets=TARGETS)


def _lines(program, box, period):
    done = program.run("months", "--period", period, "--format", "csv", "in", cwd=box.path)
    lines = {}
    for row in csv.DictReader(io.StringIO(done.stdout)):
        key = row["subject"] if row["kind"] == "target" else row["phase"] if row["source"] == "DP" else None
        if key and not (row["kind"] == "money" and row["subject"]):
            lines[key] = row
    return lines


def _spent(program, box, period, *columns):
    row = _lines(program, box, period)["disbursed"]
    return [f"{int(row[column]) // 1000000}" if row[column].isdigit() else row[column] for column in columns]


def a_quarter_without_a_report_is_the_sum_of_its_months(program, box):
    """10 + 20 + 30 = 60 million; 4 + 5 + 6 = 15 people; the level is that of March."""
    _start(box)
    for month, spent, count, level in ((1, 10, 4, 40), (2, 20, 5, 41), (3, 30, 6, 42)):
        _report(box, f"2024-{month:02}", spent, count=count, level=level)
    lines = _lines(program, box, "2024-Q1")
    check_equal((lines["disbursed"]["month"], lines["disbursed"]["cumulative"]), ("60000000", "60000000"), "money")
    check_equal((lines["b"]["month"], lines["a"]["month"]), ("15.00", "42.00"), "count and level")
    check_equal((lines["a"]["period"], lines["a"]["first_day"], lines["a"]["cut_off"], lines["a"]["missing"]),
                ("2024-Q1", "2023-12-15", "2024-03-14", "2023-Q1 2023-Q4"), "days, and what is missing")


def a_quarter_that_lacks_a_month_is_no_sum(program, box):
    """February is missing: nothing is guessed, and the month is named."""
    _start(box)
    _report(box, "2024-01", 10, count=4)
    _report(box, "2024-03", 30, count=6)
    lines = _lines(program, box, "2024-Q1")
    for name in ("disbursed", "b"):
        check_equal((lines[name]["month"], lines[name]["cumulative"]), ("", ""), name)
        check("month:missing:2024-02" in lines[name]["reason"], lines[name]["reason"])


def months_of_a_quarter_add_up_though_the_year_before_them_is_unknown(program, box):
    """April to June are 7 + 8 + 9 = 24; what the year comes to nobody knows without the first quarter."""
    _start(box)
    for month, spent in ((4, 7), (5, 8), (6, 9)):
        _report(box, f"2024-{month:02}", spent, count=spent)
    lines = _lines(program, box, "2024-Q2")
    check_equal((lines["disbursed"]["month"], lines["disbursed"]["cumulative"]), ("24000000", ""), "money")
    check_equal((lines["b"]["month"], lines["b"]["cumulative"]), ("24.00", ""), "count")


def a_quarter_s_own_report_counts_before_its_months(program, box):
    """The months come to 60, the quarter says 65: 65, and a warning with both."""
    _start(box)
    for month, spent in ((1, 10), (2, 20), (3, 30)):
        _report(box, f"2024-{month:02}", spent)
    _report(box, "2024-Q1", 65, day=28)
    check_equal(_spent(program, box, "2024-Q1", "month", "cumulative"), ["65", "65"], "the quarter")
    found = program.run("check", "--format", "csv", "in", cwd=box.path)
    row = [row for row in csv.DictReader(io.StringIO(found.stdout)) if row["code"] == "RS-026"]
    check_equal([(r["stated"], r["computed"]) for r in row], [("65000000", "60000000")], "the warning")
    check_equal(found.status, WARNINGS, "status")


def nine_months_are_put_together_from_what_there_is(program, box):
    """Months to March 60, a quarter of 50, then 150 since the year began; last year's nine months were 120: 125 %."""
    _start(box)
    for month, spent in ((1, 10), (2, 20), (3, 30)):
        _report(box, f"2024-{month:02}", spent)
    _report(box, "2024-Q2", 50)
    _report(box, "2024-Q3", 150, basis="cumulative")
    _report(box, "2023-9M", 120)
    check_equal(_spent(program, box, "2024-9M", "month", "cumulative", "same", "percent_same"), ["150", "150", "120", "125.00"],
                "nine months")
    check_equal(_spent(program, box, "2024-H1", "month", "cumulative"), ["110", "110"], "the half: 60 + 50")
    check_equal(_spent(program, box, "2024-Q3", "month", "cumulative", "previous", "percent_previous"),
                ["40", "150", "50", "80.00"], "the quarter: 150 - 110, after 50")
    check_equal(_spent(program, box, "2024-Q2", "previous", "cumulative"), ["60", "110"], "the quarter before it")


def a_year_of_quarters_is_known_at_its_end(program, box):
    """Four quarters of 10, 20, 30 and 40: the second half is 70, the year 100; of last year 80 at the same time."""
    _start(box)
    for quarter, spent in enumerate((10, 20, 30, 40), 1):
        _report(box, f"2024-Q{quarter}", spent, count=spent)
        _report(box, f"2023-Q{quarter}", 20, count=20)
    check_equal(_spent(program, box, "2024-H2", "month", "cumulative", "previous", "same_cumulative", "percent_cumulative"),
                ["70", "100", "30", "80", "125.00"], "the second half")
    lines = _lines(program, box, "2024-H2")
    check_equal((lines["b"]["month"], lines["b"]["cumulative"], lines["b"]["to_date"]), ("70.00", "100.00", ""), "the count")
    check("to_date:missing:2023" in lines["b"]["reason"], "counted since 2021: " + lines["b"]["reason"])


def a_report_of_a_quarter_stands_in_a_folder_of_its_own(program, box):
    _start(box)
    _report(box, "2024-Q1", 65, level=50)
    _report(box, "2024-Q2", 35, level=52)
    done = program.run("monthly", "--period", "2024-Q1..2024-Q2", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    check(done.status <= WARNINGS, done.stderr)
    for quarter, number in (("Q1", "I"), ("Q2", "II")):
        text = read(box.at("out", "monthly", f"2024-{quarter}", "01.txt"))
        check(f"Tình hình thực hiện quý {number} năm 2024" in text, "the title")
        check("Giải ngân trong kỳ" in text and "trong tháng" not in text, "heads of the columns")
    words = " ".join(text.split())
    check("từ ngày 15/03/2024 đến ngày 14/06/2024" in words, "the days of the second quarter")
    check("cộng từ các tháng, các quý, chỉ khi có đủ" in words, "how it is put together")


def a_nine_months_report_has_no_period_before(program, box):
    _start(box)
    _report(box, "2024-9M", 90, level=50)
    program.run("monthly", "--period", "2024-9M", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    text = read(box.at("out", "monthly", "2024-9M", "01.txt"))
    check("9 tháng đầu năm 2024" in text and "từ ngày 15/12/2023 đến ngày 14/09/2024" in " ".join(text.split()), "the period")
    check("Giải ngân chín tháng" in text and "Kỳ trước" not in text.split("Biểu 1")[1], "the form")


def a_cut_off_that_is_not_the_period_s_is_refused(program, box):
    """Nine months end on 14 September under Nghị định 09/2019/NĐ-CP."""
    _start(box)
    _report(box, "2024-9M", 90, cut_off="2024-09-30", day=30)
    done = program.run("check", "in", cwd=box.path)
    check_equal(done.status, REFUSED, "status")
    check("2024-9M → 2024-09-30" in done.stderr + done.stdout and 'cutOff="2024-09-14"' in done.stderr + done.stdout, "remedy")


def periods_are_written_one_way_and_months_another(program, box):
    _start(box)
    for args in (("--period", "2024-Q5"), ("--period", "2024-03"), ("--month", "2024-Q1"), ("--period", "2024-Q2..2024-Q1"),
                 ("--period", "2024-Q1..2024-H1"), ("--month", "2024-03", "--period", "2024-Q1"), ("--period", "2024-9m")):
        done = program.run("monthly", *args, "in", cwd=box.path)
        check_equal(done.status, USAGE, " ".join(args))


def a_target_is_judged_by_what_quarters_add_up_to(program, box):
    """Four quarters of 100 in each of five years are 2.000 against 900; without the second quarter of 2025 nobody knows."""
    _start(box)
    for year in range(2021, 2026):
        for quarter in range(1, 5):
            _report(box, f"{year}-Q{quarter}", count=100, level=40 + quarter)
    gaps = {row["target"]: row for row in _gaps_rows(program, box)}
    check_equal((gaps["b"]["actual_low"], gaps["b"]["actual_year"]), ("2000.00", "2025"), "the count")
    check_equal(gaps["a"]["actual_low"], "44.00", "the level is that of the last quarter")


def _gaps_rows(program, box):
    done = program.run("gaps", "--year", "2025", "--format", "csv", "in", cwd=box.path)
    return csv.DictReader(io.StringIO(done.stdout))


OFFICE = """<office xmlns="urn:phuluc:office:1"><reporter><organName>Sở Công Thương</organName></reporter><regime kind="calendar"/>
{reports}<material percent="0" money="0"/><dayOff from="2024-04-10" to="2024-04-11" name="Nghỉ"/></office>
"""
REPORTS = """<report period="quarter" by="10" form="Biểu 02/SCT" basis="Quyết định 5/QĐ-UBND, Điều 3" from="2024-01-01"/>
<report period="half" within="5" from="2024-01-01"/>
<report period="nine-months" within="2" regime="nd09" from="2024-01-01"/>"""


def _due(program, box, as_of, *more):
    done = program.run("due", "--as-of", as_of, *more, "--format", "csv", "in", cwd=box.path)
    return [(row["kind"], row["period"], row["cut_off"], row["due"], row["state"])
            for row in csv.DictReader(io.StringIO(done.stdout))], done


def an_office_asks_for_the_periods_that_it_states(program, box):
    """
    Quarter I: the 10th of April and the 11th are days off, so Friday the 12th. The half ends on Sunday 30 June: five working days
    are 1 to 5 July. Nine months of Nghị định 09 end on Saturday 14 September: two working days are Monday 16 and Tuesday 17.
    """
    _start(box)
    write(box.at("in", "office.xml"), OFFICE.format(reports=REPORTS))
    _report(box, "2024-Q2", 10)
    overdue, done = _due(program, box, "2024-10-01", "--days", "20")
    check_equal([line for line in overdue if line[0] not in ("year", "decision")],
                [("quarter", "2024-Q1", "2024-03-31", "2024-04-12", "overdue"),
                 ("half", "2024-H1", "2024-06-30", "2024-07-05", "overdue"),
                 ("nine-months", "2024-9M", "2024-09-14", "2024-09-17", "overdue"),
                 ("quarter", "2024-Q3", "2024-09-30", "2024-10-10", "coming")], done.stderr)
    text = program.run("due", "--as-of", "2024-10-01", "--format", "csv", "in", cwd=box.path).stdout
    check("Báo cáo quý I năm 2024 (Biểu 02/SCT)" in text and "Quyết định 5/QĐ-UBND, Điều 3" in text, "form and act")
    check("Báo cáo 9 tháng đầu năm 2024" in text and "Nghị định 09/2019/NĐ-CP, Điều 12" in text, "its own cut-off")


def an_office_that_states_nothing_asks_for_no_quarters(program, box):
    _start(box)
    _report(box, "2024-Q2", 10)
    check_equal({line[0] for line in _due(program, box, "2024-10-01")[0]}, {"year"}, "kinds")


def a_period_with_a_cut_off_of_its_own_is_no_other_regime(program, box):
    """The office reports by the calendar, nine months by Nghị định 09: as it says itself."""
    _start(box)
    write(box.at("in", "office.xml"), OFFICE.format(reports=REPORTS))
    _report(box, "2024-9M", 10)
    _report(box, "2024-Q1", 10)
    found = program.run("check", "--format", "csv", "in", cwd=box.path).stdout
    check_equal([row["subject"] for row in csv.DictReader(io.StringIO(found)) if row["code"] == "RS-024"], ["r-2024-q1"],
                "only the quarter, which the office ends on 31 March")


def _deadline(name, who):
    return f'<deadline id="{name}" before="--12-01" from="{who}" to="Sở Công Thương" where="Mục {name}">{name}</deadline>'


def nothing_is_asked_of_districts_after_their_end(program, box):
    """They ended on 30 June 2025; who is named beside them is still asked, and what was asked before then was."""
    _start(box)
    path = box.at("in", "p.xml")
    deadlines = (_deadline("huyen", "Ủy ban nhân dân các huyện, thành phố") +
                 _deadline("chung", "Các sở, Ủy ban nhân dân huyện, thành phố") + _deadline("so", "Sở Tài chính"))
    write(path, read(path).replace("</plan>", deadlines + "</plan>"))
    for as_of, who in (("2024-11-20", {"huyen", "chung", "so"}), ("2025-11-20", {"chung", "so"})):
        done = program.run("due", "--as-of", as_of, "--format", "csv", "in", cwd=box.path)
        rows = [row for row in csv.DictReader(io.StringIO(done.stdout)) if row["kind"] == "decision"]
        check_equal({row["what"] for row in rows}, who, as_of + done.stderr)
    check([row["from"] for row in rows if row["what"] == "chung"] ==
          ["Các sở, Ủy ban nhân dân huyện, thành phố (không hỏi Cơ quan cấp huyện: đã kết thúc ngày 30/06/2025)"], "who is left")
