"""Accepted findings: known slips are told with their reason and do not cry; `accept` prints entries ready to be filled."""
import os
import shutil
from collections import Counter

from auditing import (ACCEPTED, INPUT, KNOWN, PLANS, Entry, accepted_file, activity_xml, ask, changed, decision, entries_of,
                      entry_xml, findings, group_plan, line_of, of_code, plan_xml, printed_entries, put, records, table_xml)
from behaviour import ALL_MADE, REFUSED, WARNINGS, check, check_equal, read, worst

THAI_BINH = "thai-binh-2021-2025"
DONG_NAI = "dong-nai-2021-2025"
SLIP = Entry("thu", "CA-001", "b-I", "TW", "2026", "100000000", "90000000")


def _warned(found):
    """What warns, without its place."""
    return Counter((record["code"], record["subject"], record["year"], record["stated"], record["computed"])
                   for record in found if record["severity"] == "warning")


def _copy_of_input(box):
    shutil.copytree(INPUT, box.at("input"))
    return box.at("input")


def _accepts(program, box, plan, *entries, status, reason="Đã đối chiếu bản gốc."):
    """check on one plan beside an accepted-findings file."""
    put(box, "in/plan.xml", plan)
    put(box, "in/accepted.xml", accepted_file(*(entry_xml(entry, reason=reason) for entry in entries)))
    return findings(program, box, "in", status=status)


def annex_of_input_ends_0_and_tells_every_accepted_finding_with_its_reason(program, box):
    done = program.run("annex", "-v", INPUT, "-o", "out", "--formats", "txt", cwd=box.path)
    check_equal((done.status, worst(done.stderr)), (ALL_MADE, ALL_MADE), "status, and worst finding")
    told = Counter(line.partition(KNOWN)[2] for line in done.stderr.splitlines() if KNOWN in line)
    expected = Counter(f"{reason} ({by}, {on}) [ghi chú {entry.code}]"
                       for entry, by, on, reason in entries_of(read(ACCEPTED)))
    check_equal(told, expected, "reasons told")


def a_note_stands_at_the_line_of_its_figure(program, box):
    done = program.run("annex", "-v", INPUT, "-o", "out", "--formats", "txt", cwd=box.path)
    for plan, marker, amount in [(THAI_BINH, '<stated year="2021" source="TW">165<', "165 triệu đồng"),
                                 (THAI_BINH, '<stated year="2025" source="DP">210<', "210 triệu đồng"),
                                 (DONG_NAI, '<stated source="XHH">500<', "500 triệu đồng")]:
        place = f"{decision(plan)}:{line_of(decision(plan), marker)}: "
        lines = [line for line in done.stderr.splitlines() if line.startswith(place) and f" ghi {amount}" in line]
        check_equal(len(lines), 1, f"notes at {place}")
        check(KNOWN in lines[0], f"not told as known: {lines[0]}")


def findings_jsonl_holds_the_accepted_findings_as_notes(program, box):
    program.run("annex", INPUT, "-o", "out", "--formats", "txt", cwd=box.path)
    found = [record for record in records(read(box.at("out", "findings.jsonl"))) if KNOWN in record["message"]]
    check_equal({record["severity"] for record in found}, {"note"}, "severities")
    keyed = entries_of(read(ACCEPTED))
    check_equal(Counter((record["code"], record["subject"], record["year"], record["stated"], record["computed"])
                        for record in found), Counter(entry.what() for entry, *_ in keyed), "what is told")
    for entry, by, on, reason in keyed:
        told = [record for record in found if (record["code"], record["subject"], record["year"], record["stated"],
                                               record["computed"]) == entry.what()]
        check(all(record["message"].endswith(f"{KNOWN}{reason} ({by}, {on})") for record in told), f"reason of {entry}")


def without_the_accepted_file_the_same_findings_warn(program, box):
    folder = _copy_of_input(box)
    os.remove(os.path.join(folder, "accepted.xml"))
    done = program.run("annex", folder, "-o", "out", "--formats", "txt", cwd=box.path)
    check_equal((done.status, worst(done.stderr)), (WARNINGS, WARNINGS), "status, and worst finding")
    check(KNOWN not in done.stderr, "something is told as known")
    expected = Counter(entry.what() for entry, *_ in entries_of(read(ACCEPTED)))
    check_equal(_warned(findings(program, box, folder)), expected, "what warns")


def accepting_changes_no_document(program, box):
    """The words of an acceptance are no part of the decision's annexes."""
    for name, path in [("with", INPUT), ("without", os.path.join(INPUT, "decisions"))]:
        program.run("annex", path, "-o", name, "--formats", "txt", cwd=box.path)
    for plan in PLANS:
        check_equal(read(box.at("with", "annex", plan + ".txt")), read(box.at("without", "annex", plan + ".txt")), plan)


