"""Observations: what is worth a look though no equality fails. Those of the five decisions are listed by hand from the texts."""
import os
from collections import Counter

from auditing import DECISIONS, PLANS, activity_xml, decision, findings, line_of, of_code, plan_xml, put, table_xml
from behaviour import ALL_MADE, check, check_equal, read

BA_RIA, BINH_DINH, DAK_NONG, DONG_NAI, THAI_BINH = (f"{name}-2021-2025" for name in (
    "ba-ria-vung-tau", "binh-dinh", "dak-nong", "dong-nai", "thai-binh"))

# plan, code, words that the message holds; read from the texts of the decisions.
LISTED = [
    # Mục I.2: targets that name no value.
    (BA_RIA, "OB-007", "«Tăng cường hỗ trợ doanh nghiệp sử dụng các mô hình thương mại điện tử B2C, B2B, B2G, ...»"),
    (BA_RIA, "OB-007", "«Áp dụng phổ biến chữ ký số và chứng thực chữ ký số"),
    (BA_RIA, "OB-007", "«Đào tạo phát triển nguồn nhân lực thương mại điện tử, qua đó nâng cao năng lực"),
    (BA_RIA, "OB-007", "«Tiếp tục duy trì và phát triển các sàn giao dịch thương mại điện tử của tỉnh"),
    (BA_RIA, "OB-007", "«Đẩy mạnh sử dụng chữ ký điện tử, chứng thư điện tử trong cơ quan nhà nước»"),
    # Mục II.3.2, b and e.
    (BINH_DINH, "OB-007", "«Phối hợp với Bộ Công Thương xây dựng và đưa vào vận hành cơ sở dữ liệu dùng chung"),
    (BINH_DINH, "OB-007", "«Xây dựng thang đánh giá mức độ chuyển đổi số của doanh nghiệp»"),
    # Mục II.4.4, a: "05 lớp, mỗi năm tổ chức 01 lớp (khoảng 100 – 150 học viên/lớp)"; đ: "1.000 lượt …".
    (BINH_DINH, "OB-008", "5 lớp là 500 - 750 người; mục tiêu đào tạo là 1.000 lượt"),
    # Issued by the UBND; the plan's heading says "của Chủ tịch UBND tỉnh Đắk nông".
    (DAK_NONG, "OB-003", "«Chủ tịch UBND tỉnh Đắk nông» ở Tiêu đề Kế hoạch, khác «Ủy ban nhân dân tỉnh Đắk Nông»"),
    # Mục II.2.2, twice "tối thiểu 05 lớp, mỗi lớp dự kiến 50 học viên"; 2.4: "Trên 500 lượt …".
    (DAK_NONG, "OB-008", "5 lớp là 250 người; mục tiêu đào tạo là > 500 lượt (lớp đào tạo về thương mại điện tử cho cán bộ"),
    (DAK_NONG, "OB-008", "5 lớp là 250 người; mục tiêu đào tạo là > 500 lượt (lớp đào tạo, tập huấn ngắn hạn"),
    # Heading "Số: 319/QĐ-UBND"; both annexes "Quyết định số 3192 /QĐ-UBND".
    (THAI_BINH, "OB-001", "«319» ở Phần đầu Quyết định, khác số 3192"),
    # Issued by the Chủ tịch; annex I "của Ủy ban nhân dân tỉnh", annex II "của Ủy ban nhân dân tỉnh Thái Bình".
    (THAI_BINH, "OB-003", "«Ủy ban nhân dân tỉnh» ở Phụ lục I, khác «Chủ tịch Ủy ban nhân dân tỉnh Thái Bình»"),
    (THAI_BINH, "OB-003", "«Ủy ban nhân dân tỉnh Thái Bình» ở Phụ lục II, khác «Chủ tịch Ủy ban nhân dân tỉnh Thái Bình»"),
    # "Luật Giao dịch điện tử ngày 29/5/2005"; the other four say ngày 29 tháng 11 năm 2005.
    (THAI_BINH, "OB-004", "«Luật Giao dịch điện tử» ghi ngày 29 tháng 5 năm 2005"),
    # Mục I.2, d: the last two.
    (THAI_BINH, "OB-007", "«Duy trì, phát triển sàn giao dịch TMĐT của tỉnh liên kết với các đơn vị có liên quan"),
    (THAI_BINH, "OB-007", "«Hình thành một số doanh nghiệp kinh doanh dịch vụ TMĐT có uy tín"),
    # Phụ lục I, II.1 "(50 triệu/lớp/năm)": 50 in each year but 2022, which is blank.
    (THAI_BINH, "OB-009", "(50 triệu/lớp/năm)» nói 50 mỗi năm, năm 2022 ghi trống"),
    # Phụ lục I, V.1 "(1 doanh nghiệp x 70 triệu/DN/năm = 70 triệu)": 45 + 25 + 10 in 2023 and 2024.
    (THAI_BINH, "OB-009", "(1 doanh nghiệp x 70 triệu/DN/năm = 70 triệu)» nói 70 mỗi năm, năm 2023 ghi 80"),
    (THAI_BINH, "OB-009", "(1 doanh nghiệp x 70 triệu/DN/năm = 70 triệu)» nói 70 mỗi năm, năm 2024 ghi 80"),
    # Phụ lục II, II.5 and II.12: the same words, ";" after the one and "." after the other.
    (THAI_BINH, "OB-005", "«Tuyên truyền, phổ biến, nâng cao nhận thức và kỹ năng ứng dụng thương mại điện tử cho cộng đồng"),
]


