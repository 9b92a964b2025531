"""
Values that mean something elsewhere: to a spreadsheet, a page, a PDF reader, a terminal, a file system, to arithmetic.

tests/data/hostile/values.tsv has a value a row: where it is put in a plan, the exit status, the finding that refuses it (at the
line where it stands) or nothing, and whether its plan is made. The good plan beside it is always made. A value that is accepted is text and nothing else in
every format and answer.
"""
import csv
import html.parser
import io
import os
import re
import subprocess
import zipfile

import word_document
from behaviour import REFUSED, ROOT, Sandbox, check, check_equal, check_form, read, read_bytes, worst

TABLE = os.path.join(ROOT, "tests", "data", "hostile", "values.tsv")
GOOD = os.path.join(ROOT, "tests", "reject", "good", "good.xml")
FORMATS = ["xlsx", "pdf", "html", "txt", "docx"]
ACTIVE_PDF = [b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/OpenAction", b"/AA", b"/EmbeddedFile", b"/SubmitForm"]
TERMINAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

# What the value replaces in the good plan, or how it is put there.
PLACES = {
    "planName": "<planName>Kế hoạch để thử</planName>",
    "subject": "<subject>Ban hành Kế hoạch để thử</subject>",
    "organ": "<organName>Ủy ban nhân dân thành phố Cần Thơ</organName>",
    "number": "<codeNumber>02</codeNumber>",
    "target": ">Thanh toán không dùng tiền mặt đạt từ 60% trở lên<",
    "target unit": 'unit="%"',
    "row title": 'title="Trung ương"',
    "total label": 'label="Tổng cộng"',
    "source name": 'name="Ngân sách trung ương"',
    "table title": 'title="Kinh phí"',
    "plan id": 'id="case"',
    "row id": 'id="k1"',
    "unit": 'unit="48"',
    "date": "<issuedDate>2026-01-15</issuedDate>",
    "as of": 'asOf="2026-01-15"',
    "first year": 'first="2026"',
    "target value": 'value="60"',
    "amount": '<amount year="2026">10.5</amount>',
    "layout": 'layout="budget-by-source-and-year"',
}


def rows():
    with open(TABLE, encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#")][1:]


def _unescaped(text):
    return re.sub(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|n|t|\\)",
                  lambda found: {"n": "\n", "t": "\t", "\\": "\\"}.get(found[1], chr(int(found[1][1:] or "0", 16))
                                                                      if found[1][0] in "xu" else ""), text)


def _as_xml(text):
    """As an editor would save it: what XML takes for itself is escaped, the rest stands as it is."""
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, entity)
    return text


def _plan(place, value):
    """The document, and the line of the value."""
    text = read(GOOD).replace('id="good"', 'id="case"').replace('unit="92"', 'unit="48"')
    if place == "hundred rows":
        line = '<line id="{}" no="1" title="Dòng" source="TW"><amount year="2026" unit="dong">{}</amount></line>'
        found = re.search(r" *<line id=\"k1\".*</total>\n", text, re.S)
        many = "".join(line.format(f"r{number}", value) + "\n" for number in range(100))
        return text.replace(found[0], many + '<total id="k-total" label="Tổng cộng"><stated>1</stated></total>\n'), 0
    if place == "file name":
        return text, 0
    what = PLACES[place]
    check(what in text, f"the good plan has no {what}")
    inside = re.search(r'(?<=>)[^<>]+(?=<)|(?<=")[^"]*(?="$)', what)
    new = what[:inside.start()] + _as_xml(value) + what[inside.end():]
    return text.replace(what, new, 1), text[:text.index(what)].count("\n") + 1


class _Page(html.parser.HTMLParser):
    """What of a page does something."""

    def __init__(self):
        super().__init__()
        self.active, self.shown = [], []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "iframe", "object", "embed", "form", "img", "base", "meta") and \
                not (tag == "meta" and dict(attrs).keys() <= {"charset", "name", "content"}):
            self.active.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (name in ("href", "src") and not (value or "").startswith("#")):
                self.active.append(f"{name}={value}")

    def handle_data(self, data):
        self.shown.append(data)


def _check_page(path, value):
    page = _Page()
    page.feed(read(path))
    check_equal(page.active, [], f"{path}: what does something")


