"""Drafts of the five decisions from text, Word, Excel and a web page, beside what was keyed by hand; marks, and what ends them."""
import os
import re

from behaviour import ALL_MADE, DECISIONS, REFUSED, ROOT, WARNINGS, check, check_equal, read, write
from measuring import KINDS, scores

TEXTS = os.path.join(ROOT, "tests", "data", "draft")
OFFICE = os.path.join(TEXTS, "office")
PLANS = ["ba-ria-vung-tau-2021-2025", "dak-nong-2021-2025", "dong-nai-2021-2025", "binh-dinh-2021-2025", "thai-binh-2021-2025"]
MADE = ["ba-ria-vung-tau-2021-2025", "binh-dinh-2021-2025", "thai-binh-2021-2025"]
KEYED = os.path.join(TEXTS, "keyed")
# Two decisions with invented figures, of other programmes, keyed by hand before anything read them.
OCOP, INDUSTRY = "lao-cai-ocop-2026-2030", "ca-mau-khuyen-cong-2026-2028"
# Two more, whose annexes are called by other names and have lines under their titles and below their tables.
COMMERCE, TRADE = "tuyen-quang-tmdt-2026-2028", "quang-tri-xttm-2026"


def _keyed(plan):
    return os.path.join(DECISIONS, plan + ".xml")


# Each file, and the plan that was keyed from it by hand.
FILES = [(os.path.join(TEXTS, plan + ".txt"), _keyed(plan)) for plan in PLANS] + \
    [(os.path.join(OFFICE, plan + suffix), _keyed(plan)) for suffix in (".docx", ".xlsx", ".html") for plan in MADE] + \
    [(os.path.join(TEXTS, plan + ".txt"), os.path.join(KEYED, plan + ".xml")) for plan in (OCOP, INDUSTRY)] + \
    [(os.path.join(OFFICE, OCOP + ".docx"), os.path.join(KEYED, OCOP + ".xml")),
     (os.path.join(OFFICE, INDUSTRY + ".xlsx"), os.path.join(KEYED, INDUSTRY + "-xlsx.xml")),
     (os.path.join(OFFICE, COMMERCE + ".docx"), os.path.join(KEYED, COMMERCE + ".xml")),
     (os.path.join(OFFICE, TRADE + ".xlsx"), os.path.join(KEYED, TRADE + ".xml"))]
# Kinds whose every atom is a figure, a date, a number or a code: none may be wrong without a mark.
FIGURES = ["metadata", "references", "sources", "targets", "past results", "prose money", "table figures"]
# A workbook has the tables and what stands above them; the rest of the decision is not in it.
IN_WORKBOOK = ["table figures", "table rows", "annexes"]


def _draft(program, box, path, folder="out"):
    done = program.run("draft", path, "-o", folder, cwd=box.path)
    name = os.path.splitext(os.path.basename(path))[0] + ".xml"
    return done, box.at(folder, "draft", name)


def _kinds(path):
    return IN_WORKBOOK if path.endswith(".xlsx") else KINDS


def table_of(program, where):
    """The table that tests/draft/expected.txt holds."""
    lines = [f"{'file':34} {'kind':14} {'keyed':>6} {'right':>6} {'marked':>6} {'missed':>6} {'wrong':>6}"]
    for place, (path, keyed) in enumerate(FILES):
        _, made = _draft(program, where, path, f"out{place}")
        found, doubts = scores(keyed, made, _kinds(path))
        name = os.path.basename(path)
        for kind, score in found.items():
            lines.append(f"{name:34} {kind:14} {score.keyed:6} {score.right:6} {score.marked:6} {score.missed:6} {score.wrong:6}")
        total = [sum(column) for column in zip(*found.values())]
        lines.append(f"{name:34} {'all':14} {total[0]:6} {total[1]:6} {total[2]:6} {total[3]:6} {total[4]:6}   {doubts} marks")
    return "\n".join(lines) + "\n"


def what_is_found_right_is_as_recorded(program, box):
    check_equal(table_of(program, box), read(os.path.join(ROOT, "tests", "draft", "expected.txt")), "tests/draft/expected.txt")


def no_figure_is_wrong_without_a_mark(program, box):
    for place, (path, keyed) in enumerate(FILES):
        _, made = _draft(program, box, path, f"out{place}")
        found, _ = scores(keyed, made, _kinds(path))
        for kind in FIGURES:
            if kind in found:
                check_equal(found[kind].wrong, 0, f"{os.path.basename(path)}: {kind} that are wrong without a mark")


