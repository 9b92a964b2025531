"""Thresholds of the office: a difference is material above both, the percentage of the stated figure and the money."""
import os
from collections import Counter

from auditing import ask, findings, group_plan, of_code, plan_xml, put, table_xml
from behaviour import ALL_MADE, REFUSED, ROOT, WARNINGS, check, check_equal, read

CATALOGUE = os.path.join(ROOT, "src", "base", "finding.def")


def _office(percent, money):
    return '<?xml version="1.0" encoding="UTF-8"?>\n<office xmlns="urn:phuluc:office:1">\n' \
           f'<material percent="{percent}" money="{money}"/>\n</office>\n'


def _is_material(program, box, plan, percent, money):
    """What check and the ledger say of the one difference in the plan."""
    put(box, "in/plan.xml", plan)
    put(box, "in/office.xml", _office(percent, money))
    found = of_code(findings(program, box, "in"), "CA-001", "CA-008")
    lines = [line for line in ask(program, box, "reconcile", "in") if line["verdict"] == "differs"]
    check_equal((len(found), len(lines)), (1, 1), f"findings and ledger lines with {percent} % and {money} đồng")
    material = found[0]["code"] == "CA-001"
    check_equal(found[0]["severity"], "warning" if material else "note", "severity")
    check_equal(lines[0]["reason"], "" if material else "immaterial", "reason in the ledger")
    status = program.run("annex", "in", "-o", "out", "--formats", "txt", cwd=box.path).status
    check_equal(status, WARNINGS if material else ALL_MADE, f"status of annex with {percent} % and {money} đồng")
    return material


def _check_all(program, box, plan, cases):
    for percent, money, material in cases:
        check_equal(_is_material(program, box, plan, percent, money), material, f"material above {percent} % and {money}")


def a_difference_is_material_only_above_both_thresholds(program, box):
    _check_all(program, box, group_plan(100, 40, 50), [      # 10 triệu, 10 % of what is stated
        ("0", "0", True), ("5", "5000000", True), ("5", "15000000", False), ("15", "5000000", False),
        ("15", "15000000", False)])


def a_difference_of_exactly_the_percentage_is_not_material(program, box):
    _check_all(program, box, group_plan(100, 40, 50), [
        ("10", "0", False), ("9.99", "0", True), ("10.01", "0", False), ("10.0", "0", False), ("9", "0", True)])


def a_difference_of_exactly_the_money_is_not_material(program, box):
    _check_all(program, box, group_plan(100, 40, 50), [
        ("0", "10000000", False), ("0", "9999999", True), ("0", "10000001", False)])


def the_percentage_may_have_decimals(program, box):
    # 0,5 triệu of 300: 0,1666… %
    _check_all(program, box, group_plan(300, 299, "0.5"), [
        ("0.1666", "0", True), ("0.1667", "0", False), ("0.17", "499999", False), ("0.16", "499999", True),
        ("0.16", "500000", False)])


def the_percentage_is_of_the_stated_figure_not_of_the_computed_one(program, box):
    # 50 stated, 100 computed: 100 % of the stated figure, 50 % of the computed one.
    _check_all(program, box, group_plan(50, 60, 40), [("75", "0", True), ("99.9", "0", True), ("100", "0", False)])


def a_difference_downward_counts_like_one_upward(program, box):
    _check_all(program, box, group_plan(90, 60, 40), [("11", "0", True), ("11.2", "0", False), ("0", "10000000", False),
                                                      ("0", "9999999", True)])


def any_difference_from_a_stated_zero_is_above_every_percentage(program, box):
    _check_all(program, box, group_plan(0, 1, 2), [("100", "0", True), ("100", "3000000", False)])


def without_an_office_file_every_difference_is_material(program, box):
    put(box, "in/plan.xml", group_plan("10", "9.99", "0"))
    found = findings(program, box, "in", status=WARNINGS)
    check_equal(Counter(record["code"] for record in found), Counter({"CA-001": 1}), "codes for a difference of 10.000 đồng")


def an_immaterial_difference_is_still_told_and_still_marked(program, box):
    put(box, "in/plan.xml", group_plan(100, 40, 50))
    put(box, "in/office.xml", _office("50", "50000000"))
    found = findings(program, box, "in", status=ALL_MADE)
    check_equal([(record["code"], record["subject"], record["stated"], record["computed"]) for record in found],
                [("CA-008", "b-I", "100000000", "90000000")], "findings")
    program.run("annex", "in", "-o", "out", "--formats", "txt", cwd=box.path)
    text = " ".join(read(box.at("out", "annex", "thu.txt")).replace("|", " ").split())
    check("Không khớp (1)" in text, "the reconciliation does not list the difference")