def _observed(found):
    return [record for record in found if record["code"].startswith("OB-")]


def _plan_of(record):
    return os.path.splitext(os.path.basename(record["file"]))[0]


def _observe(program, box, plan, *others):
    """Observations on a plan written for the test, which may hold nothing worse than notes."""
    for number, text in enumerate((plan, *others)):
        put(box, f"in/{number}.xml", text)
    return _observed(findings(program, box, "in", status=ALL_MADE))


def every_observation_listed_by_hand_is_found_and_nothing_else(program, box):
    left = _observed(findings(program, box, DECISIONS))
    check_equal({record["severity"] for record in left}, {"note"}, "severities")
    for plan, code, words in LISTED:
        found = [record for record in left if (_plan_of(record), record["code"]) == (plan, code)
                 and words in record["message"]]
        check_equal(len(found), 1, f"{plan} {code}: “{words}”")
        left.remove(found[0])
    check_equal([(_plan_of(record), record["code"], record["message"]) for record in left], [], "observed beyond the list")


def dong_nai_yields_no_observation(program, box):
    check_equal(_observed(findings(program, box, decision(DONG_NAI))), [], "observations")


def an_observation_is_never_a_difference(program, box):
    """Each is a note; alone it leaves the status at 0."""
    for plan in (BA_RIA, BINH_DINH, DAK_NONG):
        findings(program, box, decision(plan), status=ALL_MADE)


def a_repeated_task_names_the_line_of_the_first(program, box):
    found = of_code(findings(program, box, decision(THAI_BINH)), "OB-005")
    check_equal([record["subject"] for record in found], ["pl2-II-12"], "subjects")
    first = line_of(decision(THAI_BINH), '<activity id="pl2-II-5"')
    check(any(f"đã có ở dòng {line}:" in found[0]["message"] for line in (first, first + 1, first + 2)),
          f"the first stands on line {first}: {found[0]['message']}")


def citations_of_each_decision_as_in_its_ledger(program, box):
    """What check observes about citations is what the ledger leaves unchecked as an observation."""
    for plan in PLANS:
        found = of_code(findings(program, box, decision(plan)), "OB-001", "OB-002", "OB-003")
        done = program.run("reconcile", decision(plan), "--format", "csv", cwd=box.path).stdout
        lines = [line for line in done.splitlines() if ",citation," in line and line.endswith(",unchecked,observation")]
        check_equal(Counter(record["line"] for record in found), Counter(int(line.split(",")[2]) for line in lines), plan)


# ---- a law dated otherwise in another decision ----

def _basis(date, title="Luật Giao dịch điện tử", number=None):
    said = f' number="{number}"' if number else ""
    return f'<basis{said} date="{date}">{title}</basis>'


