"""
What judges a target, on the small plans of tests/data/judgement: in the answers of gaps and in the words of the reports.

Every figure was worked out by hand; the arithmetic stands beside it.
"""

import os

import text_table
from behaviour import ROOT, check, check_equal, read
from queries import rows

DATA = os.path.join(ROOT, "tests", "data", "judgement")
OFFICE = os.path.join(ROOT, "input", "office.xml")


def _files(names):
    return [os.path.join(DATA, name) for name in names] + [OFFICE]


def _gaps(program, box, year, *names):
    table = rows(program.run("gaps", "--format", "csv", "--year", year, *_files(names), cwd=box.path).stdout)
    return {row[1]: dict(zip(table[0], row)) for row in table[1:]}


def _report(program, box, command, period, *names, option="--year"):
    program.run(command, option, period, "--formats", "txt", "-o", "out", *_files(names), cwd=box.path)
    (path,) = box.files("out", command)
    return read(box.at("out", command, path))


def _row(text, table, no):
    """The cells of a row of a table, its lines joined."""
    part = text.partition(f"\n{table}\n")[2].partition("\n=====")[0]
    found, cells = False, None
    for columns in text_table.rows(part.splitlines()):
        if found and columns[0]:
            break
        if columns[0] == no:
            found, cells = True, columns
        elif found:
            cells = [f"{one} {more}".strip() for one, more in zip(cells, columns)]
    return cells or []


def _picked(row, *columns):
    return [row[column] for column in columns]


# ---- only a figure of the year judges it ----

def an_older_figure_is_told_and_judges_nothing(program, box):
    gaps = _gaps(program, box, "2025", "stale-plan.xml", "stale-2022.xml")
    check_equal({row["status"] for row in gaps.values()}, {"no-data"}, "verdicts")
    check_equal([_picked(gaps[name], "actual_low", "gap", "achievement", "latest_low", "latest_period")
                 for name in ("t1", "t2", "t3")],
                [["", "", "", "6.00", "2022"], ["", "", "", "30.00", "2022"], ["", "", "", "75.00", "2022"]], "figures")


def an_older_figure_stands_in_the_report_with_its_year_and_counts_as_missing(program, box):
    text = _report(program, box, "year-end", "2025", "stale-plan.xml", "stale-2022.xml")
    check_equal(_row(text, "Biểu 4", "2")[6], "chưa có số liệu năm 2025 (gần nhất: 30, năm 2022)", "verdict")
    check_equal(_row(text, "Biểu 4", "1")[6], "chưa có số liệu năm 2025 (gần nhất: 6, năm 2022)", "verdict")


def consolidated_an_older_figure_counts_as_missing(program, box):
    text = _report(program, box, "consolidate", "2025", "stale-plan.xml", "stale-2022.xml")
    total = next(line for line in text.splitlines() if line.split("|")[3:4] and line.split("|")[3].strip() == "Tổng cộng")
    check_equal([cell.strip() for cell in total.split("|")][-8:-2], ["3", "0", "0", "0", "3", "0"],
                "targets, reached, on track, short, missing, not judged")


def not_reported_wins_over_an_older_figure(program, box):
    gaps = _gaps(program, box, "2025", "stale-plan.xml", "stale-2022.xml", "stale-2025.xml")
    check_equal(_picked(gaps["t2"], "status", "actual_low", "actual_status"), ["no-data", "", "not-reported"], "t2")
    check("not-reported" in gaps["t2"]["reason"].split(), gaps["t2"]["reason"])


def a_figure_of_the_year_judges_it(program, box):
    gaps = _gaps(program, box, "2022", "stale-plan.xml", "stale-2022.xml")
    check_equal([_picked(gaps[name], "status", "gap", "achievement") for name in ("t1", "t2", "t3")],
                [["not-computable", "1.00", "83.33"],      # 5/6; nothing says what is expected by 2022
                 ["not-computable", "-20.00", "60.00"],    # 30/50
                 ["exceeded", "5.00", "107.14"]], "2022")  # 75/70, against 5 % of 70


# ---- what is to be kept up; the way from a baseline ----

def what_is_to_be_kept_up_is_missed_below_the_target(program, box):
    gaps = _gaps(program, box, "2025", "duy-tri.xml", "duy-tri-2024.xml", "duy-tri-2025.xml")
    check_equal(_picked(gaps["t1"], "status", "gap", "achievement", "progress", "baseline"),
                ["missed", "-10.00", "87.50", "", "85.00"], "t1")    # 70/80
    check("maintain" in gaps["t1"]["reason"].split(), gaps["t1"]["reason"])


def below_the_baseline_nothing_is_on_track(program, box):
    gaps = _gaps(program, box, "2024", "duy-tri.xml", "duy-tri-2024.xml", "duy-tri-2025.xml")
    check_equal(_picked(gaps["t2"], "status", "achievement", "progress", "expected"),
                ["behind", "94.10", "-18.00", "99.00"], "t2")    # (94,1 - 95)/5; 95 + 5 x 4/5