def a_changed_part_warns_again_and_leaves_its_entry_without_a_match(program, box):
    folder = _copy_of_input(box)
    path = os.path.join(folder, "decisions", THAI_BINH + ".xml")
    text = read(path)
    head, tail = text.split('<activity id="pl1-IV-1"')
    tail = tail.replace('<amount year="2021" source="TW">40<', '<amount year="2021" source="TW">41<', 1)
    put(box, path, head + '<activity id="pl1-IV-1"' + tail)
    found = findings(program, box, folder, status=WARNINGS)
    check_equal(_warned(found), Counter({("CA-001", "pl1-IV", "2021", "165000000", "41000000"): 1,
                                         ("AC-001", "pl1-IV", None, None, None): 1}), "what warns")
    entry = of_code(found, "AC-001")[0]
    accepted = os.path.join(folder, "accepted.xml")
    check_equal((entry["file"], entry["line"]), (accepted, line_of(accepted, 'source="TW" year="2021"')), "place")
    check(all(word in entry["message"] for word in ("CA-001", THAI_BINH, "pl1-IV")), entry["message"])
    known = Counter(record["code"] for record in found if KNOWN in record["message"])
    check_equal(known, Counter({"CA-001": 5, "CA-002": 3, "RS-032": 1}), "the others stay known")


def a_changed_stated_figure_warns_again(program, box):
    found = _accepts(program, box, group_plan(101, 40, 50), SLIP, status=WARNINGS)
    check_equal(_warned(found), Counter({("CA-001", "b-I", "2026", "101000000", "90000000"): 1,
                                         ("AC-001", "b-I", None, None, None): 1}), "what warns")


def an_entry_that_differs_in_any_point_accepts_nothing(program, box):
    plan = group_plan(100, 40, 50)
    check_equal(_warned(_accepts(program, box, plan, SLIP, status=ALL_MADE)), Counter(), "the entry as it should be")
    others = [{"code": "CA-002"}, {"subject": "b-I-1"}, {"source": "DP"}, {"source": None}, {"year": "2027"}, {"year": None},
              {"year": "period"}, {"stated": "100"}, {"stated": None}, {"computed": "90000001"}, {"computed": None}]
    for other in others:
        found = _accepts(program, box, plan, SLIP._replace(**other), status=WARNINGS)
        check_equal(Counter(record["code"] for record in found if record["severity"] == "warning"),
                    Counter({"CA-001": 1, "AC-001": 1}), f"with {other}")


def a_slip_that_is_mended_leaves_its_entry_without_a_match(program, box):
    found = _accepts(program, box, group_plan(90, 40, 50), SLIP, status=WARNINGS)
    check_equal(Counter(record["code"] for record in found), Counter({"AC-001": 1}), "codes")
    check_equal((os.path.basename(found[0]["file"]), found[0]["line"]), ("accepted.xml", 3), "place")


def an_entry_for_a_plan_that_is_not_in_the_run_stays_silent(program, box):
    found = findings(program, box, decision(DONG_NAI), ACCEPTED, status=ALL_MADE)
    check_equal(of_code(found, "AC-001"), [], "entries without a match")
    check_equal(len([record for record in found if KNOWN in record["message"]]), 2, "known findings")


def an_entry_for_a_refused_plan_stays_silent(program, box):
    broken = group_plan(100, 40, 50).replace('source="TW"', 'source="KHONG-CO"')
    found = _accepts(program, box, broken, SLIP, status=REFUSED)
    check_equal(of_code(found, "AC-001"), [], "entries without a match")


def an_error_can_not_be_accepted_away(program, box):
    huge = "9000000000000"
    plan = group_plan(huge, huge, huge)
    put(box, "in/plan.xml", plan)
    before = of_code(findings(program, box, "in", status=REFUSED), "CA-003")
    check_equal(len(before), 1, "sums that are too large")
    error = before[0]
    entry = Entry("thu", "CA-003", error["subject"], "TW", error["year"], error["stated"], error["computed"])
    found = _accepts(program, box, plan, entry, status=REFUSED)
    check_equal([record["severity"] for record in of_code(found, "CA-003")], ["error"], "severity")
    check_equal(len(of_code(found, "AC-001")), 1, "entries without a match")
    check(not any(KNOWN in record["message"] for record in found), "told as known")


def errors_get_no_entry(program, box):
    huge = "9000000000000"
    put(box, "plan.xml", group_plan(huge, huge, huge))
    done = program.run("accept", "plan.xml", cwd=box.path)
    check_equal((done.status, done.stdout), (REFUSED, ""), "status and stdout")


