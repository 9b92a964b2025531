"""`explain`: how a figure comes about, term by term, each with the file and line it stands at."""
import os
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from typing import NamedTuple

from auditing import INPUT, PLANS, activity_xml, ask, decision, figures_of, line_of, plan_xml, put, records, table_xml
from behaviour import ALL_MADE, REFUSED, USAGE, check, check_equal

HEADER = "plan,role,rule,source,year,amount,state,verdict,file,line,what"
THAI_BINH, DONG_NAI = "thai-binh-2021-2025", "dong-nai-2021-2025"
# Rules whose other side is no sum of figures: words, the count and price of a label, parts of a count, a citation.
NO_SUMS = {"words", "label-sum", "count-parts", "citation", "stated-once"}


_ASKED = {}


class Line(NamedTuple):
    """A line of the ledger with its terms, as explain tells it."""
    stated: dict
    terms: list


def _explained(program, box, plan, subject):
    """(lines, rows that tell where the subject is used)"""
    lines, used = [], []
    for row in ask(program, box, "explain", decision(plan), subject, status=ALL_MADE):
        if row["role"] == "stated":
            lines.append(Line(row, []))
        elif row["role"] == "term":
            lines[-1].terms.append(row)
        else:
            check_equal(row["role"], "used-in", f"role for {subject}")
            used.append(row)
    return lines, used


def _line_about(lines, rule, source, year):
    found = [line for line in lines if (line.stated["rule"], line.stated["source"], line.stated["year"]) ==
             (rule, source, year)]
    check_equal(len(found), 1, f"lines {rule} {source} {year}")
    return found[0]


def _told(line):
    """What a term says, but for its name."""
    return line["source"], line["year"], line["amount"], line["state"], int(line["line"])


def _whole_plan(program, box, plan):
    """The ledger, and subject -> (lines, used) for each of its subjects and each row with figures; asked for once."""
    if (program, plan) not in _ASKED:
        _ASKED[program, plan] = _ask_whole_plan(program, box, plan)
    return _ASKED[program, plan]


def _ask_whole_plan(program, box, plan):
    ledger = ask(program, box, "reconcile", decision(plan))
    subjects = dict.fromkeys([line["subject"] for line in ledger] + [figure.row for figure in figures_of(decision(plan))])
    return ledger, {subject: _explained(program, box, plan, subject) for subject in subjects}


def group_IV_of_thai_binh_in_2021_is_explained_by_the_rows_of_the_file(program, box):
    lines, _ = _explained(program, box, THAI_BINH, "pl1-IV")
    path = decision(THAI_BINH)
    line = _line_about(lines, "rows-group", "TW", "2021")
    check_equal((line.stated["amount"], line.stated["verdict"], line.stated["file"], int(line.stated["line"])),
                ("165000000", "differs", path, line_of(path, '<stated year="2021" source="TW">165<')), "stated side")
    first = line_of(path, '<activity id="pl1-IV-1"') + 3       # its title takes two lines more
    check_equal([_told(term) for term in line.terms], [("TW", "2021", "40000000", "number", first)], "terms")
    line = _line_about(lines, "rows-group", "DP", "2021")
    second = line_of(path, '<activity id="pl1-IV-2"') + 2
    check_equal([_told(term) for term in line.terms], [("DP", "2021", "20000000", "number", first),
                                                       ("DP", "2021", "60000000", "number", second)], "terms")
    check_equal({term["file"] for term in line.terms}, {path}, "files of terms")
    check(line.terms[0]["what"].startswith("1 Tổ chức lớp đào tạo, tập huấn chuyên sâu"), line.terms[0]["what"])


def the_grand_total_of_thai_binh_is_explained_by_its_five_groups(program, box):
    lines, used = _explained(program, box, THAI_BINH, "pl1-total")
    check_equal(len(lines), 15, "lines")
    expected = {("TW", "2021"): {"pl1-II": 170, "pl1-III": 40, "pl1-IV": 165, "pl1-V": 80},
                ("DP", "2021"): {"pl1-I": 80, "pl1-II": 50, "pl1-III": 50, "pl1-IV": 100, "pl1-V": 45},
                ("DN", "2021"): {"pl1-V": 20},
                ("DP", "2022"): {"pl1-I": 95, "pl1-III": 100, "pl1-IV": 180, "pl1-V": 70},
                ("TW", "2025"): {"pl1-II": 170, "pl1-III": 240, "pl1-IV": 40, "pl1-V": 80}}
    places = {(figure.row, figure.source, figure.year): figure.line for figure in figures_of(decision(THAI_BINH))}
    for (source, year), groups in expected.items():
        line = _line_about(lines, "groups-total", source, year)
        check_equal([_told(term) for term in line.terms],
                    [(source, year, f"{millions}000000", "number", places[group, source, year])
                     for group, millions in groups.items()], f"terms of {source} {year}")
    check_equal({row["rule"] for row in used}, {"total-rows", "same-figure"}, "what uses it")