def _with_bases(*bases, plan="thu", unit="92"):
    return plan_xml("", "\n".join(bases), plan=plan, unit=unit)


def a_law_is_compared_only_within_the_run(program, box):
    check_equal(of_code(findings(program, box, decision(THAI_BINH)), "OB-004"), [], "with Thái Bình alone")
    found = of_code(findings(program, box, decision(THAI_BINH), decision(DAK_NONG), decision(DONG_NAI)), "OB-004")
    check_equal([_plan_of(record) for record in found], [THAI_BINH], "with two others")
    check("ghi ngày 29 tháng 5 năm 2005" in found[0]["message"] and "29 tháng 11 năm 2005" in found[0]["message"],
          found[0]["message"])
    check_equal(found[0]["line"], line_of(decision(THAI_BINH), "Luật Giao dịch điện tử"), "line")


def the_date_that_more_decisions_give_is_the_one_compared_with(program, box):
    plans = [_with_bases(_basis(date), plan=f"p{number}", unit=unit) for number, (date, unit) in enumerate(
        [("2005-05-29", "92"), ("2005-11-29", "01"), ("2005-11-29", "79")])]
    found = of_code(_observe(program, box, *plans), "OB-004")
    check_equal([(os.path.basename(record["file"])) for record in found], ["0.xml"], "files observed")


def the_same_law_by_the_same_date_is_no_matter(program, box):
    plans = [_with_bases(_basis("2005-11-29"), _basis("2006-06-29", "Luật Công nghệ thông tin"), plan=f"p{number}", unit=unit)
             for number, unit in enumerate(["92", "01"])]
    check_equal(of_code(_observe(program, box, *plans), "OB-004"), [], "observations")


def a_number_given_again_in_another_year_is_another_document(program, box):
    """Numbers start anew each year: Chỉ thị 16/CT-TTg of 2017 and of 2020 are two documents."""
    plan = _with_bases(_basis("2017-05-04", "Chỉ thị về cách mạng công nghiệp lần thứ tư", "16/CT-TTg"),
                       _basis("2020-03-31", "Chỉ thị về phòng, chống dịch", "16/CT-TTg"))
    check_equal(of_code(_observe(program, box, plan), "OB-004"), [], "observations")


def a_numbered_document_with_two_dates_of_one_year_is_observed(program, box):
    plans = [_with_bases(_basis(date, title, "645/QĐ-TTg"), plan=f"p{number}", unit=unit) for number, (date, title, unit)
             in enumerate([("2020-05-15", "Quyết định phê duyệt Kế hoạch", "92"),
                           ("2020-05-25", "Quyết định về việc phê duyệt Kế hoạch", "01")])]
    check_equal(len(of_code(_observe(program, box, *plans), "OB-004")), 1, "observations")


# ---- numbering ----

def _jumps(program, box, numbers):
    rows = [activity_xml(f"r{place}", number, f"Việc thứ {place}", [("1",)]) for place, number in enumerate(numbers)]
    found = of_code(_observe(program, box, plan_xml(table_xml(*rows))), "OB-006")
    return [(numbers[int(record["subject"][1:]) - 1], numbers[int(record["subject"][1:])]) for record in found]


def a_number_left_out_is_observed(program, box):
    for numbers, expected in [("1 2 4", [("2", "4")]), ("1 3 5", [("1", "3"), ("3", "5")]), ("a b d đ", [("b", "d")]),
                              ("I II IV", [("II", "IV")]), ("IX XI", [("IX", "XI")]), ("c d e", [("d", "e")]),
                              ("e h", [("e", "h")]), ("1.1 1.2 1.4", [("1.2", "1.4")]), ("2.9 2.11", [("2.9", "2.11")]),
                              ("9 11", [("9", "11")]), ("i l", [("i", "l")])]:
        check_equal(_jumps(program, box, numbers.split()), expected, numbers)


