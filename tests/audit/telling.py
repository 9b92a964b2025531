"""What the ledger says fails, `check` and `annex` say too: no equality fails in silence."""
from auditing import activity_xml, ask, changed, decision, findings, plan_xml, put, table_xml
from behaviour import WARNINGS, check, check_equal, read

THAI_BINH, DONG_NAI, BINH_DINH = "thai-binh-2021-2025", "dong-nai-2021-2025", "binh-dinh-2021-2025"


def _failing(program, box, plan, before):
    """The ledger's lines that fail now and did not in the file the plan was made from."""
    old = [tuple(line.values())[3:] for line in ask(program, box, "reconcile", before)] if before else []
    lines = [line for line in ask(program, box, "reconcile", plan) if line["verdict"] == "differs"]
    return [line for line in lines if tuple(line.values())[3:] not in old]


def _check_told(program, box, text, rules, before=None):
    """The plan fails by these rules, and each failing line has a finding at its place with both figures; check ends 1."""
    plan = put(box, "plan.xml", text)
    lines = _failing(program, box, plan, before)
    check_equal({line["rule"] for line in lines}, set(rules), "rules that fail in the ledger")
    found = findings(program, box, plan)
    for line in lines:
        told = [record for record in found if record["line"] == int(line["line"]) and record["subject"] == line["subject"]
                and (record["stated"] or "", record["computed"] or "") == (line["stated"], line["computed"])]
        check(told, f"nothing tells {line['rule']} {line['subject']} {line['source']} {line['year']}: "
                    f"{line['stated']} against {line['computed']}")
        check_equal({record["severity"] for record in told}, {"warning"}, f"severity for {line['rule']} {line['subject']}")
    check_equal(program.run("annex", plan, "-o", "out", "--formats", "txt", cwd=box.path).status, WARNINGS, "annex")


def a_figure_in_prose_that_is_not_that_of_the_tables_is_told(program, box):
    """More could be of the sources for which the decision states no money; less cannot."""
    path = decision(THAI_BINH)
    _check_told(program, box, changed(read(path), ">4890000000<", ">4880000000<"), ["same-figure", "prose-sum"], path)


def a_summary_table_that_is_not_the_annex_is_told(program, box):
    """10 moved from 2022 to 2021 in the summary alone: the table itself still adds up."""
    path = decision(THAI_BINH)
    head, mark, tail = read(path).partition('<table id="budget"')
    for old, new in [('<amount year="2021">455<', '<amount year="2021">465<'), ('<amount year="2022">420<',
                     '<amount year="2022">410<'), ('<stated year="2021">800<', '<stated year="2021">810<'),
                     ('<stated year="2022">920<', '<stated year="2022">910<')]:
        table, end, rest = tail.partition("</table>")
        tail = changed(table, old, new) + end + rest
    _check_told(program, box, head + mark + tail, ["same-figure"], path)


def an_amount_that_is_not_its_words_is_told(program, box):
    path = decision(DONG_NAI)
    text = changed(read(path), 'words="năm tỷ năm trăm triệu đồng"', 'words="năm tỷ sáu trăm triệu đồng"')
    _check_told(program, box, text, ["words"], path)
    path = decision(BINH_DINH)
    text = changed(read(path), "Ba tỷ, bảy trăm tám mươi lăm triệu đồng chẵn", "Ba tỷ, bảy trăm tám mươi tư triệu đồng chẵn")
    _check_told(program, box, text, ["words"], path)


def a_label_that_does_its_sum_wrong_is_told(program, box):
    path = decision(THAI_BINH)
    _check_told(program, box, changed(read(path), 'unitPrice="15" per="năm" result="75"',
                                      'unitPrice="15" per="năm" result="85"'), ["label-sum"], path)


def a_count_that_is_not_its_parts_is_told(program, box):
    path = decision(BINH_DINH)
    text = read(path)
    head, mark, tail = text.partition('<count id="count-1"')
    _check_told(program, box, head + mark + tail.replace('value="6"', 'value="7"', 1), ["count-parts"], path)


def two_total_rows_that_disagree_are_told(program, box):
    total = '<total id="t1" label="Cộng">\n<stated source="TW">30</stated>\n</total>\n' \
            '<total id="t2" label="Tổng">\n<stated unit="dong">31000000</stated>\n</total>'
    rows = [activity_xml("r1", "1", "Một", [("30", "TW", None)]), total]
    _check_told(program, box, plan_xml(table_xml(*rows, layout="activities-with-schedule")), ["groups-total", "total-rows"])