def _check_pdf(path, _):
    plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], check=True, capture_output=True).stdout
    outside = re.sub(rb"stream\n.*?endstream", b"", plain, flags=re.S)
    check_equal([name for name in ACTIVE_PDF if re.search(re.escape(name) + rb"[\s/<(\[]", outside)], [], f"{path}: actions")


def _check_book(path, value):
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        check(not [name for name in names if "external" in name.lower() or "vba" in name.lower()], f"{path}: {names}")
        for name in names:
            text = book.read(name).decode() if name.endswith((".xml", ".rels")) else ""
            check("TargetMode=\"External\"" not in text, f"{path}: {name} leads outside")
            formulas = re.findall(r"<f[^>]*>([^<]*)</f>", text)
            for formula in formulas:
                check(re.fullmatch(r"[A-Z0-9$:+\-*/().,!'%\w ]+", formula) and "|" not in formula and value.lstrip("=+-@")[:6] not in formula,
                      f"{path}: formula {formula}")


def _check_word(path, _):
    """Nothing that leads outside or does something, and no character that Word refuses."""
    document = word_document.Document(path)
    check_equal(word_document.faults(document), [], f"{path}: Word opens it")
    active = [name for name in document.parts if "vba" in name.lower() or "embed" in name.lower() or "external" in name.lower()]
    check_equal(active, [], f"{path}: parts")
    fields = re.findall(r'w:instr="([^"]*)"|<w:instrText', "".join(document.parts[name].decode() for name in document.xml_names()))
    check_equal(set(fields), {" PAGE "}, f"{path}: fields")


def _check_answers(program, box):
    """No cell of an answer begins as a formula does, unless it is a number."""
    for command in (["totals"], ["reconcile"], ["gaps", "--year", "2026"], ["check"]):
        result = program.run(*command, "--format", "csv", "-q", "input", cwd=box.path)
        for line in csv.reader(io.StringIO(result.stdout)):
            for cell in line:
                check(not re.match(r"[=+\-@\t\r]", cell) or re.fullmatch(r"[-+]?[0-9.]+|-", cell), f"{command[0]}: cell {cell}")
        check(not TERMINAL.search(result.stdout), f"{command[0]}: control characters in {result.stdout!r}")


def _check_row(program, place, value, status, code, is_made):
    with Sandbox() as box:
        box.copy(GOOD, "input", "good.xml")
        plan, line = _plan(place, value)
        name = value if place == "file name" else "case.xml"
        with open(box.at("input", name), "w", encoding="utf-8", newline="") as file:
            file.write(plan)
        result = program.run("annex", "-q", "-o", "out", "--formats", ",".join(FORMATS), "input", cwd=box.path)
        check_equal(result.status, status, f"status\n{result.stderr}")
        check_equal(worst(check_form(result.stderr)), status, "status and worst finding")
        check(not TERMINAL.search(result.stderr), f"control characters in {result.stderr!r}")
        good = [f"good.{suffix}" for suffix in FORMATS]
        made = box.files("out", "annex")
        check(set(good) <= set(made), f"the good plan is not made: {made}\n{result.stderr}")
        if code:
            code, _, elsewhere = code.partition(":")
            line = elsewhere or line
            where = f":{line}: " if line else ""
            told = [text for text in result.stderr.splitlines() if text.endswith(f" {code}]")]
            check(told and any(where in text for text in told), f"{code} at line {line} is not told\n{result.stderr}")
        if not is_made:
            check_equal(sorted(made), sorted(good), "made")
            return
        check_equal(len(made), 2 * len(FORMATS), f"files made, {made}")
        for path in made:
            judge = {"html": _check_page, "pdf": _check_pdf, "xlsx": _check_book, "docx": _check_word}.get(path.rpartition(".")[2])
            if judge:
                judge(box.at("out", "annex", path), value)
            elif path.endswith(".txt"):
                check(not TERMINAL.search(read_bytes(box.at("out", "annex", path)).decode()), f"{path}: control characters")
        check_equal([name for name in os.listdir(box.path) if name not in ("input", "out")], [], "files elsewhere")
        _check_answers(program, box)


def cases(program, _):
    for name, place, value, status, code, made in rows():
        yield f"values: {name}", lambda place=place, value=value, status=status, code=code, made=made: \
            _check_row(program, place, _unescaped(value), int(status), code, made == "made")
