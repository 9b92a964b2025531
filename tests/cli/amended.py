"""A plan that another decision amends or replaces: one report and one line for the unit, as first decided and as amended.

tests/data/amended holds the plans with their sums by hand: 2023 180 and 155, the whole period 530 and 725 triệu đồng.
"""

import csv
import os

import text_table
from behaviour import REFUSED, ROOT, check, check_equal, read, write

FOLDER = os.path.join(ROOT, "tests", "data", "amended")
DECISION = "Quyết định số 22/QĐ-UBND ngày 20 tháng 6 năm 2023"


def _prepare(box, change=None):
    for name in os.listdir(FOLDER):
        text = read(os.path.join(FOLDER, name))
        write(box.at("in", name), change(text) if change else text)


def _rows(program, box, *words, change=None):
    """The answer of a query."""
    _prepare(box, change)
    result = program.run(*words, "--format", "csv", "-q", "in", cwd=box.path)
    check_equal((result.status, result.stderr), (0, ""), "status and stderr")
    return list(csv.DictReader(result.stdout.splitlines()))


def _lines(program, box, command, as_of="2024-01-31", change=None):
    """The cells of every line of a table of the report."""
    _prepare(box, change)
    result = program.run(command, "--year", "2023", "--as-of", as_of, "--formats", "txt", "-o", "out", "in", cwd=box.path)
    made = box.files("out", command)
    check_equal(len(made), 1, f"reports of one unit ({made}): {result.stderr}")
    text = read(box.at("out", command, made[0]))
    return text, [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]


def _replacing(text):
    return text.replace('kind="amends"', 'kind="replaces"')


def _table(text, label):
    """The lines of the table under its label."""
    return text_table.rows(text.split(f"\n{label}\n")[1].split("\n=====")[0].splitlines())


def the_year_end_report_shows_money_as_first_decided_and_as_amended(program, box):
    text, _ = _lines(program, box, "year-end")
    rows = _table(text, "Biểu 7")
    everything = rows[next(i for i, row in enumerate(rows) if "Mọi nguồn" in row):]
    check_equal([row[2:5] for row in everything if row[1] == "Năm 2023"], [["180", "155", "-25"]], "2023")
    check_equal([row[2:5] for row in everything if row[1] == "Năm 2024"], [["150", "370", "220"]], "2024")
    check_equal([row[2:5] for row in rows if row[1] == "Cả giai đoạn"],
                [["400", "360", "-40"], ["130", "165", "35"], ["không nêu", "200", ""], ["530", "725", "195"]], "periods")


def the_year_end_report_shows_targets_as_first_decided_and_as_amended(program, box):
    text, _ = _lines(program, box, "year-end")
    rows = [row for row in _table(text, "Biểu 8") if row[0].isdigit()]
    check_equal([row[3:] for row in rows],
                [["≥ 55", "2025", "≥ 60", "2025", "5", "sửa đổi"], ["100", "2025", "100", "2025", "0", "không thay đổi"],
                 ["20 - 30", "2025", "20 - 30", "2025", "", "không thay đổi"], ["", "", "≥ 12", "2025", "", "bổ sung"]],
                "targets")


def gaps_and_disbursement_are_held_against_the_plan_in_force(program, box):
    text, _ = _lines(program, box, "year-end")
    (total,) = [row for row in _table(text, "Biểu 1") if row[1] == "Tổng cộng"]
    check_equal([total[2], total[6], total[8]], ["155", "140", "90,32"], "total of Biểu 1")    # 140 / 155
    check_equal([row[5] for row in _table(text, "Biểu 4") if row[0] == "1"], ["-3"], "gap of a1")  # 57 - 60
    check(f"Được sửa đổi, bổ sung bởi {DECISION}" in text and "có hiệu lực từ ngày 01 tháng 7 năm 2023" in text, "decision")
    check("phần không nêu lại thì giữ như trước khi sửa đổi" in text, "what is left out stays")


def a_plan_that_replaces_another_leaves_nothing_of_it(program, box):
    text, _ = _lines(program, box, "year-end", change=_replacing)
    rows = _table(text, "Biểu 8")
    check_equal([row[-1] for row in rows[2:] if row[-1]], ["sửa đổi", "bổ sung", "không còn", "không còn"], "targets")
    check("Được thay thế bởi " + DECISION in text and "kế hoạch ban đầu không còn tính" in text, "decision")
    check_equal([row[0] for row in _table(text, "Biểu 4") if row[0].isdigit()], ["1", "2"], "targets in force")


