"""phuluc gaps from outside: its columns, what counts on a day, what is refused, what is never zero."""

import itertools
import os

from behaviour import ALL_MADE, DECISIONS, REFUSED, ROOT, USAGE, check, check_equal, read, write
from queries import json_lines, rows

GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
HEADER = ("plan,target,indicator,label,unit,op,target_low,target_high,target_year,baseline,actual_low,actual_high,actual_year,"
          "actual_status,gap,achievement,expected,needed_per_year,status,national_target,national_gap,reason,"
          "actual_month,latest_low,latest_high,latest_period,baseline_year,baseline_origin,progress,gap_low,gap_high,mean_growth,"
          "mean_years,mean_gap,growth_index,national_mean_gap,out_of")
ACTUAL = ("actual_low", "actual_high", "actual_year", "actual_status", "gap", "achievement", "needed_per_year", "national_gap")


def _results(name, value, period="2026", issued="2026-12-20", status="final", more=""):
    return (f'<results xmlns="urn:phuluc:results:1" id="{name}" plan="good" unit="92" period="{period}" regime="nd09"\n'
            f' cutOff="{period}-12-14" issued="{issued}" basis="period" status="{status}"{more}>\n'
            f'<value target="a1" value="{value}"/></results>\n')


def _prepare(box, **files):
    write(box.at("in", "good.xml"), read(GOOD))
    for name, text in files.items():
        write(box.at("in", name + ".xml"), text)


def _gaps(program, box, *args, status=ALL_MADE, env=None):
    result = program.run("gaps", "--format", "csv", "--year", "2026", *args, "in", cwd=box.path, env=env or {})
    check_equal(result.status, status, f"status of gaps {args}: {result.stderr}")
    table = rows(result.stdout)
    return [dict(zip(table[0], row)) for row in table[1:]]


def _actual(program, box, *args, **options):
    (row,) = _gaps(program, box, *args, **options)
    return row["actual_low"]


def the_columns_are_as_promised(program, box):
    result = program.run("gaps", "--year", "2025", "--format", "csv", DECISIONS, cwd=box.path)
    table = rows(result.stdout)
    check_equal(",".join(table[0]), HEADER, "header")
    check(all(len(row) == len(table[0]) for row in table), "not the same number of columns everywhere")
    found = json_lines(program.run("gaps", "--year", "2025", "--format", "json", DECISIONS, cwd=box.path).stdout)
    check_equal([["" if value is None else str(value) for value in record.values()] for record in found], table[1:],
                "json and csv")
    text = program.run("gaps", "--year", "2025", DECISIONS, cwd=box.path).stdout.splitlines()
    check_equal(len(text), len(table), "lines as text")


def without_results_every_target_has_no_data(program, box):
    result = program.run("gaps", "--year", "2025", "--format", "csv", DECISIONS, cwd=box.path)
    table = rows(result.stdout)
    records = [dict(zip(table[0], row)) for row in table[1:]]
    check_equal(sum(record["op"] != "none" for record in records), 74, "numeric targets of the five decisions")
    for record in records:
        check_equal((record["status"], [record[column] for column in ACTUAL]), ("no-data", [""] * len(ACTUAL)),
                    f"{record['plan']} {record['target']}")
        check("no-results" in record["reason"].split(), record["reason"])


def a_year_is_needed_and_must_be_one(program, box):
    for args in [("gaps", "x"), ("gaps", "--year", "26", "x"), ("gaps", "--year", "2026.5", "x"), ("gaps", "--year", "", "x"),
                 ("gaps", "--year", "nay", "x"), ("gaps", "--year", "2026")]:
        result = program.run(*args, cwd=box.path)
        check_equal((result.status, result.stdout), (USAGE, ""), f"{args}")
        check(result.stderr.startswith("phuluc: "), result.stderr)


def only_what_was_issued_by_the_day_counts(program, box):
    _prepare(box, a=_results("r1", "41"), b=_results("r2", "42", issued="2027-02-01", more=' supersedes="r1"'))
    check_equal(_actual(program, box), "42.00", "all documents")
    check_equal(_actual(program, box, "--as-of", "2027-01-31"), "41.00", "before the correction")
    check_equal(_actual(program, box, "--as-of", "2026-12-19"), "", "before the first document")
    check_equal(_actual(program, box, env={"SOURCE_DATE_EPOCH": "1801000000"}), "41.00", "as of 2027-01-27")


def a_faulty_document_is_not_used_and_stops_nothing(program, box):
    _prepare(box, a=_results("r1", "41"), b=_results("r2", "142", period="2027", issued="2027-12-20"))
    check_equal(_actual(program, box, status=REFUSED), "41.00", "the sound one")


def illustrative_and_real_results_together_leave_none(program, box):
    _prepare(box, a=_results("r1", "41"), b=_results("r2", "42", period="2027", issued="2027-12-20", status="illustrative"))
    (row,) = _gaps(program, box, status=REFUSED)
    check_equal((row["status"], row["actual_low"]), ("no-data", ""), "nothing is used")
    _prepare(box, a=_results("r1", "41", status="illustrative"),
             b=_results("r2", "42", period="2027", issued="2027-12-20", status="illustrative"))
    (row,) = _gaps(program, box)
    check_equal((row["actual_status"], row["actual_low"]), ("illustrative", "41.00"), "illustrative alone")


def the_order_of_files_does_not_matter(program, box):
    _prepare(box, a=_results("r1", "41"), b=_results("r2", "42", issued="2027-02-01", more=' supersedes="r1"'))
    check_equal(_actual(program, box), "42.00", "the later last")
    _prepare(box, a=_results("r2", "42", issued="2027-02-01", more=' supersedes="r1"'), b=_results("r1", "41"))
    check_equal(_actual(program, box), "42.00", "the later first")


def zero_is_reported_and_is_not_nothing(program, box):
    _prepare(box, a=_results("r1", "0"))
    (row,) = _gaps(program, box)
    check_equal((row["actual_low"], row["gap"], row["achievement"]), ("0.00", "-60.00", "0.00"), "a reported zero")


def growth_stands_beside_a_national_rate_in_percent_a_year(program, box):
    """Bình Định 2023: 26 in that year against 25; by 2023 1,9354 times the sales of 2020, whose third root is 1,2462."""
    program.run("year-end", "--year", "2023", "--formats", "txt", "-o", "out", os.path.join(ROOT, "input"), cwd=box.path)
    national = read(box.at("out", "year-end", "2023", "52.txt")).partition("SO VỚI MỤC TIÊU QUỐC GIA")[2]
    at = next(i for i, line in enumerate(national.splitlines()) if "%/năm" in line)
    first, *more = ([" ".join(cell.split()) for cell in line.split("|")] for line in national.splitlines()[at:at + 5])
    check_equal(first[4:8], ["tăng 25", "26", "25", "1"], "result, target of the nation, difference")
    check("không in thành cột: Kết quả, Năm: 2023; Mục tiêu quốc gia, Năm: 2025; Mục tiêu quốc gia, Quyết định: 645/QĐ-TTg." in
          " ".join(national.split()), "what all rows have is said once")
    note = " ".join([first[8], *(line[8] for line in itertools.takewhile(lambda line: len(line) > 8 and not line[1], more))]).strip()
    check_equal(note, "bình quân 3 năm có số liệu: 24,62 %/năm, chênh lệch -0,38", "the mean")
