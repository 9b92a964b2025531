"""
Word documents: what Word opens without repair; every cell as keyed by hand, as LibreOffice prints it and as it stands in
the file; every cell and figure of reports as on the page of the web and in the PDF; the pages of the PDF.
"""
import copy
import html.parser
import itertools
import re
import shutil
import subprocess
import zipfile
from collections import Counter

import expected
import pdf_tables
import pdfs
import soffice
import stress_plan
import word_document
from word_document import Document, short

FORMATS = "docx,pdf,html,xlsx"
RESULTS = ["input/decisions", "input/examples/results", "input/office.xml"]
REPORTS = {
    "annex": ["annex", "--cover", "--signature", "input/decisions", "input/office.xml"],
    "separate": ["annex", "--separate", "input/decisions"],
    "year-end": ["year-end", "--year", "2025", *RESULTS],
    "monthly": ["monthly", "--month", "2024-05", *RESULTS],
    "consolidate": ["consolidate", "--year", "2025", *RESULTS],
}
PLANS = 5
A4 = (11906, 16838)                                                    # twips
MARGINS = {"top": 1134, "right": 1134, "bottom": 1134, "left": 1701}   # 20, 20, 20 and 30 mm
NUMBER = re.compile(r"[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


def make(program, root, out, *words):
    done = subprocess.run([program, *words[:1], "-o", out, "--formats", FORMATS, *words[1:]], cwd=root, capture_output=True,
                          text=True, check=False)
    return [] if done.returncode <= 1 else [f"status {done.returncode}", *done.stderr.splitlines()]


# ---- the page of the web, cell by cell ----

class Page(html.parser.HTMLParser):
    """Tables as rows of (text, columns, rows); texts of drawings. The numbers of remarks are the page's own."""

    def __init__(self):
        super().__init__()
        self.tables, self.drawings, self.open, self.skipped, self.drawn = [], [], None, 0, False

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.open = ["", int(attrs.get("colspan", 1)), int(attrs.get("rowspan", 1))]
            self.tables[-1][-1].append(self.open)
        elif tag == "sup":
            self.skipped += 1
        elif tag == "figcaption":     # its drawing follows, twice: once for phones
            self.open = ["", 0, 0]
            self.drawings.append([self.open])
        elif tag == "svg":
            self.drawn = attrs["class"] == "sheet"
        elif tag == "text" and self.drawn:
            self.open = ["", 0, 0]
            self.drawings[-1].append(self.open)
        elif tag == "br" and self.open:
            self.open[0] += "\n"

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in ("br", "col"):
            self.handle_endtag(tag)

    def handle_data(self, data):
        if self.open and not self.skipped:
            self.open[0] += data

    def handle_endtag(self, tag):
        if tag in ("td", "th", "text", "figcaption"):
            self.open = None
        elif tag == "sup":
            self.skipped -= 1


def page_of(path):
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def plain(text):
    return text.replace("−", "-")


def word_rows(table):
    """Rows of [text, columns, rows], as the page has them."""
    rows, begun = [], {}
    for number, row in enumerate(table):
        rows.append([])
        for cell in row:
            if cell.merge == "continue":
                begun[cell.column][2] += 1
                continue
            found = [cell.text, cell.columns, 1]
            rows[number].append(found)
            begun[cell.column] = found
    return rows


def page_faults(document, page):
    """Every cell of every table says in Word what it says on the page of the web, and spans as much."""
    tables = document.tables()
    faults = [f"{len(tables)} tables, on the page {len(page.tables)}"] if len(tables) != len(page.tables) else []
    for number, (table, wanted) in enumerate(zip(tables, page.tables), 1):
        found = word_rows(table)
        faults += [f"table {number}: {len(found)} rows, on the page {len(wanted)}"] if len(found) != len(wanted) else []
        for place, (row, cells) in enumerate(zip(found, wanted), 1):
            row = [[plain(text), *spans] for text, *spans in row]
            cells = [[plain(text), *spans] for text, *spans in cells]
            faults += [f"table {number}, row {place}: {row}, on the page {cells}"] if row != cells else []
    return faults


def chart_faults(document, page):
    """The pictures show the texts and figures of the page's drawings; a further part repeats title, axis and legend."""
    found = Counter(plain(text) for picture in document.pictures() for text in word_document.picture_texts(picture))
    wanted = Counter(plain(text) for drawing in page.drawings for text, *_ in drawing)
    faults = [f"no picture shows {text!r}" for text in wanted - found]
    if len(document.pictures()) == len(page.drawings):
        faults += [f"a picture shows {text!r}" for text in found - wanted]
    return faults + [f"{text!r} is on no page" for text in found if text not in wanted and "(tiếp theo)" not in text]


def figures_of(table):
    return Counter(plain(match) for row in table for cell in row for match in NUMBER.findall(cell.text))


def pdf_faults(document, pdf):
    """Every figure of the tables stands at least as often in the PDF, which repeats heads."""
    text, _ = pdf_tables.run("pdftotext", "-layout", pdf, "-")
    there = Counter(plain(match) for match in NUMBER.findall(text))
    wanted = sum((figures_of(table) for table in document.tables()), Counter())
    return [f"{figure}: {count} times, in the PDF {there[figure]}" for figure, count in wanted.items() if there[figure] < count]


# ---- pages ----

def section_faults(document):
    """A4 by the decree, standing or lying; each section counts from 1 and shows no number there, or counts on with a number."""
    faults = []
    for number, section in enumerate(document.sections(), 1):
        if section["size"] != (A4[::-1] if section["landscape"] else A4) or section["margins"] != MARGINS:
            faults.append(f"section {number}: {section}")
        numbers = ("" if section["start"] == "1" else "PAGE", "PAGE")
        if not section["title"] or (section["first"], section["default"]) != numbers:
            faults.append(f"section {number}: begins with {section['start']}, numbers {section['first']!r}, {section['default']!r}")
    return faults


def has_room(cell, decimals):
    """If the cell holds its number and the decimals that it lacks, in the smallest type of tables (9 pt), digits half an em wide."""
    digit, mark, edges = 90, 45, 80     # twips
    lacks = decimals - len(cell.text.partition(",")[2])
    tail = lacks * digit + (mark if lacks == decimals else 0)
    return sum(digit if letter.isdigit() else mark for letter in cell.text) + tail <= cell.width - edges


def comma_faults(document):
    """Of a column of numbers with decimals those without are set in as far as there is room, and those with the longest are not."""
    faults = []
    for number, table in enumerate(document.tables(), 1):
        columns = {}
        for cell in (cell for row in table for cell in row):
            if cell.align == "right" and cell.columns == 1 and NUMBER.fullmatch(cell.text):
                columns.setdefault(cell.column, []).append((len(cell.text.partition(",")[2]), cell))
        for column, cells in columns.items():
            longest = max(decimals for decimals, _ in cells)
            faults += [f"table {number}, column {column + 1}: {cell.text} set in by {cell.right}" for decimals, cell in cells
                       if (decimals < longest) != (cell.right > 0) and (cell.right or has_room(cell, longest))]
    return faults


def page_size(path):
    out, _ = pdf_tables.run("pdfinfo", path)
    return int(re.search(r"Pages: +(\d+)", out).group(1))


def printed_pages(path):
    """The lines of each page, one blank for many."""
    text, _ = pdf_tables.run("pdftotext", "-layout", path, "-")
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in text.split("\f")[:-1]]