def an_amount_under_a_blank_cell_of_its_group_is_told(program, box):
    rows = ['<group id="b-I" no="I" title="Nhóm">', '<stated source="TW" year="2026">10</stated>',
            activity_xml("b-I-1", "1", "Một", [("10",), ("7", "DP")]), "</group>",
            '<group id="b-II" no="II" title="Nhóm">', '<stated source="DP" year="2026">3</stated>',
            activity_xml("b-II-1", "1", "Hai", [("3", "DP")]), "</group>"]
    _check_told(program, box, plan_xml(table_xml(*rows)), ["rows-group"])


def a_total_that_lacks_a_cell_is_told_and_noted(program, box):
    rows = ['<group id="b-I" no="I" title="Nhóm">', '<stated source="TW" year="2026">10</stated>',
            '<stated source="TW" year="2027">7</stated>',
            activity_xml("b-I-1", "1", "Một", [("10",), ("7", "TW", "2027")]), "</group>",
            '<total id="t1" label="Cộng">\n<stated source="TW" year="2026">10</stated>\n</total>']
    _check_told(program, box, plan_xml(table_xml(*rows)), ["groups-total"])
    notes = " ".join(read(box.at("out", "annex", "thu.txt")).replace("|", " ").split())
    check("Cộng, TW, 2027: Văn bản để trống; cộng các phần được 7 (triệu đồng)." in notes, notes)


def an_amount_that_is_not_the_sum_of_its_parts_is_told(program, box):
    inner = [activity_xml("r1-a", "a", "A", [("10",)]), activity_xml("r1-b", "b", "B", [("20",)])]
    rows = ['<activity id="r1" no="1" title="Một">', '<amount source="TW" year="2026">31</amount>', *inner, "</activity>"]
    _check_told(program, box, plan_xml(table_xml(*rows)), ["rows-group"])


def _heading(row, no, *parts):
    inner = "\n".join(activity_xml(f"{row}-{number}", letter, f"Việc {row} {letter}", [(part,)])
                      for number, (letter, part) in enumerate(zip("abcd", parts)))
    return f'<activity id="{row}" no="{no}" title="Đề mục {no}">\n{inner}\n</activity>'


def a_heading_that_prints_no_sums_is_passed_through_to_its_rows(program, box):
    """31 = 11 + (10 + 10): the heading between has no cells, which is not the same as blank cells."""
    group = ['<group id="g1" no="I" title="Nhóm">', '<stated source="TW" year="2026">31</stated>',
             activity_xml("r1", "1", "Một", [("11",)]), _heading("r2", "2", 10, 10), "</group>"]
    total = ['<group id="g2" no="II" title="Nhóm hai">', activity_xml("r3", "1", "Ba", [("9",)]), "</group>",
             '<total id="t1" label="Cộng"><stated source="TW" year="2026">40</stated></total>']
    plan = put(box, "plan.xml", plan_xml(table_xml(*group, *total)))
    check_equal(findings(program, box, plan), [], "findings")
    check_equal({(line["subject"], line["computed"], line["verdict"]) for line in ask(program, box, "reconcile", plan)},
                {("g1", "31000000", "holds"), ("t1", "40000000", "holds")}, "ledger")


def a_total_over_headings_that_print_no_sums_is_compared_with_their_rows(program, box):
    rows = [f'<group id="g{number}" no="{no}" title="Nhóm {no}">\n{activity_xml(f"r{number}", "1", f"Việc {no}", [(part,)])}'
            "\n</group>" for number, (no, part) in enumerate([("I", "11"), ("II", "10")], 1)]
    total = '<total id="t1" label="Cộng">\n<stated source="TW" year="2026">25</stated>\n</total>'
    _check_told(program, box, plan_xml(table_xml(*rows, total)), ["groups-total"])


def what_holds_is_not_told(program, box):
    """Of the five decisions only what the reviewed acceptances name is told as a difference or as incomplete."""
    for plan, count in [("ba-ria-vung-tau-2021-2025", 0), (BINH_DINH, 0), ("dak-nong-2021-2025", 0), (THAI_BINH, 6)]:
        found = [record for record in findings(program, box, decision(plan)) if record["severity"] == "warning"]
        check_equal(len(found), count, f"{plan}: warnings")
