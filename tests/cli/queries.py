"""Answers of query commands as text, csv and json."""

import csv
import io
import json
import os
import subprocess
import sys

from behaviour import DECISIONS, ROOT, TEMPLATES, WARNINGS, check, check_equal, read, write

TOTALS = "plan,source,code,year,stated,computed,complete,amends"
CHECK = "file,line,code,severity,rule,subject,year,stated,computed,message"
RECONCILE = "plan,file,line,rule,subject,source,year,unit,stated,computed,difference,verdict,reason"
EXPECTED = os.path.join(ROOT, "tests", "data", "expected", "totals.tsv")


def rows(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def json_lines(text):
    """Each line by the standard library's own tool, as another program would read it."""
    subprocess.run([sys.executable, "-m", "json.tool", "--json-lines"], input=text.encode(), check=True,
                   stdout=subprocess.DEVNULL)
    return [json.loads(line) for line in text.splitlines()]


def totals_are_those_keyed_by_hand(program, box):
    result = program.run("totals", "--format", "csv", DECISIONS, cwd=box.path)
    check_equal((result.status, result.stderr), (0, ""), "status and stderr")
    lines = result.stdout.splitlines()
    check_equal(lines[0], TOTALS, "header")
    found = [line.split(",") for line in lines[1:]]
    check_equal(["\t".join(row[:2] + row[3:-1]) for row in found], read(EXPECTED).splitlines(), "totals of the decisions")
    codes = {"TW": "central", "DP": "local", "DN": "enterprise", "XHH": "enterprise", "": ""}
    check_equal({(row[1], row[2]) for row in found}, set(codes.items()), "codes of sources")


def csv_is_plain(program, box):
    for command, header in [("totals", TOTALS), ("check", CHECK), ("reconcile", RECONCILE)]:
        result = program.run(command, "--format", "csv", DECISIONS, cwd=box.path)
        check(result.stdout.startswith(header + "\n"), f"{command}: header is {result.stdout.splitlines()[0]}")
        check("\r" not in result.stdout and not result.stdout.startswith("\ufeff"), f"{command}: CR or byte order mark")
        width = header.count(",") + 1
        check(all(len(row) == width for row in rows(result.stdout)), f"{command}: not {width} columns everywhere")


def csv_quotes_what_needs_it(program, box):
    source = read(os.path.join(ROOT, "tests", "reject", "good", "good.xml"))
    write(box.at("a, b", 'tệp "một".xml'), source.replace('value="60"', 'value="60,5"'))
    result = program.run("check", "--format", "csv", "a, b", cwd=box.path)
    check('"a, b/tệp ""một"".xml",20,IN-018,error,' in result.stdout, result.stdout)
    check_equal(rows(result.stdout)[1][0], 'a, b/tệp "một".xml', "file")


def json_is_one_object_a_line(program, box):
    for command, header in [("totals", TOTALS), ("check", CHECK), ("reconcile", RECONCILE)]:
        as_json = program.run(command, "--format", "json", DECISIONS, cwd=box.path)
        as_csv = rows(program.run(command, "--format", "csv", DECISIONS, cwd=box.path).stdout)
        found = json_lines(as_json.stdout)
        check_equal([list(record) for record in found], [header.split(",")] * len(found), f"{command}: keys")
        check_equal([["" if value is None else str(value) for value in record.values()] for record in found], as_csv[1:],
                    f"{command}: json and csv")


def amounts_in_json_are_whole_numbers_of_dong(program, box):
    for record in json_lines(program.run("totals", "--format", "json", DECISIONS, cwd=box.path).stdout):
        for key in ["stated", "computed"]:
            check(record[key] is None or type(record[key]) is int, f"{record}")


def text_says_the_same_as_csv(program, box):
    as_text = program.run("totals", DECISIONS, cwd=box.path).stdout.splitlines()
    as_csv = rows(program.run("totals", "--format", "csv", DECISIONS, cwd=box.path).stdout)
    check_equal([line.split() for line in as_text], [[cell for cell in row if cell] for row in as_csv], "cells")
    check_equal(len({len(line) for line in as_text[1:]}), 1, "widths of lines")


def check_tells_what_is_wrong_on_stdout(program, box):
    path = os.path.join(DECISIONS, "thai-binh-2021-2025.xml")
    result = program.run("check", path, cwd=box.path)
    check_equal((result.status, result.stderr), (WARNINGS, ""), "status and stderr")
    found = json_lines(program.run("check", "--format", "json", path, cwd=box.path).stdout)
    check_equal(len(found), len(result.stdout.splitlines()), "findings as text and as json")
    clash = [record for record in found if record["code"] == "CA-001" and record["year"] == "2021"]
    check_equal([(record["subject"], record["stated"], record["computed"]) for record in clash],
                [("pl1-IV", "165000000", "40000000"), ("pl1-IV", "100000000", "80000000")], "sums of group IV in 2021")


def accepted_findings_are_notes(program, box):
    result = program.run("check", os.path.join(ROOT, "input"), cwd=box.path)
    check_equal(result.status, 0, "status of check on all of input/")
    records = json_lines(program.run("check", "--format", "json", os.path.join(ROOT, "input"), cwd=box.path).stdout)
    check_equal({record["severity"] for record in records}, {"note"}, "severities")
    check(any(record["code"].startswith("CA-00") for record in records), "known slips are no longer told")


def check_takes_layouts(program, box):
    result = program.run("check", os.path.join(TEMPLATES, "layouts"), cwd=box.path)
    check_equal((result.status, result.stdout, result.stderr), (0, "", ""), "check of the program's own layouts")


def layouts_lists_layouts_and_facts(program, box):
    result = program.run("layouts", "--format", "csv", cwd=box.path)
    table = rows(result.stdout)
    check_equal(table[0], ["kind", "name", "each", "where", "description"], "header")
    layouts = [row[1] for row in table if row[0] == "layout"]
    check_equal(layouts, [os.path.splitext(name)[0] for name in sorted(os.listdir(os.path.join(TEMPLATES, "layouts")))],
                "layouts")
    facts = [row for row in table if row[0] == "fact"]
    check("row.year-amount" in [row[1] for row in facts] and all(all(row) for row in facts), "facts")
    english = rows(program.run("layouts", "--format", "csv", "--lang", "en", cwd=box.path).stdout)
    check_equal([row[:3] for row in english], [row[:3] for row in table], "tokens")
    check(not any(letter in row[4] for row in english if row[0] == "fact" for letter in "đăơưạộ"), "English descriptions")
    json_lines(program.run("layouts", "--format", "json", cwd=box.path).stdout)


def no_amounts_are_never_zero(program, box):
    result = program.run("totals", "--format", "csv", os.path.join(DECISIONS, "dak-nong-2021-2025.xml"), cwd=box.path)
    check_equal(result.stdout, TOTALS + "\ndak-nong-2021-2025,,,period,,,no,\n", "totals")