def a_note_can_be_accepted_too(program, box):
    plan = plan_xml(table_xml(activity_xml("r1", "1", "Một", [("1",)]), activity_xml("r3", "3", "Ba", [("1",)])))
    jump = Entry("thu", "OB-006", "r3", None, None, None, None)
    found = _accepts(program, box, plan, jump, status=ALL_MADE, reason="Bản in bỏ số 2.")
    check_equal([record["code"] for record in found], ["OB-006"], "codes")
    check(found[0]["message"].endswith(KNOWN + "Bản in bỏ số 2. (kiểm toán viên, 2026-11-22)"), found[0]["message"])


def accept_prints_one_entry_for_each_warning_and_nothing_else(program, box):
    path = os.path.join(INPUT, "decisions")
    done = program.run("accept", path, cwd=box.path)
    printed = printed_entries(done.stdout)
    check_equal(done.status, WARNINGS, "status")
    check_equal({(by, on, reason) for _, by, on, reason in printed}, {("", "", "")}, "what is left to fill in")
    check_equal(Counter(entry.what() for entry, *_ in printed), _warned(findings(program, box, path)), "entries")
    check_equal(len(done.stdout.splitlines()), len(printed), "lines")
    reviewed = Counter(entry for entry, *_ in entries_of(read(ACCEPTED))
                       if entry.plan in PLANS and not entry.code.startswith("RS-"))  # results are not read here
    check_equal(Counter(entry for entry, *_ in printed), reviewed, "entries, against those that were reviewed")


def accept_prints_nothing_where_all_is_accepted(program, box):
    done = program.run("accept", INPUT, cwd=box.path)
    check_equal((done.status, done.stdout), (ALL_MADE, ""), "status and stdout")


def accept_prints_no_entry_for_an_entry_without_a_match(program, box):
    put(box, "in/plan.xml", group_plan(90, 40, 50))
    put(box, "in/accepted.xml", accepted_file(entry_xml(SLIP)))
    done = program.run("accept", "in", cwd=box.path)
    check_equal((done.status, done.stdout), (WARNINGS, ""), "status and stdout")


def _filled(printed, reason):
    filled = changed if printed.count("<finding") == 1 else str.replace
    text = filled(printed, ' by="" on=""', ' by="Phòng Kế hoạch &amp; Tài chính" on="2026-12-01"')
    return text.replace("></finding>", f">{reason}</finding>")


def entries_pasted_and_filled_in_make_the_run_end_0(program, box):
    folder = _copy_of_input(box)
    accepted = os.path.join(folder, "accepted.xml")
    os.remove(accepted)
    done = program.run("accept", folder, cwd=box.path)
    check_equal((done.status, len(done.stdout.splitlines())), (WARNINGS, 10), "status, and entries printed")
    put(box, accepted, accepted_file(_filled(done.stdout, "Đã xem.")))
    again = program.run("annex", "-v", folder, "-o", "out", "--formats", "txt", cwd=box.path)
    check_equal((again.status, worst(again.stderr)), (ALL_MADE, ALL_MADE), "status, and worst finding")
    told = [line for line in again.stderr.splitlines() if "Đã xem. (Phòng Kế hoạch & Tài chính, 2026-12-01)" in line]
    check_equal(len(told), 10, "findings told as known")
    check_equal(program.run("accept", folder, cwd=box.path).stdout, "", "what is left to accept")


def every_kind_of_warning_makes_the_round_trip(program, box):
    rows = ['<group id="b-I" no="I" title="Nhóm">', '<stated source="TW" year="2026">100</stated>',
            '<stated source="DP" year="2026">70</stated>',
            activity_xml("b-I-1", "1", "Việc 1", [("90",), ("lost", "DP")]), "</group>"]
    prose = '<prose id="loi-van" where="Mục I" moneyUnit="million-dong"><stated label="Tổng">1.377</stated></prose>'
    put(box, "in/plan.xml", plan_xml(prose + "\n" + table_xml(*rows)))
    before = program.run("accept", "in", cwd=box.path)
    codes = Counter(entry.code for entry, *_ in printed_entries(before.stdout))
    check(set(codes) >= {"IN-021", "CA-001", "CA-002"}, f"warnings of the kinds {sorted(codes)} only")
    check_equal(sum(codes.values()), sum(_warned(findings(program, box, "in")).values()), "entries and warnings")
    put(box, "in/accepted.xml", accepted_file(_filled(before.stdout, "Đã xem.")))
    findings(program, box, "in", status=ALL_MADE)