def every_mark_is_an_error_of_check_at_its_line(program, box):
    for path, _ in FILES[:5]:
        _, made = _draft(program, box, path)
        lines = [number for number, line in enumerate(read(made).splitlines(), 1) if "<?doubt " in line]
        done = program.run("check", made, cwd=box.path)
        check_equal(done.status, REFUSED, "status of check")
        told = sorted(int(line.removeprefix(made + ":").partition(":")[0]) for line in done.stdout.splitlines() if line.endswith("[lỗi DR-010]"))
        check_equal(told, lines[:20], "lines of DR-010")


def a_draft_without_marks_is_a_plan_of_which_the_annex_is_made(program, box):
    _, made = _draft(program, box, FILES[0][0])
    text = read(made)
    write(box.at("in", "plan.xml"), "".join(line + "\n" for line in text.splitlines() if "<?doubt " not in line))
    done = program.run("check", "in", cwd=box.path)
    check(done.status in (ALL_MADE, WARNINGS), f"check ends with {done.status}:\n{done.stdout}")
    done = program.run("annex", "in", "-o", "out2", "--formats", "txt", cwd=box.path)
    check(done.status in (ALL_MADE, WARNINGS), f"annex ends with {done.status}:\n{done.stderr}")
    annex = read(box.at("out2", "annex", "ba-ria-vung-tau-2021-2025.txt"))
    for figure in ["1.924,5", "2.224,5", "244,5"]:
        check(figure in annex, f"the annex has no {figure}")


def a_report_is_not_made_from_a_draft_with_marks(program, box):
    _, made = _draft(program, box, FILES[0][0])
    done = program.run("annex", made, "-o", "out2", "--formats", "txt", cwd=box.path)
    check_equal(done.status, REFUSED, "status of annex")
    check_equal([name for name in box.files("out2") if name.endswith(".txt")], [], "annexes made")


def every_figure_has_its_place(program, box):
    for path, _ in FILES[:5]:
        _, made = _draft(program, box, path)
        for line in read(made).splitlines():
            if re.search(r"<(amount|stated|target|basis|citedAs) ", line):
                check("<?at " in line, f"no place: {line}")


def a_draft_is_never_replaced(program, box):
    _, made = _draft(program, box, FILES[0][0])
    write(made, "of somebody")
    done, _ = _draft(program, box, FILES[0][0])
    check_equal((done.status, read(made)), (REFUSED, "of somebody"), "status, and what is on disk")
    check("[lỗi DR-015]" in done.stderr, done.stderr)


HEAD = """Số: 12/QĐ-UBND

Thái Bình, ngày 05 tháng 02 năm 2021

QUYẾT ĐỊNH

Ban hành Kế hoạch phát triển thương mại điện tử tỉnh Thái Bình giai đoạn 2021-2025

ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH

QUYẾT ĐỊNH:

KẾ HOẠCH

Phát triển thương mại điện tử tỉnh Thái Bình giai đoạn 2021-2025

I. MỤC TIÊU

2. Mục tiêu cụ thể

"""


def _drafted(program, box, text):
    write(box.at("plan.txt"), HEAD + text)
    _, made = _draft(program, box, box.at("plan.txt"))
    return read(made).splitlines()


def _doubt_before(lines, start):
    """The marks right before the line that holds a text."""
    at = next(number for number, line in enumerate(lines) if start in line)
    first = at
    while "<?doubt " in lines[first - 1]:
        first -= 1
    return " ".join(lines[first:at])


def a_number_that_reads_in_two_ways_is_marked(program, box):
    lines = _drafted(program, box, """II. KINH PHÍ

Đơn vị tính: triệu đồng

STT\tNguồn kinh phí\t2021\t2022
1\tNgân sách tỉnh\t1.377\t250
2\tNgân sách trung ương\t1,377\t12,5
""")
    check("hiểu hai cách" in _doubt_before(lines, ">1377<"), "1.377 is not marked")
    check("hiểu hai cách" in _doubt_before(lines, ">1.377<"), "1,377 is not marked")
    check_equal((_doubt_before(lines, ">250<"), _doubt_before(lines, ">12.5<")), ("", ""), "marks of 250 and 12,5")