def numbers_out_of_order_or_twice_are_observed(program, box):
    for numbers, expected in [("1 3 2", [("1", "3"), ("3", "2")]), ("1 2 2 3", [("2", "2")]),
                              ("a b c đ d", [("c", "đ"), ("đ", "d")]), ("II I", [("II", "I")])]:
        check_equal(_jumps(program, box, numbers.split()), expected, numbers)


def numbers_that_follow_one_another_are_no_matter(program, box):
    for numbers in ["1 2 3", "a b c d đ e g", "g h i k l m n o p q r s t u v x y", "I II III IV V VI VII VIII IX X XI",
                    "XXXIX XL XLI", "8 9 10 11", "1.1 1.2 1.3", "1.9 1.10 1.11", "2.3.1 2.3.2", "01 02 03", "5"]:
        check_equal(_jumps(program, box, numbers.split()), [], numbers)


def a_number_that_is_no_number_is_no_matter(program, box):
    for numbers in ["1 2 2a 3", "* * *", "- + -", "A B C D Đ E", "i ii iii iv v", "f j w z", "1) 2) 4)"]:
        check_equal(_jumps(program, box, numbers.split()), [], numbers)


def two_ways_of_counting_beside_each_other_are_not_compared(program, box):
    """Headings and rows keyed side by side: I 1 2 II 1 2."""
    for numbers in ["I 1 2 II 1 2", "1 a b 2 a b", "A 1 2 B 1 2", "1.1 1.2 2.1 2.2"]:
        check_equal(_jumps(program, box, numbers.split()), [], numbers)


def each_group_counts_for_itself(program, box):
    rows = [f'<group id="{group}" no="{no}" title="Nhóm {no}">\n' +
            "\n".join(activity_xml(f"{group}-{number}", str(number), f"Việc {no}.{number}", [("1",)]) for number in numbers)
            + "\n</group>" for group, no, numbers in [("g1", "I", (1, 2)), ("g2", "II", (1, 2, 3)), ("g3", "IV", (1, 3))]]
    found = of_code(_observe(program, box, plan_xml(table_xml(*rows))), "OB-006")
    check_equal([record["subject"] for record in found], ["g3", "g3-3"], "subjects")


# ---- labels, tasks, targets, classes ----

def _labels(program, box, cells, label, layout="activities-by-year-and-source"):
    row = activity_xml("r1", "1", "Lớp học", cells, label)
    found = of_code(_observe(program, box, plan_xml(table_xml(row, layout=layout))), "OB-009")
    return [(record["year"], record["stated"], record["computed"]) for record in found]


def a_yearly_cost_in_a_label_is_compared_with_every_year(program, box):
    label = '<labelSum unitPrice="50" per="lớp/năm"/>'
    check_equal(_labels(program, box, [("50",), ("50", "TW", "2027")], label), [], "both years 50")
    check_equal(_labels(program, box, [("50",)], label), [("2027", "50000000", None)], "a blank year")
    check_equal(_labels(program, box, [("30",), ("20", "DP"), ("45", "TW", "2027")], label),
                [("2027", "50000000", "45000000")], "50 of two sources; 45")
    check_equal(_labels(program, box, [("lost",), ("50", "TW", "2027")], label), [], "a lost cell")
    label = '<labelSum count="5" countUnit="DN" unitPrice="15" per="năm" result="75"/>'
    check_equal(_labels(program, box, [("75",), ("70", "TW", "2027")], label), [("2027", "75000000", "70000000")], "5 × 15")


def a_cost_that_is_not_yearly_is_not_compared_with_years(program, box):
    """ "2 lớp x 5 triệu = 10 triệu" for the whole period: 4 in one year and 6 in the other is no matter."""
    label = '<labelSum count="2" countUnit="lớp" unitPrice="5" result="10"/>'
    check_equal(_labels(program, box, [("4",), ("6", "TW", "2027")], label), [], "4 and 6 in two years")


def a_cost_in_a_table_without_years_is_not_compared_with_years(program, box):
    for label in ['<labelSum count="2" unitPrice="5" result="10"/>', '<labelSum unitPrice="5" per="lớp/năm"/>']:
        check_equal(_labels(program, box, [("10", "TW", None)], label, "activities-with-schedule"), [], label)


