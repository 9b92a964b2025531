"""Forms and what comes back: filled in as asked, with every slip of a clerk, and hostile."""

import os
import re
import shutil
import warnings
import xml.etree.ElementTree as ElementTree

from behaviour import ALL_MADE, REFUSED, ROOT, WARNINGS, check, check_equal, read, write
from form import COVER, MONEY, TARGETS, WORDS, Form, column_letters, fill_cover, fill_from

PLAN = os.path.join(ROOT, "input", "decisions", "thai-binh-2021-2025.xml")
RESULTS = os.path.join(ROOT, "input", "examples", "results", "thai-binh-2021-2025-2023.xml")
MONTH = os.path.join(ROOT, "input", "examples", "months", "thai-binh-2021-2025-2024-04.xml")


def _form(program, box, period="2023", results=RESULTS):
    """A form of the plan, filled in with what the illustrative results say."""
    made = program.run("form", "--period", period, "-o", "out", "-q", PLAN, cwd=box.path)
    check(made.status in (ALL_MADE, WARNINGS), made.stderr)
    form = Form(box.at("out", "forms", period, "thai-binh-2021-2025.xlsx"))
    fill_from(form.put, ElementTree.parse(results).getroot())
    return form


def _import(program, box, *forms, plan=PLAN, lang="vi"):
    """What the import says of the forms, without what it says of the plan."""
    result = program.run("import", "-o", "got", "-q", "--lang", lang, *forms, plan, cwd=box.path)
    result.said = [line for line in result.stderr.splitlines() if not line.startswith(plan)]
    return result


def _refused(program, box, form, said, *more):
    """The one form is refused, and for that reason; nothing is written but the copy with remarks."""
    result = _import(program, box, form.save(box.at("form.xlsx"), *more))
    check_equal(result.status, REFUSED, "status")
    check(len(result.said) == 1 and re.search(said, result.said[0]), f"{said} is not what is said:\n{result.stderr}")
    check(not [name for name in box.files("got") if name.startswith("import/")], f"written all the same: {box.files('got')}")
    return result


def _same_figures(root, other):
    """Values, amounts and words of two documents, without where they come from."""
    def facts(element):
        return [(child.tag, sorted((k, v) for k, v in child.attrib.items() if k not in ("origin", "id")), (child.text or "").strip())
                for child in element.iter() if child.tag.rpartition("}")[2] not in ("results", "origin", "money", "assessment")]
    check_equal(sorted(facts(root)), sorted(facts(other)), "figures")


def _answered(program, box, period, results):
    form = _form(program, box, period, results)
    result = _import(program, box, form.save(box.at("form.xlsx")))
    check_equal((result.status in (ALL_MADE, WARNINGS), result.said), (True, []), result.stderr)
    path = box.at("got", "import", f"thai-binh-2021-2025-{period}.xml")
    found, keyed = ElementTree.parse(path).getroot(), ElementTree.parse(results).getroot()
    for name in ["plan", "unit", "period", "regime", "cutOff", "issued", "basis", "status"]:
        check_equal(found.get(name), keyed.get(name), name)
    return path, found, keyed


def a_filled_form_of_a_year_gives_the_results_that_were_keyed_by_hand(program, box):
    path, found, keyed = _answered(program, box, "2023", RESULTS)
    _same_figures(found, keyed)
    first = read(path)
    check('<value target="a1" value="46" origin="b1:Chỉ tiêu!I3"/>' in first, first)
    checked = program.run("check", "--format", "csv", path, PLAN, cwd=box.path)
    check(path not in checked.stdout, checked.stdout)


def a_filled_form_of_a_month_gives_the_results_that_were_keyed_by_hand(program, box):
    """Without estimates, which a form does not ask for."""
    keyed_without = box.at("month.xml")
    write(keyed_without, re.sub(r"<estimated? [^>]*/>|<estimate [^>]*>[^<]*</estimate>|<estimated [^>]*>[^<]*</estimated>", "", read(MONTH)))
    _, found, keyed = _answered(program, box, "2024-04", keyed_without)
    _same_figures(found, keyed)


def the_same_forms_give_the_same_bytes_and_a_rerun_makes_nothing(program, box):
    path, _, _ = _answered(program, box, "2023", RESULTS)
    first, stamp = read(path), os.stat(path)
    _import(program, box, "form.xlsx")
    check_equal((os.stat(path).st_ino, read(path)), (stamp.st_ino, first), "the document of a rerun")
    form = box.at("out", "forms", "2023", "thai-binh-2021-2025.xlsx")
    made = open(form, "rb").read()
    program.run("form", "--period", "2023", "-o", "again", PLAN, cwd=box.path)
    check_equal(open(box.at("again", "forms", "2023", "thai-binh-2021-2025.xlsx"), "rb").read(), made, "a form made twice")


def numbers_are_taken_as_spreadsheets_write_them(program, box):
    """17 digits of a double are the 15 that were typed; an exponent is a number too."""
    for written, read_as in [("7.4000000000000004", "7.4"), ("1.2E+1", "12"), ("0.1", "0.1"), ("12.300000000000001", "12.3"), ("3E-2", "0.03")]:
        form = _form(program, box)
        form.set_at(TARGETS, form.at(TARGETS, "a2", "value"), ("", f"<v>{written}</v>"))
        _import(program, box, form.save(box.at("form.xlsx")))
        text = read(box.at("got", "import", "thai-binh-2021-2025-2023.xml"))
        check(f'target="a2" value="{read_as}"' in text, f"{written}: {text[:900]}")


