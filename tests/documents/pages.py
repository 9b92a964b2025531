"""
Reports as they lie on a desk: no page with a chart alone, no word of a head in halves, the end of the text marked; and what a
workbook makes live of the table of targets.
"""
import html
import html.parser
import re
import subprocess

import openpyxl

from pdf_structure import Element, Tagged

END = "./."


class Heads(html.parser.HTMLParser):
    """The words of all heads of the page, without those of number rows, which may be broken at their signs."""

    def __init__(self, text):
        super().__init__()
        self.words, self.inside, self.marks = set(), False, 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.inside = tag == "thead" or (self.inside and tag != "tbody")
        self.marks += tag == "sup"

    def handle_endtag(self, tag):
        self.marks -= tag == "sup"

    def handle_data(self, data):
        if self.inside and not self.marks:
            self.words |= {word for word in data.split() if "=" not in word}


def shown(path):
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    return done.stdout


def head_faults(path):
    heads = Heads(path.with_suffix(".html").read_text(encoding="utf-8")).words
    broken = sorted(heads - set(shown(path).split()))
    return [f"{path.name}: {broken}"] if broken or len(heads) < 5 else []


def contents_by_page(element, inside, found):
    """How many contents of figures, and of anything else, each page has."""
    for kid in element.kids:
        if isinstance(kid, Element):
            contents_by_page(kid, inside or kid.role == "Figure", found)
        elif isinstance(kid, tuple):
            found.setdefault(kid[0], [0, 0])[inside] += 1


def alone_faults(path):
    tagged, found = Tagged(path), {}
    contents_by_page(tagged.document, False, found)
    return [f"{path.name}: page {number} holds a chart alone" for number, page in enumerate(tagged.pages, 1)
            if found.get(page, [0, 0])[1] and not found[page][0]]


def end_faults(path):
    """Once in a report, at the end of what is signed."""
    text = shown(path)
    before = text.split("Nơi nhận")[0]
    return [] if text.count(END) == 1 and before.rstrip().endswith(END) else [f"{path.name}: {text.count(END)} times {END}"]


def column_under(sheet, head):
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.replace("\n", " ").startswith(head):
                return cell
    return None


def live_faults(path):
    """Mức đạt and tiến độ follow the figures of their row wherever these are numbers and give them."""
    book, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    name = next(name for name in book.sheetnames if name.startswith("Biểu 4.") and "biểu đồ" not in name)
    sheet, faults, live = book[name], [], 0
    actual, goal = column_under(sheet, "Kết quả").column, column_under(sheet, "Giá trị").column + 1
    head = column_under(sheet, "Mức đạt")
    for row in range(head.row + 1, sheet.max_row + 1):
        cell, shares = sheet.cell(row, head.column), values[name].cell(row, head.column).value
        parts = [values[name].cell(row, column).value for column in (actual, goal)]
        if not isinstance(shares, (int, float)) or not all(isinstance(part, (int, float)) for part in parts):
            continue
        given = [round(100 * one / other, 2) for one, other in (parts, parts[::-1]) if other]
        formula = isinstance(cell.value, str) and cell.value.startswith("=")
        live += formula
        if round(shares, 2) in given and not formula:
            faults.append(f"{path.name} row {row}: {cell.value!r} is no formula")
    told = [row for row in book.worksheets[0].iter_rows(values_only=True) if row[0] == "Đánh giá"]
    return faults + ([] if live > 4 else [f"{path.name}: {live} formulas"]) + ([] if told else ["no word on the verdict"])


def matrix_faults(reports):
    """Biểu 3 of the consolidated report: five units on two pages, "≥ 55" in one cell there, in two of the workbook."""
    [path] = sorted(reports.rglob("consolidate/*.pdf"))
    heads = re.findall(r"^ +Biểu 3$|Biểu 3 \(tiếp theo\)$", shown(path), re.M)
    faults = [] if len(heads) == 2 else [f"Biểu 3 begins or goes on {len(heads)} times"]
    page = html.unescape(path.with_suffix(".html").read_text(encoding="utf-8"))
    signed = re.findall(r'<data value="([\d.]+)"[^>]*>([≥<>~]|tăng|top)\u00a0', page)
    sheet = next(sheet for sheet in openpyxl.load_workbook(path.with_suffix(".xlsx")) if sheet.title.startswith("Biểu 3"))
    pairs = [(str(right), left) for row in sheet.iter_rows(values_only=True) for left, right in zip(row, row[1:])
             if isinstance(right, (int, float)) and left in ("≥", "<", ">", "~", "tăng", "top")]
    if len(pairs) < 10 or sorted(pairs) != sorted(signed):
        faults.append(f"signs and numbers: {sorted(signed)} on the page, {sorted(pairs)} in the workbook")
    return faults


def each(check, paths):
    return [fault for path in paths for fault in check(path)] if len(paths) > 4 else [f"only {len(paths)} reports"]


def check_all(checks, scratch):
    """After reports.check_all(), which has made the reports of the year."""
    reports = scratch / "reports"
    checks.run("pages: no word of a head is broken", each, head_faults, sorted(reports.rglob("*.pdf")))
    checks.run("pages: no chart has a page to itself", each, alone_faults, sorted(reports.rglob("*.pdf")))
    checks.run("pages: the text ends with ./.", each, end_faults, sorted((reports / "year-end").rglob("*.pdf")))
    checks.run("pages: consolidated indicators", matrix_faults, reports)
    checks.run("pages: shares are formulas", each, live_faults, sorted((reports / "year-end").rglob("*.xlsx")))