def the_budget_total_of_thai_binh_is_explained_down_and_across(program, box):
    lines, _ = _explained(program, box, THAI_BINH, "budget-total")
    down = _line_about(lines, "groups-total", "", "period")
    across = _line_about(lines, "cells-row", "", "period")
    check_equal([(term["source"], term["year"], term["amount"]) for term in down.terms],
                [("TW", "period", "2125000000"), ("DP", "period", "2495000000"), ("DN", "period", "270000000")], "down")
    check_equal([(term["year"], term["amount"]) for term in across.terms],
                [("2021", "800000000"), ("2022", "920000000"), ("2023", "985000000"), ("2024", "1000000000"),
                 ("2025", "1185000000")], "across")


def lost_cells_of_dong_nai_are_shown_as_lost(program, box):
    lines, _ = _explained(program, box, DONG_NAI, "phu-luc-total")
    line = _line_about(lines, "groups-total", "XHH", "period")
    lost = ("", "lost")
    expected = [("100000000", "number"), lost, lost, lost, ("250000000", "number"), lost, ("0", "number"), ("0", "number"),
                ("31000000", "number"), ("4000000", "number")]
    check_equal([(term["amount"], term["state"]) for term in line.terms], expected, "terms of XHH")
    check_equal((line.stated["amount"], line.stated["verdict"]), ("500000000", "incomplete"), "stated side")


def a_sum_in_prose_is_explained_by_the_prose_and_by_the_annex(program, box):
    lines, _ = _explained(program, box, THAI_BINH, "prose-1")
    check_equal([_told(term)[:3] for term in _line_about(lines, "prose-sum", "", "period").terms],
                [("DP", "period", "2495000000"), ("TW", "period", "2125000000"), ("DN", "period", "270000000")], "prose")
    terms = _line_about(lines, "same-figure", "DN", "period").terms
    check_equal([_told(term)[:3] for term in terms],
                [("DN", str(year), f"{millions}000000") for year, millions in
                 zip(range(2021, 2026), (20, 55, 65, 65, 65))], "annex")


def a_target_is_told_as_the_decision_states_it(program, box):
    for subject, amount, year in [("a1", "≥ 55", ""), ("b3", "< 10", ""), ("e1", "3.500", "2025"), ("d6", "", "")]:
        rows = ask(program, box, "explain", decision(THAI_BINH), subject, status=ALL_MADE)
        found = [(row["role"], row["rule"], row["amount"], row["year"], int(row["line"])) for row in rows]
        line = line_of(decision(THAI_BINH), f'<target id="{subject}"') + 1     # the opening tag ends on the next line
        check_equal(found, [("stated", "target", amount, year, line)], subject)


def the_terms_add_up_to_the_computed_side_of_every_line_of_the_ledger(program, box):
    for plan in PLANS:
        ledger, explained = _whole_plan(program, box, plan)
        for subject, (lines, _) in explained.items():
            own = [line for line in ledger if line["subject"] == subject]
            check_equal([(line.stated["rule"], line.stated["source"], line.stated["year"], line.stated["amount"],
                          line.stated["verdict"], line.stated["file"], line.stated["line"]) for line in lines],
                        [(line["rule"], line["source"], line["year"], line["stated"], line["verdict"], line["file"],
                          line["line"]) for line in own], f"{plan} {subject}: lines of the ledger")
            for told, line in zip(lines, own):
                total = sum(int(term["amount"] or 0) for term in told.terms)
                where = f"{plan} {subject} {line['rule']} {line['source']} {line['year']}"
                if told.terms:
                    check_equal((str(total), line["unit"]), (line["computed"], "dong"), where)
                else:
                    check(line["rule"] in NO_SUMS or (line["reason"], line["computed"]) == ("blank", ""),
                          f"{where}: no terms")
                lost = any(term["state"] == "lost" for term in told.terms) or line["reason"] == "lost-total"
                check(lost == (line["verdict"] == "incomplete"), f"{where}: {line['verdict']}, something lost: {lost}")


def every_term_is_a_figure_of_the_file_at_that_line(program, box):
    count = 0
    for plan in PLANS:
        keyed = {(figure.source, figure.year, figure.line): figure for figure in figures_of(decision(plan))}
        for subject, (lines, _) in _whole_plan(program, box, plan)[1].items():
            for line in lines:
                for term in line.terms:
                    figure = keyed.get((term["source"], term["year"], int(term["line"])))
                    check(figure, f"{plan} {subject}: no figure {term['source']} {term['year']} on line {term['line']}")
                    amount = "" if figure.dong is None else str(figure.dong)
                    check_equal((term["amount"], term["state"], term["file"]), (amount, figure.state, decision(plan)),
                                f"{plan} {subject}: term on line {term['line']}")
                    count += 1
    check(count > 400, f"only {count} terms")