# Where, what a clerk puts there, and what is said of it.
SLIPS = [
    (TARGETS, "e1", "value", "1.377", r":17: ô Chỉ tiêu!I17: «1\.377» là chữ, không phải số.*OF-028"),
    (TARGETS, "a2", "value", "12,5", r":4: ô Chỉ tiêu!I4: «12,5» là chữ.*OF-028"),
    (TARGETS, "a1", "value", "21.000", r":3: ô Chỉ tiêu!I3: «21\.000» là chữ.*OF-028"),
    (TARGETS, "a2", "value", "7,4 %", r"Chỉ tiêu!I4: «7,4 %» là chữ.*OF-028"),
    (TARGETS, "a1", "value", "=23*2", r"Chỉ tiêu!I3 là công thức.*OF-027"),
    (TARGETS, "a1", "value", -1, r"Chỉ tiêu!I3: -1 không dùng được: nhỏ hơn 0.*OF-029"),
    (TARGETS, "a1", "value", 1234567890123, r"Chỉ tiêu!I3: 1\.234\.567\.890\.123 không dùng được: có hơn 12 chữ số.*OF-029"),
    (TARGETS, "a1", "value", 0.12345678, r"Chỉ tiêu!I3: .* có hơn 6 số lẻ.*OF-029"),
    (TARGETS, "a1", "state", "đã xong", r"Chỉ tiêu!G3: «đã xong» không có trong danh sách.*Chưa có số liệu.*OF-030"),
    (TARGETS, "a1", "state", "Chưa có số liệu", r"Chỉ tiêu!G3: chọn “Chưa có số liệu” mà vẫn điền số.*OF-031"),
    (TARGETS, "a1", "op", "trong khoảng", r"Chỉ tiêu!J3: .*thiếu một đầu.*OF-031"),
    (TARGETS, "a1", "high", 50, r"Chỉ tiêu!J3: .*không chọn “trong khoảng”.*OF-031"),
    (TARGETS, "d4", "state", "Chính thức", r"Chỉ tiêu!I13: dòng có điền mà thiếu giá trị.*OF-031"),
    (TARGETS, "a1", "goal", "≥ 60", r"Chỉ tiêu!E3 bị sửa: nay là «≥ 60», trong biểu là «≥ 55».*OF-026"),
    (MONEY, "/TW", "planned", 361, r"Kinh phí!E3 bị sửa: nay là «361», trong biểu là «360».*OF-026"),
    (MONEY, "/TW", "disbursed", "395 triệu", r"Kinh phí!I3: «395 triệu» là chữ.*OF-028"),
    (MONEY, "/TW", "state", "Chưa có số liệu", r"Kinh phí!J3: .*vẫn điền số đã giải ngân.*OF-031"),
    (MONEY, "pl1-I/DP", "text", "Nhóm khác", r"Kinh phí!C9 bị sửa.*OF-026"),
    (MONEY, "/", "disbursed", 1025, r"ô Kinh phí!I8 là số của mọi nguồn, mà ô Kinh phí!I3 có số của riêng một nguồn.*OF-053"),
    (MONEY, "pl1-III/", "allocated", 420, r"ô Kinh phí!H[0-9]+ là số của mọi nguồn, mà ô Kinh phí!H[0-9]+ có số của riêng một nguồn.*OF-053"),
    (TARGETS, "a1", "value", "=cmd|'/c calc'!A0", r"Chỉ tiêu!I3 là công thức.*OF-027"),
    (COVER, "respondent", "answer", "", r"Hướng dẫn!C15: bắt buộc điền mà để trống.*OF-031"),
    (COVER, "month", "answer", 13, r"Hướng dẫn!C19: 13 không dùng được: lớn hơn 12.*OF-029"),
    (COVER, "day", "answer", 20.5, r"Hướng dẫn!C18: 20,5 không dùng được: phải là số nguyên.*OF-029"),
    (COVER, "status", "answer", "Tạm", r"Hướng dẫn!C16: «Tạm» không có trong danh sách.*OF-030"),
    (COVER, "year", "answer", 2022, r"\[Hướng dẫn!C20\]: .*RS-"),
    (WORDS, "general.1", "text", "Tie\u0302\u0301ng Vie\u0323\u0302t", r"\[Đánh giá!C3\]: .*Unicode tổ hợp.*IN-006"),
]


def each_slip_of_a_clerk_is_told_with_sheet_and_cell_and_marked_there(program, box):
    for sheet, row, key, value, said in SLIPS:
        form = _form(program, box)
        form.put(sheet, row, key, value)
        told = _refused(program, box, form, said)
        marked = Form(box.at("got", "import-sai", "form.xlsx"))
        comments = [data.decode() for name, data in marked.parts.items() if re.search(r"comments[0-9]*\.xml$", name)]
        cell = re.search(r"!([A-Z]+[0-9]+)", told.said[0])[1]
        check(len(comments) == 1 and f'<comment ref="{cell}"' in comments[0], f"{said}: no comment on {cell}: {comments}")