def a_sum_proves_that_a_dot_groups_thousands(program, box):
    lines = _drafted(program, box, """II. KINH PHÍ

Đơn vị tính: triệu đồng

STT\tNguồn kinh phí\t2021\t2022\tTổng cộng
1\tNgân sách tỉnh\t1.377\t250\t1.627
2\tNgân sách trung ương\t1.377\t250\t1.628
""")
    first = [number for number, line in enumerate(lines) if ">1377<" in line]
    check("<?doubt " not in lines[first[0] - 1], "the sum of the first row proves 1.377")
    check("<?doubt " in lines[first[1] - 1], "the sum of the second row proves nothing")


def comparators_units_and_years_are_read_as_print_says(program, box):
    lines = _drafted(program, box, """a) Về thị trường

- Phấn đấu đến năm 2024, ít nhất 1.200 lượt doanh nghiệp được tập huấn;

- Không quá 12,5% đơn hàng bị trả lại;

- Tăng 20% doanh số;

- Kim ngạch tăng 15%/năm;

- Xây dựng 07 trạm ở địa phương.
""")
    text = "\n".join(lines)
    for expected in ['op="ge" value="1200" unit="lượt" year="2024"', 'op="le" value="12.5" unit="%"', 'kind="growth" op="eq" value="15" unit="%/năm"']:
        check(expected in text, f"not found: {expected}\n{text}")
    check("mỗi năm hay cả giai đoạn" in _doubt_before(lines, ">Tăng 20% doanh số<"), "a growth without its period is not marked")
    check("không rõ đơn vị" in _doubt_before(lines, ">Xây dựng 07 trạm ở địa phương<"), "a number without a known unit is not marked")


def what_a_target_says_beside_its_number_is_keyed_or_marked(program, box):
    lines = _drafted(program, box, """a) Đến năm 2025

- Tỷ lệ không thấp hơn 90%.

- Tỷ lệ lỗi thấp hơn 5%.

- Tỷ lệ không cao hơn 8%.

- Xây dựng 10 cơ sở dữ liệu.

- Kết nối 77% thôn.

- Tỷ lệ tối thiểu phải đạt 85%.

- 80% cán bộ từ phó phòng trở lên học.

- Tiết kiệm ≥ 11% điện.

- Mất mát -6% nước.

- Năm 2023 đạt 60% hồ sơ.

- Đến năm 2024, 81% xã có mạng, 50% thôn có mạng.

- Mỗi năm mở 25 lớp.

- Ít nhất 8/11 huyện có điểm.

b) Giai đoạn 2021 - 2023

- Đào tạo 300 lao động.
""")
    for expected in ['op="ge" value="90"', 'op="lt" value="5"', 'op="le" value="8"', 'value="10" unit="cơ sở dữ liệu"', 'value="77"']:
        check_equal(_doubt_before(lines, expected), "", f"marks of {expected}")
    for start, said in [('value="85"', "tối thiểu"), ('value="80"', "trở lên"), ('value="11"', "≥"), ('value="6"', "-6"),
                        ('value="60"', "2023"), ('value="50"', "vế trước"), ('value="25"', "accumulation"), ('op="none"', "8/11"),
                        ('title="Giai đoạn 2021 - 2023"', "giai đoạn")]:
        check(said in _doubt_before(lines, start), f"{start}: no mark says {said}: {_doubt_before(lines, start)}")


def what_money_in_a_sentence_is_for_is_keyed_or_marked(program, box):
    lines = _drafted(program, box, """II. KINH PHÍ

Tổng kinh phí giai đoạn 2021 - 2025: 315,7 tỷ đồng.

- Ngân sách tỉnh năm 2022 là 12,5 tỷ đồng.

- Ngân sách tỉnh mỗi năm 25,5 tỷ đồng.

- Ngân sách tỉnh giai đoạn 2021 - 2023: 35,5 tỷ đồng.

- Ngân sách tỉnh 17,5 triệu đồng/xã.

- Ngân sách tỉnh từ 18 đến 20 tỷ đồng.

- Ngân sách tỉnh không dưới 13,25 tỷ đồng.

- Ngân sách tỉnh thấp hơn 22,5 tỷ đồng.

- Ngân sách tỉnh 16,25 nghìn tỷ đồng.
""")
    text = "\n".join(lines)
    check_equal([_doubt_before(lines, f">{number}</stated>") for number in ("13.25", "22.5")], [""] * 2, "marks of what is keyed as it says")
    check('op="at-least">13.25<' in text and 'op="below">22.5<' in text, f"comparators\n{text}")
    for number, said in [("12.5", "một năm"), ("25.5", "một năm"), ("35.5", "một năm"), ("17.5", "mỗi đơn vị"), ("20", "khoảng")]:
        check(said in _doubt_before(lines, f">{number}</stated>"), f"{number}: no mark says {said}\n{text}")
    check("16,25 nghìn tỷ" in _doubt_before(lines, "<plan "), "thousands of billions are dropped in silence")