def before_it_takes_effect_an_amendment_is_named_and_not_counted(program, box):
    text, _ = _lines(program, box, "year-end", as_of="2023-06-30")
    said = " ".join(text.split())
    check("Được sửa đổi, bổ sung bởi " + DECISION in said and "chưa có hiệu lực vào ngày lập báo cáo" in said, "decision")
    check("Biểu 7" not in text, "there is nothing to compare")
    (total,) = [row for row in _table(text, "Biểu 1") if row[1] == "Tổng cộng"]
    check_equal(total[2], "180", "planned for 2023")


def a_plan_that_was_changed_counts_once_among_the_units(program, box):
    for change in (None, _replacing):
        text, rows = _lines(program, box, "consolidate", change=change)
        check_equal([row[2] for row in _table(text, "Biểu 1") if row[0].isdigit()], ["Thành phố Cần Thơ"], "units")
        (total,) = [row for row in _table(text, "Biểu 1") if row[2] == "Tổng cộng"]
        check_equal(total[4:6], ["725", "155"], "planned")
        check("Dòng 1: theo kế hoạch" in text and DECISION in text, "what changed it is told")


def plans_that_change_each_other_in_a_circle_are_refused(program, box):
    for name in os.listdir(FOLDER):
        text = read(os.path.join(FOLDER, name))
        if name == "ban-dau.xml":
            text = text.replace("  <period ", '  <relation kind="amends" plan="sua-doi" effective="2023-08-01"/>\n  <period ', 1)
        write(box.at("in", name), text)
    result = program.run("consolidate", "--year", "2023", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    check_equal((result.status, result.stderr.count("IN-056"), os.path.exists(box.at("out", "consolidate"))),
                (REFUSED, 2, False), result.stderr)


# ---- the queries speak of the plan in force, like the reports ----

def _gaps(program, box, as_of, change=None):
    return [(row["plan"], row["target"], row["target_low"], row["actual_low"], row["gap"])
            for row in _rows(program, box, "gaps", "--year", "2023", "--as-of", as_of, change=change)]


def gaps_answers_once_for_a_plan_and_its_amendment(program, box):
    """a1: 57 reported of 60 as amended, of 55 as first decided; a4 is new."""
    check_equal(_gaps(program, box, "2024-01-31"),
                [("ban-dau", "a1", "60", "57.00", "-3.00"), ("ban-dau", "a2", "100", "", ""),
                 ("ban-dau", "a3", "20", "", ""), ("ban-dau", "a4", "12", "", "")], "in force")
    check_equal(_gaps(program, box, "2023-06-30"),
                [("ban-dau", "a1", "55", "", ""), ("ban-dau", "a2", "100", "", ""), ("ban-dau", "a3", "20", "", "")],
                "on the day before it takes effect")


def gaps_answers_for_the_plan_that_replaces_another_alone(program, box):
    check_equal(_gaps(program, box, "2024-01-31", change=_replacing),
                [("sua-doi", "a1", "60", "57.00", "-3.00"), ("sua-doi", "a4", "12", "", "")], "in force")


def gaps_are_those_of_the_year_end_report(program, box):
    for change in (None, _replacing):
        text, _ = _lines(program, box, "year-end", change=change)
        rows = [row for row in _table(text, "Biểu 4") if row[0].isdigit()]
        gap = 6 if len(rows) < 3 else 5  # of three targets the year that all are for is said below the table
        printed = [row[gap] for row in rows]
        answered = [gap[4].removesuffix(".00") for gap in _gaps(program, box, "2024-01-31", change=change)]
        check_equal(answered, printed, "gaps")


def months_answers_once_for_a_plan_and_its_amendment(program, box):
    """Planned for 2023: 60 and 95 triệu đồng as amended, 100 and 80 as first decided; month 12 is that of the year."""
    rows = _rows(program, box, "months", "--month", "2023-12", "--as-of", "2024-01-31")
    check_equal({row["plan"] for row in rows}, {"ban-dau"}, "plans")
    money = {row["source"]: (row["cumulative"], row["planned"]) for row in rows
             if row["phase"] == "disbursed" and not row["subject"]}
    check_equal(money, {"TW": ("45000000", "60000000"), "DP": ("95000000", "95000000"), "": ("140000000", "155000000"),
                        "DN": ("", "0")}, "disbursed and planned")
    check_equal([row["subject"] for row in rows if row["kind"] == "target"], ["a1", "a2", "a3", "a4"], "targets")


def a_month_before_the_amendment_is_held_against_the_first_plan(program, box):
    """Without a day to go by it is the last day of the month: on 14 June 2023 nothing had changed."""
    for month, planned in [("2023-06", "180000000"), ("2023-07", "155000000")]:
        (total,) = [row for row in _rows(program, box, "months", "--month", month)
                    if row["phase"] == "disbursed" and not row["subject"] and not row["source"]]
        check_equal(total["planned"], planned, month)


def changes_are_told_once_and_of_the_plan_in_force(program, box):
    """The document of the year names the first plan; a1 of 2025 has no baseline to be judged from before then."""
    for change, plan in [(None, "ban-dau"), (_replacing, "sua-doi")]:
        rows = _rows(program, box, "changes", "--month", "2023-12", "--as-of", "2024-01-31", change=change)
        check_equal([(row["plan"], row["change"], row["subject"], row["before"], row["after"]) for row in rows],
                    [(plan, "verdict", "a1", "no-data", "not-computable")], "changes")


def _due(program, box, as_of, days, change=None):
    return [(row["plan"], row["kind"], row["due"], os.path.basename(row["file"]))
            for row in _rows(program, box, "due", "--as-of", as_of, "--days", str(days), change=change)
            if row["kind"] == "decision"]


def a_deadline_that_an_amendment_states_anew_is_asked_for_as_amended(program, box):
    """In force from 1 July 2023: then 14 November, not 30 November; the end of March stays as it was."""
    check_equal(_due(program, box, "2023-11-01", 150),
                [("ban-dau", "decision", "2023-11-14", "sua-doi.xml"), ("ban-dau", "decision", "2024-03-30", "ban-dau.xml")],
                "once it is in force")
    check_equal(_due(program, box, "2023-06-25", 180)[-1], ("ban-dau", "decision", "2023-11-14", "sua-doi.xml"),
                "issued, and in force by the day that is asked about")
    check_equal(_due(program, box, "2023-06-19", 180)[-1], ("ban-dau", "decision", "2023-11-30", "ban-dau.xml"),
                "not issued yet")
    check_equal(_due(program, box, "2022-12-05", 10), [("ban-dau", "decision", "2022-11-30", "ban-dau.xml")], "before it")


def deadlines_of_a_plan_that_is_replaced_end_with_it(program, box):
    check_equal(_due(program, box, "2023-11-01", 150, change=_replacing),
                [("sua-doi", "decision", "2023-11-14", "sua-doi.xml")], "of the new plan alone")


def a_year_is_asked_for_once_of_a_plan_and_its_amendment(program, box):
    rows = _rows(program, box, "due", "--as-of", "2022-12-01", "--days", "30")
    check_equal([row["plan"] for row in rows if row["kind"] == "year" and row["period"] == "2022"], ["ban-dau"], "2022")


def the_monthly_report_names_the_deadline_in_force(program, box):
    _prepare(box)
    program.run("monthly", "--month", "2023-10", "--as-of", "2023-10-20", "--formats", "txt", "-o", "out", "in", cwd=box.path)
    text = read(box.at("out", "monthly", "2023-10", "92.txt"))
    check("14/11/2023" in text and "30/11/2023" not in text, "what is due")


def totals_stay_those_of_each_decision(program, box):
    rows = _rows(program, box, "totals")
    found = {(row["plan"], row["source"]): row["computed"] for row in rows if row["year"] == "2023"}
    check_equal(found, {("ban-dau", "TW"): "100000000", ("ban-dau", "DP"): "80000000", ("ban-dau", ""): "180000000",
                        ("sua-doi", "TW"): "60000000", ("sua-doi", "DP"): "95000000", ("sua-doi", "DN"): "0",
                        ("sua-doi", ""): "155000000"}, "2023")