# What a clerk types, as a spreadsheet keeps it: the number format of the cell, what it holds, and what is said.
TYPED = [
    ("46,5%", 'numFmtId="10"', "0.465", r":3: ô Chỉ tiêu!I3 định dạng phần trăm: bảng tính giữ số 0,465.*OF-040"),
    ("12/5", 'numFmtId="16"', "45424", r":3: ô Chỉ tiêu!I3 định dạng ngày hoặc giờ: bảng tính giữ số 45\.424.*OF-040"),
    ("360 in thousands", 'numFmtId="190"', "36", r":3: ô Chỉ tiêu!I3 định dạng nghìn hoặc triệu: bảng tính giữ số 36,.*OF-040"),
]


def _with_format(form, style, extra=""):
    """The number of a new style of cells in the workbook."""
    styles = form.parts["xl/styles.xml"].decode()
    count = int(re.search(r'<cellXfs count="([0-9]+)"', styles)[1])
    styles = styles.replace("</cellXfs>", f"<xf {style}/></cellXfs>", 1)
    form.parts["xl/styles.xml"] = re.sub(r"(<numFmts[^>]*>|(?=<fonts))", lambda m: f"{m[0]}{extra}" if m[0] else f"<numFmts>{extra}</numFmts>",
                                         styles, count=1).encode()
    return count


def a_number_that_the_sheet_shows_otherwise_is_not_guessed(program, box):
    """46,5% typed is 0.465 kept, 12/5 is a number of days: each is told, in the cells of numbers and of words."""
    scaled = '<numFmt numFmtId="190" formatCode="#,##0,"/>'
    for typed, style, held, said in TYPED:
        form = _form(program, box)
        number = _with_format(form, style, scaled)
        form.change(TARGETS, re.search(r'<c r="I3".*?</c>', form.xml(TARGETS))[0], f'<c r="I3" s="{number}"><v>{held}</v></c>')
        _refused(program, box, form, said)
    form = _form(program, box)
    number = _with_format(form, 'numFmtId="14"')
    form.change(WORDS, re.search(r'<c r="C3".*?(?:/>|</c>)', form.xml(WORDS))[0], f'<c r="C3" s="{number}"><v>45424</v></c>')
    _refused(program, box, form, r":3: ô Đánh giá!C3 định dạng ngày.*OF-040")


def a_number_is_what_the_sheet_keeps_however_many_decimals_it_shows(program, box):
    """21 in a cell that shows 21.000 is 21; the text 21.000 is refused (SLIPS)."""
    form = _form(program, box)
    number = _with_format(form, 'numFmtId="191"', '<numFmt numFmtId="191" formatCode="0.000"/>')
    form.change(TARGETS, re.search(r'<c r="I3".*?</c>', form.xml(TARGETS))[0], f'<c r="I3" s="{number}"><v>21</v></c>')
    check_equal(_import(program, box, form.save(box.at("form.xlsx"))).said, [], "said")
    check('target="a1" value="21"' in read(box.at("got", "import", "thai-binh-2021-2025-2023.xml")), "the value")


# Amounts of Thái Bình, 2023, beside the plan's own: 360 from the centre in the year, 2,000 in the five years.
SCALES = [
    ("/TW", 360000000, r":3: ô Kinh phí!I3 \(triệu đồng\): số điền là 360\.000\.000\.000\.000 đồng, kế hoạch là 360\.000\.000 đồng: lớn gấp đúng 1\.000\.000 lần.*OF-050"),
    ("/TW", 360000, r"lớn gấp đúng 1\.000 lần.*OF-050"),
    ("/TW", 0.36, r"nhỏ hơn đúng 1\.000 lần.*OF-050"),
    ("/TW", 201001, r"kế hoạch là 2\.000\.000\.000 đồng: lớn gấp hơn 100 lần.*OF-050"),
    ("/TW", 200000, None),
    ("/TW", 0, None),
    ("/TW", 0.37, None),
]


def an_amount_in_another_unit_is_doubted_and_not_used_before_somebody_has_looked(program, box):
    for row, amount, said in SCALES:
        shutil.rmtree(box.at("got"), ignore_errors=True)
        form = _form(program, box)
        form.put(MONEY, row, "disbursed", amount)
        form.put(MONEY, row, "allocated", 300)
        result = _import(program, box, form.save(box.at("form.xlsx")))
        told = [line for line in result.said if "OF-050" in line]
        check_equal((result.status, len(told)), (WARNINGS, 1 if said else 0), f"{amount}: {result.stderr}")
        path = box.at("got", "import", "thai-binh-2021-2025-2023.xml")
        checked = program.run("check", "--format", "csv", "-q", path, PLAN, cwd=box.path)
        refused = [line for line in checked.stdout.splitlines() if ",DR-010," in line]
        check_equal((checked.status, len(refused)), (REFUSED, 1) if said else (WARNINGS, 0), f"{amount}: {checked.stdout}")
        if not said:
            continue
        check(re.search(said, told[0]), f"{said} is not what is said: {told[0]}")
        check(os.path.exists(box.at("got", "import-sai", "form.xlsx")), "no copy with a remark")
        write(path, _without_marks(read(path)))
        settled = program.run("check", "--format", "csv", "-q", path, PLAN, cwd=box.path)
        check(settled.status == WARNINGS and ",IN-150," in settled.stdout and ",DR-010," not in settled.stdout, settled.stdout)