def entries_not_filled_in_are_refused(program, box):
    put(box, "in/plan.xml", group_plan(100, 40, 50))
    printed = program.run("accept", "in", cwd=box.path).stdout
    put(box, "in/accepted.xml", accepted_file(printed.rstrip("\n")))
    found = findings(program, box, "in", status=REFUSED)
    places = {(os.path.basename(record["file"]), record["line"]) for record in found if record["severity"] == "error"}
    check_equal(places, {("accepted.xml", 3)}, "places of errors")
    check_equal(_warned(found), Counter({SLIP.what(): 1}), "what warns still")


def an_entry_without_a_reason_is_refused(program, box):
    put(box, "in/plan.xml", group_plan(100, 40, 50))
    put(box, "in/accepted.xml", accepted_file(entry_xml(SLIP, reason="  \n ")))
    findings(program, box, "in", status=REFUSED)


def a_date_that_is_no_plain_date_is_refused(program, box):
    put(box, "in/plan.xml", group_plan(100, 40, 50))
    for date in ["22/11/2026", "2026-02-30", "2026-11-22+07:00", "2026-11-22Z", "-0001-01-01"]:
        put(box, "in/accepted.xml", accepted_file(entry_xml(SLIP, on=date)))
        done = program.run("check", "in", cwd=box.path)
        check(done.status == REFUSED, f"on=\"{date}\" is taken, and told as: {done.stdout}")


def special_characters_come_through_in_every_format(program, box):
    reason = 'Sai ở bản in: <TW> & "ĐP", 100 > 90; \'xem\' trang 2 – {0} %s'
    plan = group_plan(100, 40, 50, title='Nhóm <A> & "B", \'C\'')
    found = _accepts(program, box, plan, SLIP, status=ALL_MADE, reason=reason)
    told = f"{KNOWN}{reason} (kiểm toán viên, 2026-11-22)"
    check_equal(len(found), 1, "findings")
    check(found[0]["message"].endswith(told), found[0]["message"])
    rows = ask(program, box, "check", "in")
    check(rows[0]["message"].endswith(told), rows[0]["message"])
    done = program.run("annex", "in", "-o", "out", cwd=box.path)
    check_equal(done.status, ALL_MADE, "status of annex")
    check(f"{told} [ghi chú CA-001]\n" in done.stderr, done.stderr)
    jsonl = records(read(box.at("out", "findings.jsonl")))
    check(jsonl[0]["message"].endswith(told), jsonl[0]["message"])


def english_messages_say_known(program, box):
    put(box, "in/plan.xml", group_plan(100, 40, 50))
    put(box, "in/accepted.xml", accepted_file(entry_xml(SLIP, reason="Seen.")))
    done = program.run("check", "in", "--lang", "en", cwd=box.path)
    check(": known: Seen. (kiểm toán viên, 2026-11-22) [note CA-001]\n" in done.stdout, done.stdout)
    check_equal(program.run("accept", INPUT + "/decisions", cwd=box.path, env={"PHULUC_LANG": "en"}).stdout,
                program.run("accept", INPUT + "/decisions", cwd=box.path).stdout, "entries in the two languages")


def an_accepted_number_of_three_decimals_warns_again_when_it_changes(program, box):
    def plan(number):
        return plan_xml(table_xml(activity_xml("r1", "1", cells=[(number,)])))
    put(box, "in/plan.xml", plan("1.377"))
    printed = program.run("accept", "in", cwd=box.path).stdout
    put(box, "in/accepted.xml", accepted_file(_filled(printed, "Đúng là phần lẻ.")))
    findings(program, box, "in", status=ALL_MADE)
    put(box, "in/plan.xml", plan("2.468"))
    check(of_code(findings(program, box, "in"), "IN-021")[0]["severity"] == "warning",
          "2.468 passes as known by the entry for 1.377")


def two_sources_with_the_same_slip_are_two_warnings_and_two_entries(program, box):
    rows = ['<group id="b-I" no="I" title="Nhóm"> ' +
            "".join(f'<stated source="{source}" year="2026">100</stated>' for source in ("TW", "DP")),
            activity_xml("b-I-1", "1", "Việc", [("90", "TW"), ("90", "DP")]), "</group>"]
    plan = plan_xml(table_xml(*rows)).replace('abbr="ĐP"', 'abbr="TW"')
    put(box, "in/plan.xml", plan)
    done = program.run("accept", "in", cwd=box.path)
    check_equal(sorted(entry.source for entry, *_ in printed_entries(done.stdout)), ["DP", "TW"], "sources of the entries")
    put(box, "in/accepted.xml", accepted_file(_filled(done.stdout, "Đã xem.")))
    findings(program, box, "in", status=ALL_MADE)