def an_incomplete_sum_warns_whatever_the_thresholds(program, box):
    put(box, "in/plan.xml", group_plan(100, 40, "lost"))
    put(box, "in/office.xml", _office("100", "999999999999"))
    found = findings(program, box, "in", status=WARNINGS)
    check_equal([record["code"] for record in found], ["CA-002"], "codes")


def it_does_not_matter_where_the_office_file_stands(program, box):
    for name in ("in/a/office.xml", "in/z/office.xml"):
        put(box, "in/m/plan.xml", group_plan(100, 40, 50))
        path = put(box, name, _office("50", "0"))
        findings(program, box, "in", status=ALL_MADE)
        os.remove(path)
    put(box, "office.xml", _office("50", "0"))
    findings(program, box, "office.xml", "in/m", status=ALL_MADE)
    findings(program, box, "in/m", "office.xml", status=ALL_MADE)


def a_second_office_file_is_refused(program, box):
    put(box, "in/plan.xml", group_plan(100, 40, 50))
    put(box, "in/a.xml", _office("50", "0"))
    put(box, "in/b.xml", _office("0", "0"))
    found = findings(program, box, "in", status=REFUSED)
    errors = [record for record in found if record["severity"] == "error"]
    check_equal([(os.path.basename(record["file"]), record["line"]) for record in errors], [("b.xml", 2)], "errors")
    check("in/a.xml" in errors[0]["message"], errors[0]["message"])
    check_equal([record["code"] for record in found if record not in errors], ["CA-008"], "the first one holds")


def a_threshold_that_makes_no_sense_is_refused(program, box):
    put(box, "in/plan.xml", group_plan(100, 40, 50))
    for percent, money in [("-1", "0"), ("100.1", "0"), ("1,5", "0"), ("", "0"), ("x", "0"), ("1e1", "0"), ("0", "-1"),
                           ("0", "1.5"), ("0", "1.000"), ("0", ""), ("0", "5 triệu")]:
        put(box, "in/office.xml", _office(percent, money))
        found = findings(program, box, "in", status=REFUSED)
        errors = [record for record in found if record["severity"] == "error"]
        check_equal([(os.path.basename(record["file"]), record["line"]) for record in errors], [("office.xml", 3)],
                    f"errors for “{percent}” and “{money}”")
        check_equal(len(of_code(found, "CA-001")), 1, "without thresholds every difference is material")


def a_threshold_too_long_to_be_used_is_refused_not_ignored(program, box):
    put(box, "in/plan.xml", group_plan(100, 40, 50))
    for percent, money in [("50.0000000000000000000001", "0"), ("0", "99999999999999999999"), ("0", "9" * 30)]:
        put(box, "in/office.xml", _office(percent, money))
        done = program.run("check", "in", cwd=box.path)
        check(done.status == REFUSED, f"{percent} % and {money} đồng are passed over in silence:\n{done.stdout}")


def every_finding_has_a_code_of_its_own(program, box):
    del program, box
    codes = Counter(line.split('"')[1] for line in read(CATALOGUE).splitlines() if line.startswith("FINDING("))
    check(len(codes) > 80, f"only {len(codes)} codes read")
    check_equal([code for code, count in codes.items() if count > 1], [], "codes used twice")


def thresholds_hold_down_and_across(program, box):
    rows = ['<line id="k1" no="1" title="Trung ương" source="TW">', '<amount year="2026">50</amount>',
            '<amount year="2027">50</amount>', "<stated>101</stated>", "</line>", '<total id="k-total" label="Cộng">',
            '<stated year="2026">51</stated>', '<stated year="2027">50</stated>', "<stated>102</stated>", "</total>"]
    put(box, "in/plan.xml", plan_xml(table_xml(*rows, layout="budget-by-source-and-year")))
    before = of_code(findings(program, box, "in", status=WARNINGS), "CA-001")
    put(box, "in/office.xml", _office("5", "1000000"))
    after = of_code(findings(program, box, "in", status=ALL_MADE), "CA-008")
    told = [[(record["subject"], record["stated"], record["computed"]) for record in found] for found in (before, after)]
    check_equal(told[1], told[0], "differences told")
    check_equal(told[0], [("k1", "101000000", "100000000"), ("k-total", "51000000", "50000000"),
                          ("k-total", "102000000", "101000000")], "differences")