def three_decimals_are_told_in_words_of_the_form(program, box):
    form = _form(program, box)
    form.put(TARGETS, "a1", "value", 46.123)
    result = _import(program, box, form.save(box.at("form.xlsx")))
    check_equal((result.status, len(result.said)), (WARNINGS, 1), result.stderr)
    check(re.search(r"form\.xlsx:3: ô Chỉ tiêu!I3: số 46,123 có đúng ba chữ số thập phân, có thể là 46123 .*46\.1230 .*OF-051", result.said[0]), result.stderr)


def a_form_that_cannot_be_read_leaves_the_good_ones_their_results(program, box):
    """They are written, it is named with what may be missing, and the status says so."""
    write(box.at("bad.xlsx"), "no workbook")
    result = _import(program, box, _form(program, box).save(box.at("form.xlsx")), "bad.xlsx")
    check_equal((result.status, len(result.said)), (REFUSED, 2), result.stderr)
    check(re.search(r"form\.xlsx: kết quả thai-binh-2021-2025, 2023 lập từ 1 biểu, không có biểu bad\.xlsx .*cảnh báo OF-052", result.said[0]), result.stderr)
    check(re.search(r"bad\.xlsx: .*OF-010", result.said[1]), result.stderr)
    check_equal(os.listdir(box.at("got", "import")), ["thai-binh-2021-2025-2023.xml"], "results")


def a_folder_is_searched_for_forms(program, box):
    """In folders below it too, without lock files of Excel; a plan beside them is read as ever."""
    os.makedirs(box.at("sent", "so-cong-thuong"))
    _form(program, box).save(box.at("sent", "so-cong-thuong", "form.XLSX"))
    write(box.at("sent", "~$form.xlsx"), "lock")
    result = _import(program, box, "sent")
    check_equal(result.said, [], result.stderr)
    first = read(box.at("got", "import", "thai-binh-2021-2025-2023.xml"))
    write(box.at("sent", "plan.xml"), read(PLAN))
    result = program.run("import", "-q", "-o", "again", "sent", cwd=box.path)
    check_equal(read(box.at("again", "import", "thai-binh-2021-2025-2023.xml")), first, "results of one folder")
    os.makedirs(box.at("none"))
    result = program.run("import", "-o", "got", "none", PLAN, cwd=box.path)
    check(result.status == REFUSED and "OF-020" in result.stderr, result.stderr)


def the_last_line_says_forms_of_forms(program, box):
    for words, vi, en in [(["form", "--period", "2023", "-o", "out", PLAN], "Đã lập 1 biểu; ", "Forms made: 1; "),
                          (["form", "--period", "2023", "-o", "dry", "--dry-run", PLAN], "Sẽ lập 1 biểu; ", "Forms that would be made: 1; "),
                          (["import", "-o", "got", "form.xlsx", PLAN], "Đã lập 1 tệp; ", "Files made: 1; ")]:
        if words[0] == "import":
            _form(program, box).save(box.at("form.xlsx"))
        for language, last in [("vi", vi), ("en", en)]:
            result = program.run(*words, "--force", "--lang", language, cwd=box.path)
            check(result.stderr.splitlines()[-1].startswith(last), result.stderr)


def errors_and_truth_values_are_no_words(program, box):
    for kind, held in [("e", "#N/A"), ("b", "1")]:
        form = _form(program, box)
        form.set_at(WORDS, form.at(WORDS, "general.1", "text"), (f' t="{kind}"', f"<v>{held}</v>"))
        _refused(program, box, form, rf":3: ô Đánh giá!C3: «{held}» là mã lỗi.*OF-041")


def headings_that_say_another_unit_are_told(program, box):
    form = _form(program, box)
    form.set_at(MONEY, "I2", (' t="inlineStr"', "<is><t>Đã giải ngân (đồng)</t></is>"))
    _refused(program, box, form, r":2: ô Kinh phí!I2 bị sửa: nay là «Đã giải ngân \(đồng\)», trong biểu là «Đã giải ngân \(triệu đồng\)».*OF-026")


def what_stands_on_a_sheet_of_the_clerk_is_not_lost(program, box):
    """A sheet that is added is told if anything stands on it, and otherwise left alone."""
    for rows, said in [('<row r="4"><c r="B4"><v>120</v></c></row>', r":4: trang «Sheet1» không có trong biểu mà có nội dung, ở ô B4.*OF-042"), ("", None)]:
        form = _form(program, box)
        book, relations = form.parts["xl/workbook.xml"].decode(), form.parts["xl/_rels/workbook.xml.rels"].decode()
        form.parts["xl/workbook.xml"] = book.replace("</sheets>", '<sheet name="Sheet1" sheetId="90" r:id="rId90"/></sheets>', 1).encode()
        form.parts["xl/_rels/workbook.xml.rels"] = relations.replace(
            "</Relationships>", '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
            'Target="worksheets/sheet90.xml"/></Relationships>', 1).encode()
        form.parts["xl/worksheets/sheet90.xml"] = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
                                                   f"{rows}</sheetData></worksheet>").encode()
        if said:
            _refused(program, box, form, said)
        else:
            check_equal(_import(program, box, form.save(box.at("form.xlsx"))).said, [], "of an empty sheet")


def a_date_that_does_not_exist_is_told(program, box):
    form = _form(program, box)
    form.put(COVER, "day", "answer", 31)
    form.put(COVER, "month", "answer", 2)
    _refused(program, box, form, r"Hướng dẫn!C18: tháng ấy không có ngày này.*OF-031")