def a_row_is_told_wherever_it_is_used(program, box):
    """used-in rows of a subject are the lines of others that have it among their terms, no more and no less."""
    for plan in PLANS:
        rows = {(figure.source, figure.year, figure.line): figure.row for figure in figures_of(decision(plan))}
        explained = _whole_plan(program, box, plan)[1]
        expected = defaultdict(set)
        for subject, (lines, _) in explained.items():
            for line in lines:
                told = tuple(line.stated[name] for name in ("rule", "source", "year", "amount", "verdict", "line"))
                for term in line.terms:
                    row = rows[term["source"], term["year"], int(term["line"])]
                    if row != subject and line.stated["rule"] != "prose-sum":
                        expected[row].add(told)
        for subject, (_, used) in explained.items():
            found = [tuple(row[name] for name in ("rule", "source", "year", "amount", "verdict", "line")) for row in used]
            check_equal(sorted(found), sorted(expected[subject]), f"{plan} {subject}: where it is used")


def text_csv_and_json_say_the_same(program, box):
    for plan, subject in [(THAI_BINH, "pl1-IV"), (DONG_NAI, "phu-luc-total"), (THAI_BINH, "prose-1"), (THAI_BINH, "d6")]:
        answers = {kind: program.run("explain", decision(plan), subject, "--format", kind, cwd=box.path)
                   for kind in ("text", "csv", "json")}
        check_equal({answer.status for answer in answers.values()}, {ALL_MADE}, "statuses")
        check_equal(answers["csv"].stdout.splitlines()[0], HEADER, "header")
        table = ask(program, box, "explain", decision(plan), subject)
        told = records(answers["json"].stdout)
        check_equal([list(record) for record in told], [HEADER.split(",")] * len(table), "keys")
        check_equal([{name: "" if value is None else str(value) for name, value in record.items()} for record in told],
                    [dict(row) for row in table], "json and csv")
        check_equal([line.split() for line in answers["text"].stdout.splitlines()[1:]],
                    [" ".join(row.values()).split() for row in table], "text and csv")


def an_unknown_subject_is_refused(program, box):
    for subject in ["khong-co", "", "PL1-IV", "pl1-IV ", "TW"]:
        done = program.run("explain", decision(THAI_BINH), subject, "--format", "csv", cwd=box.path)
        check_equal((done.status, done.stdout), (REFUSED, HEADER + "\n"), f"status and stdout for “{subject}”")
        check(done.stderr.count("\n") == 1 and f"«{subject}»" in done.stderr and "[lỗi RU-003]" in done.stderr,
              f"stderr for “{subject}”: {done.stderr}")


def explain_without_a_subject_is_a_mistake_of_the_command_line(program, box):
    done = program.run("explain", decision(THAI_BINH), cwd=box.path)
    check_equal((done.status, done.stdout), (USAGE, ""), "status and stdout")


def a_folder_is_searched_through_plan_by_plan(program, box):
    rows = ask(program, box, "explain", INPUT, "pl1-I", status=ALL_MADE)
    check_equal({(row["plan"], os.path.basename(row["file"])) for row in rows},
                {(THAI_BINH, THAI_BINH + ".xml"), ("worked-example", "worked-example.xml")}, "plans with that id")
    check_equal({row["plan"] for row in ask(program, box, "explain", INPUT, "phu-luc-3")}, {DONG_NAI}, "plans with that id")


def a_dash_a_zero_and_a_blank_are_told_apart(program, box):
    rows = ['<group id="b-I" no="I" title="Nhóm">', '<stated source="TW" year="2026">5</stated>',
            activity_xml("b-I-1", "1", "Một", [("5",)]), activity_xml("b-I-2", "2", "Hai", [("0",)]),
            activity_xml("b-I-3", "3", "Ba", [("dash",)]), activity_xml("b-I-4", "4", "Bốn", [("blank",)]),
            activity_xml("b-I-5", "5", "Năm"), "</group>"]
    put(box, "plan.xml", plan_xml(table_xml(*rows)))
    found = [(row["amount"], row["state"]) for row in ask(program, box, "explain", "plan.xml", "b-I", status=ALL_MADE)
             if row["role"] == "term"]
    check_equal(found, [("5000000", "number"), ("0", "number"), ("0", "dash")], "terms")


def every_target_of_the_decisions_can_be_asked_for(program, box):
    for plan in PLANS:
        tree = ElementTree.parse(decision(plan)).getroot()
        for subject in [node.get("id") for node in tree.iter() if node.tag.rpartition("}")[2] == "target"]:
            rows = ask(program, box, "explain", decision(plan), subject, status=ALL_MADE)
            check_equal([row["role"] for row in rows], ["stated"], f"{plan} {subject}")