def words_that_contradict_their_amount_are_marked(program, box):
    lines = _drafted(program, box, """II. KINH PHÍ

Tổng kinh phí: 4.700 triệu đồng (Bốn tỷ bảy trăm triệu đồng).

- Ngân sách tỉnh: 1.500 triệu đồng (Một tỷ năm trăm triệu đồng);

- Ngân sách trung ương: 3.200 triệu đồng (Ba tỷ ba trăm triệu đồng).
""")
    check_equal((_doubt_before(lines, ">4700<"), _doubt_before(lines, ">1500<")), ("", ""), "marks of amounts that their words prove")
    check("khác nhau" in _doubt_before(lines, ">3200<"), "an amount that its words contradict is not marked")


def a_plan_of_another_programme_and_form_is_read_or_marked(program, box):
    """A text with invented figures whose form none of the five decisions has: a number row, other heads, one year."""
    _, made = _draft(program, box, os.path.join(TEXTS, "khuyen-cong-2026.txt"))
    lines = read(made).splitlines()
    text = "\n".join(lines)
    for expected in ['unit="52" programme="khuyen-cong" asOf="2026-03-12"', "<typeName>Kế hoạch</typeName>", '<period first="2026" last="2026"/>',
                     'op="ge" value="15" unit="cơ sở"', 'op="range" low="80" high="85" unit="%"', 'kind="growth" op="eq" value="12.5" unit="%/năm"',
                     '<column head="KCQG" width="20mm" source="TW" align="right"/>', "<n>3=4+5</n>", '<amount source="DP">1150</amount>',
                     '<stated source="DP" as="dash"/>', '<text name="time">Quý II/2026</text>', "<lead>Trung tâm Khuyến công</lead>"]:
        check(expected in text, f"not found: {expected}")
    for number in ["7850", "3200", "2150", "2500"]:  # of the sentence: nothing proves them
        check("hiểu hai cách" in _doubt_before(lines, f">{number}</stated> <?at đoạn"), f"{number} of the sentence is not marked")
    check("không thấy người ký" in _doubt_before(lines, "<signer>"), "a missing signer is not marked")


def the_head_of_a_document_in_a_table_without_lines_is_read(program, box):
    def cell(*lines):
        return "<td>" + "".join(f"<p>{line}</p>" for line in lines) + "</td>"
    head = cell("ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH") + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    number = cell("Số: 77/QĐ-UBND") + cell("Thái Bình, ngày 05 tháng 02 năm 2021")
    signed = cell("Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.") + cell("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Nguyễn Văn Ví Dụ")
    body = "".join(f"<p>{line}</p>" for line in ["QUYẾT ĐỊNH", "Ban hành Kế hoạch khuyến công tỉnh Thái Bình giai đoạn 2021-2025",
                                                  "ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH", "Điều 1. Ban hành Kế hoạch."])
    write(box.at("page.html"), f"<table><tr>{head}</tr><tr>{number}</tr></table>{body}<table><tr>{signed}</tr></table>")
    _, made = _draft(program, box, box.at("page.html"))
    text = read(made)
    for expected in ["<codeNumber>77</codeNumber>", "<issuedDate>2021-02-05</issuedDate>", "<place>Thái Bình</place>", "<recipient>Lưu: VT</recipient>",
                     "<position>PHÓ CHỦ TỊCH</position>", "<fullName>Nguyễn Văn Ví Dụ</fullName>"]:
        check(expected in text, f"not found: {expected}\n{text}")