def is_title(line):
    """Two words in capitals or more, and nothing else."""
    return line == line.upper() and len(re.findall(r"[^\W\d_]{2,}", line)) > 1


def title_faults(path, printed):
    """Titles in capitals break where the PDF breaks them: never a last word alone."""
    ours, words = ([line for page in printed_pages(file) for line in page if is_title(line)]
                   for file in (path.with_suffix(".pdf"), printed[path]))
    faults = [] if ours else ["no title"]
    return faults + [f"{word!r}, in the PDF {our!r}" for our, word in itertools.zip_longest(ours, words) if our != word]


def running_faults(path, printed):
    """Further pages of a report say by their number and their table where in a stack they belong."""
    faults, current = [], ""
    for number, lines in list(enumerate(printed_pages(printed[path]), 1))[1:]:
        head, top = lines[0], lines[1:4]
        here = [line for line in lines if re.fullmatch(r"Biểu \d+", line)]
        if not re.match(rf"{number}\b", head):
            faults.append(f"page {number}: begins with {head!r}")
        elif not any(re.fullmatch(r"Biểu \d+", line) or is_title(line) for line in top):
            names = head.partition(" ")[2].removesuffix(" (tiếp theo)").split(", ")
            faults += [f"page {number} of {current}: {head!r}"] if current not in names or "(tiếp theo)" not in head else []
        current = here[-1] if here else current
    return faults


