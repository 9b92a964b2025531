"""Files that attack, or are none: each is refused with its name and what is wrong, and nothing is written."""
import io
import os
import zipfile
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from behaviour import REFUSED, check, check_equal, check_form, read, write
from form import column_letters

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
PARAGRAPH = "<w:p><w:r><w:t>Số: 1/QĐ-UBND</w:t></w:r></w:p>"


def _document(body, prologue=""):
    return f'<?xml version="1.0" encoding="UTF-8"?>{prologue}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def _docx(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": TYPES, **parts}.items():
            archive.writestr(name, content)
    return out.getvalue()


def _relations(type_, target, mode="External"):
    return f'<Relationships xmlns="{RELATION}"><Relationship Id="r1" Type="http://x/{type_}" Target="{target}" TargetMode="{mode}"/></Relationships>'


def _refused(program, box, name, content, code, said):
    with open(box.at(name), "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    done = program.run("draft", name, "-o", "out", cwd=box.path)
    check_equal(done.status, REFUSED, f"status of {name}\n{done.stderr}")
    check(f"[lỗi {code}]" in done.stderr and said in done.stderr, f"{name}: no {code} with “{said}”:\n{done.stderr}")
    check(check_form(done.stderr).startswith(name), done.stderr)
    check_equal(os.path.exists(box.at("out")) and box.files("out"), False, "what was written")


def a_sound_document_is_read(program, box):
    with open(box.at("good.docx"), "wb") as file:
        file.write(_docx({"word/document.xml": _document(PARAGRAPH)}))
    done = program.run("draft", "good.docx", "-o", "out", cwd=box.path)
    check_equal((done.status, done.stdout, box.files("out")), (0, "out/draft/good.xml\n", ["draft/good.xml"]), "status, answer, files")


def a_bomb_is_refused_before_it_is_unpacked(program, box):
    bomb = _document("<w:p/>" * 3000000)
    _refused(program, box, "bomb.docx", _docx({"word/document.xml": bomb}), "OF-012", "word/document.xml")


def one_line_of_a_megabyte_is_refused_at_once(program, box):
    line = "Kế hoạch giai đoạn 2026 - 2030 kinh phí 5 tỷ đồng; " * 20000
    _refused(program, box, "line.txt", line, "DR-030", "đoạn 1")
    _refused(program, box, "line.html", f"<p>{line}</p>", "DR-030", "đoạn 1")
    _refused(program, box, "wide.txt", "\t".join(["1.000"] * 5000), "DR-014", "bảng 1")


def a_row_of_100000_cells_is_refused_with_its_place(program, box):
    row = f"<w:tbl><w:tr>{'<w:tc>' + PARAGRAPH + '</w:tc>'}</w:tr><w:tr>{('<w:tc>' + PARAGRAPH + '</w:tc>') * 100000}</w:tr></w:tbl>"
    wide = io.BytesIO()
    with zipfile.ZipFile(wide, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", _document(row))
    _refused(program, box, "wide.docx", wide.getvalue(), "DR-014", "bảng 1, dòng 2")


def a_cell_that_spans_100000_columns_is_refused(program, box):
    span = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr>{PARAGRAPH}</w:tc></w:tr></w:tbl>'
    _refused(program, box, "span.docx", _docx({"word/document.xml": _document(span)}), "DR-014", "bảng 1, dòng 1")
    page = "<table><tr><td colspan='100000'>STT</td><td rowspan='100000'>x</td></tr></table>"
    _refused(program, box, "span.html", page, "DR-014", "bảng 1, dòng 1")


def more_than_a_document_may_hold_is_refused(program, box):
    """100,000 paragraphs, 20,000 rows of a table; one less is read."""
    _refused(program, box, "long.txt", "Đoạn\n\n" * 100001, "DR-013", "100000")
    _refused(program, box, "long.html", "<p>x</p>" * 100001, "DR-013", "100000")
    _refused(program, box, "tall.html", f"<table>{'<tr><td>x</td></tr>' * 20001}</table>", "DR-013", "20000")


def what_word_says_twice_is_read_once(program, box):
    """A second version for older programs; numbers that Word makes up, and objects, are pointed at."""
    twice = "<mc:AlternateContent xmlns:mc='x'><mc:Choice><w:t>MỘT LẦN</w:t></mc:Choice><mc:Fallback><w:t>MỘT LẦN</w:t></mc:Fallback></mc:AlternateContent>"
    body = f"{PARAGRAPH}<w:p><w:r><w:t>Về việc </w:t>{twice}</w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Mục</w:t><w:noBreakHyphen/>" \
           "<w:tab/><w:object/></w:r></w:p>"
    with open(box.at("twice.docx"), "wb") as file:
        file.write(_docx({"word/document.xml": _document(body)}))
    done = program.run("draft", "twice.docx", "-o", "out", cwd=box.path)
    draft = read(box.at("out", "draft", "twice.xml"))
    check_equal(done.status, 0, done.stderr)
    check(draft.count("MỘT LẦN") <= 1, draft)
    for words in ["1 đoạn do Word tự đánh số", "1 đối tượng nhúng không đọc được"]:
        check(words in draft, f"no “{words}” in:\n{draft}")


def markup_in_a_decision_stays_text(program, box):
    """What looks like XML in a text or a cell is escaped in the draft, which stays well-formed."""
    nasty = 'A & B "c" <!-- ]]> <?doubt x?> </plan>'
    rows = "".join(f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{escape(cell)}</w:t></w:r></w:p></w:tc>' for cell in row)}</w:tr>"
                   for row in [["STT", "Nội dung " + nasty, "2026"], ["1", nasty, "100"], ["", "Tổng cộng", "100"]])
    body = PARAGRAPH + "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in ["KẾ HOẠCH", nasty, "Mục tiêu: " + nasty]) + \
        f"<w:tbl>{rows}</w:tbl>"
    with open(box.at("nasty.docx"), "wb") as file:
        file.write(_docx({"word/document.xml": _document(body)}))
    done = program.run("draft", "nasty.docx", "-o", "out", cwd=box.path)
    check_equal(done.status, 0, done.stderr)
    draft = ElementTree.parse(box.at("out", "draft", "nasty.xml"))
    texts = [text for node in draft.iter() for text in [node.text or "", *node.attrib.values()]]
    check(any(nasty in text for text in texts), f"not in the draft: {nasty}")


def entities_are_refused_with_part_and_line(program, box):
    doctype = '\n<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>\n'
    body = "<w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p>"
    _refused(program, box, "entity.docx", _docx({"word/document.xml": _document(body, doctype)}), "OF-015", "word/document.xml», dòng 2")


def names_that_are_paths_are_refused(program, box):
    for name in ["../../etc/cron.d/x.xml", "/etc/x.xml", "word\\document.xml", "C:/x.xml"]:
        info = zipfile.ZipInfo("x")
        info.filename = name
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("word/document.xml", _document(PARAGRAPH))
            archive.writestr(info, "x")
        _refused(program, box, "path.docx", out.getvalue(), "OF-011", "")


def macros_and_controls_are_refused(program, box):
    for part in ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin"]:
        _refused(program, box, "macro.docx", _docx({"word/document.xml": _document(PARAGRAPH), part: "x"}), "OF-013", part)


def links_out_of_the_file_are_refused(program, box):
    rels = _relations("oleObject", "file:///etc/passwd")
    _refused(program, box, "link.docx", _docx({"word/document.xml": _document(PARAGRAPH), "word/_rels/document.xml.rels": rels}),
             "OF-013", "word/_rels/document.xml.rels")
    field = '<w:p><w:r><w:instrText> DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc" </w:instrText></w:r></w:p>'
    _refused(program, box, "dde.docx", _docx({"word/document.xml": _document(field)}), "OF-013", "DDEAUTO")


def a_file_that_is_cut_off_or_none_is_refused(program, box):
    whole = _docx({"word/document.xml": _document(PARAGRAPH)})
    _refused(program, box, "cut.docx", whole[:len(whole) // 2], "OF-010", "không mở nén được")
    _refused(program, box, "text.docx", "Số: 1/QĐ-UBND", "OF-010", "không mở nén được")
    _refused(program, box, "none.docx", _docx({"other.xml": "<x/>"}), "OF-010", "word/document.xml")
    _refused(program, box, "plan.doc", "x", "DR-011", "không phải tệp")
    _refused(program, box, "latin.txt", "Quyết định".encode("utf-16"), "IN-070", "UTF-16")
    _refused(program, box, "blank.txt", " \n\n", "DR-012", "không có chữ")


def scripts_of_a_page_are_no_text(program, box):
    write(box.at("page.html"), "<html><head><style>p{}</style></head><body><script>document.write('Số: 9/QĐ-UBND')</script>"
                               "<p>Số: 8/QĐ-UBND</p></body></html>")
    done = program.run("draft", "page.html", "-o", "out", cwd=box.path)
    check_equal(done.status, 0, done.stderr)
    with open(box.at("out", "draft", "page.xml"), encoding="utf-8") as file:
        text = file.read()
    check("<codeNumber>8</codeNumber>" in text and "<codeNumber>9" not in text, text[:400])


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>STT</t></is></c><c r="B1" t="inlineStr"><is><t>Nội dung</t></is></c></row>'


def _sheet(rows, prologue=""):
    return f'<?xml version="1.0" encoding="UTF-8"?>{prologue}<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'


def _xlsx(sheet, more=(), compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    parts = {"[Content_Types].xml": TYPES,
             "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
             "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATION}"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
             "xl/worksheets/sheet1.xml": sheet}
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in [*parts.items(), *more]:
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, content, compression)
    return out.getvalue()


def a_sound_workbook_is_read(program, box):
    with open(box.at("good.xlsx"), "wb") as file:
        file.write(_xlsx(_sheet(HEAD)))
    done = program.run("draft", "good.xlsx", "-o", "out", cwd=box.path)
    check_equal((done.status, box.files("out")), (0, ["draft/good.xml"]), done.stderr)


# The name of the case, the workbook, the code and what is said.
WORKBOOKS = [
    ("bomb", lambda: _xlsx(_sheet(HEAD + " " * (100 << 20))), "OF-012", "xl/worksheets/sheet1.xml"),
    ("beside", lambda: _xlsx(_sheet(HEAD), [("xl/media/a.png", bytes(100 << 20))]), "OF-012", "xl/media/a.png"),
    ("parts", lambda: _xlsx(_sheet(HEAD), [(f"x/{number}", "") for number in range(1001)]), "OF-012", "1000"),
    ("100,000 columns", lambda: _xlsx(_sheet(HEAD + '<row r="2">' + "".join(f'<c r="{column_letters(number)}2"><v>1</v></c>' for number in range(1, 100001)) + "</row>"),
                                      compression=zipfile.ZIP_STORED), "OF-012", "IW2"),
    ("256 columns", lambda: _xlsx(_sheet(HEAD + '<row r="2">' + "".join(f'<c r="{column_letters(number)}2"><v>1</v></c>' for number in range(1, 257)) + "</row>")),
     "DR-014", "200"),
    ("rows", lambda: _xlsx(_sheet(HEAD + "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(2, 20003))), compression=zipfile.ZIP_STORED),
     "OF-012", "A20001"),
    ("entity", lambda: _xlsx(_sheet(HEAD, '\n<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY c SYSTEM "file:///etc/passwd">]>\n')), "OF-015", "sheet1.xml», dòng 2"),
    ("reference", lambda: _xlsx(_sheet(HEAD + "&c;")), "OF-015", "sheet1.xml»"),
    ("path up", lambda: _xlsx(_sheet(HEAD), [("../../etc/cron.d/x", "x")]), "OF-011", "../../etc/cron.d/x"),
    ("path", lambda: _xlsx(_sheet(HEAD), [("/etc/x", "x")]), "OF-011", "/etc/x"),
    ("drive", lambda: _xlsx(_sheet(HEAD), [("C:/x", "x")]), "OF-011", "C:/x"),
    ("macro", lambda: _xlsx(_sheet(HEAD), [("xl/vbaProject.bin", "x")]), "OF-013", "xl/vbaProject.bin"),
    ("link", lambda: _xlsx(_sheet(HEAD), [("xl/externalLinks/externalLink1.xml", "<x/>")]), "OF-013", "xl/externalLinks/externalLink1.xml"),
    ("object", lambda: _xlsx(_sheet(HEAD), [("xl/embeddings/oleObject1.bin", "x")]), "OF-013", "xl/embeddings/oleObject1.bin"),
    ("cut", lambda: _xlsx(_sheet(HEAD))[:300], "OF-010", "không mở nén được"),
    ("none", lambda: b"STT", "OF-010", "không mở nén được"),
    ("no sheet", lambda: _docx({"word/document.xml": _document(PARAGRAPH)}), "OF-010", ""),
]


def workbooks_that_attack_are_refused_with_part_and_cell(program, box):
    for case, make, code, said in WORKBOOKS:
        _refused(program, box, "x.xlsx", make(), code, said)