def a_repeated_task_is_observed_whatever_ends_it(program, box):
    for titles, expected in [(("Mở lớp tập huấn;", "Mở lớp tập huấn."), 1), (("Mở lớp tập huấn", "MỞ LỚP TẬP HUẤN"), 1),
                             (("Mở lớp tập huấn", "Mở lớp tập huấn về thuế"), 0), (("Mở lớp A", "Mở lớp B"), 0)]:
        rows = [activity_xml(f"r{place}", str(place), title, [("1",)]) for place, title in enumerate(titles, 1)]
        found = of_code(_observe(program, box, plan_xml(table_xml(*rows))), "OB-005")
        check_equal([record["subject"] for record in found], ["r2"] * expected, f"{titles}")


def a_task_said_three_times_is_observed_twice(program, box):
    rows = [activity_xml(f"r{place}", str(place), "Mở lớp", [("1",)]) for place in (1, 2, 3)]
    found = of_code(_observe(program, box, plan_xml(table_xml(*rows))), "OB-005")
    check_equal([record["subject"] for record in found], ["r2", "r3"], "subjects")


def the_decision_is_compared_with_each_place_that_cites_it(program, box):
    cited = ['<citedAs where="Phần đầu" number="02" date="2026-01-15" organ="UBND thành phố Cần Thơ"/>',
             '<citedAs where="Phụ lục I" number="20"/>', '<citedAs where="Phụ lục II" date="2026-01-16"/>',
             '<citedAs where="Phụ lục III" organ="Chủ tịch Ủy ban nhân dân thành phố Cần Thơ"/>']
    row = activity_xml("r1", "1", "Việc", [("1",)])
    found = _observe(program, box, plan_xml(table_xml(row), "\n".join(cited)))
    check_equal([(record["code"], place in record["message"]) for record, place in
                 zip(found, ("Phụ lục I", "Phụ lục II", "Phụ lục III"))],
                [("OB-001", True), ("OB-002", True), ("OB-003", True)], "observations")
    check_equal(len(found), 3, "observations: “UBND” is no other issuer than “Ủy ban nhân dân”")


def the_list_of_observations_in_the_test_covers_every_code(program, box):
    del program, box
    text = read(os.path.join(os.path.dirname(os.path.dirname(DECISIONS)), "src", "base", "finding.def"))
    codes = {line.split('"')[1] for line in text.splitlines() if line.startswith("FINDING(") and '"OB-' in line}
    # in tests/reject: results-plausibility, beside-each-other, said-and-listed, balances-and-splits, after-the-stop, units-of-measure,
    # amount-below-nothing;
    # in tests/money: OB-055
    elsewhere = {f"OB-0{number}" for number in (22, *range(30, 38), *range(40, 49), 55, 56)}
    check_equal(codes - {code for _, code, _ in LISTED}, {"OB-002", "OB-006", "OB-020"} | elsewhere, "codes that no decision yields")


def two_plans_of_a_unit_for_the_same_years_are_told(program, box):
    """Both count in every report of those years; a link between them, another unit or other years say that they may."""
    rows = table_xml(activity_xml("r1", "1", cells=[("1", "TW", "2026")]))
    first = put(box, "a.xml", plan_xml(rows, plan="mot"))
    link = '<period first="2026"', '<relation kind="amends" plan="mot" effective="2026-06-01"/>\n<period first="2026"'
    longer = plan_xml(rows, plan="hai", last=2028)
    later = longer.replace('<period first="2026"', '<period first="2028"').replace('year="2026"', 'year="2028"')
    for text, told in [(longer, ["2026-2027"]), (plan_xml(rows, plan="hai", last=2026), ["2026"]),
                       (longer.replace(*link), []), (later, []), (longer.replace('unit="92"', 'unit="48"'), [])]:
        found = of_code(findings(program, box, first, put(box, "b.xml", text)), "IN-058")
        check_equal([(record["subject"], "«mot» cho năm " + years + ";" in record["message"]) for record, years in
                     zip(found, told)], [("mot", True)] * len(told), "plans told")
        check_equal(len(found), len(told), text)