# ---- properties, styles, dates ----

def property_faults(document, author, day):
    core = {short(item.tag).rpartition(":")[2]: item.text for item in document.xml("docProps/core.xml")}
    wanted = {"creator": author, "lastModifiedBy": author, "language": "vi-VN", "created": f"{day}T00:00:00Z",
              "modified": f"{day}T00:00:00Z"}
    faults = [f"{name}: {core.get(name)}, expected {text}" for name, text in wanted.items() if core.get(name) != text]
    faults += [] if core.get("title") and core.get("subject") else ["no title or subject"]
    code = "".join(document.xml("docProps/custom.xml").itertext()).strip()
    foot = word_document.text_of(document.xml("word/footer1.xml"))
    faults += [] if re.fullmatch(r"[0-9a-f]{4}(-[0-9a-f]{4}){3}", code) and code in foot else [f"control code {code!r}, foot {foot!r}"]
    year, month, number = (int(part) for part in day.split("-"))
    return faults + [f"{info.filename} of {info.date_time}" for info in document.members
                     if info.date_time != (year, month, number, 0, 0, 0)]


def style_faults(document):
    """Vietnamese, in the decree's type, headings that Word lists, heads of tables that repeat."""
    styles = document.parts["word/styles.xml"].decode()
    faults = [f"no {part}" for part in ('w:val="vi-VN"', 'w:ascii="Times New Roman"', 'w:val="heading 1"', 'w:outlineLvl w:val="0"')
              if part not in styles]
    body = document.body()
    headings = [word_document.text_of(item) for item in body.findall("{*}p") if word_document.value(item, "pPr/pStyle") == "Heading1"]
    faults += [] if headings else ["no headings"]
    for number, table in enumerate(table for table in body.findall("{*}tbl") if word_document.value(table, "tblPr/tblStyle")):
        repeated = [row.find("{*}trPr/{*}tblHeader") is not None for row in table.findall("{*}tr")]
        faults += [] if repeated[0] and repeated == sorted(repeated, reverse=True) else [f"table {number + 1}: heads {repeated[:5]}"]
    return faults


# ---- the judge, proved ----

def broken_copies(document):
    """Copies with one fault each, by what is wrong."""
    def changed(part, before, after):
        other = copy.copy(document)
        text = document.parts[part].decode()
        if before not in text:
            raise ValueError(f"{part} has no {before!r} to break")
        other.parts = {**document.parts, part: text.replace(before, after, 1).encode()}
        return other
    main = "word/document.xml"
    yield "a property before the style", changed(main, '<w:pStyle w:val="DongBang', '<w:jc w:val="left"/><w:pStyle w:val="DongBang')
    yield "an element that Word does not know", changed(main, "<w:tblLook ", "<w:tblLok ")
    yield "a style that is not there", changed("word/styles.xml", 'w:styleId="Heading1"', 'w:styleId="Heading9"')
    yield "a row without a cell", changed(main, "<w:tc>", "<w:tc><w:tcPr><w:tcW w:w=\"9\" w:type=\"dxa\"/></w:tcPr><w:p/></w:tc><w:tc>")
    yield "a cell that goes on nothing", changed(main, '<w:vMerge w:val="restart"/>', "")
    yield "a footer that is not there", changed("word/_rels/document.xml.rels", "footer1.xml", "footer9.xml")
    yield "a part without a type", changed("[Content_Types].xml", "/word/styles.xml", "/word/style.xml")
    yield "an id that nothing has", changed(main, 'w:type="default" r:id="rId', 'w:type="default" r:id="rId9')
    yield "a bookmark twice", changed(main, '<w:bookmarkStart w:id="1"', '<w:bookmarkStart w:id="0"')


def judge_faults(document):
    return [f"lets pass: {name}" for name, broken in broken_copies(document) if not word_document.faults(broken)]


# ---- all of it ----

