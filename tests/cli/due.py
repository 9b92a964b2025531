"""What is due, on the decisions and illustrative results of input/."""

import csv
import os

from behaviour import ROOT, USAGE, check, check_equal

HEADER = "plan,unit,kind,period,from,to,cut_off,due,days_left,state,rule,file,line,what"


def _rows(program, box, *words):
    result = program.run("due", "--format", "csv", "-q", *words, os.path.join(ROOT, "input"), cwd=box.path)
    check_equal((result.status, result.stderr), (0, ""), "status and stderr")
    check_equal(result.stdout.splitlines()[0], HEADER, "header")
    return list(csv.DictReader(result.stdout.splitlines()))


def deadlines_of_decisions_and_of_the_decree_stand_in_order(program, box):
    """On 20 November 2024: month 7 was never reported; 14 December is a Saturday, so that reports are due on the 16th."""
    found = [(row["plan"][:9], row["kind"], row["period"], row["due"], row["days_left"], row["state"])
             for row in _rows(program, box, "--as-of", "2024-11-20", "--days", "26") if row["state"] != "undated"]
    check_equal(found, [
        ("thai-binh", "month", "2024-07", "2024-07-15", "-128", "overdue"),
        ("thai-binh", "decision", "2024", "2024-11-30", "10", "coming"),
        ("dong-nai-", "decision", "2024", "2024-12-14", "24", "coming"),
        ("ba-ria-vu", "year", "2024", "2024-12-16", "26", "coming"),
        ("binh-dinh", "year", "2024", "2024-12-16", "26", "coming"),
        ("dak-nong-", "year", "2024", "2024-12-16", "26", "coming"),
        ("dong-nai-", "year", "2024", "2024-12-16", "26", "coming"),
        ("thai-binh", "month", "2024-12", "2024-12-16", "26", "coming"),
        ("thai-binh", "year", "2024", "2024-12-16", "26", "coming"),
    ], "what is due")


def a_rule_is_found_where_it_says(program, box):
    for row in _rows(program, box, "--as-of", "2024-03-01"):
        with open(row["file"], encoding="utf-8") as file:
            near = "".join(file.readlines()[max(0, int(row["line"]) - 8):int(row["line"])])
        check("<deadline" in near if row["kind"] == "decision" else "<office" in near, f"{row['file']}:{row['line']}")


def central_money_is_asked_for_in_spring(program, box):
    """Đắk Nông before 31/3 and Bình Định before 30/6, each year of the plan."""
    for day, due, plan in [("2024-03-01", "2024-03-30", "dak-nong-2021-2025"), ("2025-06-01", "2025-06-29", "binh-dinh-2021-2025")]:
        rows = [row for row in _rows(program, box, "--as-of", day) if row["kind"] == "decision" and row["due"] == due]
        check_equal([(row["plan"], row["from"], row["state"]) for row in rows], [(plan, "Sở Công Thương", "coming")], day)


def a_day_must_be_named(program, box):
    result = program.run("due", os.path.join(ROOT, "input"), cwd=box.path)
    check_equal((result.status, result.stdout), (USAGE, ""), "status and stdout")
    check("--as-of" in result.stderr, result.stderr)
    check_equal(program.run("due", "--as-of", "2024-01-01", "--days", "-1", "x", cwd=box.path).status, USAGE, "negative days")