def a_column_whose_head_is_not_understood_is_text_under_a_mark(program, box):
    lines = _drafted(program, box, """II. KINH PHÍ

Đơn vị tính: triệu đồng

STT\tNội dung\tDự toán năm 2021\tƯớc thực hiện năm 2021\tSo sánh\tDự kiến năm 2022
1\tTập huấn\t120\t100\t83,3\t150
2\tHội chợ\t200\t210\t105\t220
""")
    text = "\n".join(lines)
    for expected in ['<amount year="2021">120</amount>', '<amount phase="estimated" year="2021">100</amount>']:
        check(expected in text, f"not found: {expected}\n{text}")
    check('<text name="cot-5">83,3</text>' in text and '<text name="cot-6">150</text>' in text, "what is not understood is text")
    marks = _doubt_before(lines, "<table ")
    check("cột 5 («So sánh»)" in marks and "cột 6 («Dự kiến năm 2022»)" in marks and 'phase="assigned"' in marks, marks)


def two_columns_that_read_alike_are_marked(program, box):
    lines = _drafted(program, box, """II. KINH PHÍ

Đơn vị tính: triệu đồng

STT\tNội dung\tNăm 2021\tNăm 2021
1\tTập huấn\t120\t100
""")
    check("<amount" not in "\n".join(lines), "one of two like columns was taken for money")
    check("cột 3" in _doubt_before(lines, "<table ") and "cột 4" in _doubt_before(lines, "<table "), "not marked")


def a_sum_of_dotted_numbers_only_proves_nothing(program, box):
    lines = _drafted(program, box, """II. KINH PHÍ

Đơn vị tính: triệu đồng

STT\tNguồn kinh phí\t2021\t2022\tTổng cộng
1\tNgân sách tỉnh\t1.250\t2.250\t3.500
""")
    for number in ["1250", "2250", "3500"]:
        check("hiểu hai cách" in _doubt_before(lines, f">{number}<"), f"{number} is not marked")


def _workbook(box, rows, styles=()):
    """A workbook of one sheet: rows of values, None for no cell; (reference, number format) of cells that show their number otherwise."""
    import openpyxl
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for reference, number_format in styles:
        book.active[reference].number_format = number_format
    path = box.at("plan.xlsx")
    book.save(path)
    return path


def cells_of_a_workbook_are_read_as_they_show_their_numbers(program, box):
    """46,5% is kept as 0.465, a day as a number, 360 as 360000: what is read is what print would have, or no number at all."""
    rows = [["ĐVT: triệu đồng"], ["STT", "Nội dung", "Năm 2021", "Năm 2022", "Tỷ lệ", "Thời hạn"], [1, "Tập huấn", 120, 100.125, 0.465, 44331],
            [2, "Hội chợ", 360000, 210, 1.05, 44332.5]]
    path = _workbook(box, rows, [("E3", "0.0%"), ("E4", "0%"), ("F3", "dd/mm/yyyy"), ("F4", "dd/mm/yyyy"), ("C4", "#,##0,")])
    _, made = _draft(program, box, path)
    text = read(made)
    for expected in ['<text name="cot-5">46,5%</text>', '<text name="cot-5">105%</text>', '<text name="time">15/05/2021</text>',
                     '<text name="time">44332,5 (ô hiện ngày, giờ)</text>', '<amount year="2021">120</amount>', '<amount year="2022">100.1250</amount>']:
        check(expected in text, f"not found: {expected}\n{text}")
    check("360000 (ô hiện nghìn, triệu)" in _doubt_before(text.splitlines(), 'title="Hội chợ"'), f"the scaled number is not marked\n{text}")
    check(">360000<" not in text and ">360<" not in text, "the scaled number was keyed")


def tables_of_one_sheet_are_apart(program, box):
    """Below each other behind a blank row, and beside each other behind a blank column; a group of one cell belongs to its table."""
    head = ["STT", "Nguồn kinh phí", "Năm 2021", "Năm 2022"]
    beside = [None, "STT", "Nội dung", "Năm 2023"]
    rows = [["ĐVT: triệu đồng"], head + beside, [1, "Ngân sách tỉnh", 10, 20] + [None, 1, "Tập huấn", 77], [2, "Vốn vay tín dụng", 5, 6],
            [None], [None], ["ĐVT: đồng"], ["STT", "Nội dung", "Năm 2021", "Năm 2022"], [1, "Hội chợ", 1500000, 2500000],
            [None, "Nhóm việc"], [2, "Tập huấn", 3500000, 1000000],
            ["Người lập biểu"]]
    _, made = _draft(program, box, _workbook(box, rows))
    text = read(made)
    check_equal(len(re.findall("<table ", text)), 3, f"tables\n{text}")
    for expected in ['moneyUnit="dong"', '<stated year="2021">1500000</stated>', 'title="Nhóm việc"', '<amount year="2021">3500000</amount>',
                     '<amount year="2023">77</amount> <?at bảng 2, dòng 3, ô 8?>', '<amount year="2022">20</amount>']:
        check(expected in text, f"not found: {expected}\n{text}")
    check("số thứ tự" in _doubt_before(text.splitlines(), 'title="Nhóm việc"'), f"a row without a number is not marked\n{text}")