def check_annexes(checks, folder, printed, books):
    """LibreOffice prints every cell as keyed by hand, under the same heads, with the same page numbers as the PDF."""
    for plan in expected.plans():
        annexes, pages, _ = pdf_tables.read(printed[folder / f"{plan}.docx"])
        names = books[plan].page_names()
        checks.run(f"word {plan}: the tables of the workbook", pdfs.annex_faults, annexes, books[plan])
        for table in (table for table in expected.tables() if table.plan == plan):
            checks.run(f"word {table}: every cell", pdfs.grid_faults, annexes[names.index(table.sheet)], table)
        for name, annex in zip(names, annexes):
            checks.run(f"word {plan}: says what the sheet “{name}” says", pdfs.agreement_faults, annex, pages, books[plan], name)
        checks.run(f"word {plan}: page numbers", pdfs.number_faults, pages)
        checks.run(f"word {plan}: pages", pdfs.page_faults, pages)


def print_all(documents, scratch):
    """What LibreOffice prints of each document."""
    printed = {}
    for folder in sorted({path.parent for path in documents}):
        target = scratch / "printed" / "-".join(folder.parts[-3:])
        target.mkdir(parents=True)
        soffice.convert([path for path in documents if path.parent == folder], "pdf", target, scratch)
        printed.update({path: target / f"{path.stem}.pdf" for path in documents if path.parent == folder})
    return printed


def length_faults(path, printed):
    """As many pages as the PDF has, or nearly: Word counts the lines of tables as height."""
    ours, words = page_size(path.with_suffix(".pdf")), page_size(printed[path])
    return [] if abs(ours - words) <= 1 + ours // 8 else [f"{words} pages, the PDF has {ours}"]


def check_report(checks, name, path, printed):
    document = Document(path)
    page = page_of(path.with_suffix(".html"))
    checks.run(f"word {name}: Word opens it", word_document.faults, document)
    checks.run(f"word {name}: cells of the page of the web", page_faults, document, page)
    checks.run(f"word {name}: charts of the page of the web", chart_faults, document, page)
    checks.run(f"word {name}: figures of the PDF", pdf_faults, document, path.with_suffix(".pdf"))
    checks.run(f"word {name}: sections", section_faults, document)
    checks.run(f"word {name}: commas", comma_faults, document)
    checks.run(f"word {name}: as long as the PDF", length_faults, path, printed)
    checks.run(f"word {name}: titles break as in the PDF", title_faults, path, printed)
    if path.parts[-3] != "separate" and "annex" not in path.parts:
        checks.run(f"word {name}: further pages name their table", running_faults, path, printed)


def stress_faults(document, page):
    """Letters that mean something to XML, words without a blank, rows longer than a page."""
    texts = " ".join(document.all_texts())
    return page_faults(document, page) + word_document.faults(document) + \
        ([] if stress_plan.UNBROKEN in texts else ["the label without a blank is not there"])


def check_all(checks, annex, program, root, scratch):
    scratch = scratch / "word"
    documents = []
    for name, words in REPORTS.items():
        checks.run(f"word: the program makes {name}", make, program, root, scratch / name, *words)
        documents += sorted((scratch / name).rglob("*.docx"))
    plain_ones = sorted(annex.glob("*.docx"))
    printed = print_all(documents + plain_ones, scratch)
    checks.that("word: all documents are printed", [f"{path}: not printed" for path in printed if not printed[path].exists()])
    for path in documents:
        check_report(checks, f"{path.relative_to(scratch).with_suffix('')}", path, printed)
    check_annexes(checks, annex, printed, pdfs.all_books(annex))
    first = Document(annex / "thai-binh-2021-2025.docx")
    checks.run("word: properties", property_faults, first, "Chủ tịch Ủy ban nhân dân tỉnh Thái Bình", "2020-11-18")
    checks.run("word: styles", style_faults, first)
    checks.run("word: the judge of documents is just", judge_faults, first)
    checks.run("word: rows, cells and columns hard to lay out", check_stress, program, root, scratch)


def check_stress(program, root, scratch):
    source = scratch / "stress.xml"
    source.write_text(stress_plan.text(), encoding="utf-8")
    faults = make(program, root, scratch / "stress", "annex", source)
    path = scratch / "stress" / "annex" / f"{stress_plan.PLAN}.docx"
    return faults or stress_faults(Document(path), page_of(path.with_suffix(".html")))