def columns_rows_and_sheets_are_where_they_were(program, box):
    form = _form(program, box)
    form.set_at(TARGETS, "E1", (' t="inlineStr"', "<is><t>due</t></is>"))
    _refused(program, box, form, r":1: ô Chỉ tiêu!E1 phải có mã cột «goal», nhưng có «due».*OF-021")
    form = _form(program, box)
    form.set_at(TARGETS, "A5", ("", ""))
    result = _import(program, box, form.save(box.at("form.xlsx")))
    check_equal(result.status, REFUSED, "status")
    check("không còn dòng mã «b1»" in result.stderr and "OF-023" in result.stderr, result.stderr)
    form = _form(program, box)
    form.set_at(TARGETS, "A5", (' t="inlineStr"', "<is><t>a1</t></is>"))
    result = _import(program, box, form.save(box.at("form.xlsx")))
    check("ô Chỉ tiêu!A5: dòng mã «a1» đã có ở ô Chỉ tiêu!A3" in result.stderr and "OF-024" in result.stderr, result.stderr)
    form = _form(program, box)
    form.change(TARGETS, "</sheetData>", '<row r="90"><c r="A90" t="inlineStr"><is><t>zz</t></is></c></row></sheetData>')
    _refused(program, box, form, r":90: ô Chỉ tiêu!A90: biểu không có dòng mã «zz».*OF-022")
    form = _form(program, box)
    form.change(MONEY, "</sheetData>", '<row r="90"><c r="D90" t="inlineStr"><is><t>xem thêm</t></is></c></row></sheetData>')
    _refused(program, box, form, r":90: ô Kinh phí!D90 bị sửa: nay là «xem thêm», trong biểu là «».*OF-026")
    form = _form(program, box)
    form.change(TARGETS, "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="I5:I6"/></mergeCells>')
    _refused(program, box, form, r":5: các ô Chỉ tiêu!I5:I6 bị gộp.*OF-025")
    for row in (1, 2, 3, 5):  # version, plan, period, digest
        form = _form(program, box)
        form.set_at("phuluc", f"B{row}", ("", ""))
        _refused(program, box, form, r"mã đối chiếu ở trang ẩn «phuluc».*OF-016")
    form = _form(program, box)
    form.parts["xl/workbook.xml"] = form.parts["xl/workbook.xml"].replace("Kinh phí".encode(), "Tiền".encode(), 1)
    _refused(program, box, form, r"thiếu trang «Kinh phí».*OF-016")


def a_replaced_report_that_is_no_code_or_is_not_there_is_told_at_its_cell(program, box):
    form = _form(program, box)
    at = form.at(COVER, "supersedes", "answer")
    form.put(COVER, "supersedes", "answer", "báo cáo cũ")
    _refused(program, box, form, rf"ô {COVER}!{at}: báo cáo cũ không dùng được: mã gồm chữ không dấu.*OF-029")
    form.put(COVER, "supersedes", "answer", "bao-cao-cu")
    _refused(program, box, form, rf"{COVER}!{at}\]: supersedes nêu báo cáo «bao-cao-cu» không có.*RS-017")


def forms_of_another_version_plan_or_kind_are_refused(program, box):
    form = _form(program, box)
    form.set_fact(1, "1")
    _refused(program, box, form, r"biểu thuộc phiên bản 1; chương trình này đọc biểu phiên bản 2.*OF-017")
    changed = box.at("changed.xml")
    write(changed, read(PLAN).replace('op="ge" value="55" unit="%"', 'op="ge" value="56" unit="%"', 1))
    check(read(changed) != read(PLAN), "the plan did not change")
    result = _import(program, box, _form(program, box).save(box.at("form.xlsx")), plan=changed)
    check("biểu lập từ một bản khác của kế hoạch thai-binh-2021-2025" in result.stderr and "OF-019" in result.stderr, result.stderr)
    form = _form(program, box)
    form.set_fact(2, "another")
    _refused(program, box, form, r"biểu của kế hoạch another, kỳ 2023: .*không có kế hoạch ấy.*OF-018")
    form = _form(program, box)
    form.parts["xl/workbook.xml"] = form.parts["xl/workbook.xml"].replace(b'"phuluc"', b'"Sheet9"', 1)
    _refused(program, box, form, r"thiếu trang ẩn «phuluc».*OF-016")
    result = program.run("import", "-o", "got", PLAN, cwd=box.path)
    check(result.status == REFUSED and "OF-020" in result.stderr, result.stderr)


def a_form_without_answers_is_refused(program, box):
    program.run("form", "--period", "2023", "-o", "out", PLAN, cwd=box.path)
    form = Form(box.at("out", "forms", "2023", "thai-binh-2021-2025.xlsx"))
    fill_cover(form)
    _refused(program, box, form, r"biểu chưa điền số liệu hay lời nào.*OF-032")


def two_forms_of_one_unit_and_two_answers_to_one_row_are_refused(program, box):
    first = _form(program, box).save(box.at("first.xlsx"))
    again = _form(program, box)
    again.put(WORDS, "note.2", "text", "Bản hai.")
    result = _import(program, box, first, _form(program, box).save(box.at("same.xlsx")))
    check_equal(result.status, REFUSED, "status")
    check("«Sở Công Thương» đã nộp biểu" in result.stderr and "giống hệt" in result.stderr and "OF-033" in result.stderr, result.stderr)
    result = _import(program, box, first, again.save(box.at("again.xlsx")))
    check("trả lời khác" in result.stderr and "OF-033" in result.stderr, result.stderr)
    other = _form(program, box)
    other.put(COVER, "respondent", "answer", "Cục Thống kê")
    other.put(TARGETS, "a1", "value", 47)
    result = _import(program, box, first, other.save(box.at("other.xlsx")))
    check(re.search(r"other.xlsx:3: ô Chỉ tiêu!I3: «Cục Thống kê» và biểu .*first.xlsx \(Sở Công Thương\) trả lời khác nhau ở dòng «a1»", result.stderr),
          result.stderr)
    check_equal([name for name in box.files("got") if name.startswith("import/")], [], "results")


def a_form_that_is_named_twice_is_read_once(program, box):
    form = _form(program, box).save(box.at("form.xlsx"))
    result = _import(program, box, form, form)
    check(result.status in (ALL_MADE, WARNINGS) and not result.said, result.stderr)


def two_units_that_answer_different_rows_make_one_document(program, box):
    """The second unit reports one target that the first leaves blank, and says nothing else."""
    first = _form(program, box)
    first.set_at(TARGETS, first.at(TARGETS, "e2", "value"), ("", ""))
    program.run("form", "--period", "2023", "-o", "blank", PLAN, cwd=box.path)
    second = Form(box.at("blank", "forms", "2023", "thai-binh-2021-2025.xlsx"))
    fill_cover(second, name="Sở Giáo dục và Đào tạo")
    second.put(TARGETS, "e2", "value", 450)
    result = _import(program, box, first.save(box.at("a.xlsx")), second.save(box.at("b.xlsx")))
    check(result.status in (ALL_MADE, WARNINGS) and not result.said, result.stderr)
    text = read(box.at("got", "import", "thai-binh-2021-2025-2023.xml"))
    check('by="Sở Giáo dục và Đào tạo"' in text and '<value target="e2" value="450" origin="b2:Chỉ tiêu!I18"/>' in text, text)
    _same_figures(ElementTree.fromstring(text), ElementTree.parse(RESULTS).getroot())


def a_wrong_form_leaves_the_results_of_an_earlier_run_as_they_were(program, box):
    path, _, _ = _answered(program, box, "2023", RESULTS)
    before = read(path)
    form = _form(program, box)
    form.put(TARGETS, "a1", "value", "46.5")
    result = _import(program, box, form.save(box.at("form.xlsx")))
    check_equal((result.status, read(path)), (REFUSED, before), "the results that were there")
    check("RU-020" in result.stderr, result.stderr)


def _spaces(count):
    return b" " * count


def hostile_workbooks_are_refused_with_part_and_cell(program, box):
    def with_part(change):
        form = _form(program, box)
        part = form.sheets[TARGETS]
        form.parts[part] = change(form.parts[part])
        return form
    end = b"</worksheet>"
    wide = b"".join(b'<c r="%s90"><v>1</v></c>' % column for column in [b"A", b"IW", b"XFD"])
    wider = b"".join(b'<c r="%s90"><v>1</v></c>' % column_letters(number).encode() for number in range(1, 100001))
    many = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(90, 21000))
    cases = [
        (with_part(lambda data: data.replace(end, _spaces(8 << 20) + end)), [], r"«xl/worksheets/sheet2\.xml»: mở nén ra lớn hơn 200 lần.*OF-012"),
        (_form(program, box), [("xl/media/a.png", os.urandom(1 << 20) + bytes(64 << 20))], r"«xl/media/a\.png»: .*lớn hơn 67108864 byte.*OF-012"),
        (_form(program, box), [(f"x/{number}", b"") for number in range(1001)], r"hơn 1000 phần.*OF-012"),
        (with_part(lambda data: data.replace(b"</sheetData>", b'<row r="90">' + wide + b"</row></sheetData>")), [],
         r"«xl/worksheets/sheet2\.xml!IW90»: trang có nội dung ở sau cột thứ 256.*OF-012"),
        (with_part(lambda data: data.replace(b"</sheetData>", b'<row r="90">' + wider + b"</row></sheetData>")), [],
         r"«xl/worksheets/sheet2\.xml(!IW90)?»: .*OF-012"),
        (with_part(lambda data: data.replace(b"</sheetData>", many + b"</sheetData>")), [], r"sheet2\.xml!A20001»: .*sau dòng thứ 20000.*OF-012"),
        (with_part(lambda data: data.replace(b"<worksheet", b'<!DOCTYPE w [<!ENTITY a "b">]><worksheet', 1)), [],
         r"«xl/worksheets/sheet2\.xml», dòng 2: có khai báo DOCTYPE.*OF-015"),
        (with_part(lambda data: data.replace(end, b"&a;" + end)), [], r"«xl/worksheets/sheet2\.xml», dòng [0-9]+: XML hỏng.*OF-015"),
        (with_part(lambda data: data[:-20]), [], r"XML hỏng.*OF-015"),
        (with_part(lambda data: data.decode().encode("utf-16")), [], r"có byte 0.*OF-015"),
        (with_part(lambda data: data.replace(b"</sheetData>", b'<row r="90"><c r="B90"><v>1</v></c><c r="B90"><v>2</v></c></row></sheetData>')), [],
         r"một ô có hai lần.*OF-010"),
        (with_part(lambda data: data.replace(b"</sheetData>", b'<row r="90"><c r="B90"><v>4</v><v>6</v></c></row></sheetData>')), [],
         r"«xl/worksheets/sheet2\.xml», dòng [0-9]+: một ô có hai giá trị.*OF-015"),
        (_form(program, box), [("../../out.xml", b"x")], r"«\.\./\.\./out\.xml» của tệp có tên không an toàn.*OF-011"),
        (_form(program, box), [("/tmp/out.xml", b"x")], r"«/tmp/out\.xml» .*OF-011"),
        (_form(program, box), [("XL/workbook.xml", b"x")], r"«XL/workbook\.xml» .*hai lần.*OF-011"),
        (_form(program, box), [("xl/vbaProject.bin", b"x")], r"macro.*«xl/vbaProject\.bin».*OF-013"),
        (_form(program, box), [("xl/externalLinks/externalLink1.xml", b"<x/>")], r"liên kết ra ngoài.*«xl/externalLinks/externalLink1\.xml».*OF-013"),
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for form, more, said in cases:
            _refused(program, box, form, said, *more)
            check_equal([name for name in box.files("got") if name.endswith((".xml", ".xlsx"))], [], f"written for {said}")


def broken_workbooks_are_refused_with_what_is_broken(program, box):
    def with_cells(cells):
        form = _form(program, box)
        form.change(TARGETS, "</sheetData>", f'<row r="90">{cells}</row></sheetData>')
        return form

    def with_part(name, old, new):
        form = _form(program, box)
        assert old in form.parts[name], f"{name} has no {old}"
        form.parts[name] = form.parts[name].replace(old, new, 1)
        return form
    crowd = "".join(f'<row r="{row}">' + "".join(f'<c r="{column}{row}"><v>1</v></c>' for column in "BCDEFGHIJK") + "</row>"
                    for row in range(91, 10100))
    book = "xl/workbook.xml"
    cases = [
        (with_cells('<c r="9B"><v>1</v></c>'), r"«xl/worksheets/sheet2\.xml», dòng [0-9]+: ô có địa chỉ sai.*OF-015"),
        (with_cells('<c r="B90" t="s"><v>99999</v></c>'), r"dòng [0-9]+: ô nêu một chữ không có.*OF-015"),
        (with_cells(f'<c r="B90" t="inlineStr"><is><t>{"a" * 10001}</t></is></c>'), r"sheet2\.xml!B90»: .*10000 ký tự.*OF-012"),
        (with_cells("</row>" + crowd + '<row r="10101">'), r"sheet2\.xml!.*hơn 100000 ô.*OF-012"),
        (with_part("xl/worksheets/sheet2.xml", b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="B2:"/></mergeCells>'),
         r"khối ô gộp có địa chỉ sai.*OF-015"),
        (with_part("xl/sharedStrings.xml", b"</sst>", b""), r"«xl/sharedStrings\.xml», dòng [0-9]+: XML hỏng.*OF-015"),
        (with_part("xl/styles.xml", b"</styleSheet>", b""), r"«xl/styles\.xml», dòng [0-9]+: XML hỏng.*OF-015"),
        (with_part(book, b'name="phuluc"', f'name="{TARGETS}"'.encode()), r"hai trang cùng tên.*OF-010"),
        (with_part(book, b"</sheets>", b'<sheet name="x" sheetId="91" r:id="none"/></sheets>'), r"một trang không có nội dung.*OF-010"),
        (with_part("xl/_rels/workbook.xml.rels", b"worksheets/sheet2.xml", b"worksheets/sheet9.xml"),
         r"phần «xl/worksheets/sheet9\.xml» thiếu hoặc hỏng.*OF-010"),
    ]
    for form, said in cases:
        _refused(program, box, form, said)


def characters_are_read_as_spreadsheets_write_them(program, box):
    """By number, and with a reading beside them that is no part of the text."""
    form = _form(program, box)
    at = form.at(WORDS, "general.1", "text")
    form.set_at(WORDS, at, (' t="inlineStr"', "<is><t>S_x1ED1_ li_x1EC7_u _x005F_x0041_ _x00_</t>"
                                              '<rPh sb="0" eb="1"><t>không đọc</t></rPh></is>'))
    result = _import(program, box, form.save(box.at("form.xlsx")))
    check_equal(result.said, [], "what is said")
    text = read(box.at("got", "import", "thai-binh-2021-2025-2023.xml"))
    check(">Số liệu _x0041_ _x00_</" in text and "không đọc" not in text, text)


def sheets_that_are_one_part_are_refused(program, box):
    form = _form(program, box)
    book = form.parts["xl/workbook.xml"].decode()
    number = re.search(r'<sheet name="phuluc"[^>]*r:id="([^"]+)"', book)[1]
    form.parts["xl/workbook.xml"] = book.replace("</sheets>", f'<sheet name="Sheet9" sheetId="90" r:id="{number}"/></sheets>', 1).encode()
    _refused(program, box, form, r"hai trang cùng một nội dung.*OF-010")


def what_is_no_workbook_is_refused(program, box):
    whole = open(_form(program, box).save(box.at("whole.xlsx")), "rb").read()
    for name, data in [("text.xlsx", b"hello"), ("cut.xlsx", whole[:len(whole) // 2]), ("none.ods", b"PK\x05\x06" + bytes(18))]:
        with open(box.at(name), "wb") as file:
            file.write(data)
        result = _import(program, box, name)
        check(result.status == REFUSED and re.search(rf"{name}: không phải tệp .xlsx, .docx đọc được.*OF-010", result.stderr), result.stderr)


def forms_of_bodies_ask_for_their_own_activities(program, box):
    """A body that leads an activity with money gets a form with that activity's rows only."""
    plan = box.at("plan.xml")
    write(plan, read(PLAN).replace('        <amount year="2021" source="DP">50</amount>\n', '        <lead>Sở Tư pháp</lead>\n        <amount year="2021" source="DP">50</amount>\n', 1))
    made = program.run("form", "--period", "2023", "--bodies", "-o", "out", "-q", plan, cwd=box.path)
    check(made.status in (ALL_MADE, WARNINGS), made.stderr)
    form = Form(box.at("out", "forms", "2023-don-vi", "thai-binh-2021-2025-so-tu-phap.xlsx"))
    check(TARGETS not in form.sheets, "it asks for targets")
    rows = [text for reference, text in form._cells(MONEY).items() if re.fullmatch("A[0-9]+", reference)]
    check_equal(rows, ["pl1-I-1/DP"], "rows")
    fill_cover(form, name="Sở Tư pháp")
    form.put(MONEY, "pl1-I-1/DP", "disbursed", 42.5)
    result = _import(program, box, form.save(box.at("body.xlsx")), plan=plan)
    check(not result.said, result.stderr)
    check('<disbursed source="DP" of="pl1-I-1" origin="b1:Kinh phí!I3">42.5</disbursed>' in
          read(box.at("got", "import", "thai-binh-2021-2025-2023.xml")), "what the body disbursed")


def forms_of_two_bodies_make_one_document_of_an_amended_plan(program, box):
    plan, amendment = box.at("plan.xml"), os.path.join(ROOT, "tests", "data", "amended", "sua-doi.xml")
    text = read(os.path.join(ROOT, "tests", "data", "amended", "ban-dau.xml"))
    bodies = {"I.1": "Sở Tư pháp", "I.2": "Sở Tài chính"}
    for row, body in bodies.items():
        text = re.sub(rf'<activity id="{row}"[^>]*>', rf"\g<0><lead>{body}</lead>", text)
    write(plan, text)
    program.run("form", "--period", "2023", "--bodies", "-o", "out", "-q", plan, amendment, cwd=box.path)
    forms = []
    for row, name in zip(bodies, ["so-tu-phap", "so-tai-chinh"]):
        form = Form(box.at("out", "forms", "2023-don-vi", f"ban-dau-{name}.xlsx"))
        fill_cover(form, name=bodies[row])
        form.put(MONEY, f"{row}/DP", "disbursed", 12.5)
        forms.append(form.save(box.at(f"{name}.xlsx")))
    result = program.run("import", "-q", "-o", "got", *forms, plan, amendment, cwd=box.path)
    check_equal((result.status, result.stderr), (ALL_MADE, ""), "import")
    check_equal(os.listdir(box.at("got", "import")), ["ban-dau-2023.xml"], "documents")
    found = re.findall(r'<disbursed source="DP" of="([^"]+)"[^>]*>([0-9.]+)<', read(box.at("got", "import", "ban-dau-2023.xml")))
    check_equal(found, [("I.1", "12.5"), ("I.2", "12.5")], "what the two disbursed")


def _without_marks(text):
    return re.sub(r"<\?doubt .*?\?>", "", text)


def a_skeleton_is_refused_for_its_marks_and_for_nothing_else(program, box):
    """A plan of Cần Thơ, and results of a plan: each mark is told with its line; without them check finds no error."""
    for name, words, beside in [("plan.xml", ["plan", "--unit", "92", "--period", "2026..2030"], []),
                                ("results.xml", ["results", PLAN, "--period", "2023"], [PLAN])]:
        made = program.run("new", *words, cwd=box.path)
        check(made.status in (ALL_MADE, WARNINGS) and made.stdout, made.stderr)
        write(box.at(name), made.stdout)
        marked = program.run("check", "--format", "csv", name, *beside, cwd=box.path)
        errors = [line for line in marked.stdout.splitlines() if line.startswith(name) and ",error," in line]
        check(marked.status == REFUSED and errors, marked.stdout)
        check(all(",DR-010," in line or ",IN-067," in line for line in errors), "\n".join(errors))
        write(box.at(name), _without_marks(made.stdout))
        clean = program.run("check", "--format", "csv", name, *beside, cwd=box.path)
        check(clean.status in (ALL_MADE, WARNINGS), clean.stdout)
    several = program.run("new", "results", os.path.join(ROOT, "input", "decisions"), "--period", "2023", cwd=box.path)
    check(several.status == REFUSED and "có 5 kế hoạch cho kỳ 2023" in several.stderr and not several.stdout, several.stderr)
    for words in [["plan", "--period", "2026-03"], ["report", "--period", "2026"], ["draft", PLAN, "--period", "2026"]]:
        check_equal(program.run("new", *words, cwd=box.path).status, 64, " ".join(words))