def a_plan_under_its_own_heading_is_attached_whatever_it_begins_with(program, box):
    """KẾ HOẠCH, then "Thực hiện …": no part of the decision. A programme without a heading of its own is within."""
    for path, how, name in [(os.path.join(TEXTS, OCOP + ".txt"), "attached", "Kế hoạch thực hiện Chương trình mỗi xã một sản phẩm (OCOP) tỉnh Lào Cai giai đoạn 2026 - 2030"),
                            (os.path.join(TEXTS, INDUSTRY + ".txt"), "within", "Chương trình khuyến công địa phương tỉnh Cà Mau giai đoạn 2026 - 2028")]:
        _, made = _draft(program, box, path)
        text = read(made)
        check(f'<decision plan="{how}">' in text and f"<planName>{name}</planName>" in text, text[:1500])


def words_prove_the_same_number_in_a_table(program, box):
    """68.500 and its words prove every number that adds up to it, in sentences and tables; alone each of them reads in two ways."""
    money = """II. KINH PHÍ

Tổng kinh phí: 6.500 triệu đồng{}, trong đó:

- Ngân sách tỉnh: 2.500 triệu đồng;

- Ngân sách trung ương: 4.000 triệu đồng.

Đơn vị tính: triệu đồng

STT\tNguồn kinh phí\tNăm 2021\tNăm 2022\tTổng cộng
1\tNgân sách tỉnh\t1.500\t1.000\t2.500
2\tNgân sách trung ương\t2.000\t2.000\t4.000
\tTổng cộng\t3.500\t3.000\t6.500
"""
    lines = _drafted(program, box, money.format(" (Sáu tỷ năm trăm triệu đồng)"))
    check("hiểu hai cách" not in "\n".join(lines), "what words prove is marked")
    os.remove(box.at("out", "draft", "plan.xml"))
    lines = _drafted(program, box, money.format(""))
    check_equal(sum("hiểu hai cách" in line for line in lines), 12, "marks of what nothing proves")


ANNEX = """II. KINH PHÍ

{heading}

TỔNG HỢP KINH PHÍ

{under}

Đơn vị tính: triệu đồng

STT\tNguồn kinh phí\tNăm 2021\tNăm 2022
1\tNgân sách tỉnh\t10\t20
2\tNgân sách trung ương\t30\t40

{below}
"""


def an_annex_keeps_its_printed_name_and_number(program, box):
    for heading, annex, name in [("PHỤ LỤC II", "II", None), ("Phụ lục 1a", "1a", None), ("Phụ lục I.2", "I.2", None), ("Phụ lục số 01", "01", "Phụ lục số"),
                                 ("Biểu số: 46/CK-NSNN", "46/CK-NSNN", "Biểu số"), ("MẪU BIỂU SỐ 3", "3", "Mẫu biểu số"), ("PHỤ LỤC", "", None)]:
        lines = _drafted(program, box, ANNEX.format(heading=heading, under="(Kèm theo Kế hoạch)", below=""))
        table = next(line for line in lines if "<table " in line)
        check(f' annex="{annex}"' in table and (f' annexName="{name}"' in table if name else "annexName" not in table), f"{heading}: {table}")
        check_equal([line for line in lines if "<subtitle" in line or "<footnote" in line], [], "lines that are none")
        os.remove(box.at("out", "draft", "plan.xml"))


