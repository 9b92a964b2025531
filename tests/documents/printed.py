"""
Workbooks on paper, as LibreOffice prints them: the name of the state on one line, charts and signatures whole, no
signature alone under a repeated table head, a leader's page that is one page, and no text cut off.
"""
import itertools
import re
import subprocess
import xml.etree.ElementTree as xml
import zipfile

import openpyxl

import expected
import pdf_tables
from signature import by_line

MONTH = "2024-12"
MONTH_INPUTS = ["input/decisions/thai-binh-2021-2025.xml", "input/examples/months", "input/office.xml"]
RESULTS = "input/examples/results"
HEAD_OF_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CONTENTS_HEAD = "MỤC LỤC"
LEADER = 1      # the leader's page, from 0: the sheet of contents comes first
ASSESSMENT, ASSESSED = "ĐÁNH GIÁ, KIẾN NGHỊ", {"34"}
SIGNER, RECIPIENTS = "GIÁM ĐỐC", "Nơi nhận:"
CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
         "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def make_month(program, root, out):
    inputs = MONTH_INPUTS + sorted((root / RESULTS).glob("thai-binh-*.xml"))
    done = subprocess.run([program, "monthly", "--month", MONTH, "-o", out, "--formats", "xlsx", *inputs], cwd=root,
                          capture_output=True, text=True, check=False)
    return [] if done.returncode <= 1 else [f"status {done.returncode}", *done.stderr.splitlines()[-5:]]


def print_all(books, scratch):
    """The PDF of each workbook; the workbooks' names are made different before."""
    copies = scratch / "printed"
    copies.mkdir()
    names = {book: copies / f"{number}.xlsx" for number, book in enumerate(books)}
    for book, copy in names.items():
        copy.write_bytes(book.read_bytes())
    profile = scratch / "printed-profile"
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf", "--outdir",
                    copies, *names.values()], capture_output=True, check=True, timeout=300)
    return {book: copy.with_suffix(".pdf") for book, copy in names.items()}


def lines_of(pdf):
    """The lines of text of each page, from the top down."""
    return [[" ".join(word.text for word in sorted(line, key=lambda word: word.left)) for line in by_line(words)]
            for words in pdf_tables.words_of(pdf)[0]]


def place(pages, text):
    """Pages and lines, from 0, of the lines with that text."""
    return [(number, at) for number, lines in enumerate(pages) for at, line in enumerate(lines) if text in line]


def contents_faults(pages):
    """The contents of a workbook are one page, before all others."""
    return [f"page {number + 1} has the head “{CONTENTS_HEAD}”" for number, lines in enumerate(pages)
            if (CONTENTS_HEAD in lines) != (number == 0)]


def head_faults(pages):
    return contents_faults(pages) + [f"“{text}” stands on no line of the leader's page" for text in (HEAD_OF_STATE, MOTTO)
                                     if not any(text in line for line in pages[LEADER])]


def first_sheet_faults(pages, unit):
    """It is followed by the assessment, which one sample has, or by the first table."""
    wanted = ASSESSMENT if unit in ASSESSED else "Biểu 1"
    return [] if pages[LEADER + 1][0] == wanted else [f"it is followed by {pages[LEADER + 1][:3]}"]


def sticking_faults(pdf):
    """No word of the leader's page goes on beyond the right edge of its table: what does is cut off on paper."""
    rules = pdf_tables.drawn_of(pdf)[LEADER].across
    right, bottom = max(rule[2] for rule in rules), max(rule[0] for rule in rules)
    return [f"“{word.text}” ends {word.right - right:.1f} points beyond the table" for word in pdf_tables.words_of(pdf)[0][LEADER]
            if word.right > right + 1 and word.bottom < bottom]


def lie_over(one, other):
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 1 and down > (one.bottom - one.top) / 2


def overlap_faults(pdf):
    """No word lies over another one: LibreOffice gives the whole text of a cell, also what it cuts off at its edge."""
    return [f"page {number}: “{one.text}” and “{other.text}” lie over each other"
            for number, words in enumerate(pdf_tables.words_of(pdf)[0], 1)
            for one, other in itertools.combinations(words, 2) if lie_over(one, other)]


def text_under(element, path):
    return "".join(part.text or "" for part in element.findall(path, CHART))


def charts_of(book):
    """Title and names of the series of each chart; none if nothing below it says them."""
    charts = []
    with zipfile.ZipFile(book) as archive:
        for name in sorted(name for name in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)):
            chart = xml.fromstring(archive.read(name))
            charts.append((text_under(chart, ".//c:title//a:t"),
                           [text_under(series, "c:tx//c:v") for series in chart.findall(".//c:ser", CHART)]
                           if chart.find(".//c:legend", CHART) is not None or chart.find(".//c:valAx/c:title", CHART) is not None
                           else []))
    return charts


