"""A plan that another decision amends or replaces: one report and one line for the unit, as first decided and as amended.

tests/data/amended holds the plans with their sums by hand: 2023 180 and 155, the whole period 530 and 725 triệu đồng.
"""

import os

from behaviour import REFUSED, ROOT, check, check_equal, read, write

FOLDER = os.path.join(ROOT, "tests", "data", "amended")
DECISION = "Quyết định số 22/QĐ-UBND ngày 20 tháng 6 năm 2023"


def _lines(program, box, command, as_of="2024-01-31", change=None):
    """The cells of every line of a table of the report."""
    for name in os.listdir(FOLDER):
        text = read(os.path.join(FOLDER, name))
        write(box.at("in", name), change(text) if change else text)
    result = program.run(command, "--year", "2023", "--as-of", as_of, "--formats", "txt", "-o", "out", "in", cwd=box.path)
    made = box.files("out", command)
    check_equal(len(made), 1, f"reports of one unit ({made}): {result.stderr}")
    text = read(box.at("out", command, made[0]))
    return text, [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]


def _replacing(text):
    return text.replace('kind="amends"', 'kind="replaces"')


def _table(text, label):
    """The lines of the table under its label."""
    return [[cell.strip() for cell in line.strip("|").split("|")]
            for line in text.split(f"\n{label}\n")[1].split("\n=====")[0].splitlines() if line.startswith("|")]


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
    check_equal([row[8] for row in _table(text, "Biểu 4") if row[0] == "1"], ["-3"], "gap of a1")  # 57 - 60
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
    check("Được sửa đổi, bổ sung bởi " + DECISION in text and "chưa có hiệu lực vào ngày lập báo cáo" in text, "decision")
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