def an_annex_in_one_line_with_its_title_is_read_and_a_table_of_the_text_asked_about(program, box):
    lines = _drafted(program, box, ANNEX.format(heading="Biểu 2: Kinh phí thực hiện", under="", below=""))
    table = next(line for line in lines if "<table " in line)
    check('annex="2" annexName="Biểu"' in table and 'title="Kinh phí thực hiện TỔNG HỢP KINH PHÍ"' in table, table)
    check("thân văn bản" in _doubt_before(lines, "<table "), "a table that may be one of the text is not marked")
    os.remove(box.at("out", "draft", "plan.xml"))
    lines = _drafted(program, box, ANNEX.format(heading="Biểu đồ 1: không phải tên phụ lục", under="Phụ lục kèm theo nêu chi tiết.", below=""))
    check(" annex=" not in next(line for line in lines if "<table " in line), "a sentence was taken for the number of an annex")


def lines_under_the_title_and_below_the_table_are_keyed_or_marked(program, box):
    lines = _drafted(program, box, ANNEX.format(heading="Phụ lục I", under="(Số liệu tính đến ngày 31/12/2021)",
                                                below="Ghi chú: Không gồm vốn ODA.\n\n- Giá năm 2021.\n\n(1) Theo Nghị quyết số 9."))
    text = "\n".join(lines)
    check("<subtitle>(Số liệu tính đến ngày 31/12/2021)</subtitle>" in text, text)
    check_equal(_doubt_before(lines, "<footnote>Ghi chú: Không gồm vốn ODA."), "", "marks of a note that says so")
    for start in ["<footnote>- Giá năm 2021.", "<footnote>(1) Theo Nghị quyết số 9."]:
        check("ghi chú của bảng" in _doubt_before(lines, start), f"{start} is not marked\n{text}")
    os.remove(box.at("out", "draft", "plan.xml"))
    lines = _drafted(program, box, ANNEX.format(heading="Phụ lục I", under="(Kèm theo Kế hoạch)\n\nPhương án chưa thẩm định", below="Văn bản hết."))
    check("Phương án chưa thẩm định" in _doubt_before(lines, "<table "), "a line above the table was dropped in silence")
    check("<footnote" not in "\n".join(lines), "a sentence behind the table was taken for its note")


def a_note_at_the_top_of_the_next_sheet_is_not_of_the_table_before(program, box):
    import openpyxl
    book = openpyxl.Workbook()
    for number, sheet in enumerate([book.active, book.create_sheet("Hai")]):
        for row in ([["Ghi chú: của trang hai"]] if number else []) + [["ĐVT: triệu đồng"], ["STT", "Nội dung", "Năm 2021"], [1, "Hội chợ", 10]] + \
                ([] if number else [["Ghi chú: của trang một"]]):
            sheet.append(row)
    book.save(box.at("two.xlsx"))
    _, made = _draft(program, box, box.at("two.xlsx"))
    check_equal(re.findall("<footnote>([^<]*)<", read(made)), ["Ghi chú: của trang một"], "notes")


def results_of_the_period_before_are_read_and_marked_where_a_sentence_is_cut(program, box):
    head = HEAD.replace("I. MỤC TIÊU", """I. KẾT QUẢ THỰC HIỆN GIAI ĐOẠN 2016 - 2020

Sau 5 lần sửa đổi, đã có 82% doanh nghiệp bán hàng trực tuyến, khoảng 62% doanh nghiệp có website; năm 2020 đạt 42,4 điểm.

- Trên 80% siêu thị nhận thẻ thanh toán.

II. MỤC TIÊU""")
    write(box.at("plan.txt"), head + "- 70% doanh nghiệp có website.\n")
    _, made = _draft(program, box, box.at("plan.txt"))
    lines = read(made).splitlines()
    check('<pastResults first="2016" last="2020">' in "\n".join(lines), "\n".join(lines))
    check_equal(_doubt_before(lines, 'op="gt" value="80" unit="%" where="Mục I Kế hoạch">Trên 80% siêu thị nhận thẻ thanh toán<'), "", "marks of a line")
    for start in ['value="82"', 'op="about" value="62"', 'value="42.4" unit="điểm" year="2020"']:
        check("vế cắt ra" in _doubt_before(lines, start), f"{start} is not marked")
    check("1 số khác trong phần kết quả" in _doubt_before(lines, "<plan "), "a number without a unit is dropped in silence")
    check_equal(sum("<target " in line for line in lines), 1, "targets")
    os.remove(made)
    write(box.at("plan.txt"), head.replace("2016 - 2020", "2021 - 2025") + "- 70% doanh nghiệp có website.\n")
    _draft(program, box, box.at("plan.txt"))
    check("<pastResults" not in read(made), "a section on the plan's own period was taken for what was before")