def chart_faults(book, pages):
    """A chart begins with its title and ends with what its series are: on one page, their names below the title."""
    faults, charts = [], charts_of(book)
    for title, series in charts:
        found = [(page, text.index(title)) for page, text in enumerate(" ".join(lines) for lines in pages) if title in text]
        if len(found) != 1:
            faults.append(f"“{title}” is printed on {len(found)} pages")
            continue
        page, at = found[0]
        below = " ".join(pages[page])[at + len(title):]
        faults += [f"“{title}” is cut: “{name}” is not below it on page {page + 1}" for name in series if name not in below]
    return faults if charts else ["no charts"]


def break_faults(book, pages):
    """As many pages as the breaks say, at the scale they are made for: a sheet fitted to pages has none, for Excel drops them."""
    faults, wanted = [], 0
    for sheet in openpyxl.load_workbook(book):
        breaks, fitted = len(sheet.row_breaks.brk), bool(sheet.sheet_properties.pageSetUpPr.fitToPage)
        wanted += breaks + 1
        if fitted if breaks else not fitted and not sheet.page_setup.scale:
            faults.append(f"{sheet.title}: {breaks} breaks, fitted {fitted}, scale {sheet.page_setup.scale}")
    faults += ["a number shows as ###"] if any("##" in line for page in pages for line in page) else []
    return faults if wanted == len(pages) else [*faults, f"{len(pages)} pages, the breaks make {wanted}"]


def remark_faults(book):
    """Comments of neighbouring cells, shown all at once, lie below each other."""
    faults = []
    with zipfile.ZipFile(book) as package:
        for name in (name for name in package.namelist() if "vmlDrawing" in name):
            tops = {}
            for anchor, row in re.findall(r"<x:Anchor>([^<]*)</x:Anchor>.*?<x:Row>(\d+)</x:Row>", package.read(name).decode(), re.S):
                edges = [int(edge) for edge in anchor.split(",")]
                top, bottom = tuple(edges[2:4]), tuple(edges[6:8])
                faults += [f"{name}: row {int(row) + 1}: a comment over another"] if top < tops.get(row, (0, 0)) else []
                tops[row] = bottom
    return faults


def signature_faults(pages):
    """From the signer to the last recipient on one page, with two lines at least that belong to no repeated head."""
    page, at = place(pages, SIGNER)[0]
    signed = pages[page]
    recipients = place(pages, RECIPIENTS)[0]
    faults = [] if recipients[0] == page else [f"signer on page {page + 1}, recipients on page {recipients[0] + 1}"]
    if recipients[0] == page and not any(line.endswith(".") for line in signed[recipients[1]:]):
        faults.append("the recipients go on on another page")
    before = pages[page - 1] if page else []
    own = [line for line in signed[:at] if line not in before]
    return faults + ([] if len(own) >= 2 else [f"above the signature there is only {own}"])


def check_all(checks, annex, program, root, scratch):
    """After reports.check_all(), which has made the reports of the year."""
    out = scratch / "reports"
    checks.run("printed: the monthly report is made", make_month, program, root, out)
    years, months = sorted((out / "year-end").glob("*/*.xlsx")), sorted((out / "monthly").glob("*/*.xlsx"))
    whole = sorted((out / "consolidate").glob("*.xlsx"))
    annexes = [annex / f"{plan}.xlsx" for plan in expected.plans()]
    printed = print_all(years + months + whole + annexes, scratch)
    pages = {book: lines_of(pdf) for book, pdf in printed.items()}
    checks.that("printed: five reports of the year, one of the month, one of all units",
                [] if (len(years), len(months), len(whole)) == (5, 1, 1) else [*years, *months, *whole])
    for book in printed:
        checks.run(f"printed {book.parent.name}/{book.name}: no text lies over another", overlap_faults, printed[book])
        checks.run(f"printed {book.parent.name}/{book.name}: pages as its breaks say", break_faults, book, pages[book])
        checks.run(f"printed {book.parent.name}/{book.name}: comments beside each other", remark_faults, book)
    for book in years + months + whole:
        name = f"printed {book.relative_to(out)}"
        checks.run(f"{name}: the name of the state on one line", head_faults, pages[book])
        checks.run(f"{name}: the signature is whole and not alone", signature_faults, pages[book])
    for book in years + whole:
        checks.run(f"printed {book.relative_to(out)}: charts are whole", chart_faults, book, pages[book])
    for book in years:
        checks.run(f"printed {book.relative_to(out)}: the leader's page is one page", first_sheet_faults, pages[book],
                   book.stem)
        checks.run(f"printed {book.relative_to(out)}: nothing is cut off there", sticking_faults, printed[book])