def the_baseline_is_printed_with_its_year_and_origin(program, box):
    text = _report(program, box, "year-end", "2024", "duy-tri.xml", "duy-tri-2024.xml")
    check_equal(_row(text, "Biểu 4", "2")[8:12], ["94,10", "95", "2020, kế hoạch nêu", "-18,00"], "t2")
    check_equal(_row(text, "Biểu 4", "1")[11], "", "no progress where the baseline meets the target")
    check("duy trì" in _row(text, "Biểu 4", "1")[-1], "and why")


# ---- two targets of one indicator ----

def a_past_result_of_which_target_is_not_said_is_no_baseline(program, box):
    gaps = _gaps(program, box, "2023", "hai-dia-ban.xml", "hai-dia-ban-2023.xml")
    check_equal([_picked(gaps[name], "baseline", "progress", "status") for name in ("t1", "t2")],
                [["", "", "not-computable"]] * 2, "neither")
    check("baseline-ambiguous" in gaps["t2"]["reason"].split(), gaps["t2"]["reason"])


# ---- growth ----

def growth_of_one_year_known_is_judged(program, box):
    gaps = _gaps(program, box, "2025", "tang-truong.xml", "tang-truong-2025.xml")
    check_equal(_picked(gaps["t1"], "status", "actual_low", "gap", "achievement", "national_gap", "growth_index"),
                ["missed", "22.00", "-3.00", "88.00", "-3.00", ""], "22 of 25")
    text = _report(program, box, "year-end", "2025", "tang-truong.xml", "tang-truong-2025.xml")
    check_equal(_row(text, "Biểu 4", "1")[5:9], ["22", "-3", "không đạt", "88,00"], "Biểu 4")


def growth_of_all_years_has_its_mean_beside_it(program, box):
    """1,21 x 1,22 x 1,23 x 1,24 x 1,22 = 2,7468…, its fifth root 1,22396."""
    years = [f"tt-{year}.xml" for year in range(2021, 2025)]
    gaps = _gaps(program, box, "2025", "tang-truong.xml", "tang-truong-2025.xml", *years)
    check_equal(_picked(gaps["t1"], "gap", "mean_growth", "mean_years", "mean_gap", "growth_index", "national_mean_gap"),
                ["-3.00", "22.40", "5", "-2.60", "274.68", "-2.60"], "t1")


# ---- figures near a bound ----

def what_is_just_short_is_printed_with_all_its_digits(program, box):
    """59,996 of 60: rounded it would read 60,00, and 100,00 %, beside "không đạt"."""
    text = _report(program, box, "year-end", "2026", "decimals/plan.xml", "decimals/kq.xml")
    check_equal([_row(text, "Biểu 4", no)[4:8] for no in "123"],
                [["1,254", "-0,001", "không đạt", "99,92"],          # 1,254/1,255
                 ["0,0049", "0,0009", "không đạt", "81,63"],         # 40/49
                 ["59,996", "-0,004", "không đạt", "99,99"]], "decimals")
    check("không in thành cột: Mục tiêu, Năm: 2026." in text, "the year of all targets is said once")
    text = _report(program, box, "year-end", "2026", "near-misses/plan.xml", "near-misses/kq.xml")
    check_equal([_row(text, "Biểu 4", no)[4:8] for no in "123456"],
                [["59,999", "-0,001", "không đạt", "99,998"],                # 59,999/60 = 0,9999833…
                 ["60", "-0,001", "không đạt", "99,998"],
                 ["10,004", "0,004", "không đạt", "99,96"],
                 ["0", "-0,004", "không đạt", "0,00"],
                 ["66,666", "-0,001", "không đạt", "99,999"],                # 1 - 1/66667
                 ["49,995", "-0,005", "không đạt", "99,99"]], "near misses")
    check("mới bằng đúng mục tiêu" not in text, "nothing is said to be reached")


def the_answers_of_gaps_keep_the_digits_too(program, box):
    gaps = _gaps(program, box, "2026", "decimals/plan.xml", "decimals/kq.xml")
    check_equal(_picked(gaps["a3"], "actual_low", "gap"), ["59.996", "-0.004"], "a3")


# ---- months ----

def a_month_without_a_figure_is_not_judged(program, box):
    """August 2027: a1 38, between 30 of 2026 and 40 by the end of 2027 36,67 is due; of a2 nothing since the year 2026."""
    names = [f"months/{name}" for name in sorted(os.listdir(os.path.join(DATA, "months")))]
    text = _report(program, box, "monthly", "2027-08", *names, option="--month")
    check_equal(_row(text, "Biểu 3", "1")[-1], "đúng tiến độ", "a1")
    check_equal(_row(text, "Biểu 3", "2")[-1], "chưa có số liệu mới (gần nhất: 40, năm 2026)", "a2")
    check("Mức phải đạt (tính đều)" in " ".join(text.split()) or "phải đạt" in text, "the column is not called a plan")
    check("Kế hoạch năm" not in text.partition("Biểu 3\n")[2].partition("=====")[0], "no plan of the year is made up")


def a_month_that_says_nothing_changes_no_verdict(program, box):
    names = [f"months/{name}" for name in sorted(os.listdir(os.path.join(DATA, "months")))]
    for month in ("2027-01", "2027-08", "2027-12"):
        table = rows(program.run("changes", "--format", "csv", "--month", month, *_files(names), cwd=box.path).stdout)
        found = [row for row in table[1:] if "verdict" in row and "a2" in row]
        check_equal(found, [], f"a2 in {month}")
